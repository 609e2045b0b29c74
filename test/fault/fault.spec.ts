/**
 * Nothing is lost, whatever dies. `npm test` runs it for a short while, `npm run fault` for ten minutes. FAULT_SECONDS,
 * FAULT_SEED and FAULT_BACKEND (redis or postgres) in the environment say otherwise.
 */
import process from 'node:process';
import { FAULTS, type Fault } from './faults.js';
import { faultRun, type FaultRunResult } from './fault-run.js';

const seconds = Number(process.env['FAULT_SECONDS'] ?? 12);
const seed = process.env['FAULT_SEED'] ?? 'tandem';
const backend = process.env['FAULT_BACKEND'] === 'postgres' ? 'postgres' : 'redis';

const EARLY_ACKNOWLEDGEMENT = new URL('./planted/early-acknowledgement.js', import.meta.url);
const SEQUENCE_NUMBERS = new URL('./planted/sequence-numbers.js', import.meta.url);

/** What load and faults take, and then quiet and the check. */
const TIMEOUT_MS = (2 * seconds + 180) * 1_000;

describe('an exercise under load', () => {
  it(
    'loses nothing, does nothing twice and misleads no viewer, whatever dies meanwhile',
    async () => {
      const { report, complaints, text } = await faultRun({
        seed,
        seconds,
        backend,
        apis: 2,
        faults: FAULTS,
        quietWithin: 40,
      });
      console.log(text);
      expect(report.violations).toEqual([]);
      expect(complaints).toEqual([]);
      expect(report.acknowledged).toBeGreaterThan(seconds * 20);
      expect(report.clients).toBe(5);
    },
    TIMEOUT_MS,
  );
});

describe('the checker', () => {
  it(
    'finds a wake-up that is acknowledged before the commit, and numbers that come from a sequence',
    async () => {
      // Both at a time: each waits for clocks and starts most of its own.
      const [early, numbers] = await Promise.all([
        planted(EARLY_ACKNOWLEDGEMENT, ['kill-worker', 'freeze-worker', 'kill-worker']),
        planted(SEQUENCE_NUMBERS, ['kill-worker', 'restart-postgres', 'kill-worker']),
      ]);
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
function planted(source: URL, faults: readonly Fault[]): Promise<FaultRunResult> {
  const compiled = new URL(source.href.replace('/test/fault/', '/dist/test/fault/'));
  return faultRun({ seed, seconds: 4, backend, apis: 1, faults, planted: compiled, quietWithin: 3 });
}
