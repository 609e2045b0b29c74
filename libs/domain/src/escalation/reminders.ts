/** When an open notification is sent again. */
import { notificationId } from '../kernel/ids.js';
import { after, laterOf, type ExerciseTime } from '../kernel/exercise-time.js';
import type { Incident } from '../incident/incident.js';
import { dropTimer, dueOf, setTimer, timerKey } from '../kernel/timers.js';
import { isCovered } from '../notification/asked.js';
import { isByHand, isOpen, type Notification } from '../notification/notification.js';
import { notificationOf } from '../notification/notification-state.js';
import type { ChainRun } from './chain-run.js';
import { runsOf, settingsOf, type EscalationWorld } from './escalation-state.js';
import { isAnswered } from './requirement.js';

/**
 * The next time, or never. Each chain that reminds of it does so every `remindEvery` after it was last sent, or after the chain took it up, if
 * that was later, but not as long as it counts an answer to the question. What was asked by hand goes by the incident's first chain,
 * whether or not that is at work.
 */
function nextReminder(
  state: EscalationWorld,
  incident: Incident,
  notification: Notification,
  now: ExerciseTime,
): ExerciseTime | undefined {
  const { id, unit, action, lastSentAt } = notification;
  if (!isOpen(notification) || lastSentAt === undefined) return undefined;
  let next: ExerciseTime | undefined;
  for (const [index, run] of runsOf(state, incident.id).entries()) {
    const byHand = index === 0 && isByHand(notification);
    const from = byHand ? lastSentAt : run.reminds[id];
    if (from === undefined) continue;
    const { remindEveryMs } = settingsOf(state, incident, run);
    if (remindEveryMs === undefined) continue;
    const due = tickAfter(laterOf(lastSentAt, from), remindEveryMs, now);
    if (next !== undefined && next <= due) continue;
    const answered = byHand
      ? isCovered(state, unit, incident.id, action)
      : isAnswered(state, incident, run, notification);
    if (!answered) next = due;
  }
  return next;
}

/** The first multiple of the interval that has not passed. */
function tickAfter(from: ExerciseTime, every: number, now: ExerciseTime): ExerciseTime {
  return after(from, every * Math.max(1, Math.ceil((now - from) / every)));
}

/** Call it whenever something changes on which the next reminder depends. One whose time stays the same keeps its place among the timers. */
export function scheduleReminder(
  state: EscalationWorld,
  incident: Incident,
  notification: Notification,
  now: ExerciseTime,
): void {
  const key = timerKey({ kind: 'remind', notification: notification.id });
  const next = nextReminder(state, incident, notification, now);
  if (next === undefined) dropTimer(state.timers, key);
  else if (next !== dueOf(state.timers, key)) {
    setTimer(state.timers, next, { kind: 'remind', notification: notification.id });
  }
}

/** It has just been sent. Reminders of one time come in the order in which their notifications were sent. */
export function remindAfterSending(
  state: EscalationWorld,
  incident: Incident,
  notification: Notification,
  now: ExerciseTime,
): void {
  const next = nextReminder(state, incident, notification, now);
  if (next === undefined) dropTimer(state.timers, timerKey({ kind: 'remind', notification: notification.id }));
  else setTimer(state.timers, next, { kind: 'remind', notification: notification.id });
}

/** The chain reminds of the notification, if it is open, from now on. */
export function takeUp(
  state: EscalationWorld,
  incident: Incident,
  run: ChainRun,
  notification: Notification,
  now: ExerciseTime,
): void {
  if (!isOpen(notification) || settingsOf(state, incident, run).remindEveryMs === undefined) return;
  run.reminds[notification.id] = now;
  // One that has not been sent yet gets its time when it is.
  if (notification.lastSentAt !== undefined) scheduleReminder(state, incident, notification, now);
}

/** The chain reminds of all that it has asked and that is open, from now on. */
export function takeUpAll(state: EscalationWorld, incident: Incident, run: ChainRun, now: ExerciseTime): void {
  for (const id of incident.asked) {
    const notification = notificationOf(state, id);
    if (notification.chains.includes(run.chain)) takeUp(state, incident, run, notification, now);
  }
}

/** Call it when it changes which answers a chain counts. */
export function scheduleReminders(
  state: EscalationWorld,
  incident: Incident,
  { reminds }: ChainRun,
  now: ExerciseTime,
): void {
  for (const id in reminds) scheduleReminder(state, incident, notificationOf(state, notificationId(id)), now);
}

/** The chain reminds of nothing more. */
export function dropReminders(state: EscalationWorld, incident: Incident, run: ChainRun, now: ExerciseTime): void {
  const before = run.reminds;
  run.reminds = {};
  for (const id in before) scheduleReminder(state, incident, notificationOf(state, notificationId(id)), now);
}
