/** What a sample allows to say: of a share, and of a difference. */
import { cumulativeStdNormalProbability, mean, probit, sampleStandardDeviation } from 'simple-statistics';

export interface Share {
  /** 0 to 1. */
  readonly share: number;
  /** With 95 % confidence between these. */
  readonly low: number;
  readonly high: number;
}

const Z95 = probit(0.975);

/** Wilson's interval: it holds for shares near 0 and 1 too, where the plain one has no width. Undefined for none of none. */
export function shareOf(hits: number, of: number): Share | undefined {
  if (of === 0) return undefined;
  const share = hits / of;
  const weight = 1 + Z95 ** 2 / of;
  const centre = (share + Z95 ** 2 / (2 * of)) / weight;
  const reach = (Z95 / weight) * Math.sqrt((share * (1 - share)) / of + Z95 ** 2 / (4 * of ** 2));
  return {
    share,
    low: Math.max(0, Math.min(share, centre - reach)),
    high: Math.min(1, Math.max(share, centre + reach)),
  };
}

export interface Difference {
  /** Pairs of which both are known. */
  readonly pairs: number;
  /** The mean of the second minus the first, with 95 % confidence between `low` and `high`. */
  readonly mean: number;
  readonly low: number;
  readonly high: number;
  /** How often chance alone gives a difference as large, 0 to 1; 1 where there is none. */
  readonly p: number;
}

/** Below so many pairs, the mean of their differences need not be near enough to a normal distribution. */
export const FEWEST_PAIRS = 30;

/**
 * The paired test: both were run on the same seeds, so the differences within pairs are looked at, which leaves out what
 * differs from seed to seed. Undefined with fewer than 30 pairs.
 */
export function differenceOf(first: ArrayLike<number>, second: ArrayLike<number>): Difference | undefined {
  const differences: number[] = [];
  for (let i = 0; i < first.length; i++) {
    const difference = (second[i] ?? Number.NaN) - (first[i] ?? Number.NaN);
    if (!Number.isNaN(difference)) differences.push(difference);
  }
  const pairs = differences.length;
  if (pairs < FEWEST_PAIRS) return undefined;
  const average = mean(differences);
  const error = sampleStandardDeviation(differences) / Math.sqrt(pairs);
  const [low, high] = [average - Z95 * error, average + Z95 * error];
  if (error === 0) return { pairs, mean: average, low, high, p: average === 0 ? 1 : 0 };
  return { pairs, mean: average, low, high, p: 2 * (1 - cumulativeStdNormalProbability(Math.abs(average / error))) };
}
