/**
 * The circuit breaker of an endpoint, and when a message is tried again. Pure: the state stands in PostgreSQL, so that all workers
 * share it. Times are ms by one clock, PostgreSQL's.
 */
export interface RetrySettings {
  /** Wait after the first attempt; each further one waits twice as long. */
  readonly firstMs: number;
  /** The longest wait. So long, too, a circuit stays open. */
  readonly longestMs: number;
}

export interface Circuit {
  /** Attempts that failed since the last that succeeded. */
  readonly failures: number;
  readonly openUntil: number | null;
}

/** As many failures in a row open the circuit. */
export const OPENS_AFTER = 5;

/**
 * `open`: nothing is attempted. `half-open`: one message is attempted, and what comes of it decides. `closed`: every message is
 * attempted when it is due.
 */
export function circuitState({ failures, openUntil }: Circuit, now: number): 'closed' | 'open' | 'half-open' {
  if (failures < OPENS_AFTER) return 'closed';
  return openUntil !== null && openUntil > now ? 'open' : 'half-open';
}

export function afterSuccess(): Circuit {
  return { failures: 0, openUntil: null };
}

export function afterFailure({ failures }: Circuit, now: number, { longestMs }: RetrySettings): Circuit {
  const count = failures + 1;
  return { failures: count, openUntil: count < OPENS_AFTER ? null : now + longestMs };
}

/**
 * How long to wait after so many attempts: twice as long each time, a random part of the second half, so that messages that failed
 * together are not tried together.
 * @param attempts at least 1
 * @param random at least 0, less than 1
 */
export function retryDelayMs(attempts: number, { firstMs, longestMs }: RetrySettings, random: number): number {
  const whole = Math.min(longestMs, firstMs * 2 ** Math.min(attempts - 1, 30));
  return Math.round(whole / 2 + (whole / 2) * random);
}
