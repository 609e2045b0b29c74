/** The highest rate that a system keeps up with, found by steps. */
import type { LoadMeasure } from './load-measure.js';

export interface Search {
  /** Where to begin, alerts per second. */
  readonly from: number;
  /** Each step up is this much higher. */
  readonly factor: number;
  /** How often the gap between the last that held and the first that did not is halved. */
  readonly halvings: number;
}

/**
 * A rate that fails is tried once more: on a shared machine one hiccup says little.
 * @returns the measure at the highest rate that held; undefined when not even the lowest did
 */
export async function findSaturation(
  { from, factor, halvings }: Search,
  tryRate: (rate: number) => Promise<LoadMeasure>,
): Promise<LoadMeasure | undefined> {
  const holds = async (rate: number): Promise<LoadMeasure | undefined> => {
    const first = await tryRate(rate);
    if (first.keepsUp) return first;
    const second = await tryRate(rate);
    return second.keepsUp ? second : undefined;
  };

  let low = 0;
  let high = Number.POSITIVE_INFINITY;
  let best: LoadMeasure | undefined;
  let rate = from;
  for (let halved = 0; ;) {
    const measure = await holds(rate);
    if (measure) {
      best = measure;
      low = rate;
    } else {
      high = rate;
    }
    if (high === Number.POSITIVE_INFINITY) {
      rate = Math.round(rate * factor);
    } else {
      if (halved++ >= halvings || (low === 0 && rate < from / 8)) return best;
      rate = low === 0 ? Math.round(rate / factor) : Math.round(Math.sqrt(low * high));
    }
  }
}
