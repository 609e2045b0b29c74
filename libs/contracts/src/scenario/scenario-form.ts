/** From the authored form of a scenario to the one that the engine runs, and back. */
import type { Plain } from '#domain/kernel/brand.js';
import { chainId, unitId } from '#domain/kernel/ids.js';
import type { Chain, Condition, FieldTest, Policy, Route, Step, Target } from '#domain/policy/policy.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import type { Distribution, Link, UnitDefinition } from '#domain/unit/unit.js';
import { formatDuration } from './duration.js';
import { compact, localized, mapValues, ms, optionalMs, optionalText, toLink } from './form-parts.js';
import { toExpectation, toInject } from './script-form.js';
import { scriptOf } from './script-alerts.js';
import type {
  ChainInput,
  ConditionInput,
  DistributionInput,
  LinkInput,
  RouteInput,
  ScenarioInput,
  StepInput,
  TargetInput,
  UnitInput,
} from './scenario-shape.js';

/** `input` has the right shape: what `scenarioShape` gave. */
export function toScenario(input: ScenarioInput): Scenario {
  const { id, title, description, seed = id, duration, startsAt, rules, sites, units, links, policy } = input;
  const { injects = [], expectations = [] } = input;
  const script = scriptOf({ id, seed, startsAt }, injects);
  return compact<Scenario>({
    id,
    title: localized(title),
    description: description === undefined ? undefined : localized(description),
    seed,
    durationMs: ms(duration),
    startsAt,
    rules: { foreignResponders: rules?.foreignResponders ?? 'prohibited' },
    sites: sites.map((site) => ({ ...site, name: localized(site.name) })),
    units: units.map(toUnit),
    links: links && compact({ PAK: links.PAK && toLink(links.PAK), CHN: links.CHN && toLink(links.CHN) }),
    policy: toPolicy(policy),
    injects: injects.length > 0 ? injects.map((inject) => toInject(inject, script)) : undefined,
    expectations: expectations.length > 0 ? expectations.map(toExpectation) : undefined,
  });
}

/**
 * The authored form of a scenario, defaults written out. Without injects and expectations: their alerts are whole
 * messages by now, and the author's words for them are in the file that they came from.
 */
export function toAuthored(scenario: Scenario): ScenarioInput {
  const {
    durationMs,
    units,
    links,
    policy,
    title,
    description,
    sites,
    injects: _i,
    expectations: _e,
    ...rest
  } = scenario;
  return compact<ScenarioInput>({
    ...structuredClone(rest),
    title: { ...title },
    description: description && { ...description },
    duration: formatDuration(durationMs),
    sites: sites.map((site) => structuredClone({ ...site, name: { ...site.name } })),
    units: units.map(fromUnit),
    links: links && compact({ PAK: links.PAK && fromLink(links.PAK), CHN: links.CHN && fromLink(links.CHN) }),
    policy: fromPolicy(policy),
  });
}

function toUnit(unit: UnitInput): UnitDefinition {
  const { acknowledge, declineChance = 0, silentChance = 0, enRoute, onScene, clear } = unit.behaviour;
  return compact<UnitDefinition>({
    ...unit,
    id: unitId(unit.id),
    name: localized(unit.name),
    jurisdiction: compact(unit.jurisdiction),
    capacity: unit.capacity ?? 1,
    duty: unit.duty ?? 'on',
    mode: unit.mode ?? 'simulated',
    behaviour: {
      acknowledge: toDistribution(acknowledge),
      declineChance,
      silentChance,
      enRoute: toDistribution(enRoute),
      onScene: toDistribution(onScene),
      clear: toDistribution(clear),
    },
    link: unit.link && toLink(unit.link),
  });
}

function fromUnit(unit: UnitDefinition): UnitInput {
  const { behaviour, link, ...rest } = unit;
  return compact<UnitInput>({
    ...(structuredClone<Plain<typeof rest>>(rest) as Omit<UnitInput, 'behaviour' | 'link'>),
    behaviour: {
      ...behaviour,
      acknowledge: fromDistribution(behaviour.acknowledge),
      enRoute: fromDistribution(behaviour.enRoute),
      onScene: fromDistribution(behaviour.onScene),
      clear: fromDistribution(behaviour.clear),
    },
    link: link && fromLink(link),
  });
}

