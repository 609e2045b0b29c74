/** The worker's own small door: health for all, metrics for those who bear a token. */
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { Registry } from 'prom-client';
import type { AccountStore } from '#infra/accounts/account-store.js';
import type { Config } from '#infra/config/config.js';
import type { Logger } from '#infra/telemetry/logger.js';

@Injectable()
export class HealthServer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #server: Server;

  constructor(
    private readonly dataSource: DataSource,
    private readonly accounts: AccountStore,
    private readonly registry: Registry,
    private readonly logger: Logger,
    private readonly config: Pick<Config, 'host' | 'workerMetricsPort'>,
  ) {
    this.#server = createServer({ requestTimeout: 10_000 }, (request, response) => {
      const token = /^Bearer (\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
      this.#answer(request.url ?? '/', token, response).catch((error: unknown) => {
        this.logger.warn({ err: error }, 'the health door failed');
        response.writeHead(503).end();
      });
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    await new Promise<void>((listening, failed) => {
      this.#server.once('error', failed);
      this.#server.listen(this.config.workerMetricsPort, this.config.host, listening);
    });
    const { port } = this.#server.address() as AddressInfo;
    this.logger.info({ port }, 'health and metrics are served');
  }

  beforeApplicationShutdown(): void {
    this.#server.close();
    this.#server.closeAllConnections();
  }

  async #answer(path: string, token: string | undefined, response: ServerResponse): Promise<void> {
    switch (path) {
      case '/health/live':
        return json(response, 200, { status: 'ok' });
      case '/health/ready': {
        const ready = await this.dataSource.query('SELECT 1').then(
          () => true,
          () => false,
        );
        return json(response, ready ? 200 : 503, { status: ready ? 'ok' : 'unavailable', database: ready });
      }
      case '/metrics': {
        const account = token === undefined ? null : await this.accounts.authenticate(token);
        if (account === null) {
          response.setHeader('www-authenticate', 'Bearer');
          return json(response, 401, { title: 'Unauthorized', status: 401, code: 'UNAUTHENTICATED' });
        }
        response.writeHead(200, { 'content-type': this.registry.contentType });
        response.end(await this.registry.metrics());
        return;
      }
      default:
        return json(response, 404, { title: 'Not Found', status: 404, code: 'NOT_FOUND' });
    }
  }
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': status < 400 ? 'application/json' : 'application/problem+json' });
  response.end(JSON.stringify(body));
}
