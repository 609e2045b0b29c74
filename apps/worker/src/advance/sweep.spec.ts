import { jest } from '@jest/globals';
import type { ExerciseStore, OverdueExercise } from '#infra/exercises/exercise-store.js';
import type { WakeQueue } from '#infra/queue/wake-queue.js';
import type { Logger } from '#infra/telemetry/logger.js';
import type { ExerciseRunner } from './exercise-runner.js';
import { Sweep } from './sweep.js';

const EVERY_MS = 1_000;

/** A sweep that finds these exercises each time, and what it did. */
function sweeping(find: () => Promise<OverdueExercise[]>) {
  const woken: string[] = [];
  const run: string[] = [];
  const warnings: string[] = [];
  let finishRun: () => void = () => undefined;
  const runner = {
    run: (id: string) => {
      run.push(id);
      return new Promise<void>((resolve) => (finishRun = resolve));
    },
  };
  const sweep = new Sweep(
    { due: find } as unknown as ExerciseStore,
    runner as unknown as ExerciseRunner,
    { wake: (id: string) => Promise.resolve(woken.push(id)) } as unknown as WakeQueue,
    { warn: (_: object, text: string) => warnings.push(text) } as unknown as Logger,
    EVERY_MS,
  );
  sweep.onApplicationBootstrap();
  return { sweep, woken, run, warnings, finishRun: () => finishRun() };
}

const found = (...overdue: number[]) => overdue.map((overdueMs, n) => ({ id: `EX-${n + 1}`, overdueMs }));

describe('the sweep', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('wakes what is overdue, and leaves alone what a job is at work on', async () => {
    const { woken, run } = sweeping(() => Promise.resolve(found(100, 600, 9_000)));
    await jest.advanceTimersByTimeAsync(EVERY_MS);
    expect(woken).toEqual(['EX-2', 'EX-3']);
    expect(run).toEqual([]);
  });

  it('advances by itself what no wake-up has helped for ten seconds', async () => {
    const { woken, run, finishRun } = sweeping(() => Promise.resolve(found(10_500, 600)));
    await jest.advanceTimersByTimeAsync(EVERY_MS);
    expect(run).toEqual(['EX-1']);
    finishRun();
    await jest.advanceTimersByTimeAsync(0);
    expect(woken).toEqual(['EX-2']);
  });

  it('advances by itself what is overdue once a wake-up was lost, and for that one sweep only', async () => {
    const { sweep, woken, run, finishRun } = sweeping(() => Promise.resolve(found(600)));
    sweep.wakeUpLost();
    await jest.advanceTimersByTimeAsync(EVERY_MS);
    expect({ run, woken }).toEqual({ run: ['EX-1'], woken: [] });
    finishRun();
    await jest.advanceTimersByTimeAsync(EVERY_MS);
    expect({ run, woken }).toEqual({ run: ['EX-1'], woken: ['EX-1'] });
  });

  it('comes again after a failure, and reports it', async () => {
    let sweeps = 0;
    const { woken, warnings } = sweeping(() =>
      ++sweeps === 1 ? Promise.reject(new Error('the database is away')) : Promise.resolve(found(600)),
    );
    await jest.advanceTimersByTimeAsync(2 * EVERY_MS);
    expect(warnings).toHaveLength(1);
    expect(woken).toEqual(['EX-1']);
  });

  it('does one sweep after the other, and is at its end before the worker stops', async () => {
    let sweeps = 0;
    const { sweep, finishRun } = sweeping(() => {
      sweeps += 1;
      return Promise.resolve(found(20_000));
    });
    await jest.advanceTimersByTimeAsync(3 * EVERY_MS);
    expect(sweeps).toBe(1);
    let stopped = false;
    const stopping = sweep.beforeApplicationShutdown().then(() => (stopped = true));
    await jest.advanceTimersByTimeAsync(EVERY_MS);
    expect(stopped).toBe(false);
    // Two more had been asked for before it was stopped; no other is.
    for (let n = 0; n < 3; n++) {
      finishRun();
      await jest.advanceTimersByTimeAsync(0);
    }
    await stopping;
    await jest.advanceTimersByTimeAsync(5 * EVERY_MS);
    expect(sweeps).toBe(3);
  });
});
