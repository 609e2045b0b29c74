/** Where the injects of a lane stand, so that no label lies over another. Pure: pixels in, pixels out. */

export interface Placed<T> {
  readonly item: T;
  /** From the beginning of the scale, px. */
  readonly x: number;
  /** Which of the lane's rows, from 0. */
  readonly row: number;
  /** Whether there is room for its label; else it is a mark. */
  readonly isLabelled: boolean;
}

interface Measured<T> {
  readonly item: T;
  readonly x: number;
  /** Of the label, px. */
  readonly width: number;
}

/** Of one that has no room for its label. */
export const MARK_PX = 12;
const GAP_PX = 4;
/** More rows than this, and what is left becomes marks in a row of their own, where they lie over no label. */
const MOST_ROWS = 2;

/** @param items by x */
export function placeInLane<T>(items: readonly Measured<T>[]): readonly Placed<T>[] {
  const ends: number[] = [];
  return items.map(({ item, x, width }) => {
    const free = ends.findIndex((end) => end + GAP_PX <= x);
    if (free < 0 && ends.length === MOST_ROWS) return { item, x, row: MOST_ROWS, isLabelled: false };
    const row = free >= 0 ? free : ends.length;
    ends[row] = x + width;
    return { item, x, row, isLabelled: true };
  });
}

export function rowsIn(placed: readonly Placed<unknown>[]): number {
  return placed.reduce((most, { row }) => Math.max(most, row + 1), 1);
}
