/** Headers of every answer: what is shown is what it says it is, and stays nowhere on the way. */
import type { FastifyInstance } from 'fastify';

export function setAnswerHeaders(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (_request, reply, done) => {
    void reply.header('x-content-type-options', 'nosniff').header('cache-control', 'no-store');
    done();
  });
}
