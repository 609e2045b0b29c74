/** How notifications and their answers change. */
import type { Addressee } from './notification.js';
import type { EventOf } from '../kernel/event.js';
import { chainOf, incidentOf, notificationOf, unitOf } from '../engine/lookup.js';
import type { State } from '../engine/state.js';
import { dropTimer, dropTimersOf, setTimer, timerKey } from '../kernel/timers.js';
import { runsOf } from '../escalation/chain-run.js';
import type { Incident } from '../incident/incident.js';
import { isResponse, PROGRESS } from '../unit/unit.js';
import { askedOfUnit, isCovered, responseOf } from '../incident/answers.js';
import { covers, isByHand, isOpen, layOut, type Notification, type NotificationStatus } from './notification.js';
import { remindLater, remindNext } from '../escalation/reminders.js';

/** A new notification. Without a chain it is asked by hand. */
export function ask(
  state: State,
  incident: Incident,
  { notification: id, unit, side, action }: Addressee,
  at: number,
  by?: { chain: string; step: number; round: number },
): void {
  incident.notificationCount++;
  incident.asked.push(id);
  (unitOf(state, unit).questions[incident.id] ??= []).push(id);
  state.notifications[id] = layOut({
    id,
    incident: incident.id,
    chain: by?.chain,
    step: by?.step,
    round: by?.round,
    unit,
    side,
    action,
    queuedAt: at,
    chains: by ? [by.chain] : [],
    status: 'queued',
    attempts: 0,
    deliveries: 0,
    answers: 0,
  });
  const { expireAfterMs } = chainOf(state, incident, by ?? firstRun(incident));
  setTimer(state.timers, at + expireAfterMs, { kind: 'expire', notification: id });
}

/** By whose settings a question goes that was asked by hand. */
function firstRun(incident: Incident) {
  const [first] = runsOf(incident);
  if (!first) throw new Error(`no chain has run on ${incident.id}`);
  return first;
}

export function unitAsked(state: State, { at, data }: EventOf<'UnitAsked'>): void {
  const incident = incidentOf(state, data.incident);
  const replaced = data.replaces === undefined ? undefined : notificationOf(state, data.replaces);
  const { chain, step, round } = replaced ?? {};
  const by = chain === undefined || step === undefined || round === undefined ? undefined : { chain, step, round };
  ask(state, incident, data, at, by);
  if (!replaced) return;
  const notification = notificationOf(state, data.notification);
  notification.chains = [...replaced.chains];
  remindLater(state, incident, notification, at);
}

export function notificationSent(
  state: State,
  { at, data }: EventOf<'NotificationSent' | 'NotificationReminded'>,
): void {
  const notification = notificationOf(state, data.notification);
  const incident = incidentOf(state, notification.incident);
  notification.attempts = data.attempt;
  notification.sentAt ??= at;
  notification.lastSentAt = at;
  if (notification.status === 'queued') notification.status = 'sent';
  incident.figures.firstNotificationAt ??= at;
  dropTimer(state.timers, timerKey({ kind: 'remind', notification: notification.id }));
  remindNext(state, incident, notification, at);
}

/** `null`: it is lost, on its way or from the beginning. */
export function transmissionPlanned(state: State, { data }: EventOf<'TransmissionPlanned'>): void {
  const { notification, deliverAt } = data;
  if (deliverAt === null) dropTimer(state.timers, timerKey({ kind: 'deliver', notification }));
  else setTimer(state.timers, deliverAt, { kind: 'deliver', notification });
}

export function notificationDelivered(state: State, { at, data }: EventOf<'NotificationDelivered'>): void {
  const notification = notificationOf(state, data.notification);
  dropTimer(state.timers, timerKey({ kind: 'deliver', notification: notification.id }));
  notification.status = 'delivered';
  notification.deliveredAt ??= at;
  notification.deliveries++;
}

export function answerPlanned(state: State, { data }: EventOf<'AnswerPlanned'>): void {
  const { notification, answer, at } = data;
  if (answer === 'silent' || at === null) {
    dropTimer(state.timers, timerKey({ kind: 'answer', notification, answer: 'decline' }));
  } else {
    setTimer(state.timers, at, { kind: 'answer', notification, answer });
  }
}

export function answerGiven(state: State, { data, actor }: EventOf<'AnswerGiven'>): void {
  const notification = notificationOf(state, data.notification);
  const { answer, reason } = data;
  dropTimer(state.timers, timerKey({ kind: 'answer', notification: notification.id, answer }));
  notification.answers++;
  notification.pending = { answer, reason, actor, state: data.link === 'down' ? 'kept' : 'inTransit' };
}

