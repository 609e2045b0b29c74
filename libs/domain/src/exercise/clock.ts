/** The exercise clock: a straight line from wall time to exercise time, drawn anew at each pause, resume and change of speed. */
import { wallTime, type WallTime } from '../kernel/wall-time.js';
import { after, type ExerciseTime } from '../kernel/exercise-time.js';

export interface ClockAnchor {
  /** Wall time, epoch ms (may have a fraction). */
  readonly wall: WallTime;
  /** Exercise time at that moment, ms. */
  readonly time: ExerciseTime;
  /** Exercise ms per wall ms; 0 while the clock stands. */
  readonly speed: number;
}

const NEVER = wallTime(Number.POSITIVE_INFINITY);

export const MIN_SPEED = 0.1;
export const MAX_SPEED = 1000;

/** Exercise time at a wall time: whole milliseconds, never before the anchor. */
export function exerciseTimeAt(anchor: ClockAnchor, wall: WallTime): ExerciseTime {
  return after(anchor.time, Math.max(0, Math.floor((wall - anchor.wall) * anchor.speed)));
}

/** Wall time at which the clock shows `time`; infinite while it stands. */
export function wallTimeAt(anchor: ClockAnchor, time: ExerciseTime): WallTime {
  if (time <= anchor.time) return anchor.wall;
  return anchor.speed === 0 ? NEVER : wallTime(anchor.wall + (time - anchor.time) / anchor.speed);
}
