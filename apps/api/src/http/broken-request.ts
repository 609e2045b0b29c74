/** Requests that break the rules of HTTP itself; what Node's parser refuses is answered before there is a request. */
import { type IncomingMessage, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { type ApiCode, PROBLEM_CODES } from '#contracts/http/problem-codes.js';
import { PROBLEM_MEDIA_TYPE } from '#contracts/http/problem-document.js';
import { Problem } from '../problems/problem.js';

const CODES: Readonly<Record<string, ApiCode>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'REQUEST_TIMEOUT',
  HPE_HEADER_OVERFLOW: 'HEADERS_TOO_LARGE',
};

/** RFC 9112, section 3.2: a request of HTTP/1.1 without Host, or with several, is answered with 400. */
export function requireHost(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', ({ raw }, _reply, done) => {
    if (!namesOneHost(raw)) {
      return done(
        new Problem('BAD_REQUEST', 'The request has several Host headers; send one (RFC 9112, section 3.2).'),
      );
    }
    if (raw.httpVersion !== '1.1' || raw.headers.host !== undefined) return done();
    done(new Problem('BAD_REQUEST', 'The request has no Host header; HTTP/1.1 needs one (RFC 9112, section 3.2).'));
  });
}

/** Or none. Node keeps the first, a proxy perhaps the last, so that each would see another request. */
export function namesOneHost({ rawHeaders }: IncomingMessage): boolean {
  return rawHeaders.filter((name, index) => index % 2 === 0 && name.toLowerCase() === 'host').length <= 1;
}

export function answerBrokenRequest(error: NodeJS.ErrnoException, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const code = CODES[error.code ?? ''] ?? 'BAD_REQUEST';
  const { status, title } = PROBLEM_CODES[code];
  const body = JSON.stringify({ type: 'about:blank', title, status, code });
  socket.end(
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\ncontent-type: ${PROBLEM_MEDIA_TYPE}\r\n` +
      `content-length: ${Buffer.byteLength(body)}\r\ncache-control: no-store\r\nx-content-type-options: nosniff\r\n` +
      `connection: close\r\n\r\n${body}`,
    // A client that continues to send is ignored, and does not keep a socket.
    () => socket.destroy(),
  );
}
