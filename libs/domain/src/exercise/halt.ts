/**
 * Where the clock stops by itself: `run to` a mark, and `step`. Both are timers that come after all else of their time,
 * so that a replay stops where the live run did. Since all that is due then has happened, what is done while the clock
 * stands there comes one millisecond later.
 */
import type { TimedCommand } from '../kernel/command.js';
import { DomainError } from '../kernel/domain-error.js';
import { draft, type Draft, type EventOf } from '../kernel/event.js';
import type { ExerciseWorld } from './exercise-state.js';
import { dropTimer, setTimer, timerKey } from '../kernel/timers.js';
import { earlierOf, FOREVER, laterOf, formatExerciseTime, type ExerciseTime } from '../kernel/exercise-time.js';

type Of<T extends TimedCommand['type']> = Extract<TimedCommand, { type: T }>;

const MARK = timerKey({ kind: 'halt', by: 'mark' });
const STEP = timerKey({ kind: 'halt', by: 'step' });
const END = timerKey({ kind: 'end' });

/** A mark stays through pauses by hand until it is reached, set anew or taken back. @throws DomainError TIME_HAS_PASSED */
export function runTo(state: ExerciseWorld, { data: { to }, actor }: Of<'RunTo'>): Draft[] {
  if (to === null) return state.timers.byKey[MARK] ? [draft('RunToSet', 'CONTROL', { to }, actor)] : [];
  if (to <= state.time) {
    const message = `the clock shows ${formatExerciseTime(state.time)} already; ${formatExerciseTime(to)} is no time to come`;
    throw new DomainError('TIME_HAS_PASSED', message);
  }
  const set = draft('RunToSet', 'CONTROL', { to }, actor);
  if (state.status === 'running') return [set];
  return [set, draft('ExerciseResumed', 'JOINT', { generation: state.generation + 1 }, actor)];
}

/**
 * A mark on the way does not end the step: it has been passed. ENDEX is nothing to step to: it is final.
 * @throws DomainError EXERCISE_NOT_PAUSED, NOTHING_DUE
 */
export function stepExercise(state: ExerciseWorld, { actor }: Of<'StepExercise'>): Draft[] {
  if (state.status !== 'paused') {
    throw new DomainError('EXERCISE_NOT_PAUSED', `the exercise is ${state.status}; pause it, then go step by step`);
  }
  let next = FOREVER;
  for (const { due, action } of Object.values(state.timers.byKey))
    if (action.kind !== 'halt' && action.kind !== 'end') next = earlierOf(next, due);
  const endex = state.timers.byKey[END]?.due ?? FOREVER;
  if (next >= endex) {
    throw new DomainError('NOTHING_DUE', 'nothing is due before ENDEX; resume, end it, or make something happen');
  }
  const to = laterOf(next, state.time);
  return [draft('ExerciseStepped', 'CONTROL', { to, generation: state.generation + 1 }, actor)];
}

/** The exercise time to which the clock has been sent, if what is due then has yet to happen. */
export function steppingTo(state: ExerciseWorld): ExerciseTime | undefined {
  return state.timers.byKey[STEP]?.due;
}

export function runToSet(state: ExerciseWorld, { data: { to } }: EventOf<'RunToSet'>): void {
  if (to === null) dropTimer(state.timers, MARK);
  else setTimer(state.timers, to, { kind: 'halt', by: 'mark' });
}

export function stepBegun(state: ExerciseWorld, { data: { to } }: EventOf<'ExerciseStepped'>): void {
  dropReachedHalts(state, to);
  setTimer(state.timers, to, { kind: 'halt', by: 'step' });
}

export function dropReachedHalts(state: ExerciseWorld, at: ExerciseTime): void {
  for (const key of [MARK, STEP]) {
    const timer = state.timers.byKey[key];
    if (timer && timer.due <= at) dropTimer(state.timers, key);
  }
}