export function toPolicy(policy: ScenarioInput['policy']): Policy {
  const { correlationWindow, closeAfter, route, chains, groups, ...rest } = policy;
  return compact<Policy>({
    ...rest,
    correlationWindowMs: ms(correlationWindow),
    closeAfterMs: optionalMs(closeAfter),
    route: toRoute(route),
    chains: mapValues(chains, toChain),
    groups: mapValues(groups ?? {}, (members) => members.map(unitId)),
  });
}

function fromPolicy(policy: Policy): ScenarioInput['policy'] {
  const { correlationWindowMs, closeAfterMs, route, chains, groups, ...rest } = policy;
  return compact<ScenarioInput['policy']>({
    ...rest,
    correlationWindow: formatDuration(correlationWindowMs),
    closeAfter: optionalText(closeAfterMs),
    route: structuredClone(route) as RouteInput,
    chains: mapValues(chains, fromChain),
    groups: mapValues(groups, (members) => [...members]),
  });
}

function toRoute({ id, match, chain, continue: goesOn, routes }: RouteInput): Route {
  return compact<Route>({
    id,
    match: match && toCondition(match),
    chain: chain === undefined ? undefined : chainId(chain),
    continue: goesOn,
    routes: routes?.map(toRoute),
  });
}

/** The shape has seen to it that exactly one form is there. */
function toCondition(input: ConditionInput): Condition {
  if (input.all) return { all: input.all.map(toCondition) };
  if (input.any) return { any: input.any.map(toCondition) };
  if (input.not) return { not: toCondition(input.not) };
  return compact(input) as FieldTest;
}

function toChain({ steps, repeat = 0, remindEvery, ackExpires, expireAfter, onRaise }: ChainInput): Chain {
  return compact<Chain>({
    steps: steps.map(toStep),
    repeat,
    remindEveryMs: optionalMs(remindEvery),
    ackExpiresMs: optionalMs(ackExpires),
    expireAfterMs: ms(expireAfter),
    onRaise,
  });
}

function fromChain({ steps, repeat, remindEveryMs, ackExpiresMs, expireAfterMs, onRaise }: Chain): ChainInput {
  return compact<ChainInput>({
    steps: steps.map(fromStep),
    repeat,
    remindEvery: optionalText(remindEveryMs),
    ackExpires: optionalText(ackExpiresMs),
    expireAfter: formatDuration(expireAfterMs),
    onRaise,
  });
}

function toStep({ id, delay, targets, requirement, ackWithin }: StepInput): Step {
  return compact<Step>({
    id,
    delayMs: optionalMs(delay),
    targets: targets.map((target) => compact(target) as Target),
    requirement,
    ackWithinMs: ms(ackWithin),
  });
}

function fromStep({ id, delayMs, targets, requirement, ackWithinMs }: Step): StepInput {
  return compact<StepInput>({
    id,
    delay: optionalText(delayMs),
    targets: targets.map((target): TargetInput => ({ ...target })),
    requirement,
    ackWithin: formatDuration(ackWithinMs),
  });
}

function toDistribution(input: DistributionInput): Distribution {
  switch (input.kind) {
    case 'fixed':
      return { kind: 'fixed', ms: ms(input.time) };
    case 'uniform':
      return { kind: 'uniform', minMs: ms(input.min), maxMs: ms(input.max) };
    case 'lognormal':
      return { kind: 'lognormal', medianMs: ms(input.median), p95Ms: ms(input.p95) };
    default:
      return input satisfies never;
  }
}

function fromDistribution(distribution: Distribution): DistributionInput {
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

function fromLink(link: Link): LinkInput {
  if (link.status !== 'degraded') return link;
  return { status: 'degraded', latency: formatDuration(link.latencyMs), loss: link.loss };
}
