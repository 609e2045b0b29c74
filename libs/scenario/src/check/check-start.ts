/** Whether the date of STARTEX leaves room for the duration. */
import { LAST_TIME_MS, offsetOf, readTime } from '#contracts/alert/cap-time.js';
import type { FieldProblem } from '#contracts/problem.js';
import { parseDuration } from '#contracts/scenario/duration.js';
import type { AuthoredScenario } from '#contracts/scenario/scenario-schema.js';

/** An error when the exercise runs past the year 9999, of which CAP cannot write a time (CAP 1.2, 3.3.2). */
export function checkStart({ startsAt, duration }: Pick<AuthoredScenario, 'startsAt' | 'duration'>): FieldProblem[] {
  const start = startsAt === undefined ? undefined : readTime(startsAt);
  const durationMs = parseDuration(duration);
  if (startsAt === undefined || start === undefined || durationMs === undefined) return [];
  // Times are written in the offset of startsAt, and in UTC.
  const last = Math.max(start, start + offsetOf(startsAt)) + durationMs;
  if (last <= LAST_TIME_MS) return [];
  const message = `startsAt is ${startsAt} and the duration ${duration}, so the exercise runs past the year 9999. Use an earlier date.`;
  return [{ code: 'START_TOO_LATE', path: 'startsAt', message }];
}
