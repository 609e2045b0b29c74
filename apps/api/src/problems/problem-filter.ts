/** Sends every error that reaches Nest, its own included, as a problem document. */
import { type ArgumentsHost, Catch, type ExceptionFilter, Inject, NotFoundException } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { PROBLEM_MEDIA_TYPE } from '#contracts/http/problem-document.js';
import { allowedMethods } from '../http/allowed-methods.js';
import { LOG } from '../tokens.js';
import { Problem } from './problem.js';
import { problemDocumentOf, translateError } from './translate-error.js';

@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(@Inject(LOG) private readonly log: Logger) {}

  catch(error: unknown, host: ArgumentsHost): void {
    if (host.getType() === 'ws') return acknowledgeProblem(error, host, this.log);
    const http = host.switchToHttp();
    sendProblem(error, http.getRequest<FastifyRequest>(), http.getResponse<FastifyReply>(), this.log);
  }
}

/** A socket message is answered by its acknowledgement, where its sender asks for one. */
function acknowledgeProblem(error: unknown, host: ArgumentsHost, log: Logger): void {
  const ws = host.switchToWs();
  const { id } = ws.getClient<{ readonly id: string }>();
  const problem = translateError(error);
  if (problem.unexpected) log.error({ err: error, requestId: id }, 'a socket message failed');
  const acknowledge: unknown = host.getArgByIndex(2);
  if (typeof acknowledge !== 'function') return;
  acknowledge({ ok: false, error: problemDocumentOf(problem, ws.getPattern(), id) });
}

export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply, log: Logger): void {
  const path = pathOf(request);
  const problem = translateError(error instanceof NotFoundException ? missingRoute(request.method, path) : error);
  if (problem.unexpected) log.error({ err: error, requestId: request.id, path }, 'request failed');
  if (reply.sent || reply.raw.headersSent) {
    // A partly sent answer cannot be replaced; breaking the connection shows that it is incomplete.
    reply.raw.destroy();
    return;
  }
  for (const [name, value] of Object.entries(problem.headers)) void reply.header(name, value);
  // What the client is still sending is not going to be read.
  if (!request.raw.complete) void reply.header('connection', 'close');
  void reply
    .code(problem.status)
    .header('content-type', PROBLEM_MEDIA_TYPE)
    .send(Buffer.from(JSON.stringify(problemDocumentOf(problem, path, request.id))));
}

export function pathOf(request: FastifyRequest): string {
  const end = request.url.indexOf('?');
  return (end < 0 ? request.url : request.url.slice(0, end)).slice(0, 500);
}

/** Nest's own error says no more than that no route was found. */
function missingRoute(method: string, path: string): Problem {
  const allowed = allowedMethods(path);
  if (allowed.length === 0 || allowed.includes(method)) {
    return new Problem('NOT_FOUND', 'There is no such route; /docs lists them.');
  }
  const allow = allowed.join(', ');
  return new Problem('METHOD_NOT_ALLOWED', `${method} is not allowed here; ${allow} is.`, { headers: { allow } });
}
