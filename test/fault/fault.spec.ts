/**
 * Nothing is lost, whatever dies. `npm test` runs it for a short while, `npm run fault` for ten minutes. FAULT_SECONDS,
 * FAULT_SEED and FAULT_BACKEND (redis or postgres) in the environment say otherwise.
 */
import process from 'node:process';
import { FAULTS } from './faults.js';
import { faultRun } from './fault-run.js';

const seconds = Number(process.env['FAULT_SECONDS'] ?? 12);
const seed = process.env['FAULT_SEED'] ?? 'tandem';
const backend = process.env['FAULT_BACKEND'] === 'postgres' ? 'postgres' : 'redis';

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
