/** How notifications and their answers change. What chains make of them is in `escalation/`. */
import type { ExerciseTime } from '../kernel/exercise-time.js';
import { idsIn, incidentId, type ChainId, type IncidentId, type UnitId } from '../kernel/ids.js';
import type { EventOf } from '../kernel/event.js';
import type { ReleaseClass } from '../kernel/side.js';
import { dropTimer, dropTimersOf, setTimer, timerKey } from '../kernel/timers.js';
import { dropMovements, isLinkDown, linkChanged } from '../unit/evolve-unit.js';
import { definitionOf, unitOf } from '../unit/lookup-unit.js';
import { isResponse, type Progress } from '../unit/unit.js';
import { askedOfUnit, responseOf } from './asked.js';
import { keepCount } from './engagement.js';
import { layOut, stands, type Addressee, type Notification, type NotificationStatus } from './notification.js';
import { notificationOf, type NotificationWorld } from './notification-state.js';

export interface Asking {
  readonly incident: IncidentId;
  readonly class: ReleaseClass;
  readonly at: ExerciseTime;
  /** Undefined: it is not known when. */
  readonly expiresAt: ExerciseTime | undefined;
  /** The chain that asks; absent: it is asked by hand. */
  readonly by?: { readonly chain: ChainId; readonly step: number; readonly round: number };
  /** Nobody asks: the answer came along with a release. */
  readonly carried?: true;
}

export function addNotification(
  state: NotificationWorld,
  { notification: id, unit, side, action }: Addressee,
  { incident, class: releaseClass, at, expiresAt, by, carried }: Asking,
): void {
  const { questions } = unitOf(state, unit);
  const known = questions[incident];
  if (known) known.push(id);
  else questions[incident] = [id];
  state.notifications[id] = layOut({
    id,
    incident,
    class: releaseClass,
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
    carried,
  });
  if (expiresAt !== undefined) setTimer(state.timers, expiresAt, { kind: 'expire', notification: id });
}

export function notificationSent(
  state: NotificationWorld,
  { at, data }: EventOf<'NotificationSent' | 'NotificationReminded'>,
): void {
  const notification = notificationOf(state, data.notification);
  notification.attempts = data.attempt;
  notification.sentAt ??= at;
  notification.lastSentAt = at;
  if (notification.status === 'queued') notification.status = 'sent';
}

/** `null`: it is lost, on its way or from the beginning. */
export function transmissionPlanned(state: NotificationWorld, { data }: EventOf<'TransmissionPlanned'>): void {
  const { notification, deliverAt } = data;
  if (deliverAt === null) dropTimer(state.timers, timerKey({ kind: 'deliver', notification }));
  else setTimer(state.timers, deliverAt, { kind: 'deliver', notification });
}

export function notificationDelivered(state: NotificationWorld, { at, data }: EventOf<'NotificationDelivered'>): void {
  const notification = notificationOf(state, data.notification);
  dropTimer(state.timers, timerKey({ kind: 'deliver', notification: notification.id }));
  notification.status = 'delivered';
  notification.deliveredAt ??= at;
  notification.deliveries++;
}

export function answerPlanned(state: NotificationWorld, { data }: EventOf<'AnswerPlanned'>): void {
  const { notification, answer, at } = data;
  if (answer === 'silent' || at === null) {
    dropTimer(state.timers, timerKey({ kind: 'answer', notification, answer: 'decline' }));
  } else {
    setTimer(state.timers, at, { kind: 'answer', notification, answer });
  }
}

export function answerGiven(state: NotificationWorld, { data, actor }: EventOf<'AnswerGiven'>): void {
  const notification = notificationOf(state, data.notification);
  const { answer, reason } = data;
  dropTimer(state.timers, timerKey({ kind: 'answer', notification: notification.id, answer }));
  notification.answers++;
  const order = ++state.answersGiven;
  notification.pending = { answer, reason, actor, order, state: data.link === 'down' ? 'kept' : 'inTransit' };
}

/** `null`: it is lost, and the unit has not answered. */
export function answerTransmissionPlanned(
  state: NotificationWorld,
  { data }: EventOf<'AnswerTransmissionPlanned'>,
): void {
  const { notification, arrivesAt } = data;
  if (arrivesAt === null) dropAnswer(state, notificationOf(state, notification));
  else setTimer(state.timers, arrivesAt, { kind: 'answerArrives', notification });
}

export function answerKept(state: NotificationWorld, { data: { notification } }: EventOf<'AnswerKept'>): void {
  dropTimer(state.timers, timerKey({ kind: 'answerArrives', notification }));
  const { pending } = notificationOf(state, notification);
  if (pending) pending.state = 'kept';
}

export function notificationAcknowledged(
  state: NotificationWorld,
  { type, at, data }: EventOf<'NotificationAcknowledged' | 'LateAcknowledgement'>,
): void {
  const notification = notificationOf(state, data.notification);
  if (type === 'NotificationAcknowledged') end(state, notification, 'acknowledged', at);
  else notification.lateAcknowledgementAt = at;
  dropAnswer(state, notification);
  const { unit, incident, class: releaseClass, action } = notification;
  keepCount(state, unit, { id: incident, class: releaseClass }, () => {
    notification.acknowledgedAt = at;
  });
  if (isResponse(action) && unitOf(state, unit).progress[incident]) notification.underWay = true;
}

