import { branded } from '../testing/branded.js';
import type { Plain } from '../kernel/brand.js';
import { samplePolicy, sampleScenario, sampleStep, sampleUnit, SAMPLE_UNITS } from '../testing/sample-scenario.js';
import type { Target } from './policy.js';
import { resolveTargets, type TargetQuestion, type TargetWorld } from './resolve-targets.js';

function resolve(
  targets: Plain<Target>[],
  question: Partial<TargetQuestion> = {},
  world: Partial<Plain<TargetWorld>> = {},
) {
  const asked: TargetQuestion = { step: sampleStep({ targets }), class: 'JOINT', site: 'plant', ...question };
  const { addressees, unreached } = resolveTargets(
    branded<TargetWorld>({ scenario: sampleScenario(), units: {}, ...world }),
    asked,
  );
  return {
    asked: addressees.map(({ unit, action }) => `${unit}:${action}`),
    not: unreached.map(({ target, reason }) => `${target}:${reason}`),
  };
}

describe('a step addresses', () => {
  it('the units of a kind whose jurisdiction covers the site', () => {
    expect(resolve([{ kind: 'provincial-police', action: 'respond' }])).toEqual({
      asked: ['police-sindh:respond'],
      not: [],
    });
    expect(resolve([{ kind: 'provincial-police', action: 'respond' }], { site: 'road' }).asked).toEqual([
      'police-balochistan:respond',
    ]);
  });

  it('them in the order of the scenario, whatever gives each its say', () => {
    const units = ['by-province', 'by-site', 'by-both'].map((id) => ({
      ...sampleUnit({ id }),
      jurisdiction: {
        ...(id !== 'by-site' && { provinces: ['Sindh'] }),
        ...(id !== 'by-province' && { sites: ['plant'] }),
      },
    }));
    expect(
      resolve([{ kind: 'provincial-police', action: 'respond' }], {}, { scenario: sampleScenario({ units }) }).asked,
    ).toEqual(['by-province:respond', 'by-site:respond', 'by-both:respond']);
  });

  it('a side, a group and a named unit wherever the incident is', () => {
    const scenario = sampleScenario({ policy: samplePolicy({ groups: { wave: ['desk', 'spu'] } }) });
    expect(resolve([{ side: 'CHN', action: 'inform' }]).asked).toEqual(['consulate:inform', 'desk:inform']);
    expect(resolve([{ group: 'wave', action: 'inform' }], {}, { scenario }).asked).toEqual([
      'desk:inform',
      'spu:inform',
    ]);
    expect(resolve([{ unit: 'police-balochistan', action: 'inform' }]).asked).toEqual(['police-balochistan:inform']);
  });

  it('the groups of the policy that the incident has pinned', () => {
    const policy = { groups: { wave: ['spu'] } };
    expect(resolve([{ group: 'wave', action: 'secure' }], {}, { policy }).asked).toEqual(['spu:secure']);
  });

  it('each unit once, by the first target under which it may be asked', () => {
    const targets: Plain<Target>[] = [
      { unit: 'consulate', action: 'respond' },
      { kind: 'consulate', action: 'consular' },
      { side: 'CHN', action: 'inform' },
    ];
    expect(resolve(targets)).toEqual({ asked: ['consulate:consular', 'desk:inform'], not: [] });
  });

  it('only the side that is missing, when asked so', () => {
    const targets: Plain<Target>[] = [
      { unit: 'spu', action: 'respond' },
      { unit: 'consulate', action: 'consular' },
    ];
    expect(resolve(targets, { onlySides: ['CHN'] })).toEqual({
      asked: ['consulate:consular'],
      not: ['spu:side-has-acknowledged'],
    });
  });
});

describe('a step leaves out', () => {
  const police: Plain<Target> = { unit: 'police-sindh', action: 'respond' };

  it('a unit that is off duty now, whatever it was at the start', () => {
    expect(resolve([police], {}, { units: { 'police-sindh': { duty: 'off' } } }).not).toEqual([
      'police-sindh:off-duty',
    ]);
    const off = SAMPLE_UNITS.map((unit) => ({ ...unit, duty: 'off' as const }));
    const scenario = sampleScenario({ units: off });
    expect(resolve([police], {}, { scenario }).not).toEqual(['police-sindh:off-duty']);
    expect(resolve([police], {}, { scenario, units: { 'police-sindh': { duty: 'on' } } }).asked).toHaveLength(1);
  });

  it('a unit without authority for the action', () => {
    expect(resolve([{ ...police, action: 'consular' }]).not).toEqual(['police-sindh:lacks-authority']);
  });

  it('a CHN unit asked to secure while foreign responders are prohibited, even one with such authority', () => {
    const units = SAMPLE_UNITS.map((unit) => ({ ...unit, authority: ['respond', 'secure', 'inform'] as const }));
    const target: Plain<Target> = { side: 'CHN', action: 'secure' };
    const prohibited = sampleScenario({ units });
    const permitted = sampleScenario({ units, rules: { foreignResponders: 'permitted' } });
    expect(resolve([target], {}, { scenario: prohibited })).toEqual({
      asked: [],
      not: ['consulate:sovereignty', 'desk:sovereignty'],
    });
    expect(resolve([target], {}, { scenario: permitted }).asked).toEqual(['consulate:secure', 'desk:secure']);
  });

  it('the side that may not know of the incident', () => {
    const targets: Plain<Target>[] = [police, { unit: 'consulate', action: 'inform' }];
    expect(resolve(targets, { class: 'PAK' })).toEqual({
      asked: ['police-sindh:respond'],
      not: ['consulate:not-releasable'],
    });
    expect(resolve(targets, { class: 'CHN' }).not).toEqual(['police-sindh:not-releasable']);
  });

  it('a unit that has acknowledged already', () => {
    expect(resolve([police], { isCovered: (unit) => unit === 'police-sindh' }).not).toEqual([
      'police-sindh:already-acknowledged',
    ]);
  });

  it('nobody silently: it says what a target came to', () => {
    expect(
      resolve([
        { unit: 'nobody', action: 'inform' },
        { group: 'no-group', action: 'inform' },
        { kind: 'rescue-service', action: 'respond' },
      ]).not,
    ).toEqual(['nobody:no-such-unit', 'group:no-group:no-such-unit', 'kind:rescue-service:no-such-unit']);
    expect(resolve([{ kind: 'company-security-desk', action: 'inform' }], { site: 'road' }).not).toEqual([
      'kind:company-security-desk:no-jurisdiction',
    ]);
    expect(resolve([{ kind: 'consulate', action: 'inform' }], { site: undefined }).not).toEqual([
      'kind:consulate:no-site',
    ]);
  });
});
