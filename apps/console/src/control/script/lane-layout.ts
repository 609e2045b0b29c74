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
/**
 * @param items by x
 * @param mostRows what has no room in so many becomes marks in a row of their own, where they lie over no label
 */
export function placeInLane<T>(items: readonly Measured<T>[], mostRows: number): readonly Placed<T>[] {
  const ends: number[] = [];
  return items.map(({ item, x, width }) => {
    const free = ends.findIndex((end) => end + GAP_PX <= x);
    if (free < 0 && ends.length === mostRows) return { item, x, row: mostRows, isLabelled: false };
    const row = free >= 0 ? free : ends.length;
    ends[row] = x + width;
    return { item, x, row, isLabelled: true };
  });
}

export function rowsIn(placed: readonly Placed<unknown>[]): number {
  return placed.reduce((most, { row }) => Math.max(most, row + 1), 1);
}
