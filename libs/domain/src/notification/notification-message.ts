/**
 * The CAP message of a notification, as its answer names it (CAP 1.2, 3.2.1 `references`): an Ack or an Error has to name the whole
 * triple. The same in every run, so its time is that of the story: STARTEX there, and the exercise time of the first sending.
 */
import type { MessageReference } from '../alert/alert.js';
import type { Notification } from './notification.js';

export const NOTIFICATION_SENDER = 'tandem@exercise.example';

/** STARTEX in the story of a scenario that gives no time of its own. */
export const DEFAULT_STARTS_AT = '2026-01-01T09:00:00+05:00';

/** When it was sent, ms since 1970, in whole seconds as CAP has them; undefined: it was not sent yet. */
export function sentInStory(
  startsAt: string = DEFAULT_STARTS_AT,
  { sentAt }: Pick<Notification, 'sentAt'>,
): number | undefined {
  if (sentAt === undefined) return undefined;
  return Math.floor((Date.parse(startsAt) + sentAt) / 1000) * 1000;
}

/** Whether the reference names the message of this notification, by all three parts. */
export function names(
  reference: MessageReference,
  startsAt: string | undefined,
  notification: Pick<Notification, 'id' | 'sentAt'>,
): boolean {
  const sent = sentInStory(startsAt, notification);
  return (
    reference.sender === NOTIFICATION_SENDER &&
    reference.identifier === notification.id &&
    sent !== undefined &&
    Math.floor(Date.parse(reference.sent) / 1000) * 1000 === sent
  );
}
