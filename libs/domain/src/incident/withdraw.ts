/** Taking back what is still open of an incident. */
import type { IncidentId, NotificationId, UnitId } from '../kernel/ids.js';
import { unitReads } from './incident-marking.js';
import { draft, type Draft } from '../kernel/event.js';
import { incidentOf } from './incident-state.js';
import { notificationOf } from '../notification/notification-state.js';
import type { IncidentWorld } from './incident-state.js';
import { isOpen } from '../notification/notification.js';

/** The label of the incident was raised: what is still open for units that may not read it any more is withdrawn. */
export function withdrawUnread(state: IncidentWorld, incidentId: IncidentId): Draft[] {
  const incident = incidentOf(state, incidentId);
  return withdrawOpen(state, incidentId, 'label').filter(({ data }) => {
    const { side } = notificationOf(state, (data as { notification: NotificationId }).notification);
    return !unitReads(incident, { id: (data as { unit: UnitId }).unit, side });
  });
}

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
