/** Web pages of other origins: none may use the API or its sockets but those that are listed (WHATWG Fetch, CORS protocol). */
import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyReply } from 'fastify';

const METHODS = 'GET, HEAD, POST, PUT, DELETE';
const REQUEST_HEADERS = 'authorization, content-type, idempotency-key, last-event-id, prefer, x-request-id';
const ANSWER_HEADERS = 'location, retry-after, x-request-id, allow';
/** How long a browser may remember what is allowed, s. */
const REMEMBERED_S = 600;

const ALLOW_ORIGIN = 'access-control-allow-origin';

/** With no origins listed, no answer bears a header of CORS. */
export function allowOrigins(fastify: FastifyInstance, origins: readonly string[]): void {
  if (origins.length === 0) return;
  fastify.addHook('onRequest', (request, reply, done) => {
    const { origin } = request.headers;
    void reply.header('vary', 'Origin');
    if (origin === undefined || !origins.includes(origin)) return done();
    void reply.header(ALLOW_ORIGIN, origin).header('access-control-expose-headers', ANSWER_HEADERS);
    if (request.method !== 'OPTIONS' || request.headers['access-control-request-method'] === undefined) return done();
    void reply
      .code(204)
      .header('access-control-allow-methods', METHODS)
      .header('access-control-allow-headers', REQUEST_HEADERS)
      .header('access-control-max-age', String(REMEMBERED_S))
      .send();
  });
}

/** The headers of CORS that were set on the reply, for an answer that is written past it. */
export function allowedOrigin(reply: FastifyReply): Record<string, string> {
  const origin = reply.getHeader(ALLOW_ORIGIN);
  return typeof origin === 'string' ? { [ALLOW_ORIGIN]: origin, vary: 'Origin' } : {};
}

/** Whether a socket may be opened: by programs, which send no Origin, by pages of our own, and by those listed. */
export function isOriginAllowed({ headers }: IncomingMessage, origins: readonly string[]): boolean {
  const { origin, host } = headers;
  if (origin === undefined || origins.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
