/** What the bytes of a body say, checked against the shapes of the contracts. Used by the requests and by the threads. */
import { isUtf8 } from 'node:buffer';
import type { z } from 'zod';
import { schemaProblems } from '#contracts/json/schema-problems.js';
import { parseJson } from '#contracts/json/strict-json.js';
import { InputError } from '#contracts/problem.js';

/** A scenario nests deeper than an alert does: routes within routes, conditions within conditions. */
const MAX_DEPTH = 64;

/** @throws InputError */
export function readJson<T extends z.ZodType>(body: Buffer, shape: T): z.output<T> {
  return checked(parseJson(body, { maxDepth: MAX_DEPTH }), shape);
}

/** @throws InputError INPUT_INVALID */
export function checked<T extends z.ZodType>(input: unknown, shape: T): z.output<T> {
  const read = shape.safeParse(input);
  if (read.success) return read.data;
  throw new InputError('INPUT_INVALID', schemaProblems(read.error.issues, input, shape));
}

/** @throws InputError WRONG_ENCODING */
export function readText(body: Buffer): string {
  if (!isUtf8(body)) throw InputError.of('WRONG_ENCODING', '', 'The bytes are not UTF-8; send the text as UTF-8.');
  return body.toString('utf8').replace(/^\uFEFF/, '');
}
