/** An exercise as PostgreSQL holds it, read in pages and as of one moment. */
import pg from 'pg';
import type { ExerciseTime } from '#domain/kernel/exercise-time.js';
import type { WallTime } from '#domain/kernel/wall-time.js';
import type { Command } from '#domain/kernel/command.js';
import type { Actor, LoggedEvent } from '#domain/kernel/event.js';
import type { ExerciseStatus } from '#domain/kernel/clock-state.js';
import { streamsOf } from '#domain/release/release.js';
import { type Audience, type StreamSeqs } from '#domain/kernel/side.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import type { Outcome } from '#infra/inbox/submission.js';

export interface ExerciseHead {
  readonly scenario: Scenario;
  readonly seed: string;
  readonly status: ExerciseStatus;
  readonly seqs: StreamSeqs;
  readonly lastHash: string;
  readonly appliedOrder: number;
  /** Exercise time, ms; all timers due up to and including it have fired. */
  readonly advancedTo: ExerciseTime;
}

/** An event with its columns as they are stored. */
export interface StoredEvent {
  readonly event: LoggedEvent;
  /** The numbers that stand in the row, also those of streams that do not hold the event. */
  readonly numbers: StreamSeqs;
  /** Wall time of its writing, epoch ms with fractions. */
  readonly wall: number;
  readonly hash: string;
  /** JSON texts, letter by letter. */
  readonly text: { readonly data: string; readonly cause: string; readonly actor: string };
}

export interface AppliedCommand {
  readonly commandId: string;
  readonly type: Command['type'];
  readonly data: Command['data'];
  readonly actor: Actor;
  /** PostgreSQL's clock, epoch ms with fractions. */
  readonly receivedAt: WallTime;
  /** Exercise time, ms. */
  readonly appliedAt: ExerciseTime;
  readonly appliedOrder: number;
  readonly outcome: Outcome;
}

/** Transactions of the coordinator whose commands are read at a time. */
const BATCHES = 20;

interface EventRow {
  readonly seq: number;
  readonly seq_joint: number;
  readonly seq_pak: number;
  readonly seq_chn: number;
  readonly at: number;
  readonly wall: number;
  readonly type: string;
  readonly audience: Audience;
  readonly data: string;
  readonly cause: string;
  readonly actor: string;
  readonly hash: string;
}

export class StoredExercise {
  private constructor(
    private readonly client: pg.Client,
    readonly id: string,
    private readonly pageSize: number,
  ) {}

  /** Everything that is read afterwards is as of now. */
  static async open(databaseUrl: string, id: string, pageSize = 2_000): Promise<StoredExercise> {
    const types = new pg.TypeOverrides();
    types.setTypeParser(pg.types.builtins.INT8, Number);
    // As the product does: the queues' schema may be named like the user, and has a table of events, too.
    const options = '-c search_path=public';
    const client = new pg.Client({ connectionString: databaseUrl, types, application_name: 'invariants', options });
    await client.connect();
    await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
    return new StoredExercise(client, id, pageSize);
  }

  async close(): Promise<void> {
    await this.client.end();
  }

  async rows<T extends object>(sql: string, values: readonly unknown[] = []): Promise<T[]> {
    const { rows } = await this.client.query<T>(sql, [this.id, ...values]);
    return rows;
  }

  /** @throws Error when there is no such exercise */
  async head(): Promise<ExerciseHead> {
    const [head] = await this.rows<ExerciseHead>(
      `SELECT scenario, seed, status,
         json_build_object('all', seq_all, 'joint', seq_joint, 'pak', seq_pak, 'chn', seq_chn) AS seqs,
         last_hash AS "lastHash", applied_order AS "appliedOrder", advanced_to AS "advancedTo"
       FROM exercise WHERE id = $1`,
    );
    if (!head) throw new Error(`there is no exercise ${this.id}`);
    return head;
  }

  async snapshot(): Promise<{ seq: number; state: string } | undefined> {
    const [snapshot] = await this.rows<{ seq: number; state: string }>(
      'SELECT seq, state FROM snapshot WHERE exercise_id = $1',
    );
    return snapshot;
  }

  /** The log in its order. */
  async *eventPages(): AsyncGenerator<readonly StoredEvent[]> {
    for (let after = Number.MIN_SAFE_INTEGER; ;) {
      const rows = await this.rows<EventRow>(
        `SELECT seq, seq_joint, seq_pak, seq_chn, at, (extract(epoch FROM wall) * 1000)::float8 AS wall, type, audience,
           data::text AS data, cause::text AS cause, actor::text AS actor, hash
         FROM event WHERE exercise_id = $1 AND seq > $2 ORDER BY seq LIMIT $3`,
        [after, this.pageSize],
      );
      const last = rows.at(-1);
      if (!last) return;
      yield rows.map(storedEvent);
      after = last.seq;
    }
  }

  /** What was applied or refused, in that order. */
  async *history(): AsyncGenerator<AppliedCommand> {
    for (let after = Number.MIN_SAFE_INTEGER; ;) {
      const page = await this.rows<AppliedCommand>(
        `SELECT i.command_id AS "commandId", i.type, i.data, i.actor,
           (extract(epoch FROM i.received_at) * 1000)::float8 AS "receivedAt",
           o.applied_at AS "appliedAt", o.applied_order AS "appliedOrder", o.outcome
         FROM (SELECT c.*, b.first_order + c.ord - 1 AS applied_order
               FROM (SELECT * FROM outcome_batch WHERE exercise_id = $1 AND last_order > $2 ORDER BY last_order LIMIT $3) b,
                 unnest(b.command_ids, b.applied_at, b.outcomes) WITH ORDINALITY AS c (command_id, applied_at, outcome, ord)) o
         JOIN inbox i ON i.exercise_id = $1 AND i.command_id = o.command_id ORDER BY o.applied_order`,
        [after, BATCHES],
      );
      yield* page;
      const last = page.at(-1);
      if (!last) return;
      after = last.appliedOrder;
    }
  }

  /** When a command was received: PostgreSQL's clock, epoch ms with fractions. */
  async receivedAt(commandId: string): Promise<WallTime | undefined> {
    const [row] = await this.rows<{ at: WallTime }>(
      `SELECT (extract(epoch FROM received_at) * 1000)::float8 AS at FROM inbox
       WHERE exercise_id = $1 AND command_id = $2`,
      [commandId],
    );
    return row?.at;
  }
}

function storedEvent(row: EventRow): StoredEvent {
  const numbers: StreamSeqs = { all: row.seq, joint: row.seq_joint, pak: row.seq_pak, chn: row.seq_chn };
  const seqs: Partial<StreamSeqs> = {};
  for (const stream of streamsOf(row.audience)) seqs[stream] = numbers[stream];
  const { seq, at, type, audience } = row;
  const event = {
    seq,
    seqs,
    at,
    type,
    audience,
    data: JSON.parse(row.data),
    cause: JSON.parse(row.cause),
    actor: JSON.parse(row.actor),
  } as LoggedEvent;
  const text = { data: row.data, cause: row.cause, actor: row.actor };
  return { event, numbers, wall: row.wall, hash: row.hash, text };
}

/** For messages: `event 12 (StepStarted)`. */
export function named({ seq, type }: { readonly seq: number; readonly type: string }): string {
  return `event ${seq} (${type})`;
}
