/** From a compiled scenario back to an authored one. The console uses it, too. */
import type { Plain } from '#domain/kernel/brand.js';
import type { Chain, Condition, Policy, Route, Step, Target } from '#domain/policy/policy.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import type { Distribution, Link, UnitDefinition } from '#domain/unit/unit.js';
import { formatDuration } from '#contracts/scenario/duration.js';
import { compact, mapValues, optionalText } from './compile-values.js';
import type { AuthoredRoute } from '#contracts/scenario/policy-schema.js';
import type {
  AuthoredAnswer,
  AuthoredChain,
  AuthoredDistribution,
  AuthoredLink,
  AuthoredScenario,
  AuthoredStep,
  AuthoredTarget,
  AuthoredUnit,
} from '#contracts/scenario/scenario-schema.js';

/**
 * The authored scenario, with all defaults. Without injects and expectations: their alerts are compiled to whole messages, which
 * have no authored form.
 */
export function toAuthored(scenario: Scenario): AuthoredScenario {
  const {
    durationMs,
    units,
    links,
    policy,
    title,
    description,
    sponsor,
    sites,
    injects: _i,
    expectations: _e,
    ...rest
  } = scenario;
  return compact<AuthoredScenario>({
    ...structuredClone(rest),
    title: { ...title },
    description: description && { ...description },
    sponsor: sponsor && { ...sponsor },
    duration: formatDuration(durationMs),
    sites: sites.map((site) => structuredClone({ ...site, name: { ...site.name } })),
    units: units.map(fromUnit),
    links: links && compact({ PAK: links.PAK && fromLink(links.PAK), CHN: links.CHN && fromLink(links.CHN) }),
    policy: toAuthoredPolicy(policy),
  });
}

function fromUnit(unit: UnitDefinition): AuthoredUnit {
  const { behaviour, link, answers, ...rest } = unit;
  return compact<AuthoredUnit>({
    ...(structuredClone<Plain<typeof rest>>(rest) as Omit<AuthoredUnit, 'behaviour' | 'link' | 'answers'>),
    behaviour: {
      ...behaviour,
      acknowledge: fromDistribution(behaviour.acknowledge),
      enRoute: fromDistribution(behaviour.enRoute),
      onScene: fromDistribution(behaviour.onScene),
      clear: fromDistribution(behaviour.clear),
    },
    link: link && fromLink(link),
    answers: answers?.map(({ afterMs, ...answer }) => ({
      ...(structuredClone(answer) as Omit<AuthoredAnswer, 'after'>),
      after: formatDuration(afterMs),
    })),
  });
}

/** A policy in the form of scenario files, with durations as `2m`. Compiled again, it gives the same policy. */
export function toAuthoredPolicy(policy: Policy): AuthoredScenario['policy'] {
  // Field by field: the API's answer says more of a policy than an author writes.
  const { id, version, command, correlationWindowMs, closeAfterMs, jointDecision } = policy;
  const { release, messages, route, chains, groups } = policy;
  return compact<AuthoredScenario['policy']>({
    id,
    version,
    command: command && { ...command },
    correlationWindow: formatDuration(correlationWindowMs),
    closeAfter: optionalText(closeAfterMs),
    jointDecision: jointDecision && compact({ deadlockAfter: optionalText(jointDecision.deadlockAfterMs) }),
    release: release && compact({ decideWithin: optionalText(release.decideWithinMs) }),
    messages: messages && compact({ answerWithin: optionalText(messages.answerWithinMs) }),
    route: fromRoute(route),
    chains: mapValues(chains, fromChain),
    groups: mapValues(groups, (members) => [...members]),
  });
}

/** Its fields have one order, so that two policies can be compared line by line. */
function fromRoute({ id, match, chain, continue: goesOn, routes }: Route): AuthoredRoute {
  return compact<AuthoredRoute>({
    id,
    match: match && fromCondition(match),
    chain,
    continue: goesOn,
    routes: routes?.map(fromRoute),
  });
}

function fromCondition(condition: Condition): NonNullable<AuthoredRoute['match']> {
  if ('all' in condition) return { all: condition.all.map(fromCondition) };
  if ('any' in condition) return { any: condition.any.map(fromCondition) };
  if ('not' in condition) return { not: fromCondition(condition.not) };
  const { field, ...test } = condition;
  return { field, ...structuredClone(test) } as NonNullable<AuthoredRoute['match']>;
}

function fromChain({ steps, repeat, remindEveryMs, ackExpiresMs, expireAfterMs, onRaise }: Chain): AuthoredChain {
  return compact<AuthoredChain>({
    steps: steps.map(fromStep),
    repeat,
    remindEvery: optionalText(remindEveryMs),
    ackExpires: optionalText(ackExpiresMs),
    expireAfter: formatDuration(expireAfterMs),
    onRaise,
  });
}

function fromStep({ id, delayMs, targets, requirement, ackWithinMs }: Step): AuthoredStep {
  return compact<AuthoredStep>({
    id,
    delay: optionalText(delayMs),
    targets: targets.map(fromTarget),
    requirement,
    ackWithin: formatDuration(ackWithinMs),
  });
}

function fromTarget({ action, ...whom }: Target): AuthoredTarget {
  if (!('kind' in whom)) return { ...whom, action };
  const { kind, side } = whom;
  return { kind, ...(side !== undefined && { side }), action };
}

function fromDistribution(distribution: Distribution): AuthoredDistribution {
  switch (distribution.kind) {
    case 'fixed':
      return { kind: 'fixed', time: formatDuration(distribution.ms) };
    case 'uniform':
      return { kind: 'uniform', min: formatDuration(distribution.minMs), max: formatDuration(distribution.maxMs) };
    case 'lognormal': {
      const { medianMs, p95Ms } = distribution;
      return { kind: 'lognormal', median: formatDuration(medianMs), p95: formatDuration(p95Ms) };
    }
    default:
      return distribution satisfies never;
  }
}

function fromLink(link: Link): AuthoredLink {
  if (link.status !== 'degraded') return link;
  return { status: 'degraded', latency: formatDuration(link.latencyMs), loss: link.loss };
}
