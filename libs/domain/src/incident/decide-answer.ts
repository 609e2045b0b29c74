/**
 * Answers to notifications, from people, programs and simulated units alike. An answer is given first, and counts when it has
 * arrived: at once over a link that is up, later or never over a degraded one, and over one that is down once that is back.
 */
import { after } from '../kernel/exercise-time.js';
import { incidentIn, type NotificationId, type IncidentId } from '../kernel/ids.js';
import { DomainError } from '../kernel/domain-error.js';
import { draft, type Actor, type Draft } from '../kernel/event.js';
import { definitionOf, linkTo, unitOf } from '../unit/lookup-unit.js';
import { incidentOf } from './incident-state.js';
import { mustAnswerFor } from '../release/authority.js';
import { mayRead } from '../release/release.js';
import { notificationOf } from '../notification/notification-state.js';
import type { IncidentWorld } from './incident-state.js';
import { jointChange } from './joint-acknowledgement.js';
import { drawTransmission } from '../unit/behaviour.js';
import { acknowledgedSides } from './answers.js';
import { isEngaged } from '../notification/asked.js';
import { placesTaken } from '../notification/engagement.js';
import { hasEnded } from './known-incident.js';
import { isTerminal, type Notification } from '../notification/notification.js';
import { silent } from '../notification/transmit.js';

export interface Answer {
  readonly answer: 'acknowledge' | 'decline';
  readonly reason?: string;
}

/**
 * Of several notifications, all are answered or none is.
 * @throws DomainError UNKNOWN_NOTIFICATION, INCIDENT_CLOSED, INCIDENT_ALREADY_RESOLVED, NOT_YOUR_SIDE, NOTIFICATION_ENDED,
 * NOTIFICATION_NOT_DELIVERED, ANSWER_PENDING, UNIT_AT_CAPACITY
 */
export function giveAnswers(
  state: IncidentWorld,
  ids: readonly NotificationId[],
  answer: Answer,
  actor: Actor,
): Draft[] {
  const given: Notification[] = [];
  const acknowledged: Notification[] = [];
  const before = { given, acknowledged };
  return ids.flatMap((id) => {
    const notification = answerable(state, id, answer, actor);
    if (answer.answer === 'acknowledge' && isFull(state, notification, before)) throw atCapacity(state, notification);
    const drafts = give(state, notification, answer, actor, before);
    if (answer.answer === 'acknowledge') {
      given.push(notification);
      if (linkTo(state, notification.unit, notification.side).status === 'up') acknowledged.push(notification);
    }
    return drafts;
  });
}

/** What a simulated unit had planned to answer; it may have become busy since. */
export function giveSimulatedAnswer(state: IncidentWorld, id: NotificationId, planned: Answer['answer']): Draft[] {
  const notification = notificationOf(state, id);
  const { unit, incident } = notification;
  const actor: Actor = { kind: 'unit', id: unit };
  const isBusy = planned === 'acknowledge' && isFull(state, notification);
  if (planned === 'acknowledge' && !isBusy) return give(state, notification, { answer: planned }, actor);
  if (isTerminal(notification.status)) return [silent(id, incident)];
  return give(state, notification, { answer: 'decline', reason: isBusy ? 'at-capacity' : 'declined' }, actor);
}

/** An answer that has come over a degraded link, or that was kept. */
export function answerArrives(state: IncidentWorld, id: NotificationId): Draft[] {
  const notification = notificationOf(state, id);
  const { unit, side, incident, pending } = notification;
  if (!pending) throw new Error(`no answer to ${id} is under way`);
  if (linkTo(state, unit, side).status === 'down')
    return [draft('AnswerKept', 'CONTROL', { notification: id, incident })];
  const { answer, reason, actor } = pending;
  if (answer === 'acknowledge' && isFull(state, notification)) {
    // It has become busy since; a late acknowledgement is then none.
    if (isTerminal(notification.status)) {
      return [draft('AnswerTransmissionPlanned', 'CONTROL', { notification: id, incident, arrivesAt: null })];
    }
    return count(state, notification, { answer: 'decline', reason: 'at-capacity' }, actor);
  }
  return count(state, notification, { answer, reason }, actor);
}

/** What the same command has acknowledged before; the state holds none of it yet. */
interface Before {
  /** Whether they count already or not: they take places. */
  readonly given: readonly Notification[];
  /** They count already. */
  readonly acknowledged: readonly Notification[];
}

const NOTHING: Before = { given: [], acknowledged: [] };

