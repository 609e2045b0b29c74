/** How a worker with a planted fault shows that it stands where a fault does harm: by the name of its connection. */
import type { LedgerTransaction } from '#infra/ledger/ledger.js';
import type { PoolClient } from 'pg';
import { setTimeout as pause } from 'node:timers/promises';

/** Until the end of the transaction. */
export const AT_WORK = 'tandem-worker-planted';

/** Long enough to be stopped at work now and then, and shorter than the time in which a stopped one is looked at twice. */
const LINGER_MS = 300;

/** Lingers within the transaction, after what was written in it before. */
export async function linger(tx: LedgerTransaction): Promise<void> {
  const { client } = tx as unknown as { readonly client: PoolClient };
  await client.query(`SET LOCAL application_name = '${AT_WORK}'`);
  await pause(LINGER_MS);
}
