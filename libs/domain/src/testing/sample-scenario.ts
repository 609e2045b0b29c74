/** A small scenario for specs: two sites, five units, one chain. Each part can be replaced. */
import type { Plain } from '../kernel/brand.js';
import { branded } from './branded.js';
import type { Chain, Policy, Route, Step } from '../policy/policy.js';
import type { RoutingFacts } from '../policy/routing-facts.js';
import type { Behaviour, UnitDefinition } from '../unit/unit.js';
import type { Scenario } from '../exercise/scenario.js';
import type { Site } from '../unit/register.js';

export const MINUTE = 60_000;

export function sampleSite(site: Partial<Site> & { readonly id: string }): Site {
  return {
    name: { en: site.id },
    kind: 'power-plant',
    province: 'Sindh',
    consularDistrict: 'Karachi',
    position: { lat: 25, lon: 68 },
    nationals: { PAK: 400, CHN: 60 },
    ...site,
  };
}

export const SAMPLE_BEHAVIOUR: Behaviour = {
  acknowledge: { kind: 'fixed', ms: MINUTE },
  declineChance: 0,
  silentChance: 0,
  enRoute: { kind: 'fixed', ms: MINUTE },
  onScene: { kind: 'fixed', ms: MINUTE },
  clear: { kind: 'fixed', ms: MINUTE },
};

export function sampleUnit(unit: Partial<Plain<UnitDefinition>> & { readonly id: string }): UnitDefinition {
  return branded<UnitDefinition>({
    name: { en: unit.id },
    side: 'PAK',
    kind: 'provincial-police',
    jurisdiction: { provinces: ['Sindh'] },
    authority: unit.side === 'CHN' ? ['advise', 'inform', 'consular'] : ['respond', 'secure', 'inform'],
    capacity: 2,
    duty: 'on',
    mode: 'simulated',
    behaviour: SAMPLE_BEHAVIOUR,
    ...unit,
  });
}

export const SAMPLE_UNITS: readonly UnitDefinition[] = [
  sampleUnit({ id: 'spu', kind: 'special-protection-unit', jurisdiction: { provinces: ['Sindh', 'Balochistan'] } }),
  sampleUnit({ id: 'police-sindh' }),
  sampleUnit({ id: 'police-balochistan', jurisdiction: { provinces: ['Balochistan'] } }),
  sampleUnit({ id: 'consulate', side: 'CHN', kind: 'consulate', jurisdiction: { consularDistricts: ['Karachi'] } }),
  sampleUnit({ id: 'desk', side: 'CHN', kind: 'company-security-desk', jurisdiction: { sites: ['plant'] } }),
];

export function sampleStep(step: Partial<Plain<Step>> = {}): Step {
  return branded<Step>({
    id: 'first',
    targets: [
      { kind: 'provincial-police', action: 'respond' },
      { kind: 'consulate', action: 'consular' },
    ],
    requirement: 'each-side',
    ackWithinMs: 5 * MINUTE,
    ...step,
  });
}

export function sampleChain(chain: Partial<Plain<Chain>> = {}): Chain {
  return branded<Chain>({ steps: [sampleStep()], repeat: 0, expireAfterMs: 30 * MINUTE, ...chain });
}

export function samplePolicy(policy: Partial<Plain<Policy>> = {}): Policy {
  return branded<Policy>({
    id: 'standard',
    version: 1,
    correlationWindowMs: 10 * MINUTE,
    route: { id: 'default', chain: 'standard' },
    chains: { standard: sampleChain() },
    groups: {},
    ...policy,
  });
}

/** A policy whose default has these children, with the sample chain for each chain that they name. */
export function policyWithRoutes(routes: readonly Plain<Route>[]): Policy {
  const chains = [...namedChains(routes)].map((chain) => [chain, sampleChain()] as const);
  return samplePolicy({
    route: { id: 'default', chain: 'standard', routes },
    chains: { standard: sampleChain(), ...Object.fromEntries(chains) },
  });
}

function namedChains(routes: readonly Plain<Route>[]): Set<string> {
  return new Set(
    routes.flatMap((route) => [...(route.chain ? [route.chain] : []), ...namedChains(route.routes ?? [])]),
  );
}

export function sampleScenario(scenario: Partial<Plain<Scenario>> = {}): Scenario {
  return branded<Scenario>({
    id: 'sample',
    title: { en: 'Sample' },
    seed: 'sample',
    durationMs: 120 * MINUTE,
    rules: { foreignResponders: 'prohibited' },
    sites: [
      sampleSite({ id: 'plant' }),
      sampleSite({ id: 'road', kind: 'highway', province: 'Balochistan', position: { lat: 28, lon: 65 } }),
    ],
    units: SAMPLE_UNITS,
    policy: samplePolicy(),
    ...scenario,
  });
}

export function sampleFacts(facts: Partial<RoutingFacts> = {}): RoutingFacts {
  return {
    site: 'plant',
    category: ['Safety'],
    event: ['Road accident'],
    urgency: 'Immediate',
    severity: 'Severe',
    certainty: 'Observed',
    responseType: [],
    msgType: 'Alert',
    status: 'Exercise',
    scope: 'Private',
    sender: 'control@exercise.example',
    class: 'JOINT',
    nationals: {},
    casualties: {},
    ...facts,
  };
}
