/** What each side knows of what is open, beside each other, and where that differs. */
import type { IncidentView } from '#domain/engine/read-models.js';
import { SIDES, type Side } from '#domain/kernel/side.js';

export type Difference = 'unknown' | 'headline' | 'severity' | 'status' | 'acknowledged';

export interface ComparedIncident {
  readonly id: string;
  /** As each side sees it; absent: it does not know of it. */
  readonly as: Readonly<Partial<Record<Side, IncidentView>>>;
  readonly differences: readonly Difference[];
}

/** In the order in which they opened. */
export function compareSides(known: Readonly<Record<Side, readonly IncidentView[]>>): ComparedIncident[] {
  const found = new Map<string, Partial<Record<Side, IncidentView>>>();
  for (const side of SIDES) {
    for (const incident of known[side]) found.set(incident.id, { ...found.get(incident.id), [side]: incident });
  }
  const openedAt = ({ PAK, CHN }: Partial<Record<Side, IncidentView>>) => PAK?.openedAt ?? CHN?.openedAt ?? 0;
  return [...found]
    .toSorted(([, a], [, b]) => openedAt(a) - openedAt(b))
    .map(([id, as]) => ({ id, as, differences: differencesOf(as) }));
}

function differencesOf({ PAK, CHN }: Partial<Record<Side, IncidentView>>): Difference[] {
  if (PAK === undefined || CHN === undefined) return ['unknown'];
  const differences: Difference[] = [];
  if (PAK.headline !== CHN.headline) differences.push('headline');
  if (PAK.severity !== CHN.severity) differences.push('severity');
  if (PAK.status !== CHN.status) differences.push('status');
  // One side has acknowledged and the other has not; or they do not see the same of it.
  const given = SIDES.map((side) => PAK.acknowledgedBy[side] !== undefined);
  const seen = SIDES.map((side) => CHN.acknowledgedBy[side] !== undefined);
  if (given[0] !== given[1] || given[0] !== seen[0] || given[1] !== seen[1]) differences.push('acknowledged');
  return differences;
}
