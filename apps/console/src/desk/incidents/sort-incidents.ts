/** The order of the incidents: what is due next comes first, then the gravest, then the latest. */
import { SEVERITIES } from '#domain/alert/alert.js';
import type { IncidentView } from '#domain/engine/read-models.js';
import { isOpen } from '../../live/attention.js';

export type Sortable = Pick<IncidentView, 'id' | 'status' | 'severity' | 'openedAt' | 'nextStepAt'>;

/** Negative: `a` comes before `b`. No two incidents are equal, so that the order never depends on how they came in. */
export function compareIncidents(a: Sortable, b: Sortable): number {
  return (
    Number(!isOpen(a)) - Number(!isOpen(b)) ||
    dueOf(a) - dueOf(b) ||
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    b.openedAt - a.openedAt ||
    (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
  );
}

/** What waits for nothing comes after all that does. */
function dueOf({ nextStepAt }: Sortable): number {
  return nextStepAt ?? Number.MAX_SAFE_INTEGER;
}

export function sortIncidents<T extends Sortable>(incidents: readonly T[]): T[] {
  return incidents.toSorted(compareIncidents);
}
