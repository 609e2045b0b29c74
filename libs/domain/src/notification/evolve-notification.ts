/** How notifications, acknowledgements and engagements change. */
import type { EventOf } from '../engine/event.js';
import { chainOf, incidentOf, notificationOf, unitOf } from '../engine/lookup.js';
import type { State } from '../engine/state.js';
import { dropTimer, dropTimersOf, setTimer, timerKey } from '../engine/timers.js';
import { reminderInterval } from '../incident/evolve-chain.js';
import { disengage } from '../incident/evolve-incident.js';
import { isResponse } from '../unit/unit.js';
import {
  runsOf,
  type Incident,
  type Notification,
  type NotificationStatus,
  type SideAcknowledgement,
} from '../incident/incident.js';

type Lapsed = EventOf<'AcknowledgementLapsed'>['data'];

export function notificationSent(
  state: State,
  { at, data }: EventOf<'NotificationSent' | 'NotificationReminded'>,
): void {
  const notification = notificationOf(state, data.notification);
  const incident = incidentOf(state, notification.incident);
  notification.attempts = data.attempt;
  notification.sentAt ??= at;
  if (notification.status === 'queued') notification.status = 'sent';
  incident.figures.firstNotificationAt ??= at;
  const remindEveryMs = reminderInterval(state, incident, notification.id);
  if (remindEveryMs === undefined) return;
  setTimer(state.timers, at + remindEveryMs, { kind: 'remind', notification: notification.id });
}

