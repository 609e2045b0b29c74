/** How much waits to be worked on, sampled during a load: it tells whether those who work keep up. */
import { setTimeout as pause } from 'node:timers/promises';

export interface Depth {
  readonly max: number;
  readonly end: number;
  /** Mean of the last quarter minus mean of the second: what it grew by in half the time. */
  readonly growth: number;
}

const EVERY_MS = 200;

/** Samples until stopped. */
export class DepthSampler {
  readonly #samples: number[] = [];
  #stopped = false;
  readonly #done: Promise<void>;

  constructor(private readonly depth: () => Promise<number>) {
    this.#done = this.#sample();
  }

  async stop(): Promise<Depth> {
    this.#stopped = true;
    await this.#done;
    const samples = this.#samples;
    const quarter = Math.max(1, Math.floor(samples.length / 4));
    return {
      max: samples.reduce((a, b) => Math.max(a, b), 0),
      end: samples.at(-1) ?? 0,
      growth: mean(samples.slice(-quarter)) - mean(samples.slice(quarter, 2 * quarter)),
    };
  }

  async #sample(): Promise<void> {
    while (!this.#stopped) {
      this.#samples.push(await this.depth());
      await pause(EVERY_MS);
    }
  }
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((a, b) => a + b, 0) / values.length;
}
