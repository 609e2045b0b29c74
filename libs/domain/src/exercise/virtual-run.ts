/** An exercise in virtual time: from STARTEX to ENDEX as fast as it goes, with nobody at the console. */
import type { TimedCommand } from '../engine/command.js';
import { advance, execute } from '../engine/engine.js';
import type { LoggedEvent } from '../engine/event.js';
import { open } from '../engine/open.js';
import type { State } from '../engine/state.js';
import type { Scenario } from '../scenario/scenario.js';

export interface VirtualRun {
  readonly scenario: Scenario;
  /** Absent: the scenario's. */
  readonly seed?: string;
  /** Exercise time, ms: the run stops there, without ENDEX. Absent, or beyond its duration: it ends in its time. */
  readonly until?: number;
}

/** How many events come at once, about: what is held in memory. */
const PORTION = 1_000;

const STARTEX: TimedCommand = {
  id: 'startex',
  at: 0,
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
  yield execute(state, STARTEX).events;
  yield* pass(state, Math.min(until ?? scenario.durationMs, scenario.durationMs));
}

function* pass(state: State, until: number): Generator<readonly LoggedEvent[]> {
  for (;;) {
    const events = advance(state, until, undefined, PORTION);
    if (events.length === 0) return;
    yield events;
  }
}
