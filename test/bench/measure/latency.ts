/** Percentiles of durations, exact: nothing is put into buckets. */
import type { Moments } from './moments.js';

export interface Latency {
  /** How many should have been measured. */
  readonly count: number;
  /** Of those: never answered, never arrived. */
  readonly missing: number;
  /** Milliseconds; infinite where so many are missing. (JSON writes that as null.) */
  readonly p50: number;
  readonly p99: number;
  readonly max: number;
}

/**
 * From one moment to another, for each of the numbers `from` to `to` (not included). What never came counts as later than
 * everything else.
 */
export function latencyBetween(start: Moments, end: Moments, from: number, to: number): Latency {
  const durations: number[] = [];
  for (let number = from; number < to; number++) {
    const began = start.get(number);
    if (Number.isNaN(began)) continue;
    const duration = end.get(number) - began;
    durations.push(Number.isNaN(duration) ? Number.POSITIVE_INFINITY : duration);
  }
  return latencyOf(Float64Array.from(durations));
}

export function latencyOf(durations: Float64Array): Latency {
  const sorted = durations.toSorted();
  const at = (share: number): number => sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
  const firstMissing = sorted.indexOf(Number.POSITIVE_INFINITY);
  const missing = firstMissing < 0 ? 0 : sorted.length - firstMissing;
  return { count: sorted.length, missing, p50: at(0.5), p99: at(0.99), max: at(1) };
}
