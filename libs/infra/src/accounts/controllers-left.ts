/** Somebody must be able to manage accounts: the last way in for a controller of all exercises cannot be taken away. */
import type { EntityManager } from 'typeorm';

/** Without this one nobody could manage accounts any more. HTTP answers 409. */
export class LastController extends Error {
  readonly code = 'LAST_CONTROLLER';

  constructor() {
    super(
      'This is the last way in for a controller of all exercises; create another controller with a token or a password first, then ' +
        'change this one',
    );
    this.name = 'LastController';
  }
}

/** Spells `ACCT`: the advisory lock under which one controller at a time is removed. */
const REMOVAL_LOCK = 0x41434354;

/**
 * Does what may take a controller's access away, within a transaction.
 * @param work returns whether there was anything to do
 * @throws LastController, which undoes it
 */
export async function keepingAController(manager: EntityManager, work: () => Promise<boolean>): Promise<boolean> {
  // Two controllers who remove each other at the same time would each see the other one still there.
  await manager.query('SELECT pg_advisory_xact_lock($1)', [REMOVAL_LOCK]);
  const before = await controllersIn(manager);
  if (!(await work())) return false;
  if (before > 0 && (await controllersIn(manager)) === 0) throw new LastController();
  return true;
}

/** How many people can come in as controllers of all exercises now, by a token or a password. */
async function controllersIn(manager: EntityManager): Promise<number> {
  const [row] = await manager.query<{ count: number }[]>(
    `SELECT count(*)::int AS count FROM account
     WHERE role = 'controller' AND exercise_id IS NULL AND disabled_at IS NULL AND NOT built_in
       AND (EXISTS (SELECT FROM account_password WHERE account_id = account.id)
         OR EXISTS (SELECT FROM token WHERE account_id = account.id AND revoked_at IS NULL
                    AND (expires_at IS NULL OR expires_at > clock_timestamp())))`,
  );
  return row?.count ?? 0;
}
