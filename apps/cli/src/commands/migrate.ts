/** `tandem migrate`: updates the database schema. API and worker do so themselves; this command is for deployments. */
import type { Command } from 'commander';
import { loadConfig } from '#infra/config/config.js';

export function addMigrate(program: Command): void {
  program
    .command('migrate')
    .description('update the database schema (DATABASE_URL, or the embedded database of this folder)')
    .action(migrate);
}

async function migrate(): Promise<void> {
  const { withDatabase } = await import('../local/database.js');
  const ran = await withDatabase(loadConfig(), ({ migrated }) => Promise.resolve(migrated));
  process.stdout.write(ran.length === 0 ? 'The database is up to date.\n' : `Ran ${ran.join(', ')}.\n`);
}
