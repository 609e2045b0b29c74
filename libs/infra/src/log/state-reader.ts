/** States of exercises for those who only look: folded from the snapshot and the log, as of the last commit. */
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { fold } from '#domain/engine/engine.js';
import { deserialise, open } from '#domain/engine/open.js';
import type { State } from '#domain/engine/state.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import { poolOf } from '../database/data-source.js';
import { available } from '../database/database-error.js';
import { ExerciseUnknown } from '../exercises/exercise-unknown.js';
import { EVENT_COLUMNS, loggedEvent, type EventColumns } from '../ledger/event-columns.js';
import { withinPageBytes } from '../ledger/page-bytes.js';

/** Each may be as large as a worker's. */
const REMEMBERED = 2;
/** Events that a state may be behind before a snapshot is worth reading instead. */
const FAR_BEHIND = 5_000;
/** Events that are read at a time, at most. */
const PAGE = 250;

export class StateReader {
  private readonly pool: Pool;
  private readonly states = new Map<string, State>();
  /** One at a time: a state is not looked at while another request brings it up to date. */
  private last: Promise<unknown> = Promise.resolve();

  constructor(dataSource: DataSource) {
    this.pool = poolOf(dataSource);
  }

  /**
   * What `look` finds in the state of now. It must not change the state, nor keep it.
   * @param scenario the pinned one
   * @throws ExerciseUnknown, DatabaseUnavailable, and what `look` throws
   */
  read<T>(exerciseId: string, scenario: Scenario, look: (state: State) => T): Promise<T> {
    const result = this.last.then(async () => look(await available(() => this.current(exerciseId, scenario))));
    this.last = result.catch(() => undefined);
    return result;
  }

  /** It was deleted. */
  forgetExercise(exerciseId: string): void {
    this.last = this.last.then(() => this.states.delete(exerciseId));
  }

  private async current(exerciseId: string, scenario: Scenario): Promise<State> {
    const { rows } = await this.pool.query<{ seq: number; seed: string }>(
      'SELECT seq_all AS seq, seed FROM exercise WHERE id = $1',
      [exerciseId],
    );
    const head = rows[0];
    if (head === undefined) throw new ExerciseUnknown(exerciseId);
    // Taken out meanwhile: one that could not be brought up to date is not used again.
    let state = this.states.get(exerciseId);
    this.states.delete(exerciseId);
    if (state === undefined || head.seq - state.seqs.all > FAR_BEHIND) {
      state = await this.load(exerciseId, scenario, head.seed);
    }
    while (state.seqs.all < head.seq) {
      const events = await this.eventsAfter(exerciseId, state.seqs.all);
      if (events.length === 0) throw new Error(`the log of ${exerciseId} ends before its number ${head.seq}`);
      fold(state, events);
    }
    this.remember(exerciseId, state);
    return state;
  }

  private async load(exerciseId: string, scenario: Scenario, seed: string): Promise<State> {
    const { rows } = await this.pool.query<{ state: string }>('SELECT state FROM snapshot WHERE exercise_id = $1', [
      exerciseId,
    ]);
    return rows[0] === undefined ? open(scenario, seed) : deserialise(scenario, rows[0].state);
  }

  private async eventsAfter(exerciseId: string, seq: number) {
    const { rows } = await this.pool.query<EventColumns>({
      name: 'state-events-after',
      text: withinPageBytes(
        `SELECT ${EVENT_COLUMNS} FROM event WHERE exercise_id = $1 AND seq > $2 ORDER BY seq LIMIT ${PAGE}`,
        'seq',
      ),
      values: [exerciseId, seq],
    });
    return rows.map(loggedEvent);
  }

  private remember(exerciseId: string, state: State): void {
    this.states.set(exerciseId, state);
    if (this.states.size <= REMEMBERED) return;
    const oldest = this.states.keys().next();
    if (oldest.done !== true) this.states.delete(oldest.value);
  }
}
