/**
 * The engine: commands and due timers in, events out. Pure and deterministic: the same scenario, seed and timed
 * commands give the same log, under a live run, a replay and a what-if alike.
 */
import type { ExerciseTime } from '../kernel/exercise-time.js';
import { mustBeUnderWay } from '../exercise/decide-exercise.js';
import { markingOfEvent } from './event-marking.js';
import { mustBePermitted } from '../release/permissions.js';
import { takeNumbers } from '../release/release.js';
import { type Audience } from '../kernel/side.js';
import type { TimedCommand } from '../kernel/command.js';
import { DomainError } from '../kernel/domain-error.js';
import { draft, type Actor, type Cause, type DomainEvent, type Draft, type LoggedEvent } from '../kernel/event.js';
import { evolve } from './evolve.js';
import { fire } from './fire.js';
// What events there are: types only, which every room refers to.
import './event.js';
import { specOf } from './command-specs.js';
import { Aftermath } from './aftermath.js';
import { react } from './react.js';
import type { State } from './state.js';
import { nextTimer, type Timer } from '../kernel/timers.js';

/** Told of each event right before and right after it changes the state. */
export interface Observer {
  before(event: DomainEvent): void;
  after(event: LoggedEvent): void;
}

export interface Executed {
  readonly events: LoggedEvent[];
  /** The rules said no: `events` holds the one that says so. */
  readonly refused?: DomainError;
}

/** The rules: what a command leads to. Changes nothing. @throws DomainError with a stable code */
function decide(state: State, command: TimedCommand): Draft[] {
  // Asked first: whoever may not give the command learns nothing of the exercise by it.
  mustBePermitted(command.actor, command.type);
  const spec = specOf(command.type);
  if (!spec.checksStatus) mustBeUnderWay(state);
  return spec.decide(state, command);
}

/**
 * Applies a command at its time. Timers due before it must have fired (`advance(state, command.at - 1)`).
 * A refusal is an event too, so that each command stands in the log once.
 */
export function execute(state: State, command: TimedCommand, observer?: Observer): Executed {
  const context = { at: command.at, cause: causeOf(command), observer };
  const drafts = decideOrRefuse(state, command);
  if (drafts instanceof DomainError) {
    const data = { command: command.type, code: drafts.code, message: drafts.message };
    const refusal = draft('CommandRefused', audienceOf(command.actor), data, command.actor);
    return { events: append(state, [refusal], context), refused: drafts };
  }
  return { events: append(state, drafts, context) };
}

/** What comes of an inject is of the script, be it a trainer who made it fire: players see the same cause for both. */
function causeOf(command: TimedCommand): Cause {
  const inject = specOf(command.type).inject?.(command);
  return inject === undefined ? { command: command.id } : { command: command.id, inject };
}

/** Why the rules would refuse the command at its time; undefined: they would take it. Changes nothing. */
export function refusalOf(state: State, command: TimedCommand): DomainError | undefined {
  const decided = decideOrRefuse(state, command);
  return decided instanceof DomainError ? decided : undefined;
}

function decideOrRefuse(state: State, command: TimedCommand): Draft[] | DomainError {
  try {
    // The rules read the time of the command from the state. They change nothing, so that a copy of its top level will do.
    return decide({ ...state, time: command.at }, command);
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
}

/**
 * Fires the timers due up to and including `until`, in order; exercise time, ms. Nothing fires unless it is running.
 * `limit` events end it early, but never amid timers of the same time: a command may come in at any time that this
 * leaves, and a replay fires all that is due before it, nothing of what is due with it.
 */
export function advance(
  state: State,
  until: ExerciseTime,
  observer?: Observer,
  limit = Number.POSITIVE_INFINITY,
): LoggedEvent[] {
  const events: LoggedEvent[] = [];
  let reached = Number.NEGATIVE_INFINITY;
  while (state.status === 'running') {
    const timer = nextTimer(state.timers);
    if (!timer || timer.due > until) break;
    if (events.length >= limit && timer.due > reached) break;
    reached = timer.due;
    state.time = timer.due;
    append(state, fire(state, timer.action), { at: timer.due, cause: { timer: timer.key }, observer }, events);
    mustBeSpent(state, timer);
  }
  return events;
}

/** Exercise time at which the engine next needs waking, or none. */
export function nextDue(state: State): ExerciseTime | undefined {
  return state.status === 'running' ? nextTimer(state.timers)?.due : undefined;
}

/** Only the actor and those who run the exercise see what was refused. */
function audienceOf(actor: Actor): Audience {
  return actor.kind === 'account' && actor.side ? actor.side : 'CONTROL';
}

const ENGINE: Actor = { kind: 'engine' };

/**
 * Appends what happens and all that follows from it to `events`. What follows from an event comes to its end before what follows from the
 * next one is asked for, so that no consequence is decided on a state that an earlier one is about to change. Chains look at the
 * answers, units are informed, and the script is asked only when all else has come to its end.
 */
function append(
  state: State,
  drafts: readonly Draft[],
  { at, cause, observer }: { at: ExerciseTime; cause: Cause; observer?: Observer },
  events: LoggedEvent[] = [],
): LoggedEvent[] {
  /** Whose consequences are still to come, after those of the first event that has just happened: the next one last. */
  const unanswered: LoggedEvent[] = [];
  const aftermath = new Aftermath(state);
  let happening: readonly Draft[] = drafts;
  for (;;) {
    const first = events.length;
    for (const next of happening) {
      const event = place(state, next, at, cause);
      observer?.before(event);
      evolve(state, event);
      observer?.after(event);
      events.push(event);
    }
    for (let i = events.length - 1; i > first; i--) unanswered.push(events[i] as LoggedEvent);
    const event = events[first] ?? unanswered.pop();
    if (event) {
      aftermath.add(event);
      happening = react(state, event);
      continue;
    }
    happening = aftermath.next();
    if (happening.length === 0) return events;
  }
}

/**
 * Gives an event its time, its cause and its place in each stream that may see it. Written field by field, since a
 * spread gives each type of event a layout of its own, and all that reads events then has to look where a field lies.
 */
function place(
  state: State,
  { type, data: said, audience, actor = ENGINE }: Draft,
  at: ExerciseTime,
  cause: Cause,
): LoggedEvent {
  const marking = markingOfEvent(state, { type, data: said, audience, actor });
  const data = marking === undefined ? said : { ...said, label: marking };
  const numbers = takeNumbers(state.seqs, audience);
  return { type, at, data, audience, actor: authorOf(actor), cause, seq: numbers.all, seqs: numbers } as LoggedEvent;
}

/** An actor as the log names it: without the units that it plays and the classes that it may send, which are the trainer's arrangement. */
function authorOf(actor: Actor): Actor {
  if (actor.kind !== 'account' || (actor.units === undefined && actor.classes === undefined)) return actor;
  const { units: _, classes: __, ...author } = actor;
  return author;
}

/** Folding the log: numbers come from the events themselves. */
export function fold(state: State, events: Iterable<LoggedEvent>): void {
  for (const event of events) {
    Object.assign(state.seqs, event.seqs);
    evolve(state, event);
  }
}

function mustBeSpent(state: State, timer: Timer): void {
  if (state.timers.byKey[timer.key] === timer) throw new Error(`timer ${timer.key} fired and is still due`);
}
