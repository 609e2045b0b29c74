/** BullMQ on either of its backends: Redis when there is an address of one, else PostgreSQL. One code for both. */
import {
  createPostgresBackend,
  createRedisBackend,
  Queue,
  setDefaultBackendFactory,
  Worker,
  type BackendFactory,
  type ConnectionOptions,
  type PostgresPoolConfig,
  type Processor,
  type RedisOptions,
  type RedisQueueBackend,
  type WorkerOptions,
} from 'bullmq';
import type { ClientBase } from 'pg';
import type { HintListener, HintListenerEvents, HintSender } from './hint-channel.js';
import { PostgresHintListener, PostgresHintSender } from './postgres-hint-channel.js';
import { RedisHintListener, RedisHintSender } from './redis-hint-channel.js';

export interface QueueBackendSettings {
  readonly databaseUrl: string;
  readonly redisUrl?: string;
  /** Prefix of the keys in Redis, name of the schema in PostgreSQL. Default `tandem`. */
  readonly queuePrefix?: string;
}

/** How a worker treats its jobs: a dead one's job is taken over after some 4 s, however often that happens. */
export const EXERCISE_WORKER_OPTIONS = {
  lockDuration: 4_000,
  stalledInterval: 2_000,
  maxStalledCount: 1_000_000,
  removeOnComplete: { count: 0 },
  removeOnFail: { count: 0 },
} as const satisfies Partial<WorkerOptions>;

/** What each job is added with: it leaves no trace, and is not tried again (the sweep does that). */
export const WAKE_UP_OPTIONS = { attempts: 1, removeOnComplete: true, removeOnFail: true } as const;

const CONNECT_TIMEOUT_MS = 2_000;

export class QueueBackend {
  readonly kind: 'redis' | 'postgres';
  /** What `BullModule.forRoot` takes, and every queue of ours. */
  readonly root: { readonly connection: ConnectionOptions; readonly prefix: string };
  private readonly factory: BackendFactory<RedisQueueBackend>;
  private readonly redis: RedisOptions | undefined;
  private readonly databaseUrl: string;
  private readonly hintChannel: string;

  constructor(settings: QueueBackendSettings) {
    const prefix = settings.queuePrefix ?? 'tandem';
    this.databaseUrl = settings.databaseUrl;
    this.hintChannel = `${prefix}-hints`;
    if (settings.redisUrl === undefined) {
      this.kind = 'postgres';
      // BullMQ's classes are typed for Redis, and so are Nest's; which backend is behind them shows at run time only.
      this.factory = createPostgresBackend as unknown as BackendFactory<RedisQueueBackend>;
      this.root = { connection: postgresConnection(settings.databaseUrl, prefix), prefix };
    } else {
      this.kind = 'redis';
      this.factory = createRedisBackend;
      this.redis = redisConnection(settings.redisUrl);
      this.root = { connection: this.redis, prefix };
    }
  }

  /** Makes what `@nestjs/bullmq` builds use this backend. Call it before Nest's modules are built. */
  useForNest(): void {
    setDefaultBackendFactory(this.factory);
  }

  /** A producer: its commands fail after a moment without a connection, instead of waiting for ever. */
  createQueue<T>(name: string): Queue<T, void, string> {
    const connection = { ...this.root.connection, ...(this.kind === 'redis' ? { maxRetriesPerRequest: 1 } : {}) };
    return new Queue<T, void, string>(name, { ...this.root, connection }, this.factory);
  }

  createHintSender(): HintSender {
    const { redis, databaseUrl, hintChannel } = this;
    return redis ? new RedisHintSender(redis, hintChannel) : new PostgresHintSender(databaseUrl, hintChannel);
  }

  createHintListener(events: HintListenerEvents): HintListener {
    const { redis, databaseUrl, hintChannel } = this;
    return redis
      ? new RedisHintListener(redis, hintChannel, events)
      : new PostgresHintListener(databaseUrl, hintChannel, events);
  }

  createWorker<T>(
    name: string,
    processor: Processor<T, void, string>,
    options: Partial<WorkerOptions> = {},
  ): Worker<T, void, string> {
    return new Worker<T, void, string>(
      name,
      processor,
      { ...EXERCISE_WORKER_OPTIONS, ...options, ...this.root },
      this.factory,
    );
  }
}

/**
 * The queues' own pool. What is in them is worth nothing after a crash (the sweep wakes again what needs waking), so
 * their commits, and theirs alone, do not wait for the disk.
 */
function postgresConnection(url: string, prefix: string): PostgresPoolConfig {
  return {
    connectionString: url,
    schema: prefix.replaceAll('-', '_'),
    migrate: true,
    max: 4,
    keepAlive: true,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    application_name: 'tandem-queue',
    options: '-c synchronous_commit=off -c idle_in_transaction_session_timeout=5000',
    onConnect: bearLoss,
  };
}

/**
 * BullMQ listens to a client's errors while it rests in the pool, and not while it sets up its tables on it: a connection
 * that is cut just then would end the process. What was asked on it fails by itself.
 */
function bearLoss(client: ClientBase): void {
  client.on('error', () => undefined);
}

function redisConnection(text: string): RedisOptions {
  const url = new URL(text);
  return {
    host: url.hostname,
    port: url.port === '' ? 6379 : Number(url.port),
    username: url.username === '' ? undefined : decodeURIComponent(url.username),
    password: url.password === '' ? undefined : decodeURIComponent(url.password),
    db: url.pathname.length > 1 ? Number(url.pathname.slice(1)) : 0,
    tls: url.protocol === 'rediss:' ? {} : undefined,
    connectTimeout: CONNECT_TIMEOUT_MS,
    keepAlive: 10_000,
    maxRetriesPerRequest: null,
    retryStrategy: (times: number) => Math.min(50 * times, 1_000),
  };
}

/** Closes a queue, its events or a worker; what does not close in time is cut off. */
export async function closeWithin(
  closing: { close(): Promise<unknown>; disconnect(): Promise<unknown> },
  ms: number,
): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), ms);
  });
  const closed = closing.close().catch(() => undefined);
  const how = await Promise.race([closed, late]);
  clearTimeout(timer);
  if (how === 'late') void closing.disconnect().catch(() => undefined);
}
