/** Reading the inbox: what became of a command, how much waits, and the history that a replay runs. */
import type { Pool } from 'pg';
import type { DataSource } from 'typeorm';
import type { Command } from '#domain/kernel/command.js';
import type { Actor } from '#domain/kernel/event.js';
import { poolOf } from '../database/data-source.js';
import { available } from '../database/database-error.js';
import { withinPageBytes } from '../ledger/page-bytes.js';
import { OUTCOME_OF_COMMAND } from './outcome-lookup.js';
import type { Outcome, Refusal } from './submission.js';

/** A command that was applied (or refused), with its place in exercise time. */
export interface AppliedCommand {
  readonly inboxId: number;
  readonly commandId: string;
  readonly type: Command['type'];
  readonly data: Command['data'];
  readonly actor: Actor;
  /** Exercise time, ms. */
  readonly appliedAt: number;
  /** Counts from 1, without a gap, per exercise. */
  readonly appliedOrder: number;
  readonly outcome: Outcome;
}

export class InboxReader {
  private readonly pool: Pool;

  constructor(dataSource: DataSource) {
    this.pool = poolOf(dataSource);
  }

  /** What became of a command; null while it waits, or when there is none of this id. */
  async outcome(exerciseId: string, commandId: string): Promise<Outcome | null> {
    const { rows } = await available(() =>
      this.pool.query<{ outcome: Outcome }>({
        name: 'inbox-outcome',
        text: `SELECT o.outcome FROM inbox i CROSS JOIN ${OUTCOME_OF_COMMAND} o
               WHERE i.exercise_id = $1 AND i.command_id = $2`,
        values: [exerciseId, commandId],
      }),
    );
    return rows[0]?.outcome ?? null;
  }

  /** Which of these commands of one actor were refused, and why, by command id. */
  async refusals(exerciseId: string, actorId: string, commandIds: readonly string[]): Promise<Map<string, Refusal>> {
    const { rows } = await available(() =>
      this.pool.query<{ id: string; refused: Refusal }>({
        name: 'inbox-refusals',
        text: `SELECT i.command_id AS id, o.outcome->'refused' AS refused
               FROM inbox i CROSS JOIN ${OUTCOME_OF_COMMAND} o
               WHERE i.exercise_id = $1 AND i.command_id = ANY ($3) AND i.actor->>'id' = $2
                 AND o.outcome->'refused' IS NOT NULL`,
        values: [exerciseId, actorId, commandIds],
      }),
    );
    return new Map(rows.map(({ id, refused }) => [id, refused]));
  }

  /**
   * The data of these commands of one actor, as they were stored: all of them, unless they are very
   * large. By command id.
   */
  async stored(exerciseId: string, actorId: string, commandIds: readonly string[]): Promise<Map<string, string>> {
    const { rows } = await available(() =>
      this.pool.query<{ id: string; data: string }>({
        name: 'inbox-stored',
        text: withinPageBytes(
          `SELECT command_id AS id, data::text AS data FROM inbox
           WHERE exercise_id = $1 AND command_id = ANY ($3) AND actor->>'id' = $2 ORDER BY command_id`,
          'id',
        ),
        values: [exerciseId, actorId, commandIds],
      }),
    );
    return new Map(rows.map(({ id, data }) => [id, data]));
  }

  /** Which of these commands were sent by another actor. */
  async ofOthers(exerciseId: string, actorId: string, commandIds: readonly string[]): Promise<Set<string>> {
    const { rows } = await available(() =>
      this.pool.query<{ id: string }>({
        name: 'inbox-of-others',
        text: `SELECT command_id AS id FROM inbox
               WHERE exercise_id = $1 AND command_id = ANY ($3) AND actor->>'id' IS DISTINCT FROM $2`,
        values: [exerciseId, actorId, commandIds],
      }),
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** Commands that wait to be applied: of one exercise, or of all. */
  async pendingCount(exerciseId?: string): Promise<number> {
    const { rows } = await available(() =>
      this.pool.query<{ count: number }>(
        'SELECT coalesce(sum(waiting), 0) AS count FROM pending_batch WHERE $1::text IS NULL OR exercise_id = $1',
        [exerciseId ?? null],
      ),
    );
    return rows[0]?.count ?? 0;
  }

  /**
   * The applied commands after `afterOrder`, in the order in which they were applied: what a replay runs. At most `limit`, fewer
   * where they are large, none only where there are none.
   */
  async history(exerciseId: string, afterOrder: number, limit: number): Promise<AppliedCommand[]> {
    const { rows } = await available(() =>
      this.pool.query<AppliedCommand>(
        withinPageBytes(
          `SELECT i.id AS "inboxId", i.command_id AS "commandId", i.type, i.data, i.actor,
                  o.applied_at AS "appliedAt", o.applied_order AS "appliedOrder", o.outcome
           FROM (SELECT c.*, b.first_order + c.ord - 1 AS applied_order
                 FROM outcome_batch b, unnest(b.command_ids, b.applied_at, b.outcomes) WITH ORDINALITY
                   AS c (command_id, applied_at, outcome, ord)
                 WHERE b.exercise_id = $1 AND b.last_order > $2 AND b.first_order <= $2 + $3::bigint
                   AND b.first_order + c.ord - 1 > $2
                 ORDER BY applied_order LIMIT $3) o
           JOIN inbox i ON i.exercise_id = $1 AND i.command_id = o.command_id ORDER BY o.applied_order`,
          '"appliedOrder"',
        ),
        [exerciseId, afterOrder, limit],
      ),
    );
    return rows;
  }
}
