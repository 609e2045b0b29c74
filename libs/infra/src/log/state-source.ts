/** What a state is made of, for those who only look: the snapshot and the log, as of the last commit, in bounded pieces. */
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import { poolOf } from '../database/data-source.js';
import { available } from '../database/database-error.js';
import { ExerciseUnknown } from '../exercises/exercise-unknown.js';
import type { EventColumns } from '../ledger/event-columns.js';
import { withinPageBytes } from '../ledger/page-bytes.js';

/** An event as it is stored, its JSON parts as text. */
export type EventTexts = Omit<EventColumns, 'data' | 'cause' | 'actor'> & {
  readonly data: string;
  readonly cause: string;
  readonly actor: string;
};

/** In the order in which a state is made: at most one snapshot, then the events after it. */
export type StatePart =
  | { readonly kind: 'snapshot'; readonly state: string }
  | { readonly kind: 'events'; readonly events: readonly EventTexts[] };

/** Events that a state may be behind before a snapshot is worth reading instead. */
const FAR_BEHIND = 5_000;
/** Events that are read at a time, at most. */
const PAGE = 250;

export class StateSource {
  private readonly pool: Pool;

  constructor(dataSource: DataSource) {
    this.pool = poolOf(dataSource);
  }

  /**
   * What brings a state up to date.
   * @param known the number of the last event that it has seen; 0: none
   * @throws ExerciseUnknown, DatabaseUnavailable
   */
  async *parts(exerciseId: string, known: number): AsyncGenerator<StatePart> {
    const head = await this.head(exerciseId);
    let seq = known;
    if (seq === 0 || head - seq > FAR_BEHIND) {
      const snapshot = await this.snapshot(exerciseId);
      if (snapshot !== undefined && snapshot.seq > seq) {
        seq = snapshot.seq;
        yield { kind: 'snapshot', state: snapshot.state };
      }
    }
    while (seq < head) {
      const events = await this.eventsAfter(exerciseId, seq);
      const last = events.at(-1);
      if (last === undefined) throw new Error(`the log of ${exerciseId} ends before its number ${head}`);
      seq = last.seq;
      yield { kind: 'events', events };
    }
  }

  private async head(exerciseId: string): Promise<number> {
    const { rows } = await available(() =>
      this.pool.query<{ seq: number }>('SELECT seq_all AS seq FROM exercise WHERE id = $1', [exerciseId]),
    );
    if (rows[0] === undefined) throw new ExerciseUnknown(exerciseId);
    return rows[0].seq;
  }

  private async snapshot(exerciseId: string): Promise<{ seq: number; state: string } | undefined> {
    const { rows } = await available(() =>
      this.pool.query<{ seq: number; state: string }>('SELECT seq, state FROM snapshot WHERE exercise_id = $1', [
        exerciseId,
      ]),
    );
    return rows[0];
  }

  private async eventsAfter(exerciseId: string, seq: number): Promise<EventTexts[]> {
    const { rows } = await available(() =>
      this.pool.query<EventTexts>({
        name: 'state-texts-after',
        text: withinPageBytes(
          `SELECT seq, seq_joint, seq_pak, seq_chn, at, type, audience, data::text AS data, cause::text AS cause,
             actor::text AS actor
           FROM event WHERE exercise_id = $1 AND seq > $2 ORDER BY seq LIMIT ${PAGE}`,
          'seq',
        ),
        values: [exerciseId, seq],
      }),
    );
    return rows;
  }
}
