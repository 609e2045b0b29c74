/** Brings an exercise up to date: locks it, applies what waits, writes what follows, says when to come back. */
import { Injectable } from '@nestjs/common';
import { wallTime, type WallTime } from '#domain/kernel/wall-time.js';
import type { ClockAnchor } from '#domain/exercise/clock.js';
import { fold } from '#domain/engine/engine.js';
import { deserialise, open, serialise } from '#domain/engine/open.js';
import { isOfOtherEngine } from '#infra/exercises/engine-of-exercise.js';
import type { ExerciseStore } from '#infra/exercises/exercise-store.js';
import type { Ledger, LedgerTransaction } from '#infra/ledger/ledger.js';
import { ExerciseUnknown } from '#infra/exercises/exercise-unknown.js';
import type { ExerciseRow } from '#infra/ledger/rows.js';
import { advanceExercise, type Advanced } from './advance-exercise.js';
import { HotStates, type HotState } from './hot-states.js';
import { rowsOf } from './rows.js';

/** What the runner reports when a transaction has committed. */
export interface RunnerListener {
  /** The log grew to `seq`. */
  grown(exerciseId: string, seq: number): void;
  /** The next timer is due at this wall time (epoch ms, PostgreSQL's clock), `delayMs` from now. */
  due(exerciseId: string, delayMs: number): void;
  advanced(exerciseId: string, run: AdvancedRun): void;
  /** Its log was written by another version of the engine: it is not continued. Reported once. */
  leftAlone(exerciseId: string, engine: number): void;
  /** It was deleted, and nothing of it is kept any more. */
  gone(exerciseId: string): void;
}

/** One committed transaction. */
export interface AdvancedRun extends Pick<Advanced, 'events' | 'applied'> {
  /** Of the commands that were applied, in their order. */
  readonly commandIds: readonly string[];
  /** From the lock to the commit. */
  readonly seconds: number;
  /** Wall time by which the first due timer was late; null when none was due. */
  readonly lateMs: number | null;
  readonly openIncidents: number;
}

/** Events after which a transaction ends early. */
const MAX_EVENTS = 10_000;
/** Events that a state may be behind before a snapshot is worth reading instead. */
const FAR_BEHIND = 5_000;
/** Events that are read at a time, at most. */
const PAGE = 250;
/** A timer that is due so soon is asked for again: its wake-up may be this one. */
const AT_HAND_MS = 50;
/** Least distance between snapshots, in events. */
const SNAPSHOT_EVERY = 10_000;

@Injectable()
export class ExerciseRunner {
  readonly #hot = new HotStates(50);
  /** The due time, wall, for which a wake-up was last asked. One that is lost is made up for by the sweep. */
  readonly #scheduled = new Map<string, number>();
  /** Exercises of other engines that were reported. */
  readonly #leftAlone = new Set<string>();
  readonly #running = new Map<string, Promise<void>>();

  constructor(
    private readonly ledger: Ledger,
    private readonly exercises: ExerciseStore,
    private readonly listener: RunnerListener,
  ) {}

  /**
   * Returns when nothing is left to do at this moment; at once when the exercise is deleted or of another engine. In one process runs of the same exercise follow one another, so
   * that the second finds the state that the first left.
   * @throws what the ledger throws; the state is then forgotten
   */
  async run(exerciseId: string): Promise<void> {
    const before = this.#running.get(exerciseId) ?? Promise.resolve();
    const current = before.catch(() => undefined).then(() => this.#drain(exerciseId));
    this.#running.set(exerciseId, current);
    try {
      await current;
    } finally {
      if (this.#running.get(exerciseId) === current) this.#running.delete(exerciseId);
    }
  }

  /** The exercise was deleted: nothing of it is kept. */
  forget(exerciseId: string): void {
    this.#hot.take(exerciseId);
    this.#scheduled.delete(exerciseId);
    this.#leftAlone.delete(exerciseId);
    this.exercises.forget(exerciseId);
    this.listener.gone(exerciseId);
  }

  async #drain(exerciseId: string): Promise<void> {
    try {
      await this.#advanceAll(exerciseId);
    } catch (error) {
      if (!(error instanceof ExerciseUnknown)) throw error;
      // A wake-up that was under way, or a timer of it, comes to nothing.
      this.forget(exerciseId);
    }
  }

  async #advanceAll(exerciseId: string): Promise<void> {
    for (;;) {
      const done = await this.#advanceOnce(exerciseId);
      if (done === undefined) return;
      const { advanced, row, now } = done;
      if (advanced.events.length > 0) this.listener.grown(exerciseId, row.seqs.all);
      if (!advanced.finished) continue;
      if (advanced.nextDueWall !== null) this.#wakeAt(exerciseId, advanced.nextDueWall, now);
      return;
    }
  }

