/** Forecasts, made in threads from the present state, and kept for a moment: several who ask at a time get the same one. */
import { Injectable } from '@nestjs/common';
import type { ForecastView } from '#contracts/http/forecast.js';
import { sumOfCounts, type ForecastCounts } from '#domain/engine/forecast.js';
import { serialise } from '#domain/engine/open.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import { laterOf } from '#domain/kernel/exercise-time.js';
import type { Exercise } from '#infra/exercises/exercise-store.js';
import { ObservedEvents } from '#infra/log/observed-events.js';
import { StateReader } from '#infra/log/state-reader.js';
import { Calculations } from '../calculation/calculations.js';
import { DeletionNews } from '../exercises/deletion-news.js';
import { timeNow } from '../exercises/exercise-views.js';

/** For so long the last one is the answer, ms. */
const YOUNG_MS = 3_000;
const REMEMBERED = 100;
/** As many as there are threads for calculations. */
const PARTS = 2;
/** No run is begun after this, ms: with what comes before and after it, the answer is there within two seconds. */
const BUDGET_MS = 1_500;

interface Made {
  readonly forecast: Promise<ForecastView>;
  /** Milliseconds that only go forward; undefined while it is being made. */
  at: number | undefined;
}

@Injectable()
export class Forecasts {
  private readonly made = new Map<string, Made>();

  constructor(
    private readonly states: StateReader,
    private readonly observed: ObservedEvents,
    private readonly calculations: Calculations,
    deletions: DeletionNews,
  ) {
    deletions.onDeleted((exercise) => this.made.delete(exercise));
  }

  /** @throws Problem TOO_MANY_CALCULATIONS, CALCULATION_TOO_LONG, SHUTTING_DOWN; DatabaseUnavailable */
  of(exercise: Exercise, scenario: Scenario, runs: number, account: string): Promise<ForecastView> {
    const last = this.made.get(exercise.id);
    if (last !== undefined && (last.at === undefined || performance.now() - last.at < YOUNG_MS)) return last.forecast;
    const made: Made = { forecast: this.make(exercise, scenario, runs, account), at: undefined };
    this.remember(exercise.id, made);
    made.forecast.then(
      () => (made.at = performance.now()),
      // The next request tries again.
      () => {
        if (this.made.get(exercise.id) === made) this.made.delete(exercise.id);
      },
    );
    return made.forecast;
  }

  private async make(exercise: Exercise, scenario: Scenario, runs: number, account: string): Promise<ForecastView> {
    const started = performance.now();
    const now = await this.states.read(exercise.id, scenario, (state) => ({
      text: serialise(state),
      seq: state.seqs.all,
      time: state.time,
    }));
    const isExpecting = (scenario.expectations ?? []).length > 0;
    const log = isExpecting ? await this.observed.upTo(exercise.id, now.seq) : [];
    const parts = await Promise.all(
      Array.from({ length: PARTS }, (_, part) => {
        const own = { from: Math.floor((runs * part) / PARTS), to: Math.floor((runs * (part + 1)) / PARTS) };
        // From the same state the same forecast is made.
        const input = { scenario, state: now.text, log, seed: `forecast ${now.seq}`, ...own, budgetMs: BUDGET_MS };
        return this.calculations.run('forecast', input, { account });
      }),
    );
    const counts = sumOfCounts(parts);
    return {
      exercise: exercise.id,
      at: laterOf(now.time, timeNow(exercise)),
      seq: now.seq,
      runs: counts.runs,
      tookMs: Math.round(performance.now() - started),
      ...shares(counts),
    };
  }

  private remember(id: string, made: Made): void {
    this.made.delete(id);
    this.made.set(id, made);
    if (this.made.size <= REMEMBERED) return;
    const oldest = this.made.keys().next();
    if (oldest.done !== true) this.made.delete(oldest.value);
  }
}

function shares({ runs, expectations, chains }: ForecastCounts): Pick<ForecastView, 'expectations' | 'chains'> {
  const share = (count: number): number => count / runs;
  return {
    expectations: expectations.map(({ expectation, met, missed, notApplicable }) => ({
      expectation,
      met: share(met),
      missed: share(missed),
      notApplicable: share(notApplicable),
    })),
    chains: chains.map(({ exhausted, joint, jointByDeadline, resolved, ...chain }) => ({
      ...chain,
      exhausted: share(exhausted),
      ...(joint !== undefined && { joint: share(joint) }),
      ...(jointByDeadline !== undefined && { jointByDeadline: share(jointByDeadline) }),
      resolved: share(resolved),
    })),
  };
}
