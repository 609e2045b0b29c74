/**
 * Hints over PostgreSQL's LISTEN and NOTIFY. A commit that notifies holds a lock that all notifying commits share: so
 * hints are never part of a transaction that writes, but go by a statement of their own, on a connection of their own,
 * that does not wait for the disk.
 */
import pg from 'pg';
import type { HintListener, HintListenerEvents, HintSender } from './hint-channel.js';

const CONNECT_TIMEOUT_MS = 2_000;
const QUERY_TIMEOUT_MS = 2_000;
const APPLICATION = 'tandem-hints';

function connection(url: string): pg.ClientConfig {
  return {
    connectionString: url,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    keepAlive: true,
    application_name: APPLICATION,
    options: '-c synchronous_commit=off',
  };
}

export class PostgresHintSender implements HintSender {
  private readonly pool: pg.Pool;

  constructor(
    url: string,
    private readonly channel: string,
  ) {
    this.pool = new pg.Pool({ ...connection(url), max: 1, query_timeout: QUERY_TIMEOUT_MS, allowExitOnIdle: true });
    this.pool.on('error', () => undefined);
  }

  async send(texts: readonly string[]): Promise<void> {
    await this.pool.query({
      name: 'send-hints',
      text: 'SELECT pg_notify($1, hint) FROM unnest($2::text[]) AS hint',
      values: [this.channel, texts],
    });
  }

  async close(): Promise<void> {
    await this.pool.end().catch(() => undefined);
  }
}

export class PostgresHintListener implements HintListener {
  private client: pg.Client | undefined;
  private closed = false;
  private failures = 0;
  private retry: NodeJS.Timeout | undefined;
  private readonly first: Promise<void>;
  private heardFirst: () => void = () => undefined;

  constructor(
    private readonly url: string,
    private readonly channel: string,
    private readonly events: HintListenerEvents,
  ) {
    this.first = new Promise((resolve) => (this.heardFirst = resolve));
    void this.listen();
  }

  ready(): Promise<void> {
    return this.first;
  }

  async close(): Promise<void> {
    this.closed = true;
    clearTimeout(this.retry);
    if (this.client) await this.abandon(this.client);
  }

  private async abandon(client: pg.Client): Promise<void> {
    await client.end().catch(() => undefined);
  }

  private async listen(): Promise<void> {
    const client = new pg.Client(connection(this.url));
    this.client = client;
    let over = false;
    const lost = (error: Error): void => {
      if (over || this.closed) return;
      over = true;
      void this.abandon(client);
      this.events.error(error);
      this.failures += 1;
      this.retry = setTimeout(() => void this.listen(), Math.min(50 * this.failures, 1_000));
    };
    client.on('error', lost);
    client.on('end', () => lost(new Error('The connection for hints has ended')));
    client.on('notification', ({ payload }) => this.events.text(payload ?? ''));
    try {
      await client.connect();
      await client.query(`LISTEN ${client.escapeIdentifier(this.channel)}`);
      this.failures = 0;
      this.heardFirst();
      this.events.listening?.();
    } catch (error) {
      lost(error instanceof Error ? error : new Error(String(error)));
    }
  }
}
