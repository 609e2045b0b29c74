/** The coordinator's side of an exercise: one writer at a time, and all it does in one transaction. */
import pg, { type Pool, type PoolClient, type QueryResult } from 'pg';
import type { DataSource } from 'typeorm';
import type { WallTime } from '#domain/kernel/wall-time.js';
import type { LoggedEvent } from '#domain/kernel/event.js';
import { poolOf } from '../database/data-source.js';
import { asDatabaseError, errorCode } from '../database/database-error.js';
import { loggedEvent, type EventColumns, EVENT_COLUMNS } from './event-columns.js';
import { withinPageBytes } from './page-bytes.js';
import { EXERCISE_COLUMNS, exerciseRow, type ExerciseColumns } from './exercise-columns.js';
import { ExerciseUnknown } from '../exercises/exercise-unknown.js';
import { LedgerBusy, LedgerInconsistent } from './ledger-error.js';
import type { ExerciseRow, LedgerBatch } from './rows.js';
import { WaitingBatches, type Waiting, type WaitingColumns, waitingOf, waitingQuery } from './waiting.js';
import { writeStatement } from './write-statement.js';

export interface LedgerTransaction {
  /** As locked, and as changed by what was written since. */
  readonly row: ExerciseRow;
  /** PostgreSQL's clock once the row was locked, epoch ms with fractions. */
  readonly now: WallTime;
  /** Commands that waited when the row was locked, in the order of their receipt (`inboxId`). */
  readonly waiting: Waiting;
  /**
   * All of it in one statement, which travels with the COMMIT: what PostgreSQL says against it, `advance` throws.
   * May be called again, with what follows; commands of one commit of the inbox are applied in one call.
   * @throws LedgerInconsistent when the events do not follow the row, or the commands are not the next of those that wait
   */
  write(batch: LedgerBatch): void;
  /** The latest snapshot. */
  snapshot(): Promise<{ seq: number; state: string } | null>;
  /** The next events: at most `limit`, fewer where they are large, none only where the log ends. */
  eventsAfter(seq: number, limit: number): Promise<LoggedEvent[]>;
}

export class Ledger {
  private readonly pool: Pool;

  constructor(dataSource: DataSource) {
    this.pool = poolOf(dataSource);
  }

  /**
   * Locks the exercise's row, does the work, commits. If the work throws, nothing is written.
   * A process that stands still for longer than 5 s loses the lock; its commit then fails.
   * @throws ExerciseUnknown
   * @throws LedgerBusy when the lock cannot be had within 3 s
   * @throws DatabaseUnavailable; whether it was committed is not known. Forget the state, load it again.
   */
  async advance<T>(exerciseId: string, work: (tx: LedgerTransaction) => T | Promise<T>): Promise<T> {
    const client = await this.pool.connect().catch((error: unknown) => {
      throw asDatabaseError(error);
    });
    // A connection that breaks between two statements says so by an event; the next statement fails.
    let broken: Error | undefined;
    const onError = (error: Error): void => {
      broken = error;
    };
    client.on('error', onError);
    try {
      const result = await this.inTransaction(client, exerciseId, work);
      client.off('error', onError);
      client.release(broken);
      return result;
    } catch (error) {
      const rolledBack = broken === undefined && (await rollBack(client));
      client.off('error', onError);
      client.release(!rolledBack);
      if (errorCode(error) === LOCK_NOT_AVAILABLE) throw new LedgerBusy(exerciseId, error);
      throw asDatabaseError(broken !== undefined && !isOwn(error) ? broken : error);
    }
  }

  private async inTransaction<T>(
    client: PoolClient,
    exerciseId: string,
    work: (tx: LedgerTransaction) => T | Promise<T>,
  ): Promise<T> {
    const id = pg.escapeLiteral(exerciseId);
    // One round trip. The clock is read by a statement of its own: it must be later than the lock.
    const results = (await client.query(
      `BEGIN; SELECT ${EXERCISE_COLUMNS} FROM exercise WHERE id = ${id} FOR NO KEY UPDATE;
       SELECT (extract(epoch FROM clock_timestamp()) * 1000)::float8 AS now; ${waitingQuery(id)}`,
    )) as unknown as [
      QueryResult,
      QueryResult<ExerciseColumns>,
      QueryResult<{ now: WallTime }>,
      QueryResult<WaitingColumns>,
    ];
    const columns = results[1].rows[0];
    const now = results[2].rows[0]?.now;
    if (columns === undefined || now === undefined) throw new ExerciseUnknown(exerciseId);
    const tx = new OpenTransaction(client, exerciseRow(columns), now, results[3].rows);
    const result = await work(tx);
    const commit = client.query('COMMIT');
    // Of the two errors that of the write says what was wrong; the answer to COMMIT is awaited in any case.
    const [written, committed] = await Promise.all([tx.written(), commit.then((answer) => answer, asError)]);
    if (written !== undefined) throw written;
    if (committed instanceof Error) throw committed;
    // A transaction that has failed answers COMMIT with ROLLBACK, and no error.
    if (committed.command !== 'COMMIT') throw new LedgerInconsistent(exerciseId, 'the transaction was rolled back');
    return result;
  }
}

class OpenTransaction implements LedgerTransaction {
  readonly waiting: Waiting;
  private readonly batches: WaitingBatches;
  private readonly writes: Promise<Error | undefined>[] = [];

  constructor(
    private readonly client: PoolClient,
    public row: ExerciseRow,
    readonly now: WallTime,
    waiting: readonly WaitingColumns[],
  ) {
    this.waiting = waitingOf(waiting);
    this.batches = new WaitingBatches(row.id, waiting);
  }

  write(batch: LedgerBatch): void {
    const { statement, lastHash } = writeStatement(this.row, batch, this.batches.take(batch.applied));
    this.writes.push(this.client.query(statement).then(() => undefined, asError));
    this.row = { ...this.row, ...batch.exercise, lastHash };
  }

  /** The first of the writes that failed says why. */
  async written(): Promise<Error | undefined> {
    const failed = (await Promise.all(this.writes)).find((error) => error !== undefined);
    if (errorCode(failed) !== DIVISION_BY_ZERO) return failed;
    return new LedgerInconsistent(this.row.id, 'of the commands to mark, not all are pending');
  }

  async snapshot(): Promise<{ seq: number; state: string } | null> {
    const { rows } = await this.client.query<{ seq: number; state: string }>(
      'SELECT seq, state FROM snapshot WHERE exercise_id = $1',
      [this.row.id],
    );
    return rows[0] ?? null;
  }

  async eventsAfter(seq: number, limit: number): Promise<LoggedEvent[]> {
    const { rows } = await this.client.query<EventColumns>({
      name: 'ledger-events-after',
      text: withinPageBytes(
        `SELECT ${EVENT_COLUMNS} FROM event WHERE exercise_id = $1 AND seq > $2 ORDER BY seq LIMIT $3`,
        'seq',
      ),
      values: [this.row.id, seq, limit],
    });
    return rows.map(loggedEvent);
  }
}

const LOCK_NOT_AVAILABLE = '55P03';
/** See `writeStatement`. */
const DIVISION_BY_ZERO = '22012';

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

function isOwn(error: unknown): boolean {
  return error instanceof ExerciseUnknown || error instanceof LedgerInconsistent;
}

/** Whether the connection is fit for use again. */
async function rollBack(client: PoolClient): Promise<boolean> {
  try {
    await client.query('ROLLBACK');
    return true;
  } catch {
    return false;
  }
}
