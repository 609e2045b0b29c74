/** The worker's own HTTP server: health for everybody, metrics for those who may read the API's. */
import { randomUUID } from 'node:crypto';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Injectable, type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import type { DataSource } from 'typeorm';
import type { Registry } from 'prom-client';
import { PROBLEM_CODES, type ProblemCode } from '#contracts/http/problem-codes.js';
import { PROBLEM_MEDIA_TYPE, type ProblemDocument } from '#contracts/http/problem-document.js';
import { ClientAddresses } from '#infra/accounts/client-address.js';
import { whyNoMetrics } from '#infra/accounts/metrics-right.js';
import { bearerToken, type TokenDoor } from '#infra/accounts/token-door.js';
import type { Config } from '#infra/config/config.js';
import { isUnavailable } from '#infra/database/database-error.js';
import type { Logger } from '#infra/telemetry/logger.js';

@Injectable()
export class HealthServer implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #server: Server;
  readonly #addresses: ClientAddresses;

  constructor(
    private readonly dataSource: DataSource,
    private readonly door: TokenDoor,
    private readonly registry: Registry,
    private readonly logger: Logger,
    private readonly config: Pick<Config, 'host' | 'workerMetricsPort' | 'trustedProxies'>,
  ) {
    this.#addresses = new ClientAddresses(config.trustedProxies ?? []);
    this.#server = createServer({ requestTimeout: 10_000 }, (request, response) => {
      this.#answer(request, response).catch((error: unknown) => {
        response.setHeader('retry-after', '1');
        const code = isUnavailable(error) ? 'DATABASE_UNAVAILABLE' : 'INTERNAL';
        this.#refuse(request, response, code, 'The request cannot be answered now; the log has the reason.', error);
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

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    switch (pathOf(request)) {
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
        const token = bearerToken(request.headers.authorization);
        const answer = await this.door.ask(token, this.#addresses.of(request));
        const { account } = answer;
        if (account === undefined) {
          const { code, detail, retryAfter } = answer;
          if (retryAfter === undefined) response.setHeader('www-authenticate', 'Bearer realm="tandem"');
          else response.setHeader('retry-after', String(retryAfter));
          return this.#refuse(request, response, code, detail);
        }
        const refusal = whyNoMetrics({ role: account.role, side: account.side, exercise: account.exerciseId });
        if (refusal !== undefined) return this.#refuse(request, response, 'FORBIDDEN', refusal);
        response.writeHead(200, { 'content-type': this.registry.contentType, ...ANSWER_HEADERS });
        response.end(await this.registry.metrics());
        return;
      }
      default:
        return this.#refuse(
          request,
          response,
          'NOT_FOUND',
          'A worker answers at /health/live, /health/ready and /metrics.',
        );
    }
  }

  /** As the API refuses, the request's id included. */
  #refuse(request: IncomingMessage, response: ServerResponse, code: ProblemCode, detail: string, err?: unknown): void {
    const { status, title } = PROBLEM_CODES[code];
    const requestId = randomUUID();
    const instance = pathOf(request);
    const line = { requestId, method: request.method, path: instance, status, err };
    this.logger[status >= 500 ? 'warn' : 'info'](line, 'request');
    const problem: ProblemDocument = { type: 'about:blank', title, status, detail, instance, code, requestId };
    response.setHeader('x-request-id', requestId);
    json(response, status, problem, PROBLEM_MEDIA_TYPE);
  }
}

/** As on every answer of the API. */
const ANSWER_HEADERS = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' };

/** Without the query, and no longer than a log likes. */
function pathOf({ url = '/' }: IncomingMessage): string {
  return url.replace(/\?.*$/s, '').slice(0, 500);
}

function json(response: ServerResponse, status: number, body: object, type = 'application/json'): void {
  response.writeHead(status, { 'content-type': type, ...ANSWER_HEADERS });
  response.end(JSON.stringify(body));
}