  /** Once for each due time, unless it is at hand: most commands do not change when the next timer is due. */
  #wakeAt(exerciseId: string, dueWall: WallTime, now: WallTime): void {
    // A wake-up that came a moment early must be followed by another.
    if (this.#scheduled.get(exerciseId) === dueWall && dueWall - now > AT_HAND_MS) return;
    this.#scheduled.set(exerciseId, dueWall);
    this.listener.due(exerciseId, Math.max(0, dueWall - now));
  }

  /** Undefined: it is of another engine. */
  async #advanceOnce(exerciseId: string) {
    const scenario = await this.exercises.scenario(exerciseId);
    if (!scenario) throw new ExerciseUnknown(exerciseId);
    const started = performance.now();
    const done = await this.ledger.advance(exerciseId, async (tx) => {
      if (isOfOtherEngine(tx.row)) return tx.row.engine;
      const hot = await this.#load(tx, scenario);
      const { row, now } = tx;
      const { entries: received, more } = tx.waiting;
      const lateMs = row.nextDueWall === null ? null : now - row.nextDueWall;
      const advanced = advanceExercise(
        hot.state,
        { clock: clockOf(row), firedThrough: row.advancedTo, appliedOrder: row.appliedOrder },
        { received, drained: !more, now, maxEvents: MAX_EVENTS },
      );
      this.#write(tx, hot, advanced);
      const commandIds = received.slice(0, advanced.applied.length).map(({ commandId }) => commandId);
      return { advanced, commandIds, hot, row: tx.row, now, lateMs };
    });
    if (typeof done === 'number') {
      if (!this.#leftAlone.has(exerciseId)) this.listener.leftAlone(exerciseId, done);
      this.#leftAlone.add(exerciseId);
      return undefined;
    }
    this.#hot.put(exerciseId, done.hot);
    const { events, applied } = done.advanced;
    this.listener.advanced(exerciseId, {
      events,
      applied,
      commandIds: done.commandIds,
      seconds: (performance.now() - started) / 1000,
      lateMs: done.lateMs !== null && done.lateMs >= 0 ? done.lateMs : null,
      openIncidents: Object.keys(done.hot.state.incidents).length,
    });
    return done;
  }

  /** The state as of the locked row: what this worker still holds, else the snapshot, and the events after it. */
  async #load(tx: LedgerTransaction, scenario: Parameters<typeof open>[0]): Promise<HotState> {
    const { row } = tx;
    let hot = this.#hot.take(row.id);
    if (!hot || row.seqs.all - hot.state.seqs.all > FAR_BEHIND) {
      const snapshot = await tx.snapshot();
      hot = snapshot
        ? {
            state: deserialise(scenario, snapshot.state),
            snapshotSeq: snapshot.seq,
            snapshotLength: snapshot.state.length,
          }
        : { state: open(scenario, row.seed), snapshotSeq: 0, snapshotLength: 0 };
    }
    while (hot.state.seqs.all < row.seqs.all) {
      const events = await tx.eventsAfter(hot.state.seqs.all, PAGE);
      if (events.length === 0) throw new Error(`the log of ${row.id} ends before its number ${row.seqs.all}`);
      fold(hot.state, events);
    }
    return hot;
  }

  #write(tx: LedgerTransaction, hot: HotState, advanced: Advanced): void {
    const { state } = hot;
    const { clock, events } = advanced;
    const snapshot = this.#snapshot(hot);
    const { row } = tx;
    const nothing = events.length === 0 && advanced.applied.length === 0 && advanced.nextDue === row.nextDue;
    if (nothing) return;
    tx.write({
      events,
      applied: advanced.applied,
      rows: rowsOf(advanced.changes),
      exercise: {
        status: state.status,
        speed: state.speed,
        generation: state.generation,
        anchorWall: state.status === 'planned' ? null : clock.wall,
        anchorTime: clock.time,
        advancedTo: advanced.firedThrough,
        seqs: state.seqs,
        nextDue: advanced.nextDue,
        nextDueWall: Number.isFinite(advanced.nextDueWall ?? 0) ? advanced.nextDueWall : null,
        appliedOrder: advanced.appliedOrder,
      },
      snapshot,
    });
  }

  /** The larger the state, the rarer: its cost per event stays the same however many alerts are open. */
  #snapshot(hot: HotState): { seq: number; state: string } | undefined {
    const seq = hot.state.seqs.all;
    if (seq - hot.snapshotSeq < Math.max(SNAPSHOT_EVERY, hot.snapshotLength / 100)) return undefined;
    const state = serialise(hot.state);
    hot.snapshotSeq = seq;
    hot.snapshotLength = state.length;
    return { seq, state };
  }
}

function clockOf(row: ExerciseRow): ClockAnchor {
  const wall = row.anchorWall ?? wallTime(0);
  return { wall, time: row.anchorTime, speed: row.status === 'running' && row.anchorWall !== null ? row.speed : 0 };
}
