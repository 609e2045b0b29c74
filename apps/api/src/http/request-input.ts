/** What a request carries, checked against the shapes of the contracts. */
import type { FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { schemaProblems } from '#contracts/json/schema-problems.js';
import { Problem } from '../problems/problem.js';
import { checked, readJson } from './body-text.js';

/** The parameters after `?`. @throws Problem QUERY_INVALID naming each that is wrong. */
export function queryOf<T extends z.ZodType>(request: FastifyRequest, shape: T): z.output<T> {
  const read = shape.safeParse(request.query);
  if (read.success) return read.data;
  const errors = schemaProblems(read.error.issues, request.query, shape);
  throw new Problem('QUERY_INVALID', errors[0]?.message ?? 'A parameter of the address is wrong.', { errors });
}

/** A JSON body. Absent, it counts as `{}` where the shape takes that. @throws InputError, Problem EMPTY_BODY. */
export function bodyOf<T extends z.ZodType>(request: FastifyRequest, shape: T): z.output<T> {
  const { body } = request;
  if (Buffer.isBuffer(body) && body.length > 0) return readJson(body, shape);
  if (request.routeOptions.config.operation?.body?.optional === true) return checked({}, shape);
  throw new Problem('EMPTY_BODY', 'The request has no body; send one as application/json.');
}

/** The bytes of the body, for a thread to read. @throws Problem EMPTY_BODY */
export function bytesOf({ body }: FastifyRequest): Uint8Array {
  if (Buffer.isBuffer(body) && body.length > 0) return body;
  throw new Problem('EMPTY_BODY', 'The request has no body; send one as application/json.');
}

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
