/** From the authored form of a scenario to the one that the engine runs; the way back is in `authored-form.ts`. */
import { chainId, unitId } from '#domain/kernel/ids.js';
import type { Chain, Condition, FieldTest, Policy, Route, Step, Target } from '#domain/policy/policy.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import type { Distribution, UnitDefinition } from '#domain/unit/unit.js';
import { compact, localized, mapValues, ms, optionalMs, toLink } from './compile-parts.js';
import { toExpectation, toInject } from './compile-script.js';
import { scriptOf } from './script-alerts.js';
import type {
  ChainInput,
  ConditionInput,
  DistributionInput,
  RouteInput,
  ScenarioInput,
  StepInput,
  UnitInput,
} from '#contracts/scenario/scenario-shape.js';

/** `input` has the right shape: what `scenarioShape` gave. */
export function toScenario(input: ScenarioInput): Scenario {
  const { id, title, description, sponsor, seed = id, duration, startsAt, rules, sites, units, links, policy } = input;
  const { injects = [], expectations = [] } = input;
  const script = scriptOf({ id, seed, startsAt }, injects);
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
    policy: toPolicy(policy),
    injects: injects.length > 0 ? injects.map((inject) => toInject(inject, script)) : undefined,
    expectations: expectations.length > 0 ? expectations.map(toExpectation) : undefined,
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

function toStep({ id, delay, targets, requirement, ackWithin }: StepInput): Step {
  return compact<Step>({
    id,
    delayMs: optionalMs(delay),
    targets: targets.map((target) => compact(target) as Target),
    requirement,
    ackWithinMs: ms(ackWithin),
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
