/** The units that a trainer looks for first: those that people play, then those that cannot be reached. */
import type { UnitView } from '#domain/engine/read-models.js';

type Sortable = Pick<UnitView, 'id' | 'side' | 'mode' | 'duty' | 'link'>;

const MODES = { played: 0, remote: 1, simulated: 2 } as const;

export function sortUnits<U extends Sortable>(units: readonly U[]): U[] {
  return units.toSorted(
    (a, b) =>
      MODES[a.mode] - MODES[b.mode] ||
      trouble(b) - trouble(a) ||
      -Number(a.side > b.side) + Number(a.side < b.side) ||
      (a.id < b.id ? -1 : 1),
  );
}

function trouble({ duty, link }: Sortable): number {
  return (link.status === 'down' ? 4 : link.status === 'degraded' ? 2 : 0) + (duty === 'off' ? 1 : 0);
}