export function transmissionPlanned(state: State, { data }: EventOf<'TransmissionPlanned'>): void {
  if (data.deliverAt === null) return;
  setTimer(state.timers, data.deliverAt, { kind: 'deliver', notification: data.notification });
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

export function notificationAcknowledged(state: State, { at, data }: EventOf<'NotificationAcknowledged'>): void {
  const notification = endNotification(state, data.notification, 'acknowledged', at);
  countAcknowledgement(state, notification, at);
}

export function lateAcknowledgement(state: State, { at, data }: EventOf<'LateAcknowledgement'>): void {
  const notification = notificationOf(state, data.notification);
  notification.lateAcknowledgementAt = at;
  countAcknowledgement(state, notification, at);
}

export function notificationEnded(
  state: State,
  event: EventOf<
    'NotificationDeclined' | 'NotificationExpired' | 'NotificationWithdrawn' | 'NotificationUndeliverable'
  >,
): void {
  const statuses = {
    NotificationDeclined: 'declined',
    NotificationExpired: 'expired',
    NotificationWithdrawn: 'withdrawn',
    NotificationUndeliverable: 'undeliverable',
  } as const;
  const notification = endNotification(state, event.data.notification, statuses[event.type], event.at);
  if ('reason' in event.data) notification.reason = event.data.reason;
}

function endNotification(state: State, id: string, status: NotificationStatus, at: number): Notification {
  const notification = notificationOf(state, id);
  notification.status = status;
  notification.endedAt = at;
  dropTimersOf(state.timers, id);
  return notification;
}

/** Credits the unit in each chain that asked for it, its side in the incident, and takes one of its places. */
function countAcknowledgement(state: State, notification: Notification, at: number): void {
  const incident = incidentOf(state, notification.incident);
  const { id, unit, side, action } = notification;
  incident.acknowledgedBy[side] ??= { at, by: 'unit', unit };
  incident.figures.firstAcknowledgementAt[side] ??= at;
  for (const run of runsOf(incident)) {
    if (!run.asked.includes(id)) continue;
    if (!run.acknowledged.includes(unit)) run.acknowledged.push(unit);
    if (!run.acknowledgedInStep.includes(unit)) run.acknowledgedInStep.push(unit);
  }
  if (action === 'inform' || incident.status === 'resolved') return;
  const engagements = unitOf(state, unit).engagements;
  const engaged = engagements[incident.id];
  const progress = engaged?.progress ?? 'acknowledged';
  // Who only gave advice until now becomes a responder, from where it stands.
  if (!engaged || (isResponse(action) && !isResponse(engaged.action))) {
    engagements[incident.id] = { notification: id, action, progress };
  }
  const ackExpiresMs = acknowledgementExpiry(state, incident, id);
  if (ackExpiresMs !== undefined && isResponse(action) && progress === 'acknowledged') {
    setTimer(state.timers, at + ackExpiresMs, { kind: 'lapse', notification: id });
  }
}

/** When an acknowledgement lapses, ms: the shortest time of the chains that asked with the notification, or never. */
function acknowledgementExpiry(state: State, incident: Incident, notification: string): number | undefined {
  const times = runsOf(incident)
    .filter(({ asked }) => asked.includes(notification))
    .flatMap((run) => chainOf(state, incident, run).ackExpiresMs ?? []);
  return times.length === 0 ? undefined : Math.min(...times);
}

/**
 * The unit no longer counts for the chains that asked with this notification; for others it does if it has acknowledged
 * another, and is engaged by that one. Its side does if anything else of it is acknowledged.
 */
export function acknowledgementLapsed(state: State, { data }: EventOf<'AcknowledgementLapsed'>): void {
  const incident = incidentOf(state, data.incident);
  for (const run of runsOf(incident)) {
    const asked = run.asked.includes(data.notification);
    if (!asked && run.asked.some((id) => hasAcknowledged(state, id, data.unit))) continue;
    run.acknowledged = run.acknowledged.filter((unit) => unit !== data.unit);
    run.acknowledgedInStep = run.acknowledgedInStep.filter((unit) => unit !== data.unit);
    run.acknowledgedBefore = run.acknowledgedBefore.filter((unit) => unit !== data.unit);
  }
  dropTimer(state.timers, timerKey({ kind: 'lapse', notification: data.notification }));
  releaseLapsed(state, incident, data);
  const credited = incident.acknowledgedBy[data.side];
  if (credited?.by !== 'unit' || credited.unit !== data.unit) return;
  const other = otherAcknowledgement(state, incident, data);
  if (other) incident.acknowledgedBy[data.side] = other;
  else delete incident.acknowledgedBy[data.side];
}

function releaseLapsed(state: State, incident: Incident, { unit, notification }: Lapsed): void {
  const { engagements } = unitOf(state, unit);
  const engagement = engagements[incident.id];
  if (engagement?.notification !== notification) return;
  const other = standingAcknowledgement(
    state,
    incident,
    (one) => one.unit === unit && one.id !== notification && isResponse(one.action),
  );
  if (other) engagements[incident.id] = { ...engagement, notification: other.id, action: other.action };
  else disengage(state, unit, incident.id);
}

function hasAcknowledged(state: State, id: string, by: string): boolean {
  const { unit, status, lateAcknowledgementAt } = notificationOf(state, id);
  return unit === by && (status === 'acknowledged' || lateAcknowledgementAt !== undefined);
}

function otherAcknowledgement(state: State, incident: Incident, lapsed: Lapsed): SideAcknowledgement | undefined {
  const other = standingAcknowledgement(
    state,
    incident,
    ({ id, side }) => side === lapsed.side && id !== lapsed.notification,
  );
  if (!other) return undefined;
  return { at: other.lateAcknowledgementAt ?? other.endedAt ?? 0, by: 'unit', unit: other.unit };
}

/** A notification whose acknowledgement counts for a chain. */
function standingAcknowledgement(
  state: State,
  incident: Incident,
  isMeant: (notification: Notification) => boolean,
): Notification | undefined {
  for (const run of runsOf(incident)) {
    for (const id of run.asked) {
      const notification = notificationOf(state, id);
      if (!isMeant(notification) || !run.acknowledged.includes(notification.unit)) continue;
      if (hasAcknowledged(state, id, notification.unit)) return notification;
    }
  }
  return undefined;
}
