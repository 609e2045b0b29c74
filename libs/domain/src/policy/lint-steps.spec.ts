/** What the lint finds in the steps of a chain: questions that were asked before, and answers that come too late. */
import type { Plain } from '../kernel/brand.js';
import {
  MINUTE,
  SAMPLE_BEHAVIOUR,
  SAMPLE_UNITS,
  sampleChain,
  samplePolicy,
  sampleScenario,
  sampleSite,
  sampleStep,
  sampleUnit,
} from '../testing/sample-scenario.js';
import type { Scenario } from '../exercise/scenario.js';
import type { Distribution, UnitDefinition } from '../unit/unit.js';
import { lintScenario } from '../exercise/lint.js';
import type { Chain, Policy, Requirement, Target } from './policy.js';

function found(scenario: Partial<Plain<Scenario>>): string[] {
  return lintScenario(sampleScenario(scenario)).map(({ code, path }) => `${code} ${path}`);
}

/** A site without nationals: what a spec leaves out of its chain is then nobody's loss. */
const emptySites = [sampleSite({ id: 'plant', nationals: {} })];

describe('the lint warns of a step that asks nothing new', () => {
  const covered = ['COVERED_STEP policy.chains.standard.steps[1].targets'];
  const units = [
    ...SAMPLE_UNITS,
    sampleUnit({ id: 'rescue', kind: 'rescue-service', jurisdiction: { sites: ['plant'] }, authority: ['inform'] }),
  ];
  const policy = (
    first: readonly Plain<Target>[],
    second: readonly Plain<Target>[],
    requirement: Requirement,
  ): Policy =>
    samplePolicy({
      chains: {
        standard: sampleChain({
          steps: [
            sampleStep({ targets: first, requirement: 'any' }),
            sampleStep({ id: 'second', targets: second, requirement }),
          ],
        }),
      },
      groups: { pair: ['spu', 'police-sindh'], chinese: ['consulate', 'desk'] },
    });
  const after = (first: Plain<Target>[], second: Plain<Target>[], requirement: Requirement = 'any'): string[] =>
    found({ sites: emptySites, units, policy: policy(first, second, requirement) }).filter(
      (line) => !line.startsWith('UNUSED_GROUP'),
    );

  const spu: Plain<Target> = { unit: 'spu', action: 'respond' };
  const sindh: Plain<Target> = { unit: 'police-sindh', action: 'respond' };
  const taken: [string, Plain<Target>[], Plain<Target>[]][] = [
    ['the same unit and action', [spu, sindh], [spu]],
    ['inform after respond', [spu], [{ unit: 'spu', action: 'inform' }]],
    ['inform after secure', [{ unit: 'spu', action: 'secure' }], [{ unit: 'spu', action: 'inform' }]],
    ['the same kind', [{ kind: 'consulate', action: 'consular' }], [{ kind: 'consulate', action: 'consular' }]],
    ['a kind of a side', [{ side: 'CHN', action: 'advise' }], [{ kind: 'consulate', action: 'advise' }]],
    ['a group of a side', [{ side: 'PAK', action: 'respond' }], [{ group: 'pair', action: 'respond' }]],
    ['a unit of a group', [{ group: 'pair', action: 'respond' }], [sindh]],
    ['a group of named units', [spu, sindh], [{ group: 'pair', action: 'inform' }]],
    ['a unit of either of two', [{ side: 'CHN', action: 'inform' }, spu], [spu, { unit: 'desk', action: 'inform' }]],
  ];
  it.each(taken)('%s', (_, first, second) => {
    expect(after(first, second)).toEqual(covered);
    expect(after(first, second, 'all')).toEqual(covered);
  });

  const fresh: [string, Plain<Target>[], Plain<Target>[]][] = [
    ['another action', [{ unit: 'spu', action: 'secure' }], [spu]],
    ['respond after inform', [{ unit: 'spu', action: 'inform' }], [spu]],
    ['another unit beside', [spu], [spu, sindh]],
    ['a unit of a kind, which covers some sites only', [{ kind: 'provincial-police', action: 'respond' }], [sindh]],
    ['a side after a part of it', [{ group: 'pair', action: 'respond' }], [{ side: 'PAK', action: 'respond' }]],
    [
      'a side’s inform after its respond, which some have no authority for',
      [{ side: 'PAK', action: 'respond' }],
      [{ side: 'PAK', action: 'inform' }],
    ],
    [
      'what the first target of a step has narrowed',
      [
        { unit: 'spu', action: 'inform' },
        { side: 'PAK', action: 'respond' },
      ],
      [spu],
    ],
    ['the other side', [{ side: 'PAK', action: 'inform' }], [{ group: 'chinese', action: 'inform' }]],
  ];
  it.each(fresh)('but not of one that asks %s', (_, first, second) => {
    expect(after(first, second)).toEqual([]);
  });

  it('with the units behind a kind, and what follows from it', () => {
    const kind: Plain<Target> = { kind: 'provincial-police', action: 'respond' };
    const sites = [...emptySites, sampleSite({ id: 'road', province: 'Balochistan', nationals: {} })];
    const [finding] = lintScenario(sampleScenario({ sites, units, policy: policy([kind], [kind], 'any') }));
    expect(finding?.message).toBe(
      '"second" asks nothing new: "first" asked kind:provincial-police (police-sindh, police-balochistan) before; once they have acknowledged, it is skipped. Ask other units or another action.',
    );
  });
});

describe('the lint warns of an answer that can only come late', () => {
  const slow = (ms: number, unit: Partial<UnitDefinition> = {}): UnitDefinition =>
    sampleUnit({
      id: 'slow',
      behaviour: { ...SAMPLE_BEHAVIOUR, acknowledge: { kind: 'uniform', minMs: ms, maxMs: 60 * MINUTE } },
      ...unit,
    });
  const late = 'LATE_ANSWER policy.chains.standard.steps[0].targets[0]';
  const answering = (unit: UnitDefinition, chain: Partial<Plain<Chain>> = {}): string[] =>
    found({ sites: emptySites, units: [unit], policy: samplePolicy({ chains: { standard: asking(chain) } }) });
  const asking = (chain: Partial<Plain<Chain>>): Plain<Chain> =>
    sampleChain({
      steps: [sampleStep({ targets: [{ unit: 'slow', action: 'respond' }], requirement: 'any' })],
      ...chain,
    });

  it('than its notification expires', () => {
    expect(answering(slow(5 * MINUTE), { expireAfterMs: 5 * MINUTE })).toEqual([]);
    expect(answering(slow(5 * MINUTE + 1), { expireAfterMs: 5 * MINUTE })).toEqual([late]);
  });

  it('than the last step waits, delays and repeats included', () => {
    expect(answering(slow(5 * MINUTE))).toEqual([]);
    expect(answering(slow(5 * MINUTE + 1))).toEqual([late]);
    expect(answering(slow(10 * MINUTE), { repeat: 1 })).toEqual([]);
    expect(answering(slow(10 * MINUTE + 1), { repeat: 1 })).toEqual([late]);
  });

  it('but not of a unit that a person plays, or that may be quick', () => {
    expect(answering(slow(20 * MINUTE, { mode: 'played' }))).toEqual([]);
    const acknowledge: Distribution = { kind: 'lognormal', medianMs: 20 * MINUTE, p95Ms: 30 * MINUTE };
    expect(answering(slow(0, { behaviour: { ...SAMPLE_BEHAVIOUR, acknowledge } }))).toEqual([]);
  });
});
