import type { DataSource } from 'typeorm';
import { available } from './database-error.js';

/** Spells `TNDM`: the advisory lock under which one process at a time migrates. */
const MIGRATION_LOCK = 0x544e444d;

/**
 * Brings the schema up to date. Any number of processes may call it at once: one does the work, the others wait for it.
 * @returns the names of the migrations that this call ran.
 * @throws DatabaseUnavailable
 */
export async function migrate(dataSource: DataSource): Promise<string[]> {
  return available(async () => {
    const guard = dataSource.createQueryRunner();
    await guard.connect();
    try {
      await guard.query('SET lock_timeout = 0; SET statement_timeout = 0');
      await guard.query('SELECT pg_advisory_lock($1)', [MIGRATION_LOCK]);
      try {
        const ran = await dataSource.runMigrations({ transaction: 'all' });
        return ran.map((migration) => migration.name);
      } finally {
        await guard.query('SELECT pg_advisory_unlock($1)', [MIGRATION_LOCK]);
        await guard.query('RESET lock_timeout; RESET statement_timeout');
      }
    } finally {
      await guard.release();
    }
  });
}
