/** How the chains of an incident change. */
import type { ExerciseTime } from '../kernel/exercise-time.js';
import type { EventOf } from '../kernel/event.js';
import { answersBefore } from '../incident/answers.js';
import { incidentOf } from '../incident/incident-state.js';
import { notificationOf } from '../notification/notification-state.js';
import { runIn, runOf, runsOf } from './escalation-state.js';
import type { EscalationWorld } from './escalation-state.js';
import { dropTimersOfStep, setTimer } from '../kernel/timers.js';
import type { Incident } from '../incident/incident.js';
import { ask } from './evolve-asked.js';
import { expiryOf } from './expiry.js';
import { dropReminders, scheduleReminders, takeUp, takeUpAll } from './reminders.js';
import { isAtWork, mergeQuestions, type ChainRun } from './chain-run.js';

export function chainStarted(state: EscalationWorld, { at, data }: EventOf<'ChainStarted'>): void {
  const incident = incidentOf(state, data.incident);
  const before = runIn(state, incident.id, data.chain);
  if (before) dropStepTimers(state, incident, before);
  (state.chains[incident.id] ??= {})[data.chain] = {
    chain: data.chain,
    route: data.route,
    status: 'active',
    step: -1,
    round: 0,
    reason: 'start',
    entered: 'left',
    questions: [],
    allQuestions: [],
    answersBeforeStep: incident.answers,
    answersBefore: data.anew ? answersBefore(state, incident, at) : 0,
    underWay: data.underWay,
    reminds: before?.reminds ?? {},
  };
  // It may no longer count the answers for which it did not remind.
  scheduleReminders(state, incident, runOf(state, incident.id, data.chain), at);
}

export function stepDelayed(state: EscalationWorld, { data }: EventOf<'StepDelayed'>): void {
  const incident = incidentOf(state, data.incident);
  const run = runOf(state, incident.id, data.chain);
  enterStep(state, incident, run, data);
  run.status = 'delayed';
  run.entered = 'reached';
  run.reason = data.reason;
  setTimer(state.timers, data.until, { kind: 'delay', incident: incident.id, chain: data.chain });
}

export function stepStarted(state: EscalationWorld, { at, data }: EventOf<'StepStarted'>): void {
  const incident = incidentOf(state, data.incident);
  const run = runOf(state, incident.id, data.chain);
  const questions = [...data.covered, ...data.addressees.map(({ unit, side, action }) => ({ unit, side, action }))];
  const hadHalted = run.status === 'halted';
  if (data.reason === 'raised') {
    dropStepTimers(state, incident, run);
    run.answersBefore = answersBefore(state, incident, at);
    run.answersBeforeStep = run.answersBefore;
    run.underWay = [];
    run.questions = mergeQuestions(run.questions, questions);
  } else {
    enterStep(state, incident, run, data);
    run.questions = questions;
    if (data.reason !== 'start') incident.figures.escalations++;
  }
  run.status = 'active';
  run.entered = 'started';
  run.allQuestions = mergeQuestions(run.allQuestions, questions);
  const { chain, step, round } = data;
  const expiresAt = data.expiresAt ?? expiryOf(state, incident, { by: run, at });
  for (const addressee of data.addressees) {
    const known = state.notifications[addressee.notification];
    // A unit whose question is open is reminded of it instead of being sent another.
    if (!known) ask(state, incident, addressee, { at, expiresAt, by: { chain, step, round } });
    else if (!known.chains.includes(chain)) known.chains.push(chain);
    takeUp(state, incident, run, notificationOf(state, addressee.notification), at);
  }
  if (hadHalted) takeUpAll(state, incident, run, at);
  // It no longer counts the answers for which it did not remind.
  else if (data.reason === 'raised') scheduleReminders(state, incident, run, at);
  setTimer(state.timers, data.deadline, { kind: 'deadline', incident: incident.id, chain });
}

export function stepSkipped(state: EscalationWorld, { data }: EventOf<'StepSkipped'>): void {
  const incident = incidentOf(state, data.incident);
  const run = runOf(state, incident.id, data.chain);
  enterStep(state, incident, run, data);
  run.entered = 'skipped';
  run.questions = data.covered;
  run.allQuestions = mergeQuestions(run.allQuestions, data.covered);
}

interface Place {
  readonly step: number;
  readonly round: number;
}

/** What was acknowledged while the step waited for its delay came in since the step was reached. */
function enterStep(state: EscalationWorld, incident: Incident, run: ChainRun, { step, round }: Place): void {
  dropStepTimers(state, incident, run);
  const waited = run.entered === 'reached' && run.step === step && run.round === round;
  if (!waited) run.answersBeforeStep = incident.answers;
  run.status = 'active';
  run.step = step;
  run.round = round;
  run.questions = [];
}

export function chainHalted(state: EscalationWorld, { at, data }: EventOf<'ChainHalted'>): void {
  const incident = incidentOf(state, data.incident);
  const run = runOf(state, incident.id, data.chain);
  if (data.covered) {
    enterStep(state, incident, run, data);
    run.entered = 'reached';
    run.questions = data.covered;
    run.allQuestions = mergeQuestions(run.allQuestions, data.covered);
  }
  end(state, incident, run, 'halted', at);
}

export function chainEnded(state: EscalationWorld, event: EventOf<'ChainStopped' | 'EscalationExhausted'>): void {
  const incident = incidentOf(state, event.data.incident);
  const status = event.type === 'ChainStopped' ? 'stopped' : 'exhausted';
  const run = runOf(state, incident.id, event.data.chain);
  // It was about to go on, and there is nothing to go on to: its last step has asked.
  if (status === 'exhausted' && run.entered === 'left') run.entered = 'started';
  end(state, incident, run, status, event.at);
}

export function chainResumed(state: EscalationWorld, { at, data }: EventOf<'ChainResumed'>): void {
  const incident = incidentOf(state, data.incident);
  const run = runOf(state, incident.id, data.chain);
  run.status = 'active';
  if (run.entered === 'started') run.entered = 'left';
  takeUpAll(state, incident, run, at);
}

/** A chain that no longer works neither waits nor reminds. What it asked stays open. */
function end(
  state: EscalationWorld,
  incident: Incident,
  run: ChainRun,
  status: 'halted' | 'stopped' | 'exhausted',
  at: ExerciseTime,
): void {
  run.status = status;
  dropStepTimers(state, incident, run);
  dropReminders(state, incident, run, at);
}

/** The incident has been resolved or is ending. */
export function stopChains(
  state: EscalationWorld,
  { data }: EventOf<'IncidentResolved' | 'IncidentClosed' | 'IncidentCancelled'>,
): void {
  const incident = incidentOf(state, data.incident);
  for (const run of runsOf(state, incident.id)) {
    if (!isAtWork(run)) continue;
    run.status = 'stopped';
    dropStepTimers(state, incident, run);
  }
}

/** The incident has left the state, or begins anew. */
export function forgetChains(
  state: EscalationWorld,
  { data }: EventOf<'IncidentReopened' | 'IncidentClosed' | 'IncidentCancelled'>,
): void {
  delete state.chains[data.incident];
}

function dropStepTimers(state: EscalationWorld, incident: Incident, { chain }: ChainRun): void {
  dropTimersOfStep(state.timers, incident.id, chain);
}
