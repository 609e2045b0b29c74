/** Any error as a problem: ours, the framework's, the database's, and those that nobody expected. */
import { HttpException } from '@nestjs/common';
import { type ApiCode, isProblemCode, PROBLEM_CODES, type ProblemCode } from '#contracts/http/problem-codes.js';
import type { ProblemDocument } from '#contracts/http/problem-document.js';
import type { FieldProblem } from '#contracts/problem.js';
import { InputError } from '#contracts/problem.js';
import { DomainError } from '#domain/kernel/domain-error.js';
import { LastController } from '#infra/accounts/controllers-left.js';
import { NameTaken } from '#infra/accounts/names.js';
import { TooManyPasswords } from '#infra/accounts/passwords.js';
import { errorCode, isUnavailable } from '#infra/database/database-error.js';
import { ExerciseUnderWay } from '#infra/exercises/exercise-deletion.js';
import { ExerciseUnknown } from '#infra/exercises/exercise-unknown.js';
import { InboxFullError, RequestKeyReused } from '#infra/inbox/submission.js';
import { CursorInvalid } from '#infra/read/page-cursor.js';
import { Problem } from './problem.js';

export interface Translated {
  readonly code: ProblemCode;
  readonly status: number;
  readonly detail: string;
  readonly errors?: readonly FieldProblem[];
  readonly headers: Readonly<Record<string, string>>;
  /** Whether it is a fault of ours, which belongs in the log with its stack. */
  readonly unexpected: boolean;
}

/** SQLSTATE: character not in repertoire, untranslatable character. Each door checks for itself; this is behind them all. */
const UNTAKEN_TEXT = new Set(['22021', '22P05']);

/** SQLSTATE. Each store checks for itself; this is for what is deleted in between. */
const FOREIGN_KEY_VIOLATION = '23503';

const RETRY = { 'retry-after': '1' } as const;

export function translateError(error: unknown): Translated {
  if (error instanceof Problem) {
    return translated(error.code, error.message, error.details.errors, error.details.headers);
  }
  if (error instanceof InputError) return translated(error.code, error.message, error.problems);
  if (error instanceof DomainError) return translated(error.code, error.message);
  if (error instanceof RequestKeyReused) return translated('IDEMPOTENCY_KEY_REUSED', `${error.message}.`);
  if (error instanceof InboxFullError) return translated('INBOX_FULL', `${error.message}.`, undefined, RETRY);
  if (error instanceof ExerciseUnknown) return translated('NOT_FOUND', `${error.message} here.`);
  if (error instanceof ExerciseUnderWay) return translated('EXERCISE_UNDER_WAY', `${error.message}.`);
  if (errorCode(error) === FOREIGN_KEY_VIOLATION) {
    return translated('NOT_FOUND', 'What the request belongs to was deleted in the meantime.');
  }
  if (error instanceof LastController) return translated('LAST_CONTROLLER', `${error.message}.`);
  if (error instanceof NameTaken) return translated('NAME_TAKEN', `${error.message}.`);
  if (error instanceof TooManyPasswords) {
    return translated('TOO_MANY_CALCULATIONS', `${error.message}.`, undefined, RETRY);
  }
  if (error instanceof CursorInvalid) return translated('CURSOR_INVALID', `${error.message}.`);
  if (isUnavailable(error)) {
    const detail = 'The database cannot be reached. What was sent may or may not be stored: send it again as it is.';
    return translated('DATABASE_UNAVAILABLE', detail, undefined, RETRY);
  }
  if (UNTAKEN_TEXT.has(errorCode(error) ?? '')) {
    return translated('BAD_REQUEST', 'A text in the request holds a character that cannot be stored.');
  }
  const framework = frameworkCode(error);
  if (framework !== undefined) {
    return translated(framework, error instanceof Error ? error.message : PROBLEM_CODES[framework].title);
  }
  return {
    ...translated('INTERNAL', 'The server failed; its log has the cause under the request id.'),
    unexpected: true,
  };
}

function translated(
  code: ProblemCode,
  detail: string,
  errors?: readonly FieldProblem[],
  headers: Readonly<Record<string, string>> = {},
): Translated {
  return { code, status: PROBLEM_CODES[code].status, detail, errors, headers, unexpected: false };
}

/** Fastify's own errors by its codes, and what is left by the status that the framework gives. */
const FASTIFY_CODES: Readonly<Record<string, ProblemCode>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'TOO_LARGE',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'UNSUPPORTED_MEDIA_TYPE',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'EMPTY_BODY',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'BAD_REQUEST',
  FST_ERR_BAD_URL: 'BAD_REQUEST',
  FST_ERR_MAX_PARAM_LENGTH: 'URI_TOO_LONG',
};

const BY_STATUS: Readonly<Record<number, ApiCode>> = {
  400: 'BAD_REQUEST',
  // What serves files says so of a path that leads out of its folder, and of the folder itself.
  403: 'NOT_FOUND',
  404: 'NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  408: 'REQUEST_TIMEOUT',
  414: 'URI_TOO_LONG',
  415: 'UNSUPPORTED_MEDIA_TYPE',
  431: 'HEADERS_TOO_LARGE',
  503: 'SHUTTING_DOWN',
};

function frameworkCode(error: unknown): ProblemCode | undefined {
  if (typeof error !== 'object' || error === null) return undefined;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const known = FASTIFY_CODES[code];
  if (known !== undefined) return known;
  if (error instanceof HttpException) return BY_STATUS[error.getStatus()];
  const status = 'statusCode' in error && typeof error.statusCode === 'number' ? error.statusCode : 0;
  return status < 500 ? BY_STATUS[status] : undefined;
}

/** The document that the client gets (RFC 9457). Of an unexpected error, it contains only the request id. */
export function problemDocumentOf(error: Translated, instance: string, requestId: string): ProblemDocument {
  return {
    type: 'about:blank',
    title: PROBLEM_CODES[error.code].title,
    status: error.status,
    detail: error.detail,
    instance,
    code: error.code,
    requestId,
    ...(error.errors !== undefined && error.errors.length > 0 && { errors: [...error.errors] }),
  };
}

/** A code that came out of the inbox, as a problem; one that this process does not know yet is reported as a conflict. */
export function refusalProblem(code: string, message: string): Problem {
  return new Problem(isProblemCode(code) ? code : 'NOT_PERMITTED', message);
}
