/** From an authored scenario to the scenario that the engine runs; `to-authored.ts` is the reverse. */
import { chainId, unitId } from '#domain/kernel/ids.js';
import type { Chain, Condition, FieldTest, Policy, Route, Step, Target } from '#domain/policy/policy.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import type { Distribution, PreparedAnswer, UnitDefinition } from '#domain/unit/unit.js';
import { compact, localized, mapValues, ms, optionalMs, toLink } from './compile-values.js';
import { compileExpectation, compileInject } from './compile-script.js';
import { scriptContext } from './script-alerts.js';
import type { AuthoredCondition, AuthoredRoute } from '#contracts/scenario/policy-schema.js';
import type {
  AuthoredAnswer,
  AuthoredChain,
  AuthoredDistribution,
  AuthoredScenario,
  AuthoredStep,
  AuthoredUnit,
} from '#contracts/scenario/scenario-schema.js';

/** @param authored matches `scenarioSchema` */
export function compileScenario(authored: AuthoredScenario): Scenario {
  const {
    id,
    title,
    description,
    sponsor,
    seed = id,
    duration,
    startsAt,
    rules,
    sites,
    units,
    links,
    policy,
  } = authored;
  const { injects = [], expectations = [] } = authored;
  const context = scriptContext({ id, seed, startsAt }, injects);
  return compact<Scenario>({
    id,
    title: localized(title),
    description: description === undefined ? undefined : localized(description),
    sponsor: sponsor === undefined ? undefined : localized(sponsor),
    seed,
    durationMs: ms(duration),
    startsAt,
    rules: { foreignResponders: rules?.foreignResponders ?? 'prohibited' },
    sites: sites.map((site) => ({ ...site, name: localized(site.name) })),
    units: units.map(toUnit),
    links: links && compact({ PAK: links.PAK && toLink(links.PAK), CHN: links.CHN && toLink(links.CHN) }),
    policy: compilePolicy(policy),
    injects: injects.length > 0 ? injects.map((inject) => compileInject(inject, context)) : undefined,
    expectations: expectations.length > 0 ? expectations.map(compileExpectation) : undefined,
  });
}

function toUnit(unit: AuthoredUnit): UnitDefinition {
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
    answers: unit.answers?.map(toAnswer),
  });
}

function toAnswer({ about, after, text, release }: AuthoredAnswer): PreparedAnswer {
  return compact<PreparedAnswer>({
    about: about && compact(about),
    afterMs: ms(after),
    text: localized(text),
    release: release && compact({ ...release, class: release.class ?? 'JOINT' }),
  });
}

export function compilePolicy(policy: AuthoredScenario['policy']): Policy {
  const { correlationWindow, closeAfter, jointDecision, release, messages, route, chains, groups, ...rest } = policy;
  return compact<Policy>({
    ...rest,
    correlationWindowMs: ms(correlationWindow),
    closeAfterMs: optionalMs(closeAfter),
    jointDecision: jointDecision && compact({ deadlockAfterMs: optionalMs(jointDecision.deadlockAfter) }),
    release: release && compact({ decideWithinMs: optionalMs(release.decideWithin) }),
    messages: messages && compact({ answerWithinMs: optionalMs(messages.answerWithin) }),
    route: toRoute(route),
    chains: mapValues(chains, toChain),
    groups: mapValues(groups ?? {}, (members) => members.map(unitId)),
  });
}

function toRoute({ id, match, chain, continue: goesOn, routes }: AuthoredRoute): Route {
  return compact<Route>({
    id,
    match: match && toCondition(match),
    chain: chain === undefined ? undefined : chainId(chain),
    continue: goesOn,
    routes: routes?.map(toRoute),
  });
}

/** The schema ensures that exactly one of the keys is present. */
function toCondition(input: AuthoredCondition): Condition {
  if (input.all) return { all: input.all.map(toCondition) };
  if (input.any) return { any: input.any.map(toCondition) };
  if (input.not) return { not: toCondition(input.not) };
  return compact(input) as FieldTest;
}

function toChain({ steps, repeat = 0, remindEvery, ackExpires, expireAfter, onRaise }: AuthoredChain): Chain {
  return compact<Chain>({
    steps: steps.map(toStep),
    repeat,
    remindEveryMs: optionalMs(remindEvery),
    ackExpiresMs: optionalMs(ackExpires),
    expireAfterMs: ms(expireAfter),
    onRaise,
  });
}

function toStep({ id, delay, targets, requirement, ackWithin }: AuthoredStep): Step {
  return compact<Step>({
    id,
    delayMs: optionalMs(delay),
    targets: targets.map((target) => compact(target) as Target),
    requirement,
    ackWithinMs: ms(ackWithin),
  });
}

function toDistribution(input: AuthoredDistribution): Distribution {
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
