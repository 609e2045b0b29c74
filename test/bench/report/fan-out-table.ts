/** Measures of sending to many clients as a table. */
import type { Broadcasted } from '../stages/ceilings.js';
import { cores, figure, millis, table } from './table.js';

export function fanOutTable(
  rows: readonly { readonly name: string; readonly measure: Broadcasted | undefined }[],
): string {
  const head = ['', 'clients', 'messages/s to each', 'messages/s', 'events/s', 'MB/s', 'lag p50', 'p99', 'cores'];
  return table(
    head,
    rows.map(({ name, measure: m }) => {
      if (!m) return [name, '–', 'not even the lowest rate held'];
      return [name, figure(m.clients), figure(m.messagesPerSecond / m.clients), figure(m.messagesPerSecond)]
        .concat(figure(m.eventsPerSecond), figure((m.bytes / m.events) * (m.eventsPerSecond / 1e6), 1))
        .concat(millis(m.lag.p50), millis(m.lag.p99), cores(m.cpu));
    }),
  );
}
