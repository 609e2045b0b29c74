/** The engine in virtual time, and the commands that testers wait for: no database, no network. */
import { spawn } from 'node:child_process';
import process from 'node:process';
import { runVirtually } from '#domain/engine/virtual-run.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import { scenarioInput } from '../../../apps/cli/src/files/scenario-input.js';
import { residentBytes } from '../measure/processes.js';
import type { BenchSettings } from '../settings.js';

export interface EngineMeasures {
  readonly scenario: string;
  readonly eventsPerRun: number;
  /** Events per second of one core (CPU time), over all runs that were measured. */
  readonly eventsPerSecond: number;
  readonly simulate: Finished & { readonly runs: number };
  /** Of several, the one in the middle. */
  readonly validate: Finished;
}

interface Finished {
  /** From the start of the process to its end. */
  readonly seconds: number;
  readonly peakBytes: number;
}

/** The largest that ships: a day of 300 injects. */
const SCENARIO = 'scenarios/full-day.yaml';
const WARM_UP_RUNS = 100;
const VALIDATIONS = 7;
const WATCH_EVERY_MS = 20;

export async function measureEngine({ seconds, simulations }: BenchSettings): Promise<EngineMeasures> {
  const scenario = scenarioInput(SCENARIO);
  for (let run = 0; run < WARM_UP_RUNS; run++) eventsOf(scenario, `warm-up/${run}`);
  let events = 0;
  let runs = 0;
  const before = process.cpuUsage();
  for (const end = performance.now() + seconds * 1_000; performance.now() < end; runs++) {
    events += eventsOf(scenario, `run/${runs}`);
  }
  const { user, system } = process.cpuUsage(before);
  const simulated = await tandem('simulate', SCENARIO, '--runs', String(simulations), '--json');
  const validations: Finished[] = [];
  for (let time = 0; time < VALIDATIONS; time++) validations.push(await tandem('validate', SCENARIO));
  validations.sort((a, b) => a.seconds - b.seconds);
  return {
    scenario: SCENARIO,
    eventsPerRun: events / runs,
    eventsPerSecond: events / ((user + system) / 1e6),
    simulate: { ...simulated, runs: simulations },
    validate: validations[VALIDATIONS >> 1] ?? simulated,
  };
}

function eventsOf(scenario: Scenario, seed: string): number {
  let events = 0;
  for (const portion of runVirtually({ scenario, seed })) events += portion.length;
  return events;
}

/** @throws Error when it does not end with 0 */
async function tandem(...args: readonly string[]): Promise<Finished> {
  const began = performance.now();
  const child = spawn(process.execPath, ['dist/bin/tandem.js', ...args], { stdio: 'ignore' });
  let peakBytes = 0;
  const watching = setInterval(() => {
    peakBytes = Math.max(peakBytes, residentBytes(child.pid ?? 0, true));
  }, WATCH_EVERY_MS);
  const code = await new Promise<number | null>((done) => child.once('exit', done));
  clearInterval(watching);
  if (code !== 0) throw new Error(`tandem ${args.join(' ')} ended with ${code}`);
  return { seconds: (performance.now() - began) / 1_000, peakBytes };
}
