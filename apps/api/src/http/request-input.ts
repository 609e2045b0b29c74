/** What the path and the headers of a request carry. */
import type { FastifyRequest } from 'fastify';
import { Problem } from '../problems/problem.js';

/** A parameter of the path; routes always have it. */
export function param(request: FastifyRequest, name: string): string {
  return (request.params as Record<string, string>)[name] ?? '';
}

/** One value of a header. */
export function header(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value[0] : value;
}

/** The `Idempotency-Key`: 1 to 200 visible characters, quoted (as a structured field has it) or not. */
export function idempotencyKey(request: FastifyRequest): string | undefined {
  const value = header(request, 'idempotency-key');
  if (value === undefined) return undefined;
  const key = /^"(.*)"$/.exec(value)?.[1] ?? value;
  if (/^[\x21-\x7e]{1,200}$/.test(key)) return key;
  throw new Problem('IDEMPOTENCY_KEY_INVALID', 'The Idempotency-Key must be 1 to 200 visible ASCII characters.');
}
