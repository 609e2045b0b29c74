/** A notification as the CAP message that its unit receives; an `Ack` or `Error` that references it answers the notification. */
import type { z } from 'zod';
import type { Alert, Severity, Urgency } from '#domain/alert/alert.js';
import { storyTime } from '#domain/kernel/story-time.js';
import { notificationReference, type MessageScenario } from '#domain/notification/notification-message.js';
import { notificationId } from '#domain/kernel/ids.js';
import { exerciseTime } from '#domain/kernel/exercise-time.js';
import type { Action } from '#domain/unit/unit.js';
import type { incidentView, notificationView } from '../http/incidents.js';

type NotificationView = z.infer<typeof notificationView>;
type IncidentView = z.infer<typeof incidentView>;

const ASKS: Readonly<Record<Action, { readonly event: string; readonly urgency: Urgency }>> = {
  respond: { event: 'Request to respond', urgency: 'Immediate' },
  secure: { event: 'Request to secure', urgency: 'Immediate' },
  advise: { event: 'Request for advice', urgency: 'Expected' },
  inform: { event: 'Information', urgency: 'Expected' },
  consular: { event: 'Request for consular help', urgency: 'Expected' },
};

/**
 * The message of a notification. It says what the notification and its incident say to those who may read them, and nothing of the
 * alerts behind these.
 * @param incident that of the notification
 */
export function notificationMessage(
  scenario: MessageScenario,
  notification: NotificationView,
  incident: Pick<IncidentView, 'headline' | 'categories' | 'severity' | 'site'>,
): Alert {
  const { unit, action, audience, expiresAt } = notification;
  const { event, urgency } = ASKS[action];
  const identity = notificationReference(scenario, {
    id: notificationId(notification.id),
    queuedAt: exerciseTime(notification.queuedAt),
  });
  return {
    ...identity,
    status: 'Exercise',
    msgType: 'Alert',
    scope: 'Private',
    addresses: unit,
    incidents: [notification.incident],
    info: [
      {
        language: 'en',
        category: incident.categories.length > 0 ? incident.categories : ['Other'],
        event,
        urgency,
        severity: incident.severity satisfies Severity,
        certainty: 'Unknown',
        ...(expiresAt === undefined ? {} : { expires: storyTime(scenario, expiresAt) }),
        headline: incident.headline,
        instruction: 'Answer with a CAP Ack or Error that references this message.',
      },
    ],
    exercise: {
      ...(incident.site === undefined ? {} : { site: incident.site }),
      releasability: { class: audience },
    },
  };
}
