/** The cost per alert as a table. */
import type { CostMeasures } from '../stages/cost.js';
import { figure, table } from './table.js';

export function costTable(measures: readonly CostMeasures[]): string {
  const head = ['', 'CPU ms per alert', 'of which', 'worker MiB, peak', 'kept up'];
  const parts = (costs: Readonly<Record<string, number>>): string =>
    Object.entries(costs)
      .map(([name, ms]) => `${name} ${ms.toFixed(3)}`)
      .join(', ');
  const sum = (costs: Readonly<Record<string, number>>): string =>
    Object.values(costs)
      .reduce((a, b) => a + b, 0)
      .toFixed(3);
  return table(
    head,
    measures.flatMap(({ speed, alerts, first, last, workerPeakBytes, keptUp }) => [
      [`speed ${speed}: the first 10,000`, sum(first), parts(first), '', ''],
      [
        `speed ${speed}: 10,000 after ${figure(alerts)}`,
        sum(last),
        parts(last),
        figure(workerPeakBytes / 2 ** 20),
        keptUp ? 'yes' : 'no',
      ],
    ]),
  );
}
