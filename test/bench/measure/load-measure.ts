/** One load on one system, with all that is measured of it. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import type { Form, GeneratorRequests } from '../load/generator-process.js';
import type { Pace } from '../load/load-run.js';
import type { RequestTarget } from '../load/request-template.js';
import { startChild, type Child } from '../process/child.js';
import { DepthSampler, type Depth } from './depth.js';
import { latencyBetween, type Latency } from './latency.js';
import { Moments } from './moments.js';
import { cpuOf, cpuShares, type CpuMeter } from './processes.js';

/** A system under load. */
export interface System {
  readonly target: RequestTarget;
  readonly form: Form;
  /** Requests at the same time, at most. */
  readonly connections: number;
  readonly cpu: CpuMeter;
  /** What waits to be worked on; absent where nothing does. */
  readonly depth?: () => Promise<number>;
  /** Told before a load begins; its alerts bear numbers from `firstNumber` on. */
  readonly begin?: (firstNumber: number) => Promise<void>;
  /** When each alert arrived, by the name of the place; asked when the load is over. */
  readonly arrivals?: (
    files: (place: string) => string,
    numbers: { readonly first: number; readonly count: number },
  ) => Promise<readonly string[]>;
}

export interface LoadMeasure {
  /** Alerts per second, offered; 0 for a closed load. */
  readonly rate: number;
  readonly seconds: number;
  readonly offered: number;
  readonly accepted: number;
  readonly acceptedPerSecond: number;
  readonly statuses: Readonly<Record<number, number>>;
  /** From the moment at which it should have been sent to its answer. */
  readonly accept: Latency;
  /** From the same moment to each place. */
  readonly arrivals: Readonly<Record<string, Latency>>;
  /** Cores kept busy, by process. */
  readonly cpu: Readonly<Record<string, number>>;
  readonly depth?: Depth;
  /** Answered in time and nothing piled up: only then does the rate count. */
  readonly keepsUp: boolean;
}

/** What may wait at the end, for an answer or for a worker, in seconds' worth of alerts. */
const BACKLOG_SECONDS = 0.25;

export class LoadMeter {
  #next = 1;

  private constructor(
    private readonly generator: Child<GeneratorRequests>,
    private readonly directory: string,
  ) {}

  static async start(): Promise<LoadMeter> {
    return new LoadMeter(await startChild('generator'), await mkdtemp(join(tmpdir(), 'tandem-bench-')));
  }

  async stop(): Promise<void> {
    await this.generator.stop();
    await rm(this.directory, { recursive: true, force: true });
  }

  async measure(system: System, pace: Pace): Promise<LoadMeasure> {
    const first = this.#next;
    await system.begin?.(first);
    const intendedFile = join(this.directory, 'intended');
    const answeredFile = join(this.directory, 'answered');
    const { target, form, connections } = system;
    const sampler = system.depth && new DepthSampler(system.depth);
    const cpu = (): Record<string, number> => ({ ...system.cpu(), generator: cpuOf([this.generator.pid]) });
    const before = cpu();
    const began = performance.now();
    const plan = { target, form, connections, pace, firstNumber: first, intendedFile, answeredFile };
    const result = await this.generator.ask('run', plan);
    const shares = cpuShares(before, cpu(), (performance.now() - began) / 1000);
    const depth = await sampler?.stop();
    const count = result.offered;
    this.#next = first + count + 1;

    const fileOf = (place: string): string => join(this.directory, `arrived-${place}`);
    const places = (await system.arrivals?.(fileOf, { first, count })) ?? [];
    const intended = await Moments.read(intendedFile, first);
    const answered = await Moments.read(answeredFile, first);
    const arrivals: Record<string, Latency> = {};
    for (const place of places) {
      const arrived = await Moments.read(fileOf(place), first);
      arrivals[place] = latencyBetween(intended, arrived, first, first + count);
    }
    const rate = pace.kind === 'open' ? pace.rate : 0;
    const unanswered = count - result.acceptedPerSecond * pace.seconds;
    const inTime = pace.kind === 'closed' || unanswered <= allowedBacklog(rate);
    const measure: LoadMeasure = {
      rate,
      seconds: result.seconds,
      offered: count,
      accepted: result.accepted,
      acceptedPerSecond: result.acceptedPerSecond,
      statuses: result.statuses,
      accept: latencyBetween(intended, answered, first, first + count),
      arrivals,
      cpu: shares,
      depth,
      keepsUp: inTime && result.accepted === count && !pilesUp(depth, result.acceptedPerSecond),
    };
    progress(system, measure);
    return measure;
  }
}

/** To the other output, so that the report stays what it is. */
function progress({ form }: System, { rate, acceptedPerSecond, accept, arrivals, depth, keepsUp }: LoadMeasure): void {
  const latencies = Object.entries({ accept, ...arrivals }).map(([name, { p99 }]) => `${name} ${p99.toFixed(0)}`);
  const waiting = depth ? `, waiting at the end ${depth.end}` : '';
  process.stderr.write(
    `· ${new Date().toISOString().slice(11, 19)} ${form.kind} ${rate}/s: ${acceptedPerSecond.toFixed(0)}/s accepted, ` +
      `p99 ms ${latencies.join(', ')}${waiting}${keepsUp ? '' : ': does not keep up'}\n`,
  );
}

function pilesUp(depth: Depth | undefined, perSecond: number): boolean {
  if (!depth) return false;
  const allowed = allowedBacklog(perSecond);
  return depth.end > allowed || depth.growth > allowed;
}

function allowedBacklog(perSecond: number): number {
  return Math.max(50, perSecond * BACKLOG_SECONDS);
}
