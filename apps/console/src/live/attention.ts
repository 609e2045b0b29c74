/** What asks for attention, from one viewer's place. Whoever has no side looks from both. */
import type { IncidentView } from '#domain/engine/read-models.js';
import type { Side } from '#domain/kernel/side.js';
import { SIDES } from '#domain/kernel/side.js';
import type { ExerciseFold } from './exercise-fold.js';

/** An incident that has ended asks for nothing. */
export function isOpen({ status }: IncidentView): boolean {
  return status !== 'closed' && status !== 'cancelled' && status !== 'resolved';
}

/** The sides that take part in an incident. */
export function sidesOf({ class: releaseClass }: Pick<IncidentView, 'class'>): readonly Side[] {
  return releaseClass === 'JOINT' ? SIDES : [releaseClass];
}

/** Whether a side, or any side that takes part, has yet to acknowledge what a chain asks. */
export function waitsFor(incident: IncidentView, side: Side | undefined): boolean {
  if (!isOpen(incident) || incident.nextStepAt === undefined) return false;
  return sidesOf(incident).some((one) => (side === undefined || one === side) && incident.acknowledgedBy[one] === undefined);
}

/** Whether it has gone beyond the first step of a chain. */
export function isEscalated(incident: IncidentView): boolean {
  return isOpen(incident) && incident.figures.escalations > 0;
}

/** The incidents with a unit of ours that could not be reached and was not reached since. */
export function unreachedIncidents(fold: ExerciseFold, side: Side | undefined): ReadonlySet<string> {
  const latest = new Map<string, { readonly incident: string; readonly isUnreached: boolean }>();
  for (const { incident, unit, side: of, status } of fold.notifications.values()) {
    if (side !== undefined && of !== side) continue;
    latest.set(`${incident} ${unit}`, { incident, isUnreached: status === 'undeliverable' });
  }
  const unreached = [...latest.values()].filter(({ isUnreached }) => isUnreached).map(({ incident }) => incident);
  return new Set(unreached.filter((id) => isOpenId(fold, id)));
}

function isOpenId({ incidents }: ExerciseFold, id: string): boolean {
  const incident = incidents.get(id as never);
  return incident !== undefined && isOpen(incident);
}

/** How many incidents wait for us, have escalated, and have somebody who was not reached. */
export function attentionCounts(fold: ExerciseFold, side: Side | undefined): readonly [number, number, number] {
  const incidents = [...fold.incidents.values()];
  return [
    incidents.filter((incident) => waitsFor(incident, side)).length,
    incidents.filter(isEscalated).length,
    unreachedIncidents(fold, side).size,
  ];
}
