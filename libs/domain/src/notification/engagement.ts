/**
 * How many places of a unit are taken, kept as a count so that neither a question nor a unit's read model costs more with each
 * incident that is open. The count is an index of the answers: {@link countEngagements} makes it from them, every change of an
 * answer goes through {@link keepCount}, and no snapshot holds it.
 */
import { idsIn, type IncidentId, type UnitId } from '../kernel/ids.js';
import type { ReleaseClass } from '../kernel/side.js';
import { unitOf } from '../unit/lookup-unit.js';
import type { UnitState } from '../unit/unit.js';
import { engagementsOf, isEngaged } from './asked.js';
import { notificationOf, type NotificationWorld } from './notification-state.js';

/** Makes changes to the answers of one unit about one incident, and keeps the unit's count right. */
export function keepCount(
  state: NotificationWorld,
  unit: UnitId,
  incident: { readonly id: IncidentId; readonly class: ReleaseClass },
  change: () => void,
): void {
  const wasEngaged = isEngaged(state, unit, incident.id);
  change();
  const engaged = isEngaged(state, unit, incident.id);
  if (engaged === wasEngaged) return;
  const { places } = unitOf(state, unit);
  const taken = (places[incident.class] ?? 0) + (engaged ? 1 : -1);
  if (taken === 0) delete places[incident.class];
  else places[incident.class] = taken;
}

/** Counts the places of all units anew, from their answers: for a state that was read or put together. */
export function countEngagements(state: NotificationWorld): void {
  for (const id of idsIn(state.units)) {
    const places: UnitState['places'] = {};
    for (const incident of engagementsOf(state, id)) {
      const first = unitOf(state, id).questions[incident]?.[0];
      if (first === undefined) continue;
      const { class: releaseClass } = notificationOf(state, first);
      places[releaseClass] = (places[releaseClass] ?? 0) + 1;
    }
    unitOf(state, id).places = places;
  }
}

/** The number of incidents in which the unit is engaged. */
export function placesTaken({ places }: Pick<UnitState, 'places'>): number {
  return (places.JOINT ?? 0) + (places.PAK ?? 0) + (places.CHN ?? 0);
}
