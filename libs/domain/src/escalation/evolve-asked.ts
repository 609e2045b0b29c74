/** What the settings of chains make of notifications: when they are sent again, and when acknowledgements lapse. */
import { after } from '../kernel/exercise-time.js';
import { incidentOf } from '../incident/incident-state.js';
import type { Incident } from '../incident/incident.js';
import type { EventOf } from '../kernel/event.js';
import { setTimer } from '../kernel/timers.js';
import { askedOfUnit } from '../notification/asked.js';
import { addNotification, type Asking } from '../notification/evolve-notification.js';
import { covers, isByHand, type Addressee, type Notification } from '../notification/notification.js';
import { notificationOf } from '../notification/notification-state.js';
import { unitOf } from '../unit/lookup-unit.js';
import { isResponse } from '../unit/unit.js';
import { runsOf, runsThatWant, settingsOf, type EscalationWorld } from './escalation-state.js';
import { expiryOf, settingsByHand } from './expiry.js';
import { isAtWork } from './chain-run.js';
import { remindAfterSending, scheduleReminder, takeUp } from './reminders.js';

/** A new notification. */
export function ask(
  state: EscalationWorld,
  incident: Incident,
  addressee: Addressee,
  asking: Pick<Asking, 'at' | 'expiresAt' | 'by'>,
): void {
  incident.notificationCount++;
  incident.asked.push(addressee.notification);
  addNotification(state, addressee, { incident: incident.id, class: incident.class, ...asking });
}

export function unitAsked(state: EscalationWorld, { at, data }: EventOf<'UnitAsked'>): void {
  const incident = incidentOf(state, data.incident);
  const replaced = data.replaces === undefined ? undefined : notificationOf(state, data.replaces);
  const expiresAt = data.expiresAt ?? expiryOf(state, incident, { by: settingsByHand(state, incident, replaced), at });
  if (!replaced) return ask(state, incident, data, { at, expiresAt });
  const runs = runsThatWant(state, incident.id, replaced);
  ask(state, incident, data, { at, expiresAt, by: isByHand(replaced) ? undefined : runs[0] });
  const notification = notificationOf(state, data.notification);
  notification.chains = runs.map(({ chain }) => chain);
  for (const run of runs) if (isAtWork(run)) takeUp(state, incident, run, notification, at);
}

export function askedAgain(
  state: EscalationWorld,
  { at, data }: EventOf<'NotificationSent' | 'NotificationReminded'>,
): void {
  remindAfterSending(state, incidentOf(state, data.incident), notificationOf(state, data.notification), at);
}

/** What it covers is not sent again; it lapses unless the unit sets out in time. */
export function acknowledged(
  state: EscalationWorld,
  { at, data }: EventOf<'NotificationAcknowledged' | 'LateAcknowledgement'>,
): void {
  const { notification: id, incident, unit, action } = data;
  for (const other of askedOfUnit(state, unit, incident)) {
    if (covers(action, other.action)) scheduleReminder(state, incidentOf(state, incident), other, at);
  }
  if (!isResponse(action) || unitOf(state, unit).progress[incident]) return;
  const expiresMs = acknowledgementExpiry(state, incidentOf(state, incident), notificationOf(state, id));
  if (expiresMs !== undefined) setTimer(state.timers, after(at, expiresMs), { kind: 'lapse', notification: id });
}

/** When an acknowledgement lapses, ms: the shortest time of the chains that asked with the notification, or never. */
function acknowledgementExpiry(
  state: EscalationWorld,
  incident: Incident,
  notification: Notification,
): number | undefined {
  let shortest: number | undefined;
  const runs = runsOf(state, incident.id);
  for (const run of runs) {
    if (!notification.chains.includes(run.chain) && !(isByHand(notification) && run === runs[0])) continue;
    const { ackExpiresMs } = settingsOf(state, incident, run);
    if (ackExpiresMs !== undefined) shortest = Math.min(ackExpiresMs, shortest ?? ackExpiresMs);
  }
  return shortest;
}

/** What the acknowledgement had covered is sent again. */
export function lapsed(state: EscalationWorld, { at, data }: EventOf<'AcknowledgementLapsed'>): void {
  const incident = incidentOf(state, data.incident);
  for (const other of askedOfUnit(state, data.unit, incident.id)) scheduleReminder(state, incident, other, at);
}
