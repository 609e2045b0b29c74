/** What an alert costs after many of them, and how much the worker holds in memory. */
import type { LoadMeter } from '../measure/load-measure.js';
import type { CheckReport } from '../../invariants/check-exercise.js';
import type { BenchSettings } from '../settings.js';
import { Tandem } from '../tandem-system.js';

export interface CostMeasures {
  /** Exercise time per wall time: at 1 hardly a timer falls due, at 60 incidents are worked on and close. */
  readonly speed: number;
  readonly alerts: number;
  /** CPU milliseconds of API, worker, PostgreSQL and Redis per alert, over the first and the last of them. */
  readonly first: Readonly<Record<string, number>>;
  readonly last: Readonly<Record<string, number>>;
  readonly ratio: number;
  readonly workerPeakBytes: number;
  /** Whether the workers kept up all the time. */
  readonly keptUp: boolean;
  readonly checks: readonly CheckReport[];
}

const PORTION = 10_000;
const RATE = 1_500;

/** On Redis where there is one. */
export async function measureCost(meter: LoadMeter, settings: BenchSettings, speed: number): Promise<CostMeasures> {
  const tandem = (await Tandem.start('redis', settings)) ?? (await Tandem.start('postgres', settings));
  if (!tandem) throw new Error('neither backend could be started');
  try {
    // The first alerts of a process cost more than those of a warm one: that must not flatter the last.
    await load(meter, tandem, await tandem.exercise('A', speed), 2 * PORTION);
    const exercise = await tandem.exercise('A', speed);
    const first = await load(meter, tandem, exercise, PORTION);
    const between = await load(meter, tandem, exercise, settings.costAlerts - PORTION);
    const last = await load(meter, tandem, exercise, PORTION);
    const workerPeakBytes = tandem.workerPeak();
    await tandem.end(exercise);
    return {
      speed,
      alerts: settings.costAlerts,
      first: first.perAlert,
      last: last.perAlert,
      ratio: total(last.perAlert) / total(first.perAlert),
      workerPeakBytes,
      keptUp: first.keepsUp && between.keepsUp && last.keepsUp,
      checks: tandem.checks,
    };
  } finally {
    await tandem.stop();
  }
}

/** Until the last of these alerts is worked on. */
async function load(meter: LoadMeter, tandem: Tandem, exercise: string, alerts: number) {
  const { arrivals: _arrivals, ...system } = tandem.system(exercise);
  const before = tandem.cpu();
  const measure = await meter.measure(system, { kind: 'open', rate: RATE, seconds: alerts / RATE });
  await tandem.quiet(exercise);
  const after = tandem.cpu();
  const perAlert = Object.fromEntries(
    Object.keys(after).map((name) => [name, (1_000 * ((after[name] ?? 0) - (before[name] ?? 0))) / measure.offered]),
  );
  return { perAlert, keepsUp: measure.keepsUp };
}

function total(perAlert: Readonly<Record<string, number>>): number {
  return Object.values(perAlert).reduce((a, b) => a + b, 0);
}
