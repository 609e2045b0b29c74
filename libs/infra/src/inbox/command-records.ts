/** Commands and their outcomes, as they stand in the inbox. */
import type { DataSource } from 'typeorm';
import type { Actor } from '#domain/kernel/event.js';
import { available } from '../database/database-error.js';
import { OUTCOME_OF_COMMAND } from './outcome-lookup.js';
import type { Outcome } from './submission.js';

export interface CommandRecord {
  readonly inboxId: number;
  readonly id: string;
  readonly type: string;
  readonly actor: Actor;
  readonly receivedAt: Date;
  /** Exercise time, ms; null while it waits. */
  readonly appliedAt: number | null;
  readonly outcome: Outcome | null;
}

export interface CommandFilter {
  /** Only those of this account. */
  readonly actor?: string;
  readonly states?: readonly ('pending' | 'applied' | 'refused')[];
  readonly type?: string;
  /** Older than this one. */
  readonly before?: number;
  readonly limit: number;
}

const COLUMNS = `i.id AS "inboxId", i.command_id AS id, i.type, i.actor, i.received_at AS "receivedAt",
  o.applied_at AS "appliedAt", o.outcome`;
const OF_CALLER = `i.exercise_id = $1 AND ($2::text IS NULL OR i.actor->>'id' = $2)`;

export class CommandRecords {
  constructor(private readonly dataSource: DataSource) {}

  async one(exercise: string, id: string, actor?: string): Promise<CommandRecord | undefined> {
    const rows = await available(() =>
      this.dataSource.query<CommandRecord[]>(
        `SELECT ${COLUMNS} FROM inbox i LEFT JOIN ${OUTCOME_OF_COMMAND} o ON true WHERE ${OF_CALLER} AND i.command_id = $3`,
        [exercise, actor ?? null, id],
      ),
    );
    return rows[0];
  }

  /** Latest first. */
  async list(exercise: string, filter: CommandFilter): Promise<CommandRecord[]> {
    const { actor, states, type, before, limit } = filter;
    // Each of the lists in brackets is read once, and only when states are asked for; outcomes are looked up for the page alone.
    return available(() =>
      this.dataSource.query<CommandRecord[]>(
        `SELECT ${COLUMNS} FROM (
           SELECT * FROM inbox i
           WHERE ${OF_CALLER} AND ($3::text IS NULL OR i.type = $3) AND ($4::bigint IS NULL OR i.id < $4)
             AND ($5::text[] IS NULL OR CASE
               WHEN i.id IN (SELECT id FROM inbox_pending WHERE exercise_id = $1) THEN 'pending'
               WHEN i.id IN (SELECT inbox_id FROM inbox_outcome WHERE exercise_id = $1 AND outcome->'refused' IS NOT NULL)
                 THEN 'refused' ELSE 'applied' END = ANY ($5))
           ORDER BY i.id DESC LIMIT $6) i
         LEFT JOIN ${OUTCOME_OF_COMMAND} o ON true ORDER BY i.id DESC`,
        [exercise, actor ?? null, type ?? null, before ?? null, states ?? null, limit],
      ),
    );
  }
}
