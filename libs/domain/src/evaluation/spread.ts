/** How a figure is spread over the times that were measured. */

/** A time that was measured, and the event that ends it: its number in the stream `all`. */
export interface Measure {
  readonly ms: number;
  readonly seq: number;
}

/**
 * In ms of exercise time. Percentiles by nearest rank: each is a time that was measured, none lies between two. All three
 * are absent where nothing was measured.
 */
export interface Spread {
  /** How many were measured, and of how many that could have been: what never happened is in no percentile. */
  readonly count: number;
  readonly of: number;
  readonly p50?: number;
  readonly p90?: number;
  readonly worst?: Measure;
}

export function spreadOf(measures: readonly Measure[], of = measures.length): Spread {
  const sorted = measures.toSorted((a, b) => a.ms - b.ms || a.seq - b.seq);
  const worst = sorted.at(-1);
  if (!worst) return { count: 0, of };
  const { ms, seq } = worst;
  return { count: sorted.length, of, p50: percentile(sorted, 0.5), p90: percentile(sorted, 0.9), worst: { ms, seq } };
}

/** Nearest rank: the smallest time that at least this part of all does not exceed. */
function percentile(sorted: readonly Measure[], part: number): number {
  return (sorted[Math.ceil(part * sorted.length) - 1] as Measure).ms;
}
