/**
 * A planted fault, loaded by a worker before all else: events get their numbers from a sequence of the database, as from a
 * `bigserial`, instead of from the locked row. A sequence does not roll back: each transaction that fails leaves a gap.
 * The worker lingers between its writes and the commit, so that faults find it there.
 */
import type { Pool } from 'pg';
import { Ledger, type LedgerTransaction } from '#infra/ledger/ledger.js';
import { linger } from './at-work.js';

const SEQUENCE = `
  SELECT pg_advisory_lock(4711);
  CREATE SEQUENCE IF NOT EXISTS event_seq;
  CREATE OR REPLACE FUNCTION number_by_sequence() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN NEW.seq := nextval('event_seq'); RETURN NEW; END $$;
  CREATE OR REPLACE TRIGGER number_by_sequence BEFORE INSERT ON event FOR EACH ROW EXECUTE FUNCTION number_by_sequence();
  SELECT pg_advisory_unlock(4711)`;

const advance = Ledger.prototype.advance;
let prepared: Promise<unknown> | undefined;

Ledger.prototype.advance = async function <T>(
  this: Ledger,
  exerciseId: string,
  work: (tx: LedgerTransaction) => Promise<T>,
): Promise<T> {
  const { pool } = this as unknown as { readonly pool: Pool };
  prepared ??= pool.query(SEQUENCE);
  await prepared;
  const lingering = async (tx: LedgerTransaction): Promise<T> => {
    const before = tx.row;
    const result = await work(tx);
    if (tx.row !== before) await linger(tx);
    return result;
  };
  return advance.call(this, exerciseId, lingering) as Promise<T>;
};
