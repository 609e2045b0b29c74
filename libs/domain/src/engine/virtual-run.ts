/** An exercise in virtual time, as fast as it goes: with nobody at the console, or with the commands of a live run. */
import { commandId } from '../kernel/ids.js';
import { after, earlierOf, FOREVER, STARTEX, type ExerciseTime } from '../kernel/exercise-time.js';
import type { TimedCommand } from '../kernel/command.js';
import { advance, execute } from './engine.js';
import type { LoggedEvent } from '../kernel/event.js';
import { open } from './open.js';
import type { State } from './state.js';
import type { Scenario } from '../exercise/scenario.js';

export interface VirtualRun {
  readonly scenario: Scenario;
  /** Absent: the scenario's. */
  readonly seed?: string;
  /** Exercise time, ms: the run stops there, without ENDEX. Absent, or beyond its duration: it ends in its time. */
  readonly until?: ExerciseTime;
}

/** How many events come at once, about: what is held in memory. */
const PORTION = 1_000;

const START: TimedCommand = {
  id: commandId('startex'),
  at: STARTEX,
  type: 'StartExercise',
  data: { speed: 1 },
  actor: { kind: 'engine' },
};

/** The log, in portions. The same run gives the same log. */
export function* runVirtually({
  scenario,
  seed = scenario.seed,
  until,
}: VirtualRun): Generator<readonly LoggedEvent[]> {
  const state = open(scenario, seed);
  yield execute(state, START).events;
  yield* pass(state, earlierOf(until ?? FOREVER, after(STARTEX, scenario.durationMs)));
}

export interface RecordedRun {
  readonly scenario: Scenario;
  readonly seed: string;
  /** In the order in which they were applied. */
  readonly commands: Iterable<TimedCommand>;
  /** Exercise time, ms, up to and including which all timers fire. A command may come later: ENDEX, or what is evaluated after it. */
  readonly until: ExerciseTime;
  /** Exercise time, ms: what was commanded later is left out. Absent: nothing is. */
  readonly stopAt?: ExerciseTime;
}

/** The log of a live run, from its commands. */
export function* runRecorded({
  scenario,
  seed,
  commands,
  until,
  stopAt = FOREVER,
}: RecordedRun): Generator<readonly LoggedEvent[]> {
  const state = open(scenario, seed);
  for (const command of commands) {
    if (command.at > stopAt) break;
    yield* pass(state, after(command.at, -1));
    yield execute(state, command).events;
  }
  yield* pass(state, until);
}

function* pass(state: State, until: ExerciseTime): Generator<readonly LoggedEvent[]> {
  for (;;) {
    const events = advance(state, until, undefined, PORTION);
    if (events.length === 0) return;
    yield events;
  }
}
