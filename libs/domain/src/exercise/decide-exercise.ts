/** STARTEX, pause, resume, speed and ENDEX. */
import { idsIn } from '../kernel/ids.js';
import type { TimedCommand } from '../kernel/command.js';
import { DomainError } from '../kernel/domain-error.js';
import { draft, type Actor, type Draft } from '../kernel/event.js';
import type { ExerciseWorld } from './exercise-state.js';
import { withdrawOpen } from '../incident/withdraw.js';
import { MAX_SPEED, MIN_SPEED } from './clock.js';

type Of<T extends TimedCommand['type']> = Extract<TimedCommand, { type: T }>;

/** @throws DomainError EXERCISE_ALREADY_STARTED, EXERCISE_ENDED, SPEED_OUT_OF_RANGE */
export function startExercise(state: ExerciseWorld, { data, actor }: Of<'StartExercise'>): Draft[] {
  if (state.status === 'ended') throw alreadyEnded();
  if (state.status !== 'planned') {
    throw new DomainError('EXERCISE_ALREADY_STARTED', `the exercise is ${state.status}; it starts only once`);
  }
  checkSpeed(data.speed);
  const { scenario, seed, policyVersion } = state;
  return [draft('ExerciseStarted', 'JOINT', { scenario: scenario.id, seed, speed: data.speed, policyVersion }, actor)];
}

/** @throws DomainError EXERCISE_NOT_RUNNING */
export function pauseExercise(state: ExerciseWorld, { actor }: Of<'PauseExercise'>): Draft[] {
  if (state.status !== 'running') throw notRunning(state);
  return [draft('ExercisePaused', 'JOINT', { generation: state.generation + 1 }, actor)];
}

/** @throws DomainError EXERCISE_NOT_PAUSED */
export function resumeExercise(state: ExerciseWorld, { actor }: Of<'ResumeExercise'>): Draft[] {
  if (state.status !== 'paused') {
    throw new DomainError('EXERCISE_NOT_PAUSED', `the exercise is ${state.status}; only a paused one can be resumed`);
  }
  return [draft('ExerciseResumed', 'JOINT', { generation: state.generation + 1 }, actor)];
}

/** @throws DomainError EXERCISE_NOT_RUNNING, SPEED_OUT_OF_RANGE */
export function setSpeed(state: ExerciseWorld, { data, actor }: Of<'SetSpeed'>): Draft[] {
  mustBeUnderWay(state);
  checkSpeed(data.speed);
  return [draft('SpeedChanged', 'JOINT', { speed: data.speed, generation: state.generation + 1 }, actor)];
}

/** Before its time. @throws DomainError EXERCISE_NOT_RUNNING */
export function endExercise(state: ExerciseWorld, { actor }: Of<'EndExercise'>): Draft[] {
  mustBeUnderWay(state);
  return withdrawAndEnd(state, actor);
}

/** What is still open is withdrawn, incident by incident. Without an actor: its duration is over. */
export function withdrawAndEnd(state: ExerciseWorld, actor?: Actor): Draft[] {
  const withdrawn = idsIn(state.incidents).flatMap((id) => withdrawOpen(state, id, 'exercise-ended'));
  return [...withdrawn, draft('ExerciseEnded', 'JOINT', {}, actor)];
}

/** Running or paused: a paused exercise takes commands at the time at which its clock stands. */
export function mustBeUnderWay(state: ExerciseWorld): void {
  if (state.status !== 'running' && state.status !== 'paused') throw notRunning(state);
}

function notRunning(state: ExerciseWorld): DomainError {
  return new DomainError('EXERCISE_NOT_RUNNING', `the exercise is ${state.status}; it must be running`);
}

function alreadyEnded(): DomainError {
  return new DomainError('EXERCISE_ENDED', 'the exercise has ended; that is final');
}

function checkSpeed(speed: number): void {
  if (speed >= MIN_SPEED && speed <= MAX_SPEED) return;
  throw new DomainError('SPEED_OUT_OF_RANGE', `speed ${speed} is out of range; give ${MIN_SPEED} to ${MAX_SPEED}`);
}
