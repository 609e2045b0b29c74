/**
 * Given / when / then for the engine: what had happened, what is done, and the events that follow, all of them. Only
 * what the simulation plans is left out of `thenAll`; `thenPlans` has it.
 *
 * Each of them also checks that nothing is hidden in the engine: folding the log gives the state, numbers have no gaps,
 * no event changes after it was logged, and a command is refused for nothing but what is foreseen for its kind.
 */
import { commandId } from '../kernel/ids.js';
import { after, laterOf, STARTEX } from '../kernel/exercise-time.js';
import { checkScenario } from '../exercise/check-scenario.js';
import type { Scenario } from '../exercise/scenario.js';
import type { TimedCommand } from '../kernel/command.js';
import { advance, execute, fold } from '../engine/engine.js';
import type { EventType, LoggedEvent } from '../kernel/event.js';
import { open, serialise } from '../engine/open.js';
import { refusalsOf } from '../engine/command-specs.js';
import { steppingTo } from '../exercise/halt.js';
import type { State } from '../engine/state.js';
import { streamsOf } from '../release/release.js';
import { type Stream } from '../kernel/side.js';
import type { Chain } from '../policy/policy.js';
import type { UnitDefinition } from '../unit/unit.js';
import { alert, start, type Deed } from './deeds.js';
import { smallExercise } from './small-exercise.js';
import { tell } from './tell.js';

const ESCALATION: ReadonlySet<EventType> = new Set<EventType>([
  'ChainStarted',
  'StepDelayed',
  'StepStarted',
  'StepSkipped',
  'ChainHalted',
  'ChainResumed',
  'ChainStopped',
  'EscalationExhausted',
]);

const PLANS: ReadonlySet<EventType> = new Set<EventType>([
  'TransmissionPlanned',
  'AnswerPlanned',
  'MovementsPlanned',
  'MessageReplyPlanned',
]);

/** An exercise that has been played up to some point. */
export class Play {
  readonly log: LoggedEvent[] = [];
  readonly commands: TimedCommand[] = [];
  readonly state: State;
  clock = STARTEX;

  constructor(readonly scenario: Scenario) {
    const errors = checkScenario(scenario);
    if (errors.length > 0) throw new Error(errors.map(({ path, message }) => `${path}: ${message}`).join('\n'));
    this.state = open(deepFreeze(scenario), scenario.seed);
  }

  /** @returns the events that follow */
  do(deed: Deed): LoggedEvent[] {
    const events = deed.command ? this.#command(deed) : advance(this.state, deed.until);
    // A clock that stopped on the way stands where it stopped.
    const stopped = this.state.status === 'paused' && events.length > 0;
    if (!deed.command) this.clock = laterOf(this.clock, stopped ? this.state.time : deed.until);
    for (const event of events) this.log.push(deepFreeze(event));
    return events;
  }

  #command({ at = this.clock, command, actor }: Extract<Deed, { command: object }>): LoggedEvent[] {
    const before = advance(this.state, after(at, -1));
    this.clock = at;
    const timed: TimedCommand = deepFreeze({ ...command, id: commandId(`c${this.commands.length + 1}`), at, actor });
    this.commands.push(timed);
    const { events: caused, refused } = execute(this.state, timed);
    if (refused && !refusalsOf(timed.type).includes(refused.code)) {
      throw new Error(`COMMANDS does not foresee that ${timed.type} is refused with ${refused.code}`);
    }
    const events = [...before, ...caused];
    // As the worker does: a step is done when what is due at its end has happened.
    const steppedTo = steppingTo(this.state);
    if (steppedTo === undefined) return events;
    this.clock = steppedTo;
    return [...events, ...advance(this.state, steppedTo)];
  }
}

/** Opens and starts the exercise, and does what is given. */
export function given(scenario: Scenario, ...deeds: Deed[]) {
  const play = new Play(scenario);
  for (const deed of [start(), ...deeds]) play.do(deed);
  return { play, when: (...next: Deed[]) => when(play, next) };
}

/** An alert of the plant comes in at T+00:00; these units, this chain. */
export function alerted(units: readonly UnitDefinition[], standard: Chain) {
  return given(smallExercise({ units, chain: standard }), alert());
}

/** The same as `given`, without STARTEX. */
export function planned(scenario: Scenario) {
  const play = new Play(scenario);
  return { play, when: (...next: Deed[]) => when(play, next) };
}

function when(play: Play, deeds: readonly Deed[]) {
  const events = deeds.flatMap((deed) => play.do(deed));
  const compare = (chosen: LoggedEvent[], lines: readonly string[]) => {
    mustBeSound(play);
    expect(chosen.map(tell)).toEqual(lines);
    return result;
  };
  const visible = events.filter(({ type }) => !PLANS.has(type));
  const result = {
    play,
    state: play.state,
    events,
    /** Exactly these events. */
    thenAll: (...lines: string[]) => compare(visible, lines),
    /** Exactly these steps of chains, whatever else happens. */
    thenEscalation: (...lines: string[]) =>
      compare(
        visible.filter(({ type }) => ESCALATION.has(type)),
        lines,
      ),
    /** Exactly these events of the given types, whatever else happens. */
    thenOf: (types: readonly EventType[], ...lines: string[]) =>
      compare(
        visible.filter(({ type }) => types.includes(type)),
        lines,
      ),
    /** Exactly these plans of the simulation. */
    thenPlans: (...lines: string[]) =>
      compare(
        events.filter(({ type }) => PLANS.has(type)),
        lines,
      ),
    when: (...next: Deed[]) => when(play, next),
  };
  return result;
}

/** I1 and I3. */
export function mustBeSound({ scenario, state, log }: Play): void {
  const folded = open(scenario, scenario.seed);
  fold(folded, log);
  expect(serialise(folded)).toBe(serialise(state));
  mustBeGapless(log);
}

/** Each stream numbers what it may see from 1, without a gap. */
export function mustBeGapless(log: readonly LoggedEvent[]): void {
  const last: Record<Stream, number> = { all: 0, joint: 0, pak: 0, chn: 0 };
  for (const { seq, seqs, audience } of log) {
    const streams = streamsOf(audience);
    if (Object.keys(seqs).length !== streams.length) throw new Error(`event ${seq} stands in the wrong streams`);
    for (const stream of streams) {
      if (seqs[stream] !== ++last[stream]) throw new Error(`event ${seq} is ${seqs[stream]} in ${stream}`);
    }
    if (seq !== last.all) throw new Error(`event ${seq} should be ${last.all}`);
  }
}

/** What has been logged never changes: a write to it throws in strict mode. */
export function deepFreeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const part of Object.values(value)) deepFreeze(part);
  return value;
}
