/** Durations and exercise times as people write and read them. */

import { exerciseTime, type ExerciseTime } from '#domain/kernel/exercise-time.js';

export { formatExerciseTime } from '#domain/kernel/exercise-time.js';

const DAY = 86_400_000;

/** Longer than any exercise; keeps every sum of durations a safe integer. */
export const MAX_DURATION_MS = 30 * DAY;

/** Whole numbers with their units, larger units first: `1h30m`, `90s`, `500ms`. */
const DURATION_PATTERN = /^(?=\d)(?:(\d{1,9})h)?(?:(\d{1,9})m)?(?:(\d{1,9})s)?(?:(\d{1,9})ms)?$/;

/**
 * For editors: as {@link DURATION_PATTERN}, with no unit above 30 days by itself. A pattern cannot add: 720h1m passes here,
 * and is refused by `parseDuration`.
 */
export const DURATION_SCHEMA_PATTERN =
  '^(?=\\d)' +
  '(?:(?=\\d{1,9}h)0*(?:\\d{1,2}|[1-6]\\d\\d|7[01]\\d|720)h)?' +
  '(?:(?=\\d{1,9}m)0*(?:\\d{1,4}|[1-3]\\d{4}|4[0-2]\\d{3}|43[01]\\d\\d|43200)m)?' +
  '(?:(?=\\d{1,9}s)0*(?:\\d{1,6}|1\\d{6}|2[0-4]\\d{5}|25[0-8]\\d{4}|259[01]\\d{3}|2592000)s)?' +
  '(?:\\d{1,9}ms)?$';

const UNITS_MS = [3_600_000, 60_000, 1000, 1] as const;

/** Milliseconds; undefined when the text is no duration or is longer than 30 days. */
export function parseDuration(text: string): number | undefined {
  const match = DURATION_PATTERN.exec(text);
  if (!match) return undefined;
  const ms = UNITS_MS.reduce((sum, unit, index) => sum + Number(match[index + 1] ?? 0) * unit, 0);
  return ms <= MAX_DURATION_MS ? ms : undefined;
}

/** The shortest text that `parseDuration` reads as `ms`, a whole number, not negative: `1h30m`, `500ms`, `0s`. */
export function formatDuration(ms: number): string {
  let rest = ms;
  let text = '';
  for (const [name, unit] of [
    ['h', 3_600_000],
    ['m', 60_000],
    ['s', 1000],
    ['ms', 1],
  ] as const) {
    const count = Math.floor(rest / unit);
    rest -= count * unit;
    if (count > 0) text += `${count}${name}`;
  }
  return text === '' ? '0s' : text;
}

/** As `formatExerciseTime` writes it; seconds may be left out. */
const EXERCISE_TIME_PATTERN = /^T\+(\d{2,3}):([0-5]\d)(?::([0-5]\d))?$/;

/** The same, up to 30 days: what `parseExerciseTime` reads. */
export const EXERCISE_TIME_SCHEMA_PATTERN =
  '^T\\+(?:(?:\\d{2}|[0-6]\\d{2}|7[01]\\d):[0-5]\\d(?::[0-5]\\d)?|720:00(?::00)?)$';

/** Milliseconds since STARTEX of `T+hh:mm` or `T+hh:mm:ss`; undefined for anything else, and beyond 30 days. */
export function parseExerciseTime(text: string): ExerciseTime | undefined {
  const match = EXERCISE_TIME_PATTERN.exec(text);
  if (!match) return undefined;
  const ms = ((Number(match[1]) * 60 + Number(match[2])) * 60 + Number(match[3] ?? 0)) * 1000;
  return ms <= MAX_DURATION_MS ? exerciseTime(ms) : undefined;
}
