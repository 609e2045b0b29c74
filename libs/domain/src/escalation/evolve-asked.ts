/** What the settings of chains make of notifications: when they expire, when they are sent again, and when acknowledgements lapse. */
import { incidentOf } from '../incident/incident-state.js';
import type { Incident } from '../incident/incident.js';
import type { EventOf } from '../kernel/event.js';
import { setTimer } from '../kernel/timers.js';
import { askedOfUnit } from '../notification/asked.js';
import { addNotification } from '../notification/evolve-notification.js';
import { covers, isByHand, isOpen, type Addressee, type Notification } from '../notification/notification.js';
import { notificationOf } from '../notification/notification-state.js';
import { unitOf } from '../unit/lookup-unit.js';
import { isResponse } from '../unit/unit.js';
import { chainOf, runsOf, type EscalationWorld } from './escalation-state.js';
import { remindByOthers, remindLater, remindNext } from './reminders.js';

/** A new notification. Without a chain it is asked by hand. */
export function ask(
  state: EscalationWorld,
  incident: Incident,
  addressee: Addressee,
  at: number,
  by?: { chain: string; step: number; round: number },
): void {
  const { expireAfterMs } = chainOf(state, incident, by ?? firstRun(state, incident));
  incident.notificationCount++;
  incident.asked.push(addressee.notification);
  const { id, class: releaseClass } = incident;
  addNotification(state, addressee, { incident: id, class: releaseClass, at, expiresAt: at + expireAfterMs, by });
}

/** By whose settings a question goes that was asked by hand. */
function firstRun(state: EscalationWorld, { id }: Incident) {
  const [first] = runsOf(state, id);
  if (!first) throw new Error(`no chain has run on ${id}`);
  return first;
}

export function unitAsked(state: EscalationWorld, { at, data }: EventOf<'UnitAsked'>): void {
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

export function askedAgain(
  state: EscalationWorld,
  { at, data }: EventOf<'NotificationSent' | 'NotificationReminded'>,
): void {
  remindNext(state, incidentOf(state, data.incident), notificationOf(state, data.notification), at);
}

/** What it covers is not sent again; it lapses unless the unit sets out in time. */
export function acknowledged(
  state: EscalationWorld,
  { at, data }: EventOf<'NotificationAcknowledged' | 'LateAcknowledgement'>,
): void {
  const { notification: id, incident, unit, action } = data;
  for (const other of askedOfUnit(state, unit, incident)) {
    if (isOpen(other) && covers(action, other.action)) remindByOthers(state, incidentOf(state, incident), other, at);
  }
  if (!isResponse(action) || unitOf(state, unit).progress[incident]) return;
  const expiresMs = acknowledgementExpiry(state, incidentOf(state, incident), notificationOf(state, id));
  if (expiresMs !== undefined) setTimer(state.timers, at + expiresMs, { kind: 'lapse', notification: id });
}

/** When an acknowledgement lapses, ms: the shortest time of the chains that asked with the notification, or never. */
function acknowledgementExpiry(
  state: EscalationWorld,
  incident: Incident,
  notification: Notification,
): number | undefined {
  const runs = runsOf(state, incident.id).filter(
    ({ chain }, index) => notification.chains.includes(chain) || (isByHand(notification) && index === 0),
  );
  const times = runs.flatMap((run) => chainOf(state, incident, run).ackExpiresMs ?? []);
  return times.length === 0 ? undefined : Math.min(...times);
}

/** What the acknowledgement had covered is sent again. */
export function lapsed(state: EscalationWorld, { at, data }: EventOf<'AcknowledgementLapsed'>): void {
  const incident = incidentOf(state, data.incident);
  for (const other of askedOfUnit(state, data.unit, incident.id)) remindLater(state, incident, other, at);
}
