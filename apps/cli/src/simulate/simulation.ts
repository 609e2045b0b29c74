/**
 * Many runs of a scenario, each with a seed of its own, over all cores. What comes of it does not depend on how many
 * threads there are, or on which of them ran what.
 */
import { Worker } from 'node:worker_threads';
import type { Scenario } from '#domain/exercise/scenario.js';
import { Failure } from '../failure.js';
import { mergeTotals, noTotals, type RunFigures, type Totals } from './run-totals.js';

/** What a thread is given at its start. */
export interface ThreadTask {
  /** All of them are run with each seed. */
  readonly scenarios: readonly Scenario[];
  readonly seed: string;
}

export type ToThread =
  | { readonly kind: 'run'; readonly from: number; readonly to: number }
  | { readonly kind: 'finish' };
export type FromThread =
  | { readonly kind: 'ran'; readonly from: number; readonly figures: readonly (readonly RunFigures[])[] }
  | { readonly kind: 'totals'; readonly totals: readonly Totals[] }
  | { readonly kind: 'failed'; readonly message: string };

export interface SimulationSettings extends ThreadTask {
  readonly runs: number;
  readonly threads: number;
  readonly onProgress: (done: number) => void;
}

/** Of one scenario. */
export interface Simulated {
  readonly scenario: Scenario;
  readonly totals: Totals;
  /** By run. */
  readonly score: Float64Array;
  readonly jointMs: Float64Array;
  readonly escalations: Float64Array;
}

/** Runs that a thread gets at once: few enough that all end at about the same time. */
const PORTION = 5;

/** The seeds are `seed/1` to `seed/runs`. In the order of the scenarios. */
export async function simulate(settings: SimulationSettings): Promise<Simulated[]> {
  const results = settings.scenarios.map((scenario) => emptyResult(scenario, settings.runs));
  const share = new Share(settings, results);
  const count = Math.min(settings.threads, Math.ceil(settings.runs / PORTION));
  const threads = Array.from({ length: count }, () => {
    const { scenarios, seed } = settings;
    const workerData: ThreadTask = { scenarios, seed };
    return new Worker(new URL('./simulation-thread.js', import.meta.url), { workerData });
  });
  try {
    await Promise.all(threads.map((thread) => share.work(thread)));
  } finally {
    await Promise.all(threads.map((thread) => thread.terminate()));
  }
  return results;
}

function emptyResult(scenario: Scenario, runs: number): Simulated {
  return {
    scenario,
    totals: noTotals(scenario),
    score: new Float64Array(runs),
    jointMs: new Float64Array(runs),
    escalations: new Float64Array(runs),
  };
}

/** Hands out the runs, and gathers what comes back. */
class Share {
  #next = 0;
  #done = 0;

  constructor(
    private readonly settings: SimulationSettings,
    private readonly results: readonly Simulated[],
  ) {}

  /** Until no run is left. @throws Failure when the thread fails */
  work(thread: Worker): Promise<void> {
    return new Promise((resolve, reject) => {
      thread.on('error', reject);
      thread.on('exit', () => reject(new Failure('a thread of the simulation ended before its time')));
      thread.on('message', (message: FromThread) => {
        switch (message.kind) {
          case 'ran':
            this.#take(message);
            return this.#give(thread);
          case 'totals':
            for (const [place, totals] of message.totals.entries()) mergeTotals(this.#result(place).totals, totals);
            return resolve();
          case 'failed':
            return reject(new Failure(message.message));
          default:
            message satisfies never;
        }
      });
      this.#give(thread);
    });
  }

  #give(thread: Worker): void {
    const { runs } = this.settings;
    const from = this.#next;
    this.#next = Math.min(runs, from + PORTION);
    const message: ToThread = from < runs ? { kind: 'run', from, to: this.#next } : { kind: 'finish' };
    thread.postMessage(message);
  }

  #take({ from, figures }: Extract<FromThread, { kind: 'ran' }>): void {
    for (const [index, ofRun] of figures.entries()) {
      for (const [place, { score, jointMs, escalations }] of ofRun.entries()) {
        const result = this.#result(place);
        result.score[from + index] = score;
        result.jointMs[from + index] = jointMs;
        result.escalations[from + index] = escalations;
      }
    }
    this.#done += figures.length;
    this.settings.onProgress(this.#done);
  }

  #result(place: number): Simulated {
    const result = this.results[place];
    if (!result) throw new Error(`no result of scenario ${place}`);
    return result;
  }
}
