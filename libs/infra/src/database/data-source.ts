/** The connection to PostgreSQL that all stores of a process share. */
import 'reflect-metadata';
import type { Pool } from 'pg';
import { DataSource } from 'typeorm';
import type { PostgresDriver } from 'typeorm/driver/postgres/PostgresDriver.js';
import { shownAddress } from '../config/shown-address.js';
import { DatabaseUnavailable, isUnavailable } from './database-error.js';
import { ENTITIES } from './entities/index.js';
import { MIGRATIONS } from './migrations/index.js';

export interface DataSourceSettings {
  readonly url: string;
  /** Connections of this process; default 10. */
  readonly poolSize?: number;
  /** Shown in `pg_stat_activity`. */
  readonly applicationName?: string;
  /** How long an answer is waited for, ms. Default: a little longer than PostgreSQL itself lets a statement run. */
  readonly answerWithinMs?: number;
  /** Called when an idle connection breaks; the pool replaces it by itself. */
  readonly onConnectionLost?: (error: Error) => void;
}

/** A transaction that stands idle for longer is ended by PostgreSQL, so a frozen process cannot hold a lock for ever. */
const IDLE_IN_TRANSACTION_MS = 5_000;
/** How long a statement waits for a lock. */
const LOCK_TIMEOUT_MS = 3_000;
/** How long a statement may run at all. */
const STATEMENT_TIMEOUT_MS = 30_000;
/** A server that stands still, or is cut off, never says that a statement takes too long: then this does. */
const ANSWER_WITHIN_MS = STATEMENT_TIMEOUT_MS + 5_000;
const CONNECT_TIMEOUT_MS = 2_000;

/** A data source that is not yet connected: see {@link connect}. */
export function createDataSource(settings: DataSourceSettings): DataSource {
  return new DataSource({
    type: 'postgres',
    url: settings.url,
    applicationName: settings.applicationName ?? 'tandem',
    poolSize: settings.poolSize ?? 10,
    connectTimeoutMS: CONNECT_TIMEOUT_MS,
    parseInt8: true,
    synchronize: false,
    entities: [...ENTITIES],
    migrations: [...MIGRATIONS],
    migrationsTableName: 'migration',
    installExtensions: false,
    poolErrorHandler: (error: Error) => settings.onConnectionLost?.(error),
    extra: {
      keepAlive: true,
      // A statement is sent without waiting for the answer to the one before it: a write travels with its COMMIT.
      pipeline: true,
      idleTimeoutMillis: 60_000,
      idle_in_transaction_session_timeout: IDLE_IN_TRANSACTION_MS,
      lock_timeout: LOCK_TIMEOUT_MS,
      statement_timeout: STATEMENT_TIMEOUT_MS,
      query_timeout: settings.answerWithinMs ?? ANSWER_WITHIN_MS,
      // Else a schema that is named like the user comes first, and the queues' schema may be named so. A batch of the
      // ledger travels through several lists in memory; with less of it they would be written to temporary files. What
      // waits in the inbox is read by the index, in order: a bitmap would visit every row that was ever deleted since the
      // last vacuum, each time, and not mark them as dead.
      options: '-c search_path=public -c work_mem=64MB -c enable_bitmapscan=off',
    },
  });
}

/**
 * Connects, trying again until the deadline while PostgreSQL is away (it may be starting).
 * @param onAway called once, with a message for the operator, when the first attempt fails
 * @throws DatabaseUnavailable after `withinMs`.
 */
export async function connect(
  dataSource: DataSource,
  withinMs = 30_000,
  onAway?: (message: string) => void,
): Promise<DataSource> {
  const deadline = Date.now() + withinMs;
  let isReported = false;
  for (;;) {
    try {
      return await dataSource.initialize();
    } catch (error) {
      if (!isUnavailable(error)) throw error;
      const away = `No PostgreSQL can be reached at ${addressOf(dataSource)} (DATABASE_URL): ${reasonOf(error)}`;
      if (Date.now() >= deadline) throw new DatabaseUnavailable(error, away);
      if (!isReported) onAway?.(`${away}; trying for ${withinMs / 1_000} s`);
      isReported = true;
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

function addressOf({ options }: DataSource): string {
  const { url } = options as { readonly url?: string };
  return shownAddress(url ?? 'postgres:');
}

/** Of a host with several addresses the first failure: they say the same of each. */
function reasonOf(error: unknown): string {
  if (error instanceof AggregateError) return reasonOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}

/** The pool behind a connected data source, for the hot paths: named statements and no mapping per row. */
export function poolOf(dataSource: DataSource): Pool {
  return (dataSource.driver as PostgresDriver).master as Pool;
}