/** `null`: it is lost, and the unit has not answered. */
export function answerTransmissionPlanned(state: State, { data }: EventOf<'AnswerTransmissionPlanned'>): void {
  const { notification, arrivesAt } = data;
  if (arrivesAt === null) dropAnswer(state, notificationOf(state, notification));
  else setTimer(state.timers, arrivesAt, { kind: 'answerArrives', notification });
}

export function answerKept(state: State, { data: { notification } }: EventOf<'AnswerKept'>): void {
  dropTimer(state.timers, timerKey({ kind: 'answerArrives', notification }));
  const { pending } = notificationOf(state, notification);
  if (pending) pending.state = 'kept';
}

export function notificationAcknowledged(
  state: State,
  { type, at, data }: EventOf<'NotificationAcknowledged' | 'LateAcknowledgement'>,
): void {
  const notification = notificationOf(state, data.notification);
  if (type === 'NotificationAcknowledged') endNotification(state, notification, 'acknowledged', at);
  else notification.lateAcknowledgementAt = at;
  dropAnswer(state, notification);
  const incident = incidentOf(state, notification.incident);
  const { id, unit, side, action } = notification;
  notification.acknowledgedAt = at;
  notification.answerNumber = ++incident.answers;
  incident.figures.firstAcknowledgementAt[side] ??= at;
  for (const other of askedOfUnit(state, unit, incident.id)) {
    if (isOpen(other) && covers(action, other.action)) {
      dropTimer(state.timers, timerKey({ kind: 'remind', notification: other.id }));
    }
  }
  if (!isResponse(action)) return;
  if (unitOf(state, unit).progress[incident.id]) {
    notification.underWay = true;
    return;
  }
  const ackExpiresMs = acknowledgementExpiry(state, incident, notification);
  if (ackExpiresMs !== undefined) setTimer(state.timers, at + ackExpiresMs, { kind: 'lapse', notification: id });
}

/** When an acknowledgement lapses, ms: the shortest time of the chains that asked with the notification, or never. */
function acknowledgementExpiry(state: State, incident: Incident, notification: Notification): number | undefined {
  const runs = isByHand(notification)
    ? [firstRun(incident)]
    : runsOf(incident).filter(({ chain }) => notification.chains.includes(chain));
  const times = runs.flatMap((run) => chainOf(state, incident, run).ackExpiresMs ?? []);
  return times.length === 0 ? undefined : Math.min(...times);
}

/** A planned refusal is of no use once the notification has expired; a planned acknowledgement comes late. */
export function notificationEnded(
  state: State,
  event: EventOf<
    'NotificationDeclined' | 'NotificationExpired' | 'NotificationWithdrawn' | 'NotificationUndeliverable'
  >,
): void {
  const notification = notificationOf(state, event.data.notification);
  if ('reason' in event.data) notification.reason = event.data.reason;
  if (event.type !== 'NotificationExpired') {
    endNotification(state, notification, STATUSES[event.type], event.at);
    dropAnswer(state, notification);
    return;
  }
  const planned = state.timers.byKey[timerKey({ kind: 'answer', notification: notification.id, answer: 'decline' })];
  endNotification(state, notification, 'expired', event.at);
  if (planned?.action.kind === 'answer' && planned.action.answer === 'decline') dropTimer(state.timers, planned.key);
  if (notification.pending?.answer === 'decline') dropAnswer(state, notification);
}

const STATUSES = {
  NotificationDeclined: 'declined',
  NotificationWithdrawn: 'withdrawn',
  NotificationUndeliverable: 'undeliverable',
} as const;

function endNotification(state: State, notification: Notification, status: NotificationStatus, at: number): void {
  notification.status = status;
  notification.endedAt = at;
  dropTimersOf(state.timers, notification.id);
}

/** What was going to be answered, or is under way, counts no more. */
export function dropAnswer(state: State, notification: Notification): void {
  const { id } = notification;
  dropTimer(state.timers, timerKey({ kind: 'answer', notification: id, answer: 'decline' }));
  if (!notification.pending) return;
  dropTimer(state.timers, timerKey({ kind: 'answerArrives', notification: id }));
  notification.pending = undefined;
}

export function acknowledgementLapsed(state: State, { at, data }: EventOf<'AcknowledgementLapsed'>): void {
  const incident = incidentOf(state, data.incident);
  const notification = notificationOf(state, data.notification);
  notification.lapsedAt = at;
  dropTimer(state.timers, timerKey({ kind: 'lapse', notification: notification.id }));
  if (!responseOf(state, data.unit, incident.id)) dropMovements(state, data.unit, incident.id);
  for (const other of askedOfUnit(state, data.unit, incident.id)) {
    if (isOpen(other) && !isCovered(state, other.unit, incident.id, other.action)) {
      remindLater(state, incident, other, at);
    }
  }
}

export function dropMovements(state: State, unit: string, incident: string): void {
  for (const progress of PROGRESS) dropTimer(state.timers, timerKey({ kind: 'move', incident, unit, progress }));
}
