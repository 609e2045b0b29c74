/** Fastify, with what is refused before there is a request answered in our form, and with a time limit on everything. */
import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { sendProblem } from '../problems/problem-filter.js';
import { answerBrokenRequest } from './broken-request.js';
import { UpgradableRequest } from './upgrades.js';

/** The longest that a request may take to arrive, lines included; a body that is read as one has less (body-stream.ts). */
const ARRIVAL_MS = 600_000;
const HEADERS_MS = 10_000;
/** A proxy in front must give up sooner than this, so that it does not reuse a connection that we close. */
const KEEP_ALIVE_MS = 65_000;
/** A silent connection. Viewers get a heartbeat more often than that. */
const SILENCE_MS = 120_000;

export class ApiAdapter extends FastifyAdapter {
  constructor(log: Logger) {
    super({
      logger: false,
      skipMiddie: true,
      multipart: false,
      genReqId,
      requestIdHeader: false,
      routerOptions: { maxParamLength: 200, caseSensitive: true },
      forceCloseConnections: 'idle',
      requestTimeout: ARRIVAL_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      connectionTimeout: SILENCE_MS,
      http: {
        headersTimeout: HEADERS_MS,
        connectionsCheckingInterval: 1_000,
        maxHeaderSize: 16 * 1024,
        // Node refuses without a word; `requireHost` does with a problem.
        requireHostHeader: false,
        IncomingMessage: UpgradableRequest,
      },
      clientErrorHandler: answerBrokenRequest,
      frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) =>
        sendProblem(error, request, reply, log),
    });
    // BodyGuard reads bodies, once it is clear that their sender may send them.
    this.instance.removeAllContentTypeParsers();
    for (const method of ['POST', 'PUT', 'DELETE']) {
      this.instance.addHttpMethod(method, { hasBody: false, overrideExisting: true });
    }
  }

  /** Errors keep their form: which problem they are is decided in one place. */
  override mapException(error: unknown): unknown {
    return error;
  }
}

/** A sane `X-Request-Id` is kept, so that a request has one name across programs. Ours are random: a number would count the others. */
function genReqId(request: IncomingMessage): string {
  const given = request.headers['x-request-id'];
  if (typeof given === 'string' && /^[\w.:-]{1,100}$/.test(given)) return given;
  return randomBytes(12).toString('base64url');
}
