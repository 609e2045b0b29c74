/** Tandem as it is: processes from `dist/`, a durable PostgreSQL, and Redis where the queues live there. */
import { connect as connectSocket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { poolOf } from '#infra/database/data-source.js';
import { Cluster } from '../cluster/cluster.js';
import { jointScenario } from '../cluster/joint-scenario.js';
import { checkExercise, type CheckReport } from '../invariants/check-exercise.js';
import { startPostgres, startRedis, type TestPostgres, type TestRedis } from '../support/services.js';
import type { Form } from './load/generator-process.js';
import type { System } from './measure/load-measure.js';
import { Moments } from './measure/moments.js';
import { cpuOf, cpuOfFamily, parentOf, residentBytes } from './measure/processes.js';
import { startChild, type Child } from './process/child.js';
import type { ObserverRequests } from './sockets/observer-process.js';
import { SITE_COUNT } from './workload/alert-texts.js';

export type Backend = 'redis' | 'postgres';

/** Mix A: alerts of a site and category within ten minutes are one incident. Mix B: each alert is one. */
export type Mix = 'A' | 'B';

const SENDER = 'bench@exercise.example';
const CATCH_UP_MS = 30_000;
/** Events. */
const ABOUT = 50;

/** So that the moment of each commit can be asked for afterwards; one more field for each transaction. */
const POSTGRES_SETTINGS = { track_commit_timestamp: 'on' };

export class Tandem {
  #observer: Child<ObserverRequests> | undefined;
  #watched: 'all' | 'joint' = 'all';
  /** What the checker found in each exercise that ended. */
  readonly checks: CheckReport[] = [];

  private constructor(
    readonly cluster: Cluster,
    private readonly postgres: TestPostgres,
    private readonly redis: TestRedis | undefined,
    private readonly pids: { readonly postgres: number; readonly redis: number | undefined },
    private readonly token: string,
  ) {}

  /** @returns undefined where there is no Redis to start */
  static async start(
    backend: Backend,
    processes: { readonly apis: number; readonly workers: number },
  ): Promise<Tandem | undefined> {
    const redis = backend === 'redis' ? await startRedis() : undefined;
    if (backend === 'redis' && !redis) return undefined;
    const postgres = await startPostgres(POSTGRES_SETTINGS);
    const cluster = await Cluster.start({
      databaseUrl: postgres.url,
      redisUrl: redis?.url,
      // All observers of a measurement come with one token.
      environment: { CONNECTIONS_PER_ACCOUNT: '100000', UNKNOWN_CONNECTIONS_LIMIT: '0' },
      ...processes,
    });
    const { rows } = await poolOf(cluster.dataSource).query<{ pid: number }>('SELECT pg_backend_pid() AS pid');
    const pids = { postgres: parentOf(rows[0]?.pid ?? 0), redis: redis && (await redisPid(redis.url)) };
    const { token } = await cluster.login('controller');
    return new Tandem(cluster, postgres, redis, pids, token);
  }

  async stop(): Promise<void> {
    await this.#observer?.stop();
    await this.cluster.stop();
    await this.redis?.stop();
    await this.postgres.stop();
  }

  /** A running exercise of its own. */
  async exercise(mix: Mix, speed = 1): Promise<string> {
    const policy = mix === 'A' ? {} : { correlationWindowMs: 0 };
    const id = await this.cluster.createExercise(jointScenario({ sites: SITE_COUNT, capacity: 1_000, policy }));
    await this.#command(id, 'start', { speed });
    return id;
  }

  /** Ends it, so that what would still fall due in it does not burden what is measured next, and checks what it left. */
  async end(exercise: string): Promise<void> {
    await this.#command(exercise, 'end', {});
    await this.quiet(exercise);
    this.checks.push(await checkExercise({ databaseUrl: this.postgres.url, exerciseId: exercise }));
  }

  async #command(exercise: string, name: string, body: object): Promise<void> {
    const response = await fetch(`${this.cluster.urls[0]}/v1/exercises/${exercise}/${name}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${this.token}`, 'content-type': 'application/json', prefer: 'wait=10' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${name} was refused: ${await response.text()}`);
  }

  /** CPU seconds by process. */
  readonly cpu = (): Record<string, number> => ({
    api: cpuOf(this.cluster.apis.map(({ pid }) => pid)),
    worker: cpuOf(this.cluster.workers.map(({ pid }) => pid)),
    postgres: cpuOfFamily(this.pids.postgres),
    ...(this.pids.redis !== undefined && { redis: cpuOf([this.pids.redis]) }),
    ...(this.#observer && { observer: cpuOf([this.#observer.pid]) }),
  });

  /** Bytes of the largest worker, the highest so far. */
  workerPeak(): number {
    return Math.max(...this.cluster.workers.map(({ pid }) => residentBytes(pid, true)));
  }

  /** Clients that watch an exercise from now on; the first notes when alerts arrive. One sees all, many are observers. */
  async watch(exercise: string, clients: number): Promise<Child<ObserverRequests>> {
    await this.#observer?.stop();
    this.#observer = await startChild<ObserverRequests>('observer');
    const { urls } = this.cluster;
    this.#watched = clients === 1 ? 'all' : 'joint';
    const token = clients === 1 ? this.token : (await this.cluster.login('observer')).token;
    const after = await this.lastSeq(exercise, this.#watched);
    await this.#observer.ask('watch', { url: urls[0] ?? '', urls, clients, token, exercise, after });
    return this.#observer;
  }

  /** @param path what is under load: one alert in a request, or many as lines */
  system(exercise: string, lines = 1): System {
    const [url = ''] = this.cluster.urls;
    const form: Form =
      lines === 1 ? { kind: 'tandem', sender: SENDER } : { kind: 'tandem-ndjson', sender: SENDER, lines };
    let from = 0;
    return {
      target: {
        host: '127.0.0.1',
        port: Number(new URL(url).port),
        path: `/v1/exercises/${exercise}/alerts`,
        headers: {
          authorization: `Bearer ${this.token}`,
          'content-type': lines === 1 ? 'application/json' : 'application/x-ndjson',
        },
      },
      form,
      connections: lines === 1 ? 128 : 16,
      cpu: this.cpu,
      depth: () => this.depth(exercise),
      begin: async (firstNumber) => {
        from = await this.lastSeq(exercise);
        await this.#observer?.ask('begin', { firstNumber });
      },
      arrivals: async (file, { first, count }) => {
        await this.quiet(exercise);
        await this.#writeCommits(exercise, from, file('event'), { first, count });
        if (!this.#observer) return ['event'];
        await this.#observer.ask('arrivals', { file: file('socket'), count });
        return ['event', 'socket'];
      },
    };
  }

  /** Alerts and commands that wait for the worker. */
  async depth(exercise: string): Promise<number> {
    const { rows } = await poolOf(this.cluster.dataSource).query<{ count: number }>(
      'SELECT count(*) AS count FROM inbox_pending WHERE exercise_id = $1',
      [exercise],
    );
    return rows[0]?.count ?? 0;
  }

  /** The number of the last event, in the stream of those who run the exercise or of those of no side. */
  async lastSeq(exercise: string, stream: 'all' | 'joint' = 'all'): Promise<number> {
    const { rows } = await poolOf(this.cluster.dataSource).query<{ seq: number }>(
      `SELECT seq_${stream} AS seq FROM exercise WHERE id = $1`,
      [exercise],
    );
    return rows[0]?.seq ?? 0;
  }

  /** Until nothing waits, and each client has what there is (but for what timers add at this moment). */
  async quiet(exercise: string): Promise<void> {
    for (const deadline = Date.now() + CATCH_UP_MS; Date.now() < deadline; await pause(50)) {
      if ((await this.depth(exercise)) > 0) continue;
      const last = await this.#observer?.ask('last', null);
      if (last === undefined || last >= (await this.lastSeq(exercise, this.#watched)) - ABOUT) break;
    }
    await pause(100);
  }

  /**
   * When the acceptance of each alert was committed: PostgreSQL's commit timestamp, which it takes right before it waits
   * for the disk.
   */
  async #writeCommits(
    exercise: string,
    from: number,
    file: string,
    { first, count }: { readonly first: number; readonly count: number },
  ): Promise<void> {
    const moments = new Moments(first, count);
    const { rows } = await poolOf(this.cluster.dataSource).query<{ number: string; at: number }>(
      `SELECT right(data->'alert'->>'identifier', 9) AS number,
         (extract(epoch FROM pg_xact_commit_timestamp(xmin)) * 1000)::float8 AS at
       FROM event WHERE exercise_id = $1 AND seq > $2 AND type = 'AlertAccepted'`,
      [exercise, from],
    );
    for (const { number, at } of rows) moments.setOnce(Number(number), at);
    await moments.write(file, count);
  }
}

/** A Redis tells its process number itself. */
async function redisPid(url: string): Promise<number | undefined> {
  const { hostname, port } = new URL(url);
  const socket = connectSocket(Number(port), hostname);
  const answer = await new Promise<string>((done, fail) => {
    socket.once('error', fail);
    socket.once('data', (data) => done(data.toString()));
    socket.write('INFO server\r\n');
  });
  socket.destroy();
  const pid = /process_id:(\d+)/.exec(answer)?.[1];
  return pid === undefined ? undefined : Number(pid);
}
