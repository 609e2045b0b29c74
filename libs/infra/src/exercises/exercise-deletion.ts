/** Deletes an exercise with all that belongs to it, in one transaction. What is left is one line in the record of access. */
import type { Pool, PoolClient } from 'pg';
import type { DataSource } from 'typeorm';
import type { LocalizedText } from '#domain/kernel/localized-text.js';
import type { ExerciseStatus } from '#domain/kernel/clock-state.js';
import type { AccessSource } from '../accounts/access-log.js';
import { publishNews } from '../accounts/people-channel.js';
import { poolOf } from '../database/data-source.js';
import { available, errorCode } from '../database/database-error.js';
import { ExerciseUnknown } from './exercise-unknown.js';

/** The exercise is running or paused: it must be ended first. HTTP answers 409. */
export class ExerciseUnderWay extends Error {
  readonly code = 'EXERCISE_UNDER_WAY';

  constructor(exerciseId: string, status: ExerciseStatus) {
    super(`Exercise ${exerciseId} is ${status}; end it first, then delete it`);
    this.name = 'ExerciseUnderWay';
  }
}

/** Tables that only the worker writes, which the lock on the row keeps away. They may be large. */
const OF_THE_WORKER = ['event', 'outcome_batch', 'snapshot', 'alert', 'incident', 'notification', 'unit'] as const;
/** Tables that the API writes while it holds {@link lockExercise}'s lock. */
/** Of remote units; written by both. */
const OF_REMOTE = ['remote_delivery', 'remote_request', 'remote_endpoint'] as const;
const OF_COMMANDS = ['inbox', 'pending_batch', 'request_key'] as const;

/** Of the accounts that may touch this exercise only, once no session or token of theirs can be added. */
const OF_ACCOUNTS = ['session', 'token', 'one_time_link', 'account_password'] as const;
const BOUND_ACCOUNTS = '(SELECT id FROM account WHERE exercise_id = $1)';

/** The log of a long exercise has millions of rows. */
const WITHIN_MS = 10 * 60_000;
const DEADLOCK = '40P01';
const ATTEMPTS = 3;

export class ExerciseDeletion {
  private readonly pool: Pool;

  constructor(dataSource: DataSource) {
    this.pool = poolOf(dataSource);
  }

  /**
   * Deletes it with its log, its inbox, its read models, its invitations, its announcements, and the accounts that may touch this
   * exercise only. All processes hear of it with the commit.
   * @throws ExerciseUnknown, ExerciseUnderWay, DatabaseUnavailable
   */
  async delete(exerciseId: string, source: AccessSource): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await available(() => this.inTransaction(exerciseId, source));
      } catch (error) {
        if (errorCode(error) !== DEADLOCK || attempt === ATTEMPTS) throw error;
      }
    }
  }

  private async inTransaction(exerciseId: string, source: AccessSource): Promise<void> {
    const client = await this.pool.connect();
    const onError = (): void => undefined;
    client.on('error', onError);
    let broken = true;
    try {
      await client.query(`BEGIN; SET LOCAL statement_timeout = ${WITHIN_MS}`);
      try {
        await deleteRows(new Statements(client, exerciseId), source);
        await client.query('COMMIT');
        broken = false;
      } catch (error) {
        await client.query('ROLLBACK');
        broken = false;
        throw error;
      }
    } finally {
      client.off('error', onError);
      client.release(broken);
    }
  }
}

/** The statements of one deletion, each with the exercise as its first parameter. */
class Statements {
  constructor(
    private readonly client: PoolClient,
    readonly exerciseId: string,
  ) {}

  async run<T extends object>(text: string, ...more: readonly unknown[]): Promise<T[]> {
    const timed = { text, values: [this.exerciseId, ...more], query_timeout: WITHIN_MS };
    return (await this.client.query<T>(timed)).rows;
  }

  async deleteFrom(tables: readonly string[], where = 'exercise_id = $1'): Promise<void> {
    for (const table of tables) await this.run(`DELETE FROM ${table} WHERE ${where}`);
  }

  /** In the form that TypeORM's managers have, for what is shared with them. */
  async query<T>(text: string, values: unknown[]): Promise<T> {
    return (await this.client.query(text, values)).rows as T;
  }
}

/**
 * First the bulk, while commands can still be stored, so that nobody waits long for the second lock. Each statement sees what was
 * committed before it, and the order of the locks is that of all others: exercise, invitation, account.
 */
async function deleteRows(tx: Statements, source: AccessSource): Promise<void> {
  const { exerciseId } = tx;
  const [exercise] = await tx.run<{ status: ExerciseStatus; title: LocalizedText }>(
    'SELECT status, title FROM exercise WHERE id = $1 FOR NO KEY UPDATE',
  );
  if (exercise === undefined) throw new ExerciseUnknown(exerciseId);
  const { status, title } = exercise;
  if (status === 'running' || status === 'paused') throw new ExerciseUnderWay(exerciseId, status);
  await tx.deleteFrom([...OF_THE_WORKER, ...OF_COMMANDS]);
  await tx.run('SELECT FROM exercise WHERE id = $1 FOR UPDATE');
  await tx.deleteFrom([...OF_COMMANDS, ...OF_REMOTE, 'invitation']);
  await tx.run('SELECT FROM account WHERE exercise_id = $1 ORDER BY id FOR UPDATE');
  await tx.run('SELECT FROM announcement WHERE exercise_id = $1 ORDER BY id FOR UPDATE');
  await tx.deleteFrom(['announcement_read'], 'announcement_id IN (SELECT id FROM announcement WHERE exercise_id = $1)');
  await tx.deleteFrom(['announcement', 'presence', 'presence_socket']);
  await tx.deleteFrom(OF_ACCOUNTS, `account_id IN ${BOUND_ACCOUNTS}`);
  await tx.deleteFrom(['access_record'], `exercise_id = $1 OR account_id IN ${BOUND_ACCOUNTS}`);
  // The one who deletes it may be among the accounts that go: the name is kept.
  await tx.run(
    `INSERT INTO access_record (action, by_account, exercise_id, address, detail)
     SELECT 'exercise-deleted', $2::text, $1::text, $3::text,
       concat_ws(', ', $1::text, $4::text, 'by ' || (SELECT name FROM account WHERE id = $2::text))`,
    source.by ?? null,
    source.from,
    nameOf(title),
  );
  await tx.deleteFrom(['account']);
  await tx.deleteFrom(['exercise'], 'id = $1');
  await publishNews(tx, { deletedExercise: exerciseId });
}

function nameOf({ en, ur, zh }: LocalizedText): string {
  return JSON.stringify(en ?? zh ?? ur ?? '');
}
