/** The database of the commands that work on it directly: `DATABASE_URL`, or the embedded one. */
import { join, resolve } from 'node:path';
import type { DataSource } from 'typeorm';
import type { Config } from '#infra/config/config.js';
import { connect, createDataSource } from '#infra/database/data-source.js';
import { migrate } from '#infra/database/migrate.js';
import { DataDirectoryInUse } from '#infra/embedded/directory-owner.js';
import { startEmbeddedPostgres } from '#infra/embedded/embedded-postgres.js';
import { Failure } from '../failure.js';
import { runningFile } from './kept-file.js';

const CONNECT_MS = 5_000;

export function postgresDirectory(config: Config): string {
  return join(resolve(config.dataDir), 'postgres');
}

/** What the work needs of a database, beside the connection. */
export interface OpenDatabase {
  readonly dataSource: DataSource;
  /** Names of the migrations that were run to get here. */
  readonly migrated: readonly string[];
}

/**
 * Works on the database, migrated. Without `DATABASE_URL` that is the embedded one: of the `tandem start` that runs on
 * this data folder, or, when none does, started for as long as the work takes.
 */
export async function withDatabase<T>(config: Config, work: (database: OpenDatabase) => Promise<T>): Promise<T> {
  if (config.databaseUrl !== undefined) return onDatabase(config.databaseUrl, work);
  const directory = postgresDirectory(config);
  try {
    const server = await startEmbeddedPostgres({ directory });
    try {
      return await onDatabase(server.url, work);
    } finally {
      await server.stop();
    }
  } catch (error) {
    if (!(error instanceof DataDirectoryInUse)) throw error;
    const running = await runningFile(resolve(config.dataDir)).read();
    if (running?.databaseUrl === undefined) throw new Failure(`${error.message}; if it is just starting, try again`);
    return onDatabase(running.databaseUrl, work);
  }
}

/** The same on a database at an address. */
export async function onDatabase<T>(url: string, work: (database: OpenDatabase) => Promise<T>): Promise<T> {
  const dataSource = createDataSource({ url, poolSize: 2, applicationName: 'tandem-cli' });
  await connect(dataSource, CONNECT_MS);
  try {
    return await work({ dataSource, migrated: await migrate(dataSource) });
  } finally {
    await dataSource.destroy();
  }
}
