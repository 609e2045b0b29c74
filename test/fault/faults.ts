/** What goes wrong meanwhile, one after the other, in an order that the seed gives. */
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { AppProcess } from '../cluster/app-process.js';
import type { Cluster } from '../cluster/cluster.js';
import type { TestPostgres, TestRedis } from '../support/services.js';
import type { SeededRandom } from './seeded-random.js';

export const FAULTS = [
  'kill-api',
  'kill-worker',
  'restart-postgres',
  'restart-redis',
  'flush-redis',
  'freeze-worker',
] as const;
export type Fault = (typeof FAULTS)[number];

/** Past a job's lock (4 s) and past the time after which PostgreSQL ends an idle transaction (5 s). */
const FROZEN_MS = 6_500;
/** How often a worker is stopped in the hope that it is within a transaction, and when it must be seen there, ms. */
const TRIES = 30;
const SEEN_AT_MS = 250;
/** And still in the same: on a busy machine the other worker may linger in one of its own for so long, but not until then. */
const SEEN_AGAIN_AFTER_MS = 700;

export class FaultInjector {
  /** What was done, for the report. */
  readonly done: string[] = [];
  #stopped = false;

  constructor(
    private readonly cluster: Cluster,
    private readonly postgres: TestPostgres,
    private readonly redis: TestRedis | undefined,
    private readonly random: SeededRandom,
    /** How the connections of workers are called on which they are at work. */
    private readonly atWork = 'tandem-worker',
  ) {}

  /** Each of the faults in a shuffled order, again and again until the time is over; at least once. */
  async run(faults: readonly Fault[], seconds: number): Promise<void> {
    const possible = faults.filter((fault) => this.redis !== undefined || !fault.endsWith('redis'));
    const end = performance.now() + seconds * 1_000;
    const spacing = Math.min(8_000, (seconds * 1_000) / (possible.length + 1) / 2);
    do {
      for (const fault of this.random.shuffled(possible)) {
        await pause(spacing * (0.5 + this.random.next()));
        if (this.#stopped) return;
        await this.#inject(fault);
      }
    } while (performance.now() < end);
  }

  stop(): void {
    this.#stopped = true;
  }

  async #inject(fault: Fault): Promise<void> {
    switch (fault) {
      case 'kill-api':
        return this.#kill(this.random.pick(this.cluster.apis));
      case 'kill-worker':
        return this.#kill(await this.#frozen());
      case 'restart-postgres':
        this.done.push('restarted PostgreSQL (immediate)');
        await this.postgres.down('immediate');
        await pause(this.random.between(100, 800));
        return this.postgres.start();
      case 'restart-redis':
        this.done.push('killed Redis and started it again');
        await this.redis?.kill();
        await pause(this.random.between(100, 800));
        return this.redis?.start();
      case 'flush-redis':
        this.done.push('flushed Redis');
        return this.redis?.flush();
      case 'freeze-worker': {
        const worker = await this.#frozen();
        await pause(FROZEN_MS);
        return worker.thaw();
      }
      default:
        return fault satisfies never;
    }
  }

  async #kill(app: AppProcess): Promise<void> {
    this.done.push(`killed ${app.name}`);
    await app.kill();
    await pause(this.random.between(100, 1_000));
    await app.start();
  }

  /**
   * A worker that stands still within a transaction, so that it holds the row and has written nothing yet: who is stopped
   * at any moment mostly has nothing to lose.
   */
  async #frozen(): Promise<AppProcess> {
    const client = new pg.Client(this.cluster.databaseUrl);
    await client.connect();
    try {
      const workers = this.random.shuffled(this.cluster.workers);
      for (let tries = 1; ; tries++) {
        const worker = this.random.pick(workers);
        worker.freeze();
        await pause(SEEN_AT_MS);
        const seen = await idleTransactions(client, this.atWork);
        if (seen.length > 0) await pause(SEEN_AGAIN_AFTER_MS);
        const still = await idleTransactions(client, this.atWork);
        const within = still.some((transaction) => seen.includes(transaction));
        if (!within && tries < TRIES) {
          worker.thaw();
          await pause(this.random.between(5, 40));
          continue;
        }
        this.done.push(`froze ${worker.name} ${within ? 'within a transaction' : 'between two transactions'}`);
        return worker;
      }
    } finally {
      await client.end();
    }
  }
}

/** That wait for nothing but their worker: each by its connection and since when it does. */
async function idleTransactions(client: pg.Client, application: string): Promise<string[]> {
  const { rows } = await client.query<{ transaction: string }>(
    `SELECT pid || ' ' || state_change AS transaction FROM pg_stat_activity
     WHERE application_name = $1 AND state = 'idle in transaction'`,
    [application],
  );
  return rows.map(({ transaction }) => transaction);
}
