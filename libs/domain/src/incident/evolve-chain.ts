/** How the chains of an incident change. */
import type { EventOf } from '../engine/event.js';
import { chainOf, incidentOf, notificationOf, runOf } from '../engine/lookup.js';
import type { State } from '../engine/state.js';
import { dropTimer, dueOf, setTimer, timerKey } from '../engine/timers.js';
import { isAtWork, isTerminal, runsOf, type ChainRun, type Incident } from './incident.js';

/** A chain that starts anew keeps whom it asked and who has acknowledged; a reopened incident has forgotten both. */
export function chainStarted(state: State, { data }: EventOf<'ChainStarted'>): void {
  const { chains } = incidentOf(state, data.incident);
  const before = Object.hasOwn(chains, data.chain) ? chains[data.chain] : undefined;
  chains[data.chain] = {
    chain: data.chain,
    route: data.route,
    status: 'active',
    step: -1,
    round: 0,
    acknowledged: before?.acknowledged ?? [],
    acknowledgedInStep: [],
    acknowledgedBefore: [],
    pending: false,
    current: [],
    asked: before?.asked ?? [],
  };
}

export function stepDelayed(state: State, { data }: EventOf<'StepDelayed'>): void {
  const incident = incidentOf(state, data.incident);
  const run = enterStep(state, incident, data);
  run.status = 'delayed';
  run.pending = true;
  const { chain, reason } = data;
  setTimer(state.timers, data.until, { kind: 'delay', incident: incident.id, chain, reason });
}

export function stepStarted(state: State, { at, data }: EventOf<'StepStarted'>): void {
  const incident = incidentOf(state, data.incident);
  const run = enterStep(state, incident, data);
  if (data.reason !== 'start') incident.figures.escalations++;
  run.acknowledgedBefore = data.unreached
    .filter(({ reason }) => reason === 'already-acknowledged')
    .map(({ target }) => target);
  const { expireAfterMs } = chainOf(state, incident, run);
  for (const addressee of data.addressees) {
    const id = addressee.notification;
    run.current.push(id);
    if (!run.asked.includes(id)) run.asked.push(id);
    // A unit that still has an open notification is reminded of that one instead of being sent another.
    if (state.notifications[id]) {
      remindInTime(state, incident, id, at);
      continue;
    }
    incident.notificationCount++;
    state.notifications[id] = {
      id,
      incident: incident.id,
      chain: run.chain,
      step: data.step,
      round: data.round,
      unit: addressee.unit,
      side: addressee.side,
      action: addressee.action,
      queuedAt: at,
      status: 'queued',
      attempts: 0,
      deliveries: 0,
    };
    setTimer(state.timers, at + expireAfterMs, { kind: 'expire', notification: id });
  }
  setTimer(state.timers, data.deadline, { kind: 'deadline', incident: incident.id, chain: run.chain });
}

export function stepSkipped(state: State, { data }: EventOf<'StepSkipped'>): void {
  enterStep(state, incidentOf(state, data.incident), data);
}

function enterStep(state: State, incident: Incident, place: { chain: string; step: number; round: number }): ChainRun {
  const run = runOf(incident, place.chain);
  dropStepTimers(state, incident, run);
  // What was acknowledged while the step waited for its delay counts for it.
  if (!run.pending) run.acknowledgedInStep = [];
  run.status = 'active';
  run.pending = false;
  run.step = place.step;
  run.round = place.round;
  run.current = [];
  run.acknowledgedBefore = [];
  return run;
}

export function chainEnded(state: State, event: EventOf<'ChainHalted' | 'ChainStopped' | 'EscalationExhausted'>): void {
  const incident = incidentOf(state, event.data.incident);
  const run = runOf(incident, event.data.chain);
  const statuses = { ChainHalted: 'halted', ChainStopped: 'stopped', EscalationExhausted: 'exhausted' } as const;
  run.status = statuses[event.type];
  dropChainTimers(state, incident, run);
}

export function chainResumed(state: State, { at, data }: EventOf<'ChainResumed'>): void {
  const incident = incidentOf(state, data.incident);
  const run = runOf(incident, data.chain);
  run.status = 'active';
  for (const notification of run.asked) remindInTime(state, incident, notification, at);
}

/** A chain that asks with a notification, or does so again, reminds of it by its own interval, if no other does sooner. */
function remindInTime(state: State, incident: Incident, notification: string, at: number): void {
  if (isTerminal(notificationOf(state, notification).status)) return;
  const remindEveryMs = reminderInterval(state, incident, notification);
  if (remindEveryMs === undefined) return;
  const due = at + remindEveryMs;
  const known = dueOf(state.timers, timerKey({ kind: 'remind', notification }));
  if (known === undefined || due < known) setTimer(state.timers, due, { kind: 'remind', notification });
}

/**
 * A chain that no longer works neither waits nor reminds. Its open notifications stay open, and are still reminded of
 * if another chain at work asked with them, too.
 */
export function dropChainTimers(state: State, incident: Incident, run: ChainRun): void {
  dropStepTimers(state, incident, run);
  const isAlone = !runsOf(incident).some(isAtWork);
  for (const notification of run.asked) {
    if (!isAlone && reminderInterval(state, incident, notification) !== undefined) continue;
    dropTimer(state.timers, timerKey({ kind: 'remind', notification }));
  }
}

/** How often a notification is sent again, ms: the shortest interval of the chains at work that asked with it, or none. */
export function reminderInterval(state: State, incident: Incident, notification: string): number | undefined {
  let shortest: number | undefined;
  for (const run of runsOf(incident)) {
    if (!isAtWork(run)) continue;
    if (!run.asked.includes(notification)) continue;
    const { remindEveryMs } = chainOf(state, incident, run);
    if (remindEveryMs !== undefined && !(shortest !== undefined && shortest <= remindEveryMs)) shortest = remindEveryMs;
  }
  return shortest;
}

/** Only a step that has not started can wait for its delay. */
function dropStepTimers(state: State, incident: Incident, run: ChainRun): void {
  const { chain, pending } = run;
  dropTimer(state.timers, timerKey({ kind: 'deadline', incident: incident.id, chain }));
  if (pending) dropTimer(state.timers, timerKey({ kind: 'delay', incident: incident.id, chain, reason: 'start' }));
}
