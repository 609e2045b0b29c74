/** What the checks of scenarios within all bounds cost. They run in a thread of the API with a deadline of seconds. */
import { lintScenario } from '#domain/exercise/lint.js';
import { LARGEST, largeScenario } from '../testing/largest-samples.js';
import { inspectScenario, parseScenario } from '../check/check-scenario.js';
import { MAX_PROBLEMS } from '../check/check-schema.js';

/** Of this process, ms: others on the same machine do not count. */
function costOf(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

describe('the lint of 2,000 sites, 2,000 units and 600 chains', () => {
  const scenario = parseScenario(largeScenario());

  it('takes less than a second, and looks at everything', () => {
    let codes: string[] = [];
    const cost = costOf(() => (codes = lintScenario(scenario).map(({ code }) => code)));
    expect(codes.filter((code) => code === 'COVERED_STEP')).toHaveLength(1_200);
    expect(codes).not.toContain('LINT_UNFINISHED');
    expect(cost).toBeLessThan(1_000);
  });
});

describe('all checks of a scenario within its bounds', () => {
  it.each(Object.keys(LARGEST))('end within seconds: %s', (name) => {
    const json = LARGEST[name]?.();
    expect(JSON.stringify(json).length).toBeLessThan(2 * 1024 * 1024);
    let problems: readonly { code: string; level?: string | undefined }[] = [];
    const cost = costOf(() => ({ problems } = inspectScenario(json)));
    expect(problems.filter(({ level }) => level !== 'warning')).toEqual([]);
    expect(problems.length).toBeLessThanOrEqual(MAX_PROBLEMS);
    expect(cost).toBeLessThan(5_000);
  });
});
