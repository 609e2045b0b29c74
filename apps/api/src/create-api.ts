/** The API as an application of Nest over Fastify. */
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { connect, createDataSource } from '#infra/database/data-source.js';
import { createLogger, type Logger } from '#infra/telemetry/logger.js';
import { ApiModule } from './api.module.js';
import { Authentication } from './auth/authentication.js';
import { serveConsole } from './console/console-pages.js';
import { serveDocumentation } from './docs/documentation.js';
import { setAnswerHeaders } from './http/answer-headers.js';
import { requireHost } from './http/broken-request.js';
import { ApiAdapter } from './http/fastify-adapter.js';
import { allowOrigins } from './http/origins.js';
import { logRequests } from './http/request-log.js';
import { SocketAdapter } from './live/socket-adapter.js';
import { NestLog } from './nest-log.js';
import type { ApiConfig } from './settings.js';

/** A database that does not answer within this counts as unavailable: clients get an error instead of waiting. */
const ANSWER_WITHIN_MS = 5_000;
/** Requests that are under way when we close have this long to finish. */
const FINISH_MS = 2_000;

export interface Api {
  readonly app: NestFastifyApplication;
  readonly log: Logger;
  /** Listens; answers the port. */
  listen(): Promise<number>;
  /** Takes no more, lets what is under way finish, and lets go of everything. */
  close(): Promise<void>;
}

/**
 * An API that is ready to listen. The schema must be there already.
 * @throws DatabaseUnavailable
 */
export async function createApi(config: ApiConfig, log: Logger = loggerOf(config)): Promise<Api> {
  const dataSource = await connect(
    createDataSource({
      url: config.databaseUrl,
      poolSize: config.databasePoolSize,
      applicationName: 'tandem-api',
      answerWithinMs: ANSWER_WITHIN_MS,
      onConnectionLost: (error) => log.warn({ err: error }, 'a connection to the database was lost'),
    }),
  );
  const rooms = ApiModule.with({ config, dataSource, log });
  const app = await NestFactory.create<NestFastifyApplication>(rooms, new ApiAdapter(log), {
    bodyParser: false,
    logger: new NestLog(log),
    abortOnError: false,
  });
  const fastify = app.getHttpAdapter().getInstance();
  logRequests(fastify, log);
  setAnswerHeaders(fastify);
  requireHost(fastify);
  allowOrigins(fastify, config.allowedOrigins ?? []);
  app.get(Authentication).attach(fastify);
  app.useWebSocketAdapter(new SocketAdapter(app));
  serveDocumentation(fastify);
  serveConsole(fastify);
  await app.init();

  return {
    app,
    log,
    listen: async () => {
      await app.listen(config.port, config.host);
      const address = fastify.server.address();
      return typeof address === 'object' && address !== null ? address.port : config.port;
    },
    close: async () => {
      const force = setTimeout(() => fastify.server.closeAllConnections(), FINISH_MS);
      await app.close();
      clearTimeout(force);
    },
  };
}

function loggerOf(config: ApiConfig): Logger {
  return createLogger({ name: 'api', level: config.logLevel, pretty: config.logPretty });
}
