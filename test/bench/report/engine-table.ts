/** The engine in virtual time as a table. */
import type { EngineMeasures } from '../stages/engine.js';
import { figure, table } from './table.js';

export function engineTable({ scenario, eventsPerRun, eventsPerSecond, simulate, validate }: EngineMeasures): string {
  const mebibytes = (bytes: number): string => figure(bytes / 2 ** 20);
  return table(
    [scenario, 'seconds', 'MiB, peak', 'events/s of one core'],
    [
      [
        `one run, ${figure(eventsPerRun)} events`,
        figure(eventsPerRun / eventsPerSecond, 3),
        '',
        figure(eventsPerSecond),
      ],
      [`tandem simulate --runs ${simulate.runs}`, figure(simulate.seconds, 1), mebibytes(simulate.peakBytes), ''],
      ['tandem validate', figure(validate.seconds, 2), mebibytes(validate.peakBytes), ''],
    ],
  );
}
