/** From the form of a scenario that the engine runs to the one that its author writes. It needs nothing of a server. */
import type { Plain } from '#domain/kernel/brand.js';
import type { Chain, Policy, Step } from '#domain/policy/policy.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import type { Distribution, Link, UnitDefinition } from '#domain/unit/unit.js';
import { formatDuration } from '#contracts/scenario/duration.js';
import { compact, mapValues, optionalText } from './compile-parts.js';
import type {
  ChainInput,
  DistributionInput,
  LinkInput,
  RouteInput,
  ScenarioInput,
  StepInput,
  TargetInput,
  UnitInput,
} from '#contracts/scenario/scenario-shape.js';

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
    sponsor,
    sites,
    injects: _i,
    expectations: _e,
    ...rest
  } = scenario;
  return compact<ScenarioInput>({
    ...structuredClone(rest),
    title: { ...title },
    description: description && { ...description },
    sponsor: sponsor && { ...sponsor },
    duration: formatDuration(durationMs),
    sites: sites.map((site) => structuredClone({ ...site, name: { ...site.name } })),
    units: units.map(fromUnit),
    links: links && compact({ PAK: links.PAK && fromLink(links.PAK), CHN: links.CHN && fromLink(links.CHN) }),
    policy: fromPolicy(policy),
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

function fromStep({ id, delayMs, targets, requirement, ackWithinMs }: Step): StepInput {
  return compact<StepInput>({
    id,
    delay: optionalText(delayMs),
    targets: targets.map((target): TargetInput => ({ ...target })),
    requirement,
    ackWithin: formatDuration(ackWithinMs),
  });
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
