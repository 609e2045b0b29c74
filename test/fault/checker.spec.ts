/**
 * The checker that judges the fault run can fail: it finds each of two faults that are planted in the workers.
 */
import { faultRun, type FaultRunResult } from './fault-run.js';

const EARLY_ACKNOWLEDGEMENT = new URL('./planted/early-acknowledgement.js', import.meta.url);
const SEQUENCE_NUMBERS = new URL('./planted/sequence-numbers.js', import.meta.url);

const TIMEOUT_MS = 180_000;

describe('the checker', () => {
  it(
    'finds a wake-up that is acknowledged before the commit, and numbers that come from a sequence',
    async () => {
      // Both at a time: each waits for clocks and starts most of its own.
      const [early, numbers] = await Promise.all([planted(EARLY_ACKNOWLEDGEMENT), planted(SEQUENCE_NUMBERS)]);
      console.log(early.text, '\n', numbers.text);
      const lost = { invariant: 'I4', what: expect.stringContaining('it was lost') };
      expect(early.report.violations).toContainEqual(lost);
      expect(numbers.report.counts.I3).toBeGreaterThan(0);
      expect(numbers.report.counts.I8).toBeGreaterThan(0);
    },
    TIMEOUT_MS,
  );
});

/** The workers run from `dist/`, and so does what is planted in them. */
function planted(source: URL): Promise<FaultRunResult> {
  const compiled = new URL(source.href.replace('/test/fault/', '/dist/test/fault/'));
  return faultRun({
    seed: 'tandem',
    seconds: 4,
    backend: 'redis',
    apis: 1,
    faults: ['kill-worker'],
    planted: compiled,
    quietWithin: 3,
  });
}
