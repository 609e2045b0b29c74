/** What a request carries, checked against the shape that its parameter names: `@Body({ schema })`, `@Query({ schema })`. */
import { type ArgumentMetadata, Injectable, type PipeTransform } from '@nestjs/common';
import type { z } from 'zod';
import { schemaProblems } from '#contracts/json/schema-problems.js';
import { Problem } from '../problems/problem.js';
import { readJson } from './body-text.js';

@Injectable()
export class InputPipe implements PipeTransform {
  /** @throws Problem QUERY_INVALID naming each parameter that is wrong, EMPTY_BODY; InputError */
  transform(value: unknown, { type, schema }: ArgumentMetadata): unknown {
    if (schema === undefined) return value;
    const shape = schema as z.ZodType;
    return type === 'query' ? readQuery(value, shape) : readJson(bytesOf(value), shape);
  }
}

/** The parameters after `?`. @throws Problem QUERY_INVALID */
export function readQuery<T extends z.ZodType>(query: unknown, shape: T): z.output<T> {
  const read = shape.safeParse(query);
  if (read.success) return read.data;
  const errors = schemaProblems(read.error.issues, query, shape);
  throw new Problem('QUERY_INVALID', errors[0]?.message ?? 'A parameter of the address is wrong.', { errors });
}

/** The bytes of the body, for a thread to read. @throws Problem EMPTY_BODY */
export function bytesOf(body: unknown): Buffer {
  if (Buffer.isBuffer(body) && body.length > 0) return body;
  throw new Problem('EMPTY_BODY', 'The request has no body; send one as application/json.');
}
