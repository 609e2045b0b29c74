/** I2: the run's commands, run again on the virtual clock, give the same log, hash for hash; and the same outcomes. */
import { after, type ExerciseTime } from '#domain/kernel/exercise-time.js';
import type { TimedCommand } from '#domain/kernel/command.js';
import { advance, execute } from '#domain/engine/engine.js';
import type { LoggedEvent } from '#domain/kernel/event.js';
import { open } from '#domain/engine/open.js';
import type { State } from '#domain/engine/state.js';
import { HashChain, GENESIS_HASH } from '#log/hash-chain.js';
import {
  named,
  type AppliedCommand,
  type ExerciseHead,
  type StoredEvent,
  type StoredExercise,
} from './stored-exercise.js';
import type { Violations } from './violations.js';

/** Events that timers give at a time: what is held in memory. */
const TIMER_EVENTS = 1_000;

export class ReplayCheck {
  readonly #replayed: AsyncGenerator<readonly LoggedEvent[]>;
  readonly #chain = new HashChain(GENESIS_HASH);
  #waiting: readonly LoggedEvent[] = [];
  #next = 0;
  /** From the first difference on everything differs: it is told once. */
  #diverged = false;
  commands = 0;

  constructor(
    private readonly stored: StoredExercise,
    private readonly head: ExerciseHead,
    private readonly violations: Violations,
  ) {
    this.#replayed = this.#replay();
  }

  async event({ event, hash }: StoredEvent): Promise<void> {
    if (this.#diverged) return;
    const expected = await this.#take();
    if (!expected) {
      if (this.#diverged) return;
      this.#diverge(`the replay ends before ${named(event)}, caused by ${JSON.stringify(event.cause)}`);
      return;
    }
    const chained = this.#chain.add(expected);
    if (chained.hash === hash) return;
    this.#diverge(`${named(event)} is ${shown(event)}; the replay gives ${shown(expected)}`);
  }

  async end(): Promise<void> {
    if (this.#diverged) return;
    const more = await this.#take();
    if (more) this.#diverge(`the log ends before ${named(more)} of the replay: ${shown(more)}`);
    else if (!this.#diverged && this.commands !== this.head.appliedOrder) {
      this.violations.add(
        'I4',
        `the exercise says that ${this.head.appliedOrder} commands were applied; ${this.commands} have an outcome`,
      );
    }
  }

  #diverge(what: string): void {
    this.violations.add('I2', what);
    this.#diverged = true;
  }

  async #take(): Promise<LoggedEvent | undefined> {
    while (this.#next >= this.#waiting.length) {
      const { value, done } = await this.#replayed.next();
      if (done === true) return undefined;
      this.#waiting = value;
      this.#next = 0;
    }
    return this.#waiting[this.#next++];
  }

  /** What the rules throw, other than refusals, is a fault of theirs or of the commands: no replay beyond it. */
  async *#replay(): AsyncGenerator<readonly LoggedEvent[]> {
    try {
      yield* this.#run();
    } catch (error) {
      this.#diverge(`the replay broke off after ${this.commands} commands: ${String(error)}`);
    }
  }

  async *#run(): AsyncGenerator<readonly LoggedEvent[]> {
    const state = open(this.head.scenario, this.head.seed);
    let at = 0;
    for await (const command of this.stored.history()) {
      this.commands++;
      if (command.appliedOrder !== this.commands) {
        this.violations.add(
          'I4',
          `${command.commandId} is number ${command.appliedOrder} of the applied commands, expected ${this.commands}`,
        );
        this.commands = command.appliedOrder;
      }
      if (command.appliedAt < at) {
        this.violations.add('I2', `${command.commandId} was applied at ${command.appliedAt}, after one at ${at}`);
      }
      at = command.appliedAt;
      yield* fired(state, after(command.appliedAt, -1));
      yield this.#execute(state, command);
    }
    yield* fired(state, this.head.advancedTo);
  }

  #execute(state: State, command: AppliedCommand): readonly LoggedEvent[] {
    const { commandId: id, type, data, actor, appliedAt: at, outcome } = command;
    const { events, refused } = execute(state, { id, at, type, data, actor } as TimedCommand);
    const first = events[0]?.seq ?? state.seqs.all + 1;
    const given = refused
      ? `refused with ${refused.code}`
      : `applied as events ${first} to ${first + events.length - 1}`;
    const stood =
      'refused' in outcome
        ? `refused with ${outcome.refused.code}`
        : `applied as events ${outcome.firstSeq} to ${outcome.lastSeq}`;
    if (given !== stood) {
      this.violations.add('I4', `${id} (${type}) stands as ${stood}; the replay says ${given}`);
    }
    return events;
  }
}

/** What the timers give, in portions. */
function* fired(state: State, until: ExerciseTime): Generator<readonly LoggedEvent[]> {
  for (;;) {
    const events = advance(state, until, undefined, TIMER_EVENTS);
    if (events.length === 0) return;
    yield events;
  }
}

function shown({ seq, at, type, data, cause }: LoggedEvent): string {
  const text = JSON.stringify({ seq, at, type, data, cause });
  return text.length > 600 ? `${text.slice(0, 600)}…` : text;
}
