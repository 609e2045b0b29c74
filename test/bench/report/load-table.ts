/** Measures of loads as a table. */
import type { LoadMeasure } from '../measure/load-measure.js';
import { cores, figure, millis, table } from './table.js';

/** One row for each measure: what was offered and accepted, and the latencies to each place. */
export function loadTable(
  rows: readonly { readonly name: string; readonly measure: LoadMeasure | undefined }[],
): string {
  const places = [...new Set(rows.flatMap(({ measure }) => Object.keys(measure?.arrivals ?? {})))];
  const head = ['', 'offered/s', 'accepted/s', 'accept p50', 'p99']
    .concat(places.flatMap((place) => [`to ${place} p50`, 'p99']))
    .concat('keeps up', 'cores');
  return table(
    head,
    rows.map(({ name, measure: m }) => {
      if (!m) return [name, '–', 'not even the lowest rate held'];
      return [name, m.rate === 0 ? 'all it can' : figure(m.rate), figure(m.acceptedPerSecond)]
        .concat(millis(m.accept.p50), millis(m.accept.p99))
        .concat(places.flatMap((place) => arrival(m, place)))
        .concat(m.keepsUp ? 'yes' : 'no', cores(m.cpu));
    }),
  );
}

function arrival(measure: LoadMeasure, place: string): [string, string] {
  const latency = measure.arrivals[place];
  const missing = latency && latency.missing > 0 ? ` (${figure(latency.missing)} missing)` : '';
  return [millis(latency?.p50), `${millis(latency?.p99)}${missing}`];
}
