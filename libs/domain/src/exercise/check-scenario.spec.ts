import type { Plain } from '../kernel/brand.js';
import type { Condition, Policy, Target } from '../policy/policy.js';
import type { Behaviour } from '../unit/unit.js';
import { checkScenario } from './check-scenario.js';
import type { Scenario } from './scenario.js';
import {
  SAMPLE_BEHAVIOUR,
  SAMPLE_UNITS,
  sampleChain,
  samplePolicy,
  sampleScenario,
  sampleSite,
  sampleStep,
  sampleUnit,
} from '../testing/sample-scenario.js';

function found(scenario: Partial<Plain<Scenario>>): string[] {
  return checkScenario(sampleScenario(scenario)).map(({ code, path, level }) => {
    expect(level).toBe('error');
    return `${code} ${path}`;
  });
}
const withPolicy = (policy: Partial<Plain<Policy>>): string[] => found({ policy: samplePolicy(policy) });
const withCondition = (match: Condition): string[] =>
  withPolicy({ route: { id: 'default', chain: 'standard', routes: [{ id: 'child', match }] } });
const withTarget = (target: Plain<Target>, scenario: Partial<Plain<Scenario>> = {}): string[] => {
  const chains = { standard: sampleChain({ steps: [sampleStep({ targets: [target] })] }) };
  return found({ ...scenario, policy: samplePolicy({ chains, groups: { desks: ['desk'] } }) });
};
const withBehaviour = (behaviour: Partial<Behaviour>): string[] =>
  found({ units: [...SAMPLE_UNITS, sampleUnit({ id: 'new', behaviour: { ...SAMPLE_BEHAVIOUR, ...behaviour } })] });

describe('a scenario loads', () => {
  it('when nothing is wrong with it', () => {
    expect(found({})).toEqual([]);
  });
});

