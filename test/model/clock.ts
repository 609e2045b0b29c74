/** The exercise's clock: it starts, stops, runs to a mark, goes step by step, and ends. */
import type { Command } from '#domain/kernel/command.js';
import { withdraw } from './questions.js';
import { beginScript } from './script.js';
import { RANK } from './due.js';
import { drop, later, record, type World } from './world.js';

export type ClockCommand = Extract<
  Command,
  {
    type: 'StartExercise' | 'PauseExercise' | 'ResumeExercise' | 'SetSpeed' | 'RunTo' | 'StepExercise' | 'EndExercise';
  }
>;

/** @param steppedTo where the log says that a step goes to; see not-judged.ts */
export function setClock(world: World, command: ClockCommand, steppedTo: number | undefined): string | undefined {
  switch (command.type) {
    case 'StartExercise':
      if (world.status !== 'planned') return 'EXERCISE_ALREADY_STARTED';
      return start(world, command.data.speed);
    case 'PauseExercise':
      if (world.status !== 'running') return 'EXERCISE_NOT_RUNNING';
      pause(world);
      return undefined;
    case 'ResumeExercise':
      resume(world);
      return undefined;
    case 'SetSpeed':
      return setSpeed(world, command.data.speed);
    case 'RunTo':
      return runTo(world, command.data.to);
    case 'StepExercise':
      if (world.status !== 'paused') return 'EXERCISE_NOT_PAUSED';
      return steppedTo === undefined ? 'NOTHING_DUE' : step(world, steppedTo);
    case 'EndExercise':
      end(world);
      return undefined;
    default:
      return command satisfies never;
  }
}

const isSpeed = (speed: number): boolean => speed >= 0.1 && speed <= 1000;

function start(world: World, speed: number): string | undefined {
  if (!isSpeed(speed)) return 'SPEED_OUT_OF_RANGE';
  world.status = 'running';
  record(world, `the exercise starts at speed ${speed}`);
  beginScript(world);
  later(world, world.scenario.durationMs - world.now, RANK.end, () => end(world));
  return undefined;
}

function setSpeed(world: World, speed: number): string | undefined {
  if (!isSpeed(speed)) return 'SPEED_OUT_OF_RANGE';
  record(world, `the exercise goes on at speed ${speed}`);
  return undefined;
}

/** A stop that has been reached, or that a pause by hand has come upon, is one no more. */
function pause(world: World): void {
  dropHalts(world, world.now);
  world.status = 'paused';
  record(world, 'the exercise is paused');
}

function resume(world: World): void {
  world.status = 'running';
  record(world, 'the exercise goes on');
}

function runTo(world: World, to: number | null): string | undefined {
  const { mark } = world.halts;
  if (to !== null && to <= world.now) return 'TIME_HAS_PASSED';
  drop(world, mark);
  world.halts.mark = undefined;
  if (to !== null || mark) record(world, `the clock is to stop at ${to}`);
  if (to === null) return undefined;
  world.halts.mark = later(world, to - world.now, RANK.halt, () => pause(world));
  if (world.status === 'paused') resume(world);
  return undefined;
}

function step(world: World, to: number): undefined {
  record(world, `the clock goes to ${to}`);
  dropHalts(world, to);
  world.status = 'running';
  world.halts.step = later(world, to - world.now, RANK.halt, () => pause(world));
}

function dropHalts(world: World, until: number): void {
  for (const name of ['mark', 'step'] as const) {
    const halt = world.halts[name];
    if (!halt || halt.at > until) continue;
    drop(world, halt);
    world.halts[name] = undefined;
  }
}

/** What is still open is withdrawn. */
function end(world: World): void {
  world.status = 'ended';
  record(world, 'the exercise ends');
  withdraw(world, world.questions.all);
}
