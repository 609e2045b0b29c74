/** What runs out of an incident at one moment: notifications that expire and acknowledgements that lapse. */
import type { IncidentId, NotificationId } from '../kernel/ids.js';
import { draft, type Draft } from '../kernel/event.js';
import { incidentOf } from './incident-state.js';
import { notificationOf } from '../notification/notification-state.js';
import type { IncidentWorld } from './incident-state.js';
import { timerKey, type Timer } from '../kernel/timers.js';
import { resolve } from './resolve.js';
import { jointChange } from './joint-acknowledgement.js';
import { acknowledgedSides, hasResponder, isResponding } from './answers.js';

/**
 * All of them together, before any chain is looked at: a step that goes on must not count on an answer to what has run
 * out at the same instant. When that was the last responder, the incident is resolved.
 */
export function runOut(state: IncidentWorld, incidentId: IncidentId): Draft[] {
  const incident = incidentOf(state, incidentId);
  const due: Timer[] = [];
  for (const notification of incident.asked) {
    for (const kind of ['expire', 'lapse'] as const) {
      const timer = state.timers.byKey[timerKey({ kind, notification })];
      if (timer?.due === state.time) due.push(timer);
    }
  }
  const drafts: Draft[] = [];
  const lapsed: NotificationId[] = [];
  for (const { action } of due.toSorted((a, b) => a.order - b.order)) {
    if (action.kind === 'expire') {
      const { id, unit } = notificationOf(state, action.notification);
      drafts.push(draft('NotificationExpired', incident.class, { notification: id, incident: incident.id, unit }));
    } else if (action.kind === 'lapse') {
      const { id, unit, side } = notificationOf(state, action.notification);
      lapsed.push(id);
      drafts.push(
        draft('AcknowledgementLapsed', incident.class, { notification: id, incident: incident.id, unit, side }),
      );
    }
  }
  const before = acknowledgedSides(state, incident);
  drafts.push(...jointChange(incident, before, acknowledgedSides(state, incident, lapsed)));
  if (lapsed.length > 0 && isResponding(state, incident) && !hasResponder(state, incident, lapsed)) {
    const ended = drafts.flatMap((one) => (one.type === 'NotificationExpired' ? [one.data.notification] : []));
    drafts.push(...resolve(state, incident, { reason: 'all-clear' }, { ended, lapsed }));
  }
  return drafts;
}
