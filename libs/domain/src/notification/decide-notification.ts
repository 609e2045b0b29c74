/** Answers to notifications, from people, programs and simulated units alike. */
import { DomainError } from '../engine/domain-error.js';
import { draft, type Actor, type Draft } from '../engine/event.js';
import { definitionOf, incidentOf, mayKnow, notificationOf, unitOf } from '../engine/lookup.js';
import type { State } from '../engine/state.js';
import { timerKey, type Timer } from '../engine/timers.js';
import { askedOf, isTerminal, type Notification } from '../incident/incident.js';
import { creditSide } from '../incident/joint-acknowledgement.js';

/**
 * A late acknowledgement, after the notification expired, still counts for the incident.
 * @throws DomainError UNKNOWN_NOTIFICATION, INCIDENT_CLOSED, NOT_YOUR_SIDE, NOTIFICATION_ENDED,
 * NOTIFICATION_NOT_DELIVERED, UNIT_AT_CAPACITY
 */
export function acknowledge(state: State, id: string, actor: Actor): Draft[] {
  const notification = answerable(state, id, actor);
  const { incident, unit, side, action } = notification;
  const audience = incidentOf(state, incident).class;
  if (isFull(state, notification)) {
    const { capacity } = definitionOf(state, unit);
    throw new DomainError(
      'UNIT_AT_CAPACITY',
      `${unit} works ${capacity} of ${capacity} incidents; it must be clear of one, or decline`,
    );
  }
  const data = { notification: id, incident, unit, side, action };
  const late = notification.status === 'expired';
  return [
    draft(late ? 'LateAcknowledgement' : 'NotificationAcknowledged', audience, data, actor),
    ...creditSide(incidentOf(state, incident), side),
  ];
}

/** @throws DomainError as `acknowledge`, without UNIT_AT_CAPACITY */
export function decline(state: State, id: string, reason: string, actor: Actor): Draft[] {
  const notification = answerable(state, id, actor);
  if (notification.status === 'expired') throw ended(notification);
  const { incident, unit } = notification;
  const audience = incidentOf(state, incident).class;
  return [draft('NotificationDeclined', audience, { notification: id, incident, unit, reason }, actor)];
}

/** Whether the unit has no place left for the incident; `inform` takes none. */
export function isFull(state: State, { unit, incident, action }: Notification): boolean {
  const { engagements } = unitOf(state, unit);
  if (action === 'inform' || engagements[incident]) return false;
  return Object.keys(engagements).length >= definitionOf(state, unit).capacity;
}

/**
 * Whatever of an incident expires now expires together, before any chain is looked at: a step that goes on must not
 * count on an answer to what has run out at the same instant.
 */
export function expireTogether(state: State, incidentId: string): Draft[] {
  const incident = incidentOf(state, incidentId);
  const expiring: Timer[] = [];
  for (const id of askedOf(incident)) {
    const timer = state.timers.byKey[timerKey({ kind: 'expire', notification: id })];
    if (timer?.due === state.time) expiring.push(timer);
  }
  return expiring
    .toSorted((a, b) => a.order - b.order)
    .flatMap(({ action }) => (action.kind === 'expire' ? [expire(state, action.notification)] : []));
}

function expire(state: State, id: string): Draft {
  const { incident, unit } = notificationOf(state, id);
  return draft('NotificationExpired', incidentOf(state, incident).class, { notification: id, incident, unit });
}

/** Withdraws what is still open of an incident. */
export function withdrawOpen(state: State, incidentId: string, reason: string): Draft[] {
  const incident = incidentOf(state, incidentId);
  const drafts: Draft[] = [];
  for (const id of askedOf(incident)) {
    const { unit, status } = notificationOf(state, id);
    if (isTerminal(status)) continue;
    drafts.push(
      draft('NotificationWithdrawn', incident.class, { notification: id, incident: incidentId, unit, reason }),
    );
  }
  return drafts;
}

function answerable(state: State, id: string, actor: Actor): Notification {
  const notification = Object.hasOwn(state.notifications, id) ? state.notifications[id] : undefined;
  if (!notification) throw unknownNotification(state, id, actor);
  // No different answer for what is hidden than for what is not there.
  if (!mayKnow(actor, incidentOf(state, notification.incident).class)) throw noNotification(id);
  if (actor.kind === 'account' && actor.side && actor.side !== notification.side) {
    throw new DomainError(
      'NOT_YOUR_SIDE',
      `${id} was sent to ${notification.unit} of ${notification.side}; your account is of ${actor.side}`,
    );
  }
  if (notification.status === 'expired' && mayStillCount(state, notification)) return notification;
  if (isTerminal(notification.status)) throw ended(notification);
  if (notification.status !== 'delivered') {
    throw new DomainError(
      'NOTIFICATION_NOT_DELIVERED',
      `${id} is ${notification.status}: it has not reached ${notification.unit} yet; it can be answered once delivered`,
    );
  }
  return notification;
}

/** Not twice, and not what was asked before the incident was reopened: it asks anew since. */
function mayStillCount(state: State, { id, incident, lateAcknowledgementAt }: Notification): boolean {
  if (lateAcknowledgementAt !== undefined) return false;
  for (const asked of askedOf(incidentOf(state, incident))) if (asked === id) return true;
  return false;
}

function ended({ id, status }: Notification): DomainError {
  return new DomainError('NOTIFICATION_ENDED', `${id} is ${status} already; it ends only once`);
}

/** What was closed has left the state; its number tells that it was there. */
function unknownNotification(state: State, id: string, actor: Actor): DomainError {
  const [incident = ''] = id.split('.');
  if (!hasEnded(state, incident, actor)) return noNotification(id);
  return new DomainError('INCIDENT_CLOSED', `incident ${incident} of ${id} is closed`);
}

function noNotification(id: string): DomainError {
  return new DomainError('UNKNOWN_NOTIFICATION', `there is no notification ${id}`);
}

/** Whether an incident that the actor may know of was opened under this id and has left the state since. */
export function hasEnded(state: State, incident: string, actor: Actor): boolean {
  const match = /^(INC|PAK|CHN)-(\d{4}|[1-9]\d{4,})$/.exec(incident);
  if (!match || state.incidents[incident]) return false;
  const releaseClass = match[1] === 'INC' ? 'JOINT' : (match[1] as 'PAK' | 'CHN');
  const number = Number(match[2]);
  return mayKnow(actor, releaseClass) && number >= 1 && number <= state.counters[releaseClass];
}