function give(
  state: IncidentWorld,
  notification: Notification,
  answer: Answer,
  actor: Actor,
  before: Before = NOTHING,
): Draft[] {
  const { id, unit, side, incident, answers } = notification;
  const link = linkTo(state, unit, side);
  if (link.status === 'up') return count(state, notification, answer, actor, before);
  // Nobody but the unit's own side can know of it until it arrives.
  const given = draft(
    'AnswerGiven',
    side,
    { notification: id, incident, unit, answer: answer.answer, reason: answer.reason, link: link.status },
    actor,
  );
  if (link.status === 'down') return [given];
  const drawn = drawTransmission(state.seed, link, id, `answer transmission ${answers + 1}`);
  const arrivesAt = drawn.lost ? null : after(state.time, drawn.afterMs);
  return [given, draft('AnswerTransmissionPlanned', 'CONTROL', { notification: id, incident, arrivesAt })];
}

function count(
  state: IncidentWorld,
  notification: Notification,
  answer: Answer,
  actor: Actor,
  { acknowledged }: Before = NOTHING,
): Draft[] {
  const { id, unit, side, action } = notification;
  const incident = incidentOf(state, notification.incident);
  if (answer.answer === 'decline') {
    const reason = answer.reason ?? 'declined';
    return [
      draft('NotificationDeclined', incident.class, { notification: id, incident: incident.id, unit, reason }, actor),
    ];
  }
  const before = acknowledgedSides(state, incident);
  for (const one of acknowledged) if (one.incident === incident.id) before.push(one.side);
  const type = notification.status === 'expired' ? 'LateAcknowledgement' : 'NotificationAcknowledged';
  const data = { notification: id, incident: incident.id, unit, side, action };
  return [draft(type, incident.class, data, actor), ...jointChange(incident, before, [...before, side])];
}

/** Whether the unit has no place left for the incident; `inform` takes none. */
function isFull(state: IncidentWorld, { unit, incident, action }: Notification, { given }: Before = NOTHING): boolean {
  if (action === 'inform' || isEngaged(state, unit, incident)) return false;
  const also = new Set<IncidentId>();
  for (const one of given) {
    if (one.unit === unit && one.action !== 'inform' && !isEngaged(state, unit, one.incident)) also.add(one.incident);
  }
  return !also.has(incident) && placesTaken(unitOf(state, unit)) + also.size >= definitionOf(state, unit).capacity;
}

function atCapacity(state: IncidentWorld, { unit }: Notification): DomainError {
  const { capacity } = definitionOf(state, unit);
  return new DomainError(
    'UNIT_AT_CAPACITY',
    `${unit} works ${capacity} of ${capacity} incidents; it must be clear of one, or decline`,
  );
}

function answerable(state: IncidentWorld, id: NotificationId, { answer }: Answer, actor: Actor): Notification {
  const notification = Object.hasOwn(state.notifications, id) ? state.notifications[id] : undefined;
  if (!notification) throw unknownNotification(state, id, actor);
  const incident = incidentOf(state, notification.incident);
  // No different answer for what is hidden than for what is not there.
  if (!mayRead(actor, incident)) throw noNotification(id);
  mustAnswerFor(actor, notification, `${id} was sent to ${notification.unit} of ${notification.side}`);
  if (notification.pending) {
    throw new DomainError('ANSWER_PENDING', `${notification.unit} has answered ${id}; the answer has not arrived yet`);
  }
  if (notification.status === 'expired' && answer === 'acknowledge') return lateAnswerable(notification, incident);
  if (isTerminal(notification.status)) throw ended(notification);
  if (notification.status !== 'delivered') throw notDelivered(notification);
  return notification;
}

/** Not twice, not what never arrived, and not what was asked before the incident was resolved. */
function lateAnswerable(
  notification: Notification,
  { id, status, asked }: { id: IncidentId; status: string; asked: NotificationId[] },
) {
  if (notification.lateAcknowledgementAt !== undefined) throw ended(notification);
  if (status === 'resolved') throw new DomainError('INCIDENT_ALREADY_RESOLVED', `${id} is resolved already`);
  if (!asked.includes(notification.id)) throw ended(notification);
  if (notification.deliveredAt === undefined) throw notDelivered(notification);
  return notification;
}

function notDelivered({ id, status, unit }: Notification): DomainError {
  return new DomainError(
    'NOTIFICATION_NOT_DELIVERED',
    `${id} is ${status}: it has not reached ${unit}; it can be answered once delivered`,
  );
}

function ended({ id, status }: Notification): DomainError {
  return new DomainError('NOTIFICATION_ENDED', `${id} is ${status} already; it ends only once`);
}

/** What was closed has left the state; its number shows that it was there. */
function unknownNotification(state: IncidentWorld, id: NotificationId, actor: Actor): DomainError {
  const incident = incidentIn(id);
  if (!hasEnded(state, incident, actor)) return noNotification(id);
  return new DomainError('INCIDENT_CLOSED', `incident ${incident} of ${id} is closed`);
}

function noNotification(id: NotificationId): DomainError {
  return new DomainError('UNKNOWN_NOTIFICATION', `there is no notification ${id}`);
}
