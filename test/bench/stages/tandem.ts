/** Tandem under load, on one queue backend. */
import type { LoadMeasure, LoadMeter } from '../measure/load-measure.js';
import { cpuShares } from '../measure/processes.js';
import { findSaturation } from '../measure/saturation.js';
import type { CheckReport } from '../../invariants/check-exercise.js';
import type { BenchSettings } from '../settings.js';
import { Tandem, type Backend } from '../tandem-system.js';
import { FAN_OUT_LAG_MS, type Broadcasted } from './ceilings.js';

export interface TandemMeasures {
  /** Mix A, one POST for each alert, one socket client that sees all. */
  readonly atRates: readonly LoadMeasure[];
  readonly saturation?: LoadMeasure;
  /** Lines of NDJSON, 500 in a request. */
  readonly ndjson?: LoadMeasure;
  /** Each alert its own incident, whose whole life passes within seconds: see `LIVELY`. */
  readonly mixB: { readonly at500: LoadMeasure; readonly saturation?: LoadMeasure };
  /** Many clients, mix A. */
  readonly fanOut?: Broadcasted;
  /** Of the exercises that it ran, but for the one with many clients. */
  readonly checks: readonly CheckReport[];
}

const LINES = 500;

/**
 * Speed of mix B. At the speed of the wall clock an incident's answers and movements would come only after the measuring,
 * and burden the next; so fast, the load of a few seconds holds all that an alert leads to.
 */
const LIVELY = 60;

/** @returns undefined where there is no Redis */
export async function measureTandem(
  meter: LoadMeter,
  backend: Backend,
  settings: BenchSettings,
): Promise<TandemMeasures | undefined> {
  const tandem = await Tandem.start(backend, settings);
  if (!tandem) return undefined;
  try {
    return await measure(meter, tandem, settings);
  } finally {
    await tandem.stop();
  }
}

async function measure(meter: LoadMeter, tandem: Tandem, settings: BenchSettings): Promise<TandemMeasures> {
  const { seconds, stepSeconds } = settings;
  const storm = await tandem.exercise('A');
  const system = tandem.system(storm);
  await tandem.watch(storm, 1);
  await warmUp(meter, tandem);
  const atRates: LoadMeasure[] = [];
  for (const rate of settings.rates) atRates.push(await meter.measure(system, { kind: 'open', rate, seconds }));
  const saturation = await findSaturation({ from: 2_000, factor: 1.4, halvings: 3 }, (rate) =>
    meter.measure(system, { kind: 'open', rate, seconds: stepSeconds }),
  );
  const lines = tandem.system(storm, LINES);
  const ndjson = await findSaturation({ from: 4_000, factor: 1.5, halvings: 2 }, (rate) =>
    meter.measure(lines, { kind: 'open', rate, seconds: stepSeconds }),
  );
  await tandem.end(storm);
  const eachItsOwn = async (rate: number, duration: number): Promise<LoadMeasure> => {
    const exercise = await tandem.exercise('B', LIVELY);
    await tandem.watch(exercise, 1);
    const measured = await meter.measure(tandem.system(exercise), { kind: 'open', rate, seconds: duration });
    await tandem.end(exercise);
    return measured;
  };
  const at500 = await eachItsOwn(500, seconds);
  const saturationB = await findSaturation({ from: 500, factor: 1.4, halvings: 2 }, (rate) =>
    eachItsOwn(rate, 1.5 * stepSeconds),
  );
  const fanOut = await measureFanOut(meter, tandem, settings);
  return { atRates, saturation, ndjson, mixB: { at500, saturation: saturationB }, fanOut, checks: tandem.checks };
}

/** Code that has run a thousand times runs otherwise: what is measured is the steady state. */
async function warmUp(meter: LoadMeter, tandem: Tandem): Promise<void> {
  const system = tandem.system(await tandem.exercise('A'));
  const { depth: _depth, arrivals: _arrivals, ...bare } = system;
  await meter.measure(bare, { kind: 'open', rate: 1_000, seconds: 5 });
}

/** The highest rate of alerts at which all clients keep up, and what that is in messages and events. */
async function measureFanOut(
  meter: LoadMeter,
  tandem: Tandem,
  settings: BenchSettings,
): Promise<Broadcasted | undefined> {
  const { fanOutClients: clients, stepSeconds: seconds } = settings;
  const exercise = await tandem.exercise('A');
  const system = tandem.system(exercise);
  const { arrivals: _arrivals, ...unobserved } = system;
  const observer = await tandem.watch(exercise, clients);
  await meter.measure(unobserved, { kind: 'open', rate: 50, seconds: 2 });
  const tryRate = async (rate: number): Promise<Broadcasted> => {
    await tandem.quiet(exercise);
    await observer.ask('read', null);
    const before = tandem.cpu();
    const began = performance.now();
    const load = await meter.measure(unobserved, { kind: 'open', rate, seconds });
    const took = (performance.now() - began) / 1_000;
    const watched = await observer.ask('read', null);
    const { messages, events, lag, fewest, most, disconnects } = watched;
    return {
      ...watched,
      rate,
      clients,
      eventsPerMessage: events / Math.max(1, messages),
      eventBytes: watched.bytes / Math.max(1, events),
      messagesPerSecond: messages / took,
      eventsPerSecond: events / took,
      cpu: cpuShares(before, tandem.cpu(), took),
      keepsUp: load.keepsUp && disconnects === 0 && lag.p99 < FAN_OUT_LAG_MS && fewest >= most * 0.95,
    };
  };
  let best: Broadcasted | undefined;
  for (let rate = 100; ; rate = Math.round(rate * 1.5)) {
    let tried = await tryRate(rate);
    if (!tried.keepsUp) tried = await tryRate(rate);
    if (!tried.keepsUp) return best;
    best = tried;
  }
}
