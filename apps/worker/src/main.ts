/** The worker process. Needs a database; the queues live in it too unless REDIS_URL is set. */
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { AccessLog } from '#infra/accounts/access-log.js';
import { PeopleChannel } from '#infra/accounts/people-channel.js';
import { ConfigError, loadConfig, type Config } from '#infra/config/config.js';
import { connect, createDataSource } from '#infra/database/data-source.js';
import { migrate } from '#infra/database/migrate.js';
import { HintPublisher } from '#infra/queue/hints.js';
import { QueueBackend } from '#infra/queue/queue-backend.js';
import { redisTrouble } from '#infra/queue/redis-trouble.js';
import { WakeQueue } from '#infra/queue/wake-queue.js';
import { DeliveryQueue } from '#infra/remote/delivery-queue.js';
import { createLogger } from '#infra/telemetry/logger.js';
import { WorkerModule } from './worker.module.js';

/** What is not closed by then is cut off; work that was not committed is done again by another worker. */
const STOP_WITHIN_MS = 4_000;

async function start(config: Config): Promise<void> {
  if (config.databaseUrl === undefined) {
    throw new Error(
      'DATABASE_URL is not set: a worker needs the address of PostgreSQL (`tandem start` brings its own)',
    );
  }
  const dataSource = createDataSource({
    url: config.databaseUrl,
    poolSize: config.databasePoolSize,
    applicationName: 'tandem-worker',
  });
  const log = createLogger({ name: 'worker', level: config.logLevel, pretty: config.logPretty });
  await connect(dataSource, undefined, (message) => log.warn(message));
  await migrate(dataSource);
  if (config.redisUrl !== undefined) {
    void redisTrouble(config.redisUrl).then((trouble) => trouble !== undefined && log.warn(trouble));
  }
  const connected = { ...config, databaseUrl: config.databaseUrl };
  const backend = new QueueBackend(connected);
  backend.useForNest();
  const app = await NestFactory.createApplicationContext(
    WorkerModule.with({ config: connected, dataSource, backend, log }),
    {
      logger: ['error', 'warn'],
      abortOnError: false,
    },
  );

  let stopping = false;
  const stop = (): void => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), STOP_WITHIN_MS).unref();
    const closed = (async () => {
      await app.close();
      await Promise.all([
        app.get(WakeQueue).close(),
        app.get(DeliveryQueue).close(),
        app.get(HintPublisher).close(),
        app.get(AccessLog).close(),
      ]);
      await app.get(PeopleChannel).close();
      await dataSource.destroy();
    })();
    closed.then(
      () => process.exit(0),
      () => process.exit(1),
    );
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
  // The parent process is gone: no other process would stop this one.
  process.on('disconnect', stop);
  process.send?.({ ready: true });
}

try {
  await start(loadConfig());
} catch (error) {
  const message = error instanceof ConfigError || error instanceof Error ? error.message : String(error);
  process.stderr.write(`${message}\n`);
  process.exit(1);
}
