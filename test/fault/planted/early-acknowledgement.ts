/**
 * A planted fault, loaded by a worker before all else: it takes its commands off the list of what waits, and commits that,
 * before it has done the work. In Tandem the row in `pending_batch` is the durable wake-up; the job in the queue only
 * hints at it, so that acknowledging the job early would be healed by the sweep. This is not: whoever dies in between
 * has lost what was acknowledged.
 */
import type { Pool, PoolClient } from 'pg';
import { Ledger, type LedgerTransaction } from '#infra/ledger/ledger.js';
import { linger } from './at-work.js';

/** What a ledger has inside. */
interface Insides {
  readonly pool: Pool;
}
interface TransactionInsides {
  readonly client: PoolClient;
}

/** A row of `pending_batch`. */
interface Taken {
  readonly batch: unknown;
}

const advance = Ledger.prototype.advance;

Ledger.prototype.advance = function <T>(
  this: Ledger,
  exerciseId: string,
  work: (tx: LedgerTransaction) => T | Promise<T>,
): Promise<T> {
  const { pool } = this as unknown as Insides;
  const planted = async (tx: LedgerTransaction): Promise<T> => {
    const ids = tx.waiting.entries.map(({ inboxId }) => inboxId);
    if (ids.length === 0) return await work(tx);
    const { rows } = await pool.query<Taken>(
      'DELETE FROM pending_batch b WHERE exercise_id = $1 AND ids && $2::bigint[] RETURNING to_json(b) AS batch',
      [exerciseId, ids],
    );
    await linger(tx);
    return await work(restoring(tx, rows));
  };
  return advance.call(this, exerciseId, planted) as Promise<T>;
};

/** Puts the rows back within the transaction, because the real ledger insists on finding what it marks. */
function restoring(tx: LedgerTransaction, taken: readonly Taken[]): LedgerTransaction {
  const { client } = tx as unknown as TransactionInsides;
  const write: LedgerTransaction['write'] = (batch) => {
    const restored = client.query(
      'INSERT INTO pending_batch SELECT * FROM json_populate_recordset(NULL::pending_batch, $1::json)',
      [JSON.stringify(taken.map((row) => row.batch))],
    );
    // When it fails, so does what follows it in the transaction.
    restored.catch(() => undefined);
    tx.write(batch);
  };
  return Object.create(tx, { write: { value: write } }) as LedgerTransaction;
}
