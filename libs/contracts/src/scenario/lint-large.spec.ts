/** What the lint of a scenario of the largest size costs. */
import type { Plain } from '#domain/kernel/brand.js';
import { lintScenario } from '#domain/exercise/lint.js';
import type { Route, Target } from '#domain/policy/policy.js';
import { sampleChain, samplePolicy, sampleScenario, sampleStep, sampleUnit } from '#domain/testing/sample-scenario.js';

describe('the lint of a large scenario', () => {
  it('takes well under a second', () => {
    const ids = Array.from({ length: 2_000 }, (_, index) => `u${index}`);
    const units = ids.map((id, index) =>
      sampleUnit({ id, ...(index % 2 === 0 ? {} : { side: 'CHN', kind: 'consulate' }) }),
    );
    const targets: Target[] = [
      { side: 'PAK', action: 'respond' },
      { kind: 'consulate', action: 'inform' },
      { group: 'all', action: 'inform' },
    ];
    const steps = ['first', 'second', 'third'].map((id) => sampleStep({ id, targets, requirement: 'any' }));
    const chains = Object.fromEntries(ids.slice(0, 600).map((id) => [id, sampleChain({ steps })]));
    const routes = ids
      .slice(0, 200)
      .map((id): Plain<Route> => ({ id, match: { field: 'alert.source', equals: id }, chain: id }));
    const scenario = sampleScenario({
      units,
      policy: samplePolicy({ route: { id: 'default', chain: 'u0', routes }, chains, groups: { all: ids } }),
    });
    const start = process.cpuUsage();
    expect(lintScenario(scenario).filter(({ code }) => code === 'COVERED_STEP')).toHaveLength(1_200);
    expect(process.cpuUsage(start).user).toBeLessThan(1_000_000);
  });
});
