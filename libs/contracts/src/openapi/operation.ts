/** The form of the route table: what a route is called, who may use it, what it takes and how it answers. */
import type { z } from 'zod';
import type { CommandType } from '#domain/kernel/command.js';
import type { Role } from '#domain/kernel/role.js';
import type { ApiCode, ProblemCode } from '../http/problem-codes.js';

export interface Answer {
  readonly description: string;
  /** Absent: no body. */
  readonly schema?: z.ZodType;
  /** Default: application/json. */
  readonly mediaType?: string;
  /** Media types beside that one, with a word on each. */
  readonly also?: Readonly<Record<string, string>>;
}

/** What a body may come as. `json` is a schema of its own; the others carry what cannot be said in one. */
export interface Body {
  readonly schema: z.ZodType;
  /** Whether it may be left out. */
  readonly optional?: boolean;
  /** Media types beside application/json, with a word on each. */
  readonly also?: Readonly<Record<string, string>>;
  /** The most that is read, after decompression; absent: {@link COMMAND_BYTES}. */
  readonly maxBytes?: number;
}

/** What a command takes: texts of a few thousand letters at most. */
export const COMMAND_BYTES = 64 * 1024;
/** One alert, with what is said beside it. */
export const ALERT_BYTES = 256 * 1024;
/** A scenario or a policy. */
export const SCENARIO_BYTES = 2 * 1024 * 1024;
/** Alerts: one message of CAP, or a list; lines are read piece by piece, and have a bound of their own. */
export const ALERTS_BYTES = 16 * 1024 * 1024;

export interface Operation {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** With parameters as OpenAPI writes them: `/v1/exercises/{exercise}`. */
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly description?: string;
  /** Who may; `public`: neither token nor session needed. */
  readonly roles: 'public' | readonly Role[];
  /** The command by which it acts on an exercise, if it does: `roles` follow from it. */
  readonly command?: CommandType;
  readonly query?: z.ZodObject;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: Body;
  readonly answers: Readonly<Record<number, Answer>>;
  /** Codes beyond those that every route may answer with. */
  readonly problems?: readonly ProblemCode[];
}

/** Checks the entry and keeps its literal type. */
export function operation<const T extends Operation>(entry: T): T {
  return entry;
}

/** What any route with a token may answer. */
export const USUAL_PROBLEMS: readonly ApiCode[] = [
  'BAD_REQUEST',
  'UNAUTHENTICATED',
  'FORBIDDEN',
  'CROSS_SITE',
  'NOT_FOUND',
  'URI_TOO_LONG',
  'RATE_LIMITED',
  'TOO_MANY_WRONG_TOKENS',
  'INTERNAL',
  'DATABASE_UNAVAILABLE',
];

/** What a public route that takes something may answer. */
export const PUBLIC_PROBLEMS: readonly ApiCode[] = ['BAD_REQUEST', 'INTERNAL', 'DATABASE_UNAVAILABLE'];

/** What a route that calculates much may answer beside that. */
export const CALCULATION_PROBLEMS: readonly ApiCode[] = [
  'TOO_MANY_CALCULATIONS',
  'CALCULATION_TOO_LONG',
  'SHUTTING_DOWN',
];

/** What a route that takes a body may answer beside that. */
export const BODY_PROBLEMS: readonly ProblemCode[] = [
  'REQUEST_TIMEOUT',
  'TOO_LARGE',
  'UNSUPPORTED_MEDIA_TYPE',
  'UNSUPPORTED_CHARSET',
  'UNSUPPORTED_ENCODING',
  'EMPTY_BODY',
  'WRONG_ENCODING',
  'MALFORMED_JSON',
  'JSON_TOO_DEEP',
  'JSON_TOO_MANY_VALUES',
  'DUPLICATE_KEY',
  'FORBIDDEN_KEY',
  'NUMBER_OUT_OF_RANGE',
  'FORBIDDEN_CHARACTER',
  'INPUT_INVALID',
];
