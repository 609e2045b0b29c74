/** Moments of an exercise, and how people read them. */
import type { Branded, Unbranded } from './brand.js';

/**
 * A moment: milliseconds since STARTEX on the exercise's clock. A duration is a plain number of milliseconds; so is the
 * difference of two moments. Moments of the real world are of type `WallTime`.
 */
export type ExerciseTime = Branded<number, 'ExerciseTime'>;

export const exerciseTime = (ms: number): ExerciseTime => ms as ExerciseTime;

export const STARTEX = exerciseTime(0);

/** Later than every moment. */
export const FOREVER = exerciseTime(Number.POSITIVE_INFINITY);

/** The moment so many milliseconds later. */
export const after = (time: ExerciseTime, ms: Unbranded<number>): ExerciseTime => (time + ms) as ExerciseTime;

export const laterOf = (a: ExerciseTime, b: ExerciseTime): ExerciseTime => (a >= b ? a : b);

export const earlierOf = (a: ExerciseTime, b: ExerciseTime): ExerciseTime => (a <= b ? a : b);

/** `T+01:02:03`: hours (two digits or more), minutes and whole seconds since STARTEX, of milliseconds. */
export function formatExerciseTime(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  return `T+${parts.map((part) => String(part).padStart(2, '0')).join(':')}`;
}
