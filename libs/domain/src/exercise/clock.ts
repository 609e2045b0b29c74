/** The exercise clock: a straight line from wall time to exercise time, drawn anew at each pause, resume and change of speed. */

export interface ClockAnchor {
  /** Wall time, epoch ms (may have a fraction). */
  readonly wall: number;
  /** Exercise time at that moment, ms. */
  readonly time: number;
  /** Exercise ms per wall ms; 0 while the clock stands. */
  readonly speed: number;
}

export const MIN_SPEED = 0.1;
export const MAX_SPEED = 1000;

/** Exercise time at a wall time: whole milliseconds, never before the anchor. */
export function exerciseTimeAt(anchor: ClockAnchor, wall: number): number {
  return anchor.time + Math.max(0, Math.floor((wall - anchor.wall) * anchor.speed));
}

/** Wall time at which the clock shows `time`; infinite while it stands. */
export function wallTimeAt(anchor: ClockAnchor, time: number): number {
  if (time <= anchor.time) return anchor.wall;
  return anchor.speed === 0 ? Number.POSITIVE_INFINITY : anchor.wall + (time - anchor.time) / anchor.speed;
}
