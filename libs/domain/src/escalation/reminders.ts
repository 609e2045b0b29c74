/** When an open notification is sent again. */
import { chainOf } from './escalation-state.js';
import { notificationOf } from '../notification/notification-state.js';
import type { EscalationWorld } from './escalation-state.js';
import { dropTimer, dueOf, setTimer, timerKey } from '../kernel/timers.js';
import { isAtWork } from './chain-run.js';
import { runsOf } from './escalation-state.js';
import type { Incident } from '../incident/incident.js';
import { isCovered } from '../notification/asked.js';
import { isByHand, isOpen, type Notification } from '../notification/notification.js';

/** How often a notification is sent again, ms: the shortest interval of the chains at work that asked with it, or none. */
function reminderInterval(state: EscalationWorld, incident: Incident, notification: Notification): number | undefined {
  let shortest: number | undefined;
  for (const run of runsOf(state, incident.id)) {
    if (!isAtWork(run) || !notification.chains.includes(run.chain)) continue;
    const { remindEveryMs } = chainOf(state, incident, run);
    if (remindEveryMs !== undefined && !(shortest !== undefined && shortest <= remindEveryMs)) shortest = remindEveryMs;
  }
  const first = isByHand(notification) ? runsOf(state, incident.id)[0] : undefined;
  const byHand = first && chainOf(state, incident, first).remindEveryMs;
  return byHand !== undefined && !(shortest !== undefined && shortest <= byHand) ? byHand : shortest;
}

/** After it was sent: the next time, if there is one. */
export function remindNext(state: EscalationWorld, incident: Incident, notification: Notification, at: number): void {
  const every = reminderInterval(state, incident, notification);
  if (every === undefined || isAnswered(state, notification)) return;
  setTimer(state.timers, at + every, { kind: 'remind', notification: notification.id });
}

/** A chain takes up the notification: it is sent again one interval from now, unless it is sooner anyway. */
export function remindLater(state: EscalationWorld, incident: Incident, notification: Notification, at: number): void {
  if (!isOpen(notification) || isAnswered(state, notification)) return;
  const every = reminderInterval(state, incident, notification);
  if (every === undefined) return;
  const known = dueOf(state.timers, keyOf(notification.id));
  if (known === undefined || at + every < known) {
    setTimer(state.timers, at + every, { kind: 'remind', notification: notification.id });
  }
}

/** A chain stops: what no other chain reminds of is not sent again. */
export function stopReminders(state: EscalationWorld, incident: Incident, chain: string): void {
  for (const id of incident.asked) {
    const notification = notificationOf(state, id);
    if (!isOpen(notification) || !notification.chains.includes(chain)) continue;
    if (reminderInterval(state, incident, notification) === undefined) dropTimer(state.timers, keyOf(id));
  }
}

function isAnswered(state: EscalationWorld, { unit, incident, action }: Notification): boolean {
  return isCovered(state, unit, incident, action);
}

function keyOf(notification: string): string {
  return timerKey({ kind: 'remind', notification });
}
