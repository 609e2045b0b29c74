/** An order that stands still while somebody looks at it. */

/**
 * What is shown while the order is held: what was shown, each at its place, even if it should be elsewhere or gone, and what is new at
 * the end, where it moves nothing.
 */
export function heldOrder(shown: readonly string[], wanted: readonly string[]): readonly string[] {
  const known = new Set(shown);
  const added = wanted.filter((id) => !known.has(id));
  return added.length === 0 ? shown : [...shown, ...added];
}

/** How many rows will move, come in or leave once the order settles: the fewest that have to. */
export function changesBetween(shown: readonly string[], wanted: readonly string[]): number {
  const place = new Map(wanted.map((id, index) => [id, index]));
  const staying = shown.flatMap((id) => place.get(id) ?? []);
  const steady = longestRising(staying);
  return shown.length - staying.length + (wanted.length - steady);
}

/** The length of the longest part, not necessarily connected, that rises. */
function longestRising(numbers: readonly number[]): number {
  /** The smallest last number of a rising part, by its length less one. */
  const ends: number[] = [];
  for (const number of numbers) {
    const at = ends.findIndex((end) => end >= number);
    ends[at === -1 ? ends.length : at] = number;
  }
  return ends.length;
}
