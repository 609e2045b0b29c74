/** Fresh databases for suites, on a server of their own or on the one that all suites of a run share. */
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import type { DataSource } from 'typeorm';
import { connect, createDataSource } from '#infra/database/data-source.js';
import { migrate } from '#infra/database/migrate.js';

export interface TestDatabases {
  /** Of a fresh database, not migrated. */
  readonly url: string;
  /** Of another fresh database on the same server. */
  freshDatabase(): Promise<string>;
  /** A connected and migrated data source on a fresh database; closed by `stop()`. */
  migrated(poolSize?: number): Promise<DataSource>;
  stop(): Promise<void>;
}

/** What makes databases on a server, and closes what it connected to them. */
export class DatabaseMaker {
  readonly #dataSources: DataSource[] = [];

  /** @param template a migrated database to copy; without one, each is migrated by itself */
  constructor(
    private readonly serverUrl: () => string,
    private readonly template?: string,
  ) {}

  async fresh(template = 'template1'): Promise<string> {
    const name = `test_${randomBytes(6).toString('hex')}`;
    const client = new pg.Client(this.serverUrl());
    await client.connect();
    await client.query(`CREATE DATABASE ${name} TEMPLATE ${template}`);
    await client.end();
    return urlOf(this.serverUrl(), name);
  }

  async migrated(poolSize?: number): Promise<DataSource> {
    const dataSource = createDataSource({ url: await this.fresh(this.template), poolSize });
    await connect(dataSource);
    this.#dataSources.push(dataSource);
    await migrate(dataSource);
    return dataSource;
  }

  async close(): Promise<void> {
    await Promise.all(this.#dataSources.map((dataSource) => dataSource.destroy().catch(() => undefined)));
  }
}

/** A migrated database that nobody is connected to, so that it can be copied. Answers its name. */
export async function makeTemplate(serverUrl: string): Promise<string> {
  const maker = new DatabaseMaker(() => serverUrl);
  const dataSource = await maker.migrated();
  const { url } = dataSource.options as { url?: string };
  await maker.close();
  return new URL(url ?? '').pathname.slice(1);
}

/**
 * Databases on the server that Jest's global setup has started.
 * @throws Error outside of Jest's integration tests
 */
export async function sharedPostgres(): Promise<TestDatabases> {
  const url = process.env['TANDEM_TEST_DATABASE_URL'];
  if (url === undefined) throw new Error('There is no shared server: it comes with Jest, see shared-server.mjs');
  const maker = new DatabaseMaker(() => url, process.env['TANDEM_TEST_TEMPLATE']);
  return {
    url: await maker.fresh(),
    freshDatabase: () => maker.fresh(),
    migrated: (poolSize) => maker.migrated(poolSize),
    stop: () => maker.close(),
  };
}

function urlOf(server: string, database: string): string {
  const url = new URL(server);
  url.pathname = `/${database}`;
  return url.href;
}
