/** How what is open of an incident ends: it expires or is withdrawn; and whether an incident has ended. */
import { draft, type Actor, type Draft } from '../kernel/event.js';
import { incidentOf, mayKnow, notificationOf } from '../engine/lookup.js';
import type { State } from '../engine/state.js';
import { isOpen } from '../notification/notification.js';

/** Withdraws what is still open of an incident. */
export function withdrawOpen(state: State, incidentId: string, reason: string): Draft[] {
  const incident = incidentOf(state, incidentId);
  const drafts: Draft[] = [];
  for (const id of incident.asked) {
    const notification = notificationOf(state, id);
    if (!isOpen(notification)) continue;
    const { unit } = notification;
    drafts.push(
      draft('NotificationWithdrawn', incident.class, { notification: id, incident: incidentId, unit, reason }),
    );
  }
  return drafts;
}

/** Whether an incident that the actor may know of was opened under this id and has left the state since. */
export function hasEnded(state: State, incident: string, actor: Actor): boolean {
  const match = /^(INC|PAK|CHN)-(\d{4}|[1-9]\d{4,})$/.exec(incident);
  if (!match || state.incidents[incident]) return false;
  const releaseClass = match[1] === 'INC' ? 'JOINT' : (match[1] as 'PAK' | 'CHN');
  const number = Number(match[2]);
  return mayKnow(actor, releaseClass) && number >= 1 && number <= state.counters[releaseClass];
}
