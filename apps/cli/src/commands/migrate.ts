/** `tandem migrate`: brings the database up to date. API and worker do so themselves; this is for those who deploy. */
import type { Command } from 'commander';
import { loadConfig } from '#infra/config/config.js';

export function addMigrate(program: Command): void {
  program
    .command('migrate')
    .description('bring the database up to date (DATABASE_URL, or the embedded one of this folder)')
    .action(migrate);
}

async function migrate(): Promise<void> {
  const { withDatabase } = await import('../local/database.js');
  const ran = await withDatabase(loadConfig(), ({ migrated }) => Promise.resolve(migrated));
  process.stdout.write(ran.length === 0 ? 'The database is up to date.\n' : `Ran ${ran.join(', ')}.\n`);
}
