/** What can go wrong with PostgreSQL, as far as callers treat it differently. */

/**
 * PostgreSQL cannot be reached, or went away in the middle. Whether a statement in flight was committed is not known:
 * ask again with the same ids. HTTP answers 503 with `Retry-After`.
 */
export class DatabaseUnavailable extends Error {
  readonly code = 'DATABASE_UNAVAILABLE';
  readonly retryAfterSeconds = 1;

  constructor(cause: unknown, message = 'The database cannot be reached') {
    super(message, { cause });
    this.name = 'DatabaseUnavailable';
  }
}

/** Codes of node's sockets. */
const SOCKET_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOENT',
]);

/** PostgreSQL's appendix A: shutting down, crashed, starting up, too many connections, idle in transaction, disk full. */
const SERVER_CODES = new Set([
  '57P01',
  '57P02',
  '57P03',
  '57P05',
  '53300',
  '53400',
  '53100',
  '53200',
  '25P03',
  '25P04',
]);

/** Messages of `pg` and `pg-pool` that bear no code. */
const MESSAGES =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout|Cannot use a pool after calling end|Client was closed)/;

/** The SQLSTATE or socket code of an error, or undefined. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** Whether it means that PostgreSQL is unavailable, not that the statement was wrong. */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof DatabaseUnavailable) return true;
  if (error instanceof AggregateError) return error.errors.some(isUnavailable);
  const code = errorCode(error);
  if (code !== undefined && (SOCKET_CODES.has(code) || SERVER_CODES.has(code) || code.startsWith('08'))) return true;
  return error instanceof Error && MESSAGES.test(error.message);
}

/** The same error, or a {@link DatabaseUnavailable} with it as the cause. */
export function asDatabaseError(error: unknown): unknown {
  return !(error instanceof DatabaseUnavailable) && isUnavailable(error) ? new DatabaseUnavailable(error) : error;
}

/** Runs it; a failure because PostgreSQL is away becomes {@link DatabaseUnavailable}. */
export async function available<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw asDatabaseError(error);
  }
}
