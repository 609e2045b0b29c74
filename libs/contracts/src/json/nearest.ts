/** "Did you mean …?" */

/** To be put behind what is said of an unknown word; empty where nothing known is like it. */
export function didYouMean(word: string, known: readonly string[]): string {
  const meant = nearest(word, known);
  return meant === undefined ? '' : ` Did you mean "${meant}"?`;
}

/**
 * The known word that was most likely meant: at most a third of its letters away, swaps counting as one; or else the only
 * one that begins with it.
 */
function nearest(word: string, known: readonly string[]): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor(word.length / 3)) + 1;
  const given = word.slice(0, MAX_LENGTH).toLowerCase();
  for (const candidate of known) {
    const distance = distanceOf(given, candidate.slice(0, MAX_LENGTH).toLowerCase(), bestDistance);
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  if (best !== undefined || given.length < LEAST_BEGINNING) return best;
  const longer = known.filter((candidate) => candidate.toLowerCase().startsWith(given));
  return longer.length === 1 ? longer[0] : undefined;
}

/** A word cut shorter than this says too little. */
const LEAST_BEGINNING = 3;

const MAX_LENGTH = 64;

/** Damerau's distance, restricted form; anything not below `limit` may come back as `limit`. */
export function distanceOf(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) >= limit) return limit;
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      next.push(cost);
    }
    [before, row] = [row, next];
  }
  return row[b.length] ?? limit;
}
