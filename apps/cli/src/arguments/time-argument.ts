/** Exercise times as people give them on the command line. */
import { after, STARTEX, type ExerciseTime } from '#domain/kernel/exercise-time.js';
import { parseDuration, parseExerciseTime } from '#contracts/scenario/duration.js';
import { unusable } from '../failure.js';

/** Ms since STARTEX of `T+00:10`, `1h30m` or `90s`. @throws Failure */
export function timeOf(text: string): ExerciseTime {
  const time = parseExerciseTime(text) ?? parseDuration(text);
  if (time === undefined) throw unusable(`Time ${text}: give a time since STARTEX, as T+00:10, 1h30m or 90s`);
  return after(STARTEX, time);
}

/** Ms of `90s` or `5m`. @throws Failure */
export function durationOf(text: string): number {
  const duration = parseDuration(text);
  if (duration === undefined) throw unusable(`Duration ${text}: give one as 90s, 5m or 1h30m`);
  return duration;
}
