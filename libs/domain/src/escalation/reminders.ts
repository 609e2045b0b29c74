/** When an open notification is sent again. */
import { incidentOf } from '../incident/incident-state.js';
import type { Incident } from '../incident/incident.js';
import { dropTimer, dueOf, setTimer, timerKey } from '../kernel/timers.js';
import { isCovered } from '../notification/asked.js';
import { isByHand, isOpen, type Notification } from '../notification/notification.js';
import { notificationOf } from '../notification/notification-state.js';
import { isAtWork } from './chain-run.js';
import { chainOf, runsOf, type EscalationWorld } from './escalation-state.js';
import { isAnswered } from './requirement.js';

/**
 * How often a notification is sent again, ms: the shortest interval of the chains at work that asked with it and have no
 * answer to its question yet, or none. What was asked by hand goes by the incident's first chain.
 */
function reminderInterval(state: EscalationWorld, incident: Incident, notification: Notification): number | undefined {
  let shortest: number | undefined;
  for (const [index, run] of runsOf(state, incident.id).entries()) {
    const byHand = isByHand(notification) && index === 0;
    if (!byHand && !(isAtWork(run) && notification.chains.includes(run.chain))) continue;
    const { remindEveryMs } = chainOf(state, incident, run);
    if (remindEveryMs === undefined || (shortest !== undefined && shortest <= remindEveryMs)) continue;
    const answered = byHand
      ? isCovered(state, notification.unit, incident.id, notification.action)
      : isAnswered(state, incident, run, notification);
    if (!answered) shortest = remindEveryMs;
  }
  return shortest;
}

/** After it was sent: the next time, if there is one. */
export function remindNext(state: EscalationWorld, incident: Incident, notification: Notification, at: number): void {
  const every = reminderInterval(state, incident, notification);
  if (every !== undefined) setTimer(state.timers, at + every, { kind: 'remind', notification: notification.id });
}

/** A chain takes up the notification: it is sent again one interval from now, unless it is sooner anyway. */
export function remindLater(state: EscalationWorld, incident: Incident, notification: Notification, at: number): void {
  if (!isOpen(notification)) return;
  const every = reminderInterval(state, incident, notification);
  if (every === undefined) return;
  const known = dueOf(state.timers, keyOf(notification.id));
  if (known === undefined || at + every < known) {
    setTimer(state.timers, at + every, { kind: 'remind', notification: notification.id });
  }
}

/** A chain takes up all that it has asked. */
export function remindOfAll(state: EscalationWorld, incidentId: string, chain: string, at: number): void {
  const incident = incidentOf(state, incidentId);
  for (const id of incident.asked) {
    const notification = notificationOf(state, id);
    if (notification.chains.includes(chain)) remindLater(state, incident, notification, at);
  }
}

/** A chain reminds of it no more: it goes by the interval of the others, if there are any. */
export function remindByOthers(
  state: EscalationWorld,
  incident: Incident,
  notification: Notification,
  at: number,
): void {
  const key = keyOf(notification.id);
  if (!isOpen(notification) || dueOf(state.timers, key) === undefined) return;
  const every = reminderInterval(state, incident, notification);
  if (every === undefined) {
    dropTimer(state.timers, key);
    return;
  }
  const due = (notification.lastSentAt ?? at) + every;
  setTimer(state.timers, due >= at ? due : at + every, { kind: 'remind', notification: notification.id });
}

function keyOf(notification: string): string {
  return timerKey({ kind: 'remind', notification });
}