describe('a scenario does not load', () => {
  it('with an id twice', () => {
    expect(found({ sites: [sampleSite({ id: 'plant' }), sampleSite({ id: 'plant' })] })).toEqual([
      'DUPLICATE_ID sites[1].id',
    ]);
    expect(found({ units: [...SAMPLE_UNITS, sampleUnit({ id: 'spu' })] })).toEqual(['DUPLICATE_ID units[5].id']);
    expect(withPolicy({ chains: { standard: sampleChain({ steps: [sampleStep(), sampleStep()] }) } })).toEqual([
      'DUPLICATE_ID policy.chains.standard.steps[1].id',
    ]);
    expect(withPolicy({ route: { id: 'r', chain: 'standard', routes: [{ id: 'r' }] } })).toEqual([
      'DUPLICATE_ID policy.route.routes[0].id',
    ]);
    expect(withPolicy({ groups: { wave: ['spu', 'spu'] } })).toEqual(['DUPLICATE_ID policy.groups.wave[1]']);
  });

  it('with a reference to nothing', () => {
    expect(withTarget({ unit: 'nobody', action: 'inform' })).toEqual([
      'UNKNOWN_UNIT policy.chains.standard.steps[0].targets[0].unit',
    ]);
    expect(withTarget({ group: 'toString', action: 'inform' })).toEqual([
      'UNKNOWN_GROUP policy.chains.standard.steps[0].targets[0].group',
    ]);
    expect(withPolicy({ groups: { wave: ['nobody'] } })).toEqual(['UNKNOWN_UNIT policy.groups.wave[0]']);
    expect(withPolicy({ route: { id: 'default', chain: 'none' } })).toEqual(['UNKNOWN_CHAIN policy.route.chain']);
    expect(found({ units: [...SAMPLE_UNITS, sampleUnit({ id: 'new', jurisdiction: { sites: ['gone'] } })] })).toEqual([
      'UNKNOWN_SITE units[5].jurisdiction.sites[0]',
    ]);
    expect(withCondition({ not: { field: 'site.id', oneOf: ['plant', 'gone'] } })).toEqual([
      'UNKNOWN_SITE policy.route.routes[0].match.not.oneOf',
    ]);
  });

  it('without a default for every alert', () => {
    expect(withPolicy({ route: { id: 'default', match: { field: 'site.id', exists: true } } })).toEqual([
      'DEFAULT_ROUTE policy.route.chain',
      'DEFAULT_ROUTE policy.route.match',
    ]);
  });

  it('with a chain without steps, or a step without targets', () => {
    expect(withPolicy({ chains: { standard: sampleChain({ steps: [] }) } })).toEqual([
      'CHAIN_WITHOUT_STEPS policy.chains.standard.steps',
    ]);
    expect(withPolicy({ chains: { standard: sampleChain({ steps: [sampleStep({ targets: [] })] }) } })).toEqual([
      'STEP_WITHOUT_TARGETS policy.chains.standard.steps[0].targets',
    ]);
  });

  it('with a unit kind of the other side', () => {
    expect(found({ units: [...SAMPLE_UNITS, sampleUnit({ id: 'new', kind: 'embassy' })] })).toEqual([
      'KIND_OF_OTHER_SIDE units[5].kind',
    ]);
  });

  it('with chances, capacities, counts or durations out of range', () => {
    expect(withBehaviour({ declineChance: 1.1 })).toEqual(['CHANCE_OUT_OF_RANGE units[5].behaviour.declineChance']);
    expect(withBehaviour({ silentChance: Number.NaN })).toEqual([
      'CHANCE_OUT_OF_RANGE units[5].behaviour.silentChance',
    ]);
    expect(withBehaviour({ declineChance: 0.6, silentChance: 0.5 })).toEqual([
      'CHANCE_OUT_OF_RANGE units[5].behaviour',
    ]);
    expect(withBehaviour({ clear: { kind: 'uniform', minMs: 2, maxMs: 1 } })).toEqual([
      'DURATION_OUT_OF_RANGE units[5].behaviour.clear.max',
    ]);
    expect(withBehaviour({ clear: { kind: 'lognormal', medianMs: 0, p95Ms: 1 } })).toEqual([
      'DURATION_OUT_OF_RANGE units[5].behaviour.clear.median',
    ]);
    expect(found({ units: [...SAMPLE_UNITS, sampleUnit({ id: 'new', capacity: 0 })] })).toEqual([
      'CAPACITY_OUT_OF_RANGE units[5].capacity',
    ]);
    expect(found({ links: { CHN: { status: 'degraded', latencyMs: -1, loss: 2 } } })).toEqual([
      'CHANCE_OUT_OF_RANGE links.CHN.loss',
      'DURATION_OUT_OF_RANGE links.CHN.latency',
    ]);
    expect(withPolicy({ chains: { standard: sampleChain({ repeat: -1, remindEveryMs: 0 }) } })).toEqual([
      'DURATION_OUT_OF_RANGE policy.chains.standard.remindEvery',
      'COUNT_OUT_OF_RANGE policy.chains.standard.repeat',
    ]);
    expect(withPolicy({ chains: { standard: sampleChain({ repeat: 20 }) } })).toEqual([]);
    expect(withPolicy({ chains: { standard: sampleChain({ repeat: 21 }) } })).toEqual([
      'COUNT_OUT_OF_RANGE policy.chains.standard.repeat',
    ]);
    expect(found({ durationMs: 0 })).toEqual(['DURATION_OUT_OF_RANGE duration']);
  });

  it('with a test that makes no sense for its field', () => {
    const path = 'TEST_NOT_APPLICABLE policy.route.routes[0].match';
    expect(withCondition({ field: 'alert.severity', atLeast: 'Grave' })).toEqual([`${path}.atLeast`]);
    expect(withCondition({ field: 'alert.category', atLeast: 'Fire' })).toEqual([`${path}.atLeast`]);
    expect(withCondition({ field: 'site.nationals.CHN', equals: '3' })).toEqual([`${path}.equals`]);
    expect(withCondition({ field: 'alert.event', equals: 3 })).toEqual([`${path}.equals`]);
    expect(withCondition({ field: 'site.nationals.CHN', within: [5, 4] })).toEqual([`${path}.within`]);
    expect(withCondition({ field: 'alert.severity', within: ['Severe', 'Minor'] })).toEqual([`${path}.within`]);
    expect(withCondition({ field: 'site.position', equals: 'here' })).toEqual([path]);
    expect(withCondition({ any: [{ field: 'site.kind', within: { lat: 1, lon: 1, radiusKm: 1 } }] })).toEqual([
      `${path}.any[0].within`,
    ]);
    expect(withCondition({ field: 'alert.severity', within: ['Minor', 'Severe'] })).toEqual([]);
  });

  describe('while foreign responders are prohibited', () => {
    const path = 'SOVEREIGNTY_RULE policy.chains.standard.steps[0].targets[0]';
    const targets: [string, Plain<Target>][] = [
      ['a CHN unit', { unit: 'desk', action: 'respond' }],
      ['a group with a CHN unit', { group: 'desks', action: 'secure' }],
      ['a CHN kind', { kind: 'embassy', action: 'respond' }],
      ['the CHN side', { side: 'CHN', action: 'secure' }],
    ];
    it.each(targets)('when a step would ask %s to respond or secure', (_, target) => {
      expect(withTarget(target)).toEqual([path]);
      expect(withTarget(target, { rules: { foreignResponders: 'permitted' } })).toEqual([]);
      expect(withTarget({ ...target, action: 'inform' })).toEqual([]);
    });

    it('when a CHN unit has such authority', () => {
      const units = [...SAMPLE_UNITS, sampleUnit({ id: 'new', side: 'CHN', kind: 'embassy', authority: ['secure'] })];
      expect(found({ units })).toEqual(['SOVEREIGNTY_RULE units[5].authority']);
      expect(found({ units, rules: { foreignResponders: 'permitted' } })).toEqual([]);
    });

    it('but it does when PAK units are asked', () => {
      expect(withTarget({ side: 'PAK', action: 'respond' })).toEqual([]);
      expect(withTarget({ kind: 'rescue-service', action: 'respond' })).toEqual([]);
      expect(withTarget({ kind: 'embassy', side: 'PAK', action: 'respond' })).toEqual([]);
    });
  });
});
