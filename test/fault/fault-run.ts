/**
 * One run: an exercise under load on two APIs and two workers, faults meanwhile, then quiet, ENDEX and the checker. What it
 * finds is returned, not thrown: a run with a planted fault is expected to be found out.
 */
import { setTimeout as pause } from 'node:timers/promises';
import { poolOf } from '#infra/database/data-source.js';
import { STREAMS, type Stream } from '#domain/kernel/side.js';
import { Cluster } from '../cluster/cluster.js';
import { Follower } from '../cluster/follower.js';
import { jointScenario } from '../cluster/joint-scenario.js';
import { checkExercise, reportText, type CheckReport } from '../invariants/check-exercise.js';
import { StreamRecorder } from '../invariants/stream-recorder.js';
import { startPostgres, startRedis, type TestPostgres, type TestRedis } from '../support/services.js';
import { AlertSender } from './alert-sender.js';
import { FaultInjector, type Fault } from './faults.js';
import { People } from './people.js';
import { AT_WORK } from './planted/at-work.js';
import { PersistentClient } from './persistent-client.js';
import { SeededRandom } from './seeded-random.js';

export interface FaultRunSettings {
  readonly seed: string;
  /** Of load and faults. */
  readonly seconds: number;
  readonly backend: 'redis' | 'postgres';
  readonly apis: number;
  readonly faults: readonly Fault[];
  /** A module that each worker loads first: it plants a fault, and workers are stopped where it does harm. */
  readonly planted?: URL;
  /** How long it may take until nothing waits any more, s. */
  readonly quietWithin: number;
}

export interface FaultRunResult {
  readonly report: CheckReport;
  /** What clients should never see, processes that ended by themselves, and quiet that never came. */
  readonly complaints: readonly string[];
  /** For people. */
  readonly text: string;
}

const SITES = 8;
const SENDERS = 4;
/** Short, so that many incidents open, and most of them run to their end. */
const CORRELATION_MS = 30_000;
/** Exercise time per wall time: units answer within a second, incidents close within ten. */
const SPEED = 60;
const CATCH_UP_WITHIN_MS = 20_000;

export async function faultRun(settings: FaultRunSettings): Promise<FaultRunResult> {
  const postgres = await startPostgres();
  const redis = settings.backend === 'redis' ? await startRedis() : undefined;
  try {
    const cluster = await Cluster.start({
      databaseUrl: postgres.url,
      redisUrl: redis?.url,
      apis: settings.apis,
      workers: 2,
      workerEnvironment: settings.planted && { NODE_OPTIONS: `--import=${settings.planted.href}` },
    });
    try {
      return await new FaultRun(cluster, postgres, redis, settings).run();
    } finally {
      await cluster.stop();
    }
  } finally {
    await redis?.stop();
    await postgres.stop();
  }
}

class FaultRun {
  readonly #complaints: string[] = [];
  readonly #random: SeededRandom;
  /** What took how long, s. */
  readonly #took: string[] = [];
  #since = performance.now();

  constructor(
    private readonly cluster: Cluster,
    private readonly postgres: TestPostgres,
    private readonly redis: TestRedis | undefined,
    private readonly settings: FaultRunSettings,
  ) {
    this.#random = new SeededRandom(settings.seed);
  }

  async run(): Promise<FaultRunResult> {
    const { cluster, settings } = this;
    const scenario = jointScenario({
      sites: SITES,
      capacity: 6,
      unreliable: true,
      policy: { correlationWindowMs: CORRELATION_MS },
    });
    const exercise = await cluster.createExercise(scenario);
    const { token } = await cluster.login('controller');
    const client = new PersistentClient(cluster.urls, token, this.#random);
    const people = new People(exercise, scenario, client, this.#random);
    await people.insist('/start', { speed: SPEED });
    await this.#quiet(exercise);
    const followers = await this.#follow(exercise, people);
    const senders = Array.from(
      { length: SENDERS },
      (_, index) =>
        new AlertSender(`s${index}`, client, new SeededRandom(`${settings.seed} ${index}`), {
          exercise,
          sites: SITES,
          pauseMs: [10, 60],
        }),
    );
    const working = [people.run(), ...senders.map((sender) => sender.run())];
    const faults = new FaultInjector(
      cluster,
      this.postgres,
      this.redis,
      new SeededRandom(`${settings.seed} faults`),
      settings.planted && AT_WORK,
    );
    const restless = this.#breakLines(followers);
    await Promise.all([faults.run(settings.faults, settings.seconds), pause(settings.seconds * 1_000)]);

    this.#lap('load and faults');
    for (const sender of senders) sender.stop();
    people.stop();
    await Promise.all(working);
    restless.stop();
    const quiet = await this.#quiet(exercise);
    if (quiet) {
      await people.insist('/end');
      await this.#quiet(exercise);
    }
    this.#lap('quiet and end');
    client.stop();
    // A worker that does wrong by plan may do so for ever, and the check had to wait for it.
    if (settings.planted) await Promise.all(cluster.workers.map((worker) => worker.kill()));
    const recordings = await this.#caughtUp(exercise, followers);
    const { acknowledged } = client;
    const report = await checkExercise({
      databaseUrl: cluster.databaseUrl,
      exerciseId: exercise,
      acknowledged,
      streams: recordings,
      // Planted faults are found without the model, and a comparison with it would block the other run in this process.
      ...(settings.planted && { modelUpTo: 0 }),
    });
    this.#lap('catching up and check');
    this.#complaints.push(...client.complaints, ...followers.flatMap(({ complaints }) => complaints));
    return { report, complaints: this.#complaints, text: this.#text(report, client, faults, followers) };
  }

  #lap(what: string): void {
    this.#took.push(`${what} ${((performance.now() - this.#since) / 1_000).toFixed(1)} s`);
    this.#since = performance.now();
  }

  /** One client of each stream, and one more of the whole log that comes and goes. */
  async #follow(exercise: string, people: People): Promise<Follower[]> {
    const tokens: Record<Stream, string> = {
      all: (await this.cluster.login('controller')).token,
      joint: (await this.cluster.login('observer')).token,
      pak: (await this.cluster.login('operator', 'PAK')).token,
      chn: (await this.cluster.login('operator', 'CHN')).token,
    };
    const follower = (name: string, stream: Stream, firstUrl: number, seen?: (typeof people)['see']): Follower =>
      new Follower(
        { urls: this.cluster.urls, token: tokens[stream], exercise },
        new StreamRecorder(name, stream),
        seen,
        firstUrl,
      ).start();
    return [
      ...STREAMS.map((stream, index) =>
        follower(stream, stream, index, stream === 'all' ? (event) => people.see(event) : undefined),
      ),
      follower('all, restless', 'all', 1),
    ];
  }

  /** Cuts a client off now and then. */
  #breakLines(followers: readonly Follower[]): { stop(): void } {
    const random = new SeededRandom(`${this.settings.seed} lines`);
    const timer = setInterval(() => (random.chance(0.4) ? followers.at(-1) : random.pick(followers))?.drop(), 1_500);
    return { stop: () => clearInterval(timer) };
  }

