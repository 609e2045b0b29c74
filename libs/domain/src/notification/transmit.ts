/** How a notification gets to its unit over the link, and what a simulated unit makes of it. */
import { after } from '../kernel/exercise-time.js';
import type { IncidentId, NotificationId } from '../kernel/ids.js';
import { draft, type Draft } from '../kernel/event.js';
import { definitionOf, linkTo, unitOf } from '../unit/lookup-unit.js';
import { notificationOf } from './notification-state.js';
import type { NotificationWorld } from './notification-state.js';
import { isSet, timerKey } from '../kernel/timers.js';
import { drawAnswer, drawTransmission } from '../unit/behaviour.js';
import { isTerminal, type Notification } from './notification.js';

/**
 * A queued notification goes out, or is undeliverable at once; one that is still open is sent again as a reminder,
 * unless it has been sent at this very moment: by another chain, say.
 */
export function transmitFirst(state: NotificationWorld, id: NotificationId): Draft[] {
  const notification = notificationOf(state, id);
  if (isTerminal(notification.status)) return [];
  if (notification.status !== 'queued') {
    return notification.lastSentAt === state.time ? [] : [remind(notification)];
  }
  const { incident, unit, side, class: audience } = notification;
  return linkTo(state, unit, side).status === 'down'
    ? [draft('NotificationUndeliverable', audience, { notification: id, incident, unit, reason: 'not-reached' })]
    : [draft('NotificationSent', audience, { notification: id, incident, unit, attempt: 1 })];
}

export function remind({ id, incident, unit, attempts, class: audience }: Notification): Draft {
  return draft('NotificationReminded', audience, { notification: id, incident, unit, attempt: attempts + 1 });
}

/** Over a good link it is there at once; over a degraded one late or never; what is lost stays `sent`. */
export function transmit(state: NotificationWorld, id: NotificationId): Draft[] {
  const { incident, unit, side, attempts, class: audience } = notificationOf(state, id);
  const link = linkTo(state, unit, side);
  switch (link.status) {
    case 'up':
      return [draft('NotificationDelivered', audience, { notification: id, incident, unit })];
    case 'degraded': {
      const drawn = drawTransmission(state.seed, link, id, `transmission ${attempts}`);
      const deliverAt = drawn.lost ? null : after(state.time, drawn.afterMs);
      return [draft('TransmissionPlanned', 'CONTROL', { notification: id, incident, deliverAt })];
    }
    case 'down':
      return [];
    default:
      return link satisfies never;
  }
}

/** A message that is under way when its link goes down does not arrive; one that is answered already says nothing new. */
export function arrive(state: NotificationWorld, id: NotificationId): Draft[] {
  const notification = notificationOf(state, id);
  const { incident, unit, side, class: audience } = notification;
  return linkTo(state, unit, side).status === 'down' || isAnswering(state, notification)
    ? [draft('TransmissionPlanned', 'CONTROL', { notification: id, incident, deliverAt: null })]
    : [draft('NotificationDelivered', audience, { notification: id, incident, unit })];
}

/**
 * A reminder that arrives counts as a delivery, unless the unit is answering when it does. Over a degraded link it arrives with a message
 * that is still under way.
 */
export function deliverAgain(state: NotificationWorld, id: NotificationId): Draft[] {
  const notification = notificationOf(state, id);
  const { status } = linkTo(state, notification.unit, notification.side);
  if (status === 'up' && isAnswering(state, notification)) return [];
  const isUnderWay = isSet(state.timers, timerKey({ kind: 'deliver', notification: id }));
  return isUnderWay && status === 'degraded' ? [] : transmit(state, id);
}

/** Whether the unit has an answer that it has not given yet, or that has not arrived. */
export function isAnswering(state: NotificationWorld, { id, pending }: Notification): boolean {
  return (
    pending !== undefined || isSet(state.timers, timerKey({ kind: 'answer', notification: id, answer: 'decline' }))
  );
}

/** A simulated unit on duty decides what it will do; a unit off duty, played or remote plans nothing. */
export function planAnswer(state: NotificationWorld, id: NotificationId): Draft[] {
  const { incident, unit, deliveries } = notificationOf(state, id);
  const { mode, duty } = unitOf(state, unit);
  if (mode !== 'simulated') return [];
  const drawn = drawAnswer(state.seed, definitionOf(state, unit).behaviour, id, deliveries);
  if (duty === 'off' || drawn.answer === 'silent') return [silent(id, incident)];
  const at = after(state.time, drawn.afterMs);
  return [draft('AnswerPlanned', 'CONTROL', { notification: id, incident, answer: drawn.answer, at })];
}

export function silent(notification: NotificationId, incident: IncidentId): Draft {
  return draft('AnswerPlanned', 'CONTROL', { notification, incident, answer: 'silent', at: null });
}