/** A planned refusal is of no use once the notification has expired; a planned acknowledgement comes late. */
export function notificationEnded(
  state: NotificationWorld,
  event: EventOf<
    'NotificationDeclined' | 'NotificationExpired' | 'NotificationWithdrawn' | 'NotificationUndeliverable'
  >,
): void {
  const notification = notificationOf(state, event.data.notification);
  if ('reason' in event.data) notification.reason = event.data.reason;
  if (event.type !== 'NotificationExpired') {
    end(state, notification, STATUSES[event.type], event.at);
    dropAnswer(state, notification);
    return;
  }
  const planned = state.timers.byKey[timerKey({ kind: 'answer', notification: notification.id, answer: 'decline' })];
  end(state, notification, 'expired', event.at);
  if (planned?.action.kind === 'answer' && planned.action.answer === 'decline') dropTimer(state.timers, planned.key);
  if (notification.pending?.answer === 'decline') dropAnswer(state, notification);
}

const STATUSES = {
  NotificationDeclined: 'declined',
  NotificationWithdrawn: 'withdrawn',
  NotificationUndeliverable: 'undeliverable',
} as const;

function end(state: NotificationWorld, notification: Notification, status: NotificationStatus, at: ExerciseTime): void {
  notification.status = status;
  notification.endedAt = at;
  dropTimersOf(state.timers, notification.id);
}

/** What was going to be answered, or is under way, counts no more. */
export function dropAnswer(state: NotificationWorld, notification: Notification): void {
  const { id } = notification;
  dropTimer(state.timers, timerKey({ kind: 'answer', notification: id, answer: 'decline' }));
  if (!notification.pending) return;
  dropTimer(state.timers, timerKey({ kind: 'answerArrives', notification: id }));
  notification.pending = undefined;
}

export function acknowledgementLapsed(state: NotificationWorld, { at, data }: EventOf<'AcknowledgementLapsed'>): void {
  const notification = notificationOf(state, data.notification);
  keepCount(state, data.unit, { id: data.incident, class: notification.class }, () => {
    notification.lapsedAt = at;
  });
  dropTimer(state.timers, timerKey({ kind: 'lapse', notification: notification.id }));
  if (!responseOf(state, data.unit, data.incident)) dropMovements(state, data.unit, data.incident);
}

/** A unit that is under way does not lapse; once it is clear, its acknowledgements engage it no more. */
export function responderProgressed(state: NotificationWorld, { data }: EventOf<'UnitProgressed'>): void {
  const { incident, unit, progress } = data;
  const asked = askedOfUnit(state, unit, incident);
  const [first] = asked;
  if (!first) return;
  keepCount(state, unit, { id: incident, class: first.class }, () => markProgress(state, asked, progress));
}

function markProgress(state: NotificationWorld, asked: readonly Notification[], progress: Progress): void {
  for (const notification of asked) {
    if (!stands(notification)) continue;
    if (isResponse(notification.action) && !notification.underWay) {
      dropTimer(state.timers, timerKey({ kind: 'lapse', notification: notification.id }));
      notification.underWay = true;
    }
    if (progress === 'clear') notification.done = true;
  }
}

/** Off duty, a unit does not give the answers that it had planned. */
export function unitDutySet(state: NotificationWorld, { data }: EventOf<'UnitDutyChanged'>): void {
  if (data.duty === 'off') dropPlannedAnswers(state, data.unit);
}

function dropPlannedAnswers(state: NotificationWorld, unit: UnitId): void {
  for (const notification of Object.values(unitOf(state, unit).questions).flat()) {
    dropTimer(state.timers, timerKey({ kind: 'answer', notification, answer: 'decline' }));
  }
}

/** When a person takes over a unit, the planned answers of the simulation are dropped. */
export function unitTakenOver(state: NotificationWorld, { data }: EventOf<'UnitModeChanged'>): void {
  for (const incident in unitOf(state, data.unit).questions) dropMovements(state, data.unit, incidentId(incident));
  dropPlannedAnswers(state, data.unit);
}

/** What was kept arrives as soon as the link is not down any more; then the unit is asked again what it could not be asked. */
export function linkSet(state: NotificationWorld, event: EventOf<'LinkChanged'>): void {
  const { at, data } = event;
  const ids = data.unit === undefined ? idsIn(state.units) : [data.unit];
  const concerned = ids.filter((id) => data.side === undefined || definitionOf(state, id).side === data.side);
  const wereDown = concerned.filter((id) => isLinkDown(state, id));
  linkChanged(state, event);
  const areBack = wereDown.filter((unit) => !isLinkDown(state, unit));
  const asked = areBack.map((unit) => ({ unit, notifications: askedAnywhere(state, unit) }));
  const kept = asked.flatMap(({ notifications }) => notifications.filter(({ pending }) => pending?.state === 'kept'));
  for (const { id } of kept.toSorted((a, b) => (a.pending?.order ?? 0) - (b.pending?.order ?? 0))) {
    setTimer(state.timers, at, { kind: 'answerArrives', notification: id });
  }
  for (const { unit, notifications } of asked) {
    if (notifications.some(({ status }) => status === 'undeliverable')) {
      setTimer(state.timers, at, { kind: 'linkBack', unit });
    }
  }
  for (const unit of concerned) {
    if (isLinkDown(state, unit)) dropTimer(state.timers, timerKey({ kind: 'linkBack', unit }));
  }
}

/** What the unit was asked about all incidents that are open. */
function askedAnywhere(state: NotificationWorld, unit: UnitId): Notification[] {
  return Object.values(unitOf(state, unit).questions).flatMap((ids) => ids.map((id) => notificationOf(state, id)));
}

export function unitReachable(state: NotificationWorld, { data: { unit } }: EventOf<'UnitReachable'>): void {
  dropTimer(state.timers, timerKey({ kind: 'linkBack', unit }));
}
