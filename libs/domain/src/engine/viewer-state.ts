/**
 * The state as one viewer knows it: the events of the viewer's own stream, folded with the scenario as the stream shows it. A server and a
 * browser build it by the same functions, so that a browser goes on from the state that a server has sent. Nothing else ever enters it.
 */
import type { DomainEvent } from '../kernel/event.js';
import { idsIn } from '../kernel/ids.js';
import type { Stream } from '../kernel/side.js';
import { dropTimer, timerKey } from '../kernel/timers.js';
import { showsAll } from '../release/shown.js';
import type { Scenario } from '../exercise/scenario.js';
import type { ShownScenario } from '../exercise/shown-scenario.js';
import { evolve } from './evolve.js';
import { deserialise, open, serialise } from './open.js';
import type { State } from './state.js';

/** A state without its scenario, as JSON holds it: what `serialise` writes. */
export type PlainState = Omit<State, 'scenario'>;

/** An event of the viewer's stream, as the stream shows it. */
export interface ShownEvent {
  /** Its number in that stream. */
  readonly seq: number;
  readonly type: string;
  readonly at: number;
  readonly data: object;
  readonly cause: object;
  readonly actor: object;
  readonly audience: string;
}

/** The state before the first event. */
export function openViewerState(stream: Stream, scenario: ShownScenario): State {
  const state = open(asScenario(scenario), '');
  if (showsAll(stream)) return state;
  // It counts changes of the clock, of which players do not see all.
  const { generation: _controllers, ...known } = state;
  return known as State;
}

/** Changes the state by the next event of its stream. @throws Error when the event does not follow */
export function evolveViewerState(state: State, stream: Stream, event: ShownEvent): void {
  if (event.seq !== state.seqs[stream] + 1) {
    throw new Error(`event ${event.seq} of the stream ${stream} does not follow number ${state.seqs[stream]}`);
  }
  state.seqs[stream] = event.seq;
  evolve(state, event as unknown as DomainEvent);
  // That the rules then look at the unit again is an event for controllers: for players it would stay due for ever.
  if (event.type === 'LinkChanged' && !showsAll(stream)) {
    for (const unit of idsIn(state.units)) dropTimer(state.timers, timerKey({ kind: 'linkBack', unit }));
  }
}

/** JSON text of the state, without the scenario. */
export function serialiseViewerState(state: State): string {
  return serialise(state);
}

/** @param plain what {@link serialiseViewerState} wrote, parsed or not; parsed, it becomes a part of the state */
export function resumeViewerState(scenario: ShownScenario, plain: PlainState | string): State {
  return deserialise(asScenario(scenario), plain);
}

/**
 * `evolve` reads of a scenario what every stream shows of it: units, sites, policy, duration. What a player's lacks (seed, behaviours, modes,
 * figures of links) only decides what is going to happen, and deciding is left to the server.
 */
function asScenario(scenario: ShownScenario): Scenario {
  return scenario as Scenario;
}