  /** No command waits and no timer is overdue, twice in a row. */
  async #quiet(exercise: string): Promise<boolean> {
    const deadline = performance.now() + this.settings.quietWithin * 1_000;
    let calm = 0;
    let last = 'the database is away';
    while (performance.now() < deadline) {
      const found = await this.#unrest(exercise).catch(() => last);
      calm = found === '' ? calm + 1 : 0;
      if (calm === 2) return true;
      last = found;
      await pause(250);
    }
    this.#complaints.push(`not quiet after ${this.settings.quietWithin} s: ${last}`);
    return false;
  }

  async #unrest(exercise: string): Promise<string> {
    const { rows } = await poolOf(this.cluster.dataSource).query<{ pending: number; overdue: number }>(
      `SELECT (SELECT count(*) FROM inbox_pending WHERE exercise_id = x.id) AS pending,
         coalesce(extract(epoch FROM clock_timestamp() - next_due_wall), 0)::float8 AS overdue
       FROM exercise x WHERE id = $1`,
      [exercise],
    );
    const { pending = 0, overdue = 0 } = rows[0] ?? {};
    if (pending > 0) return `${pending} commands wait`;
    return overdue > 1 ? `a timer is ${overdue.toFixed(1)} s overdue` : '';
  }

  /** Until each client has the last event of its stream, or its time is over; the checker tells which has not. */
  async #caughtUp(exercise: string, followers: readonly Follower[]): Promise<StreamRecorder[]> {
    const deadline = performance.now() + (this.settings.planted ? 2_000 : CATCH_UP_WITHIN_MS);
    const recorders = followers.map(({ recorder }) => recorder);
    for (let behind = true; behind && performance.now() < deadline;) {
      await pause(100);
      const { rows } = await poolOf(this.cluster.dataSource).query<Record<Stream, number>>(
        'SELECT seq_all AS all, seq_joint AS joint, seq_pak AS pak, seq_chn AS chn FROM exercise WHERE id = $1',
        [exercise],
      );
      behind = recorders.some(({ stream, last }) => last < (rows[0]?.[stream] ?? 0));
    }
    await Promise.all(followers.map((follower) => follower.stop()));
    return recorders;
  }

  #text(
    report: CheckReport,
    { requests, retries }: PersistentClient,
    faults: FaultInjector,
    followers: readonly Follower[],
  ): string {
    const { seed, backend } = this.settings;
    const clients = followers.map(({ recorder: r }) => `${r.name} ${r.connections}/${r.duplicates}`);
    const misled = followers.filter(({ recorder }) => recorder.faults.length > 0);
    const journals = misled.map(({ recorder, journal }) => `── ${recorder.name} ──\n${journal.join('\n')}`);
    return [
      `seed ${seed}, queues in ${backend}: ${requests} requests, ${retries} of them sent again`,
      `faults: ${faults.done.join('; ')}`,
      `took: ${this.#took.join(', ')}`,
      `clients (connections/duplicates): ${clients.join(', ')}`,
      reportText(report, this.settings.planted ? 2 : undefined),
      ...this.#complaints.map((complaint) => `complaint: ${complaint}`),
      ...journals,
      ...(this.#complaints.length > 0 && !this.settings.planted ? [this.cluster.lastWords] : []),
    ].join('\n');
  }
}
