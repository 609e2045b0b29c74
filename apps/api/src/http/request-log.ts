/** One line per request, and the request's id in its answer. Successful requests are logged at `debug`, because there may be thousands a second. */
import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { pathOf } from '../problems/problem-filter.js';

export function logRequests(fastify: FastifyInstance, log: Logger): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    void reply.header('x-request-id', request.id);
    done();
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const { statusCode } = reply;
    const level = statusCode >= 500 ? 'error' : statusCode >= 400 ? 'info' : 'debug';
    if (log.isLevelEnabled(level)) {
      log[level](
        {
          requestId: request.id,
          method: request.method,
          path: pathOf(request),
          status: statusCode,
          account: request.caller?.id,
          ms: Math.round(reply.elapsedTime * 10) / 10,
        },
        'request',
      );
    }
    done();
  });
}
