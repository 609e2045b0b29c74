/** Taking back what is still open of an incident. */
import type { IncidentId } from '../kernel/ids.js';
import { draft, type Draft } from '../kernel/event.js';
import { incidentOf } from './incident-state.js';
import { notificationOf } from '../notification/notification-state.js';
import type { IncidentWorld } from './incident-state.js';
import { isOpen } from '../notification/notification.js';

/** Withdraws what is still open of an incident. */
export function withdrawOpen(state: IncidentWorld, incidentId: IncidentId, reason: string): Draft[] {
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
