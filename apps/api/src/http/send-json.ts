/** Sends JSON that is text already: most of what we show comes as text from the database. */
import type { FastifyReply } from 'fastify';

export function sendJson(reply: FastifyReply, status: number, text: string): void {
  void reply.code(status).header('content-type', 'application/json; charset=utf-8').send(text);
}
