/** The API as a process. */
import { createDataSource, connect } from '#infra/database/data-source.js';
import { DatabaseUnavailable } from '#infra/database/database-error.js';
import { migrate } from '#infra/database/migrate.js';
import { ConfigError, loadConfig } from '#infra/config/config.js';
import { redisTrouble } from '#infra/queue/redis-trouble.js';
import { createLogger } from '#infra/telemetry/logger.js';
import { createApi } from './create-api.js';
import type { ApiConfig } from './settings.js';

/** What is under way after a signal has this long to finish. */
const SHUTDOWN_MS = 4_000;

async function main(): Promise<void> {
  const config = apiConfig();
  const log = createLogger({ name: 'api', level: config.logLevel, pretty: config.logPretty });
  const early = createDataSource({ url: config.databaseUrl, applicationName: 'tandem-api' });
  await connect(early, undefined, (message) => log.warn(message));
  await migrate(early);
  await early.destroy();

  if (config.redisUrl !== undefined) {
    void redisTrouble(config.redisUrl).then((trouble) => trouble !== undefined && log.warn(trouble));
  }
  const api = await createApi(config, log);
  const port = await api.listen();
  log.info({ host: config.host, port }, 'the API is listening');
  process.send?.({ ready: true, port });

  let stopping = false;
  const stop = (reason: string): void => {
    if (stopping) return;
    stopping = true;
    log.info({ reason }, 'the API is shutting down');
    setTimeout(() => process.exit(1), SHUTDOWN_MS).unref();
    api.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'the API did not shut down cleanly');
        process.exit(1);
      },
    );
  };
  process.on('SIGTERM', () => stop('SIGTERM'));
  process.on('SIGINT', () => stop('SIGINT'));
  // When the channel closes, the parent process is gone.
  process.on('disconnect', () => stop('the parent process has gone'));
}

function apiConfig(): ApiConfig {
  const config = loadConfig();
  const { databaseUrl } = config;
  if (databaseUrl !== undefined) return { ...config, databaseUrl };
  const expected =
    'an address like postgres://user:password@host:5432/tandem (`tandem start` brings a database of its own)';
  throw new ConfigError([{ setting: 'DATABASE_URL', value: '', expected }]);
}

/** What went wrong at the start, in words for the operator. */
function startFailure(error: unknown): string {
  if (error instanceof ConfigError || error instanceof DatabaseUnavailable) return error.message;
  if (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE') {
    const port = 'port' in error ? String(error.port) : '';
    return `Port ${port} is taken by another program; stop it, or set PORT to a free one.`;
  }
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

main().catch((error: unknown) => {
  process.stderr.write(`${startFailure(error)}\n`);
  process.exit(1);
});
