/**
 * A trainer directs a live run while workers are killed and everything is started again, on both queue backends: nothing
 * fires late, twice or all at once, and the log is that of the undisturbed exercise but for the clock's own events.
 */
import type { Plain } from '#domain/kernel/brand.js';
import { exerciseTime } from '#domain/kernel/exercise-time.js';
import type { EventView } from '#contracts/http/events.js';
import type { EventType } from '#domain/kernel/event.js';
import { runVirtually } from '#domain/engine/virtual-run.js';
import type { Inject } from '#domain/inject/inject.js';
import { alert } from '#domain/testing/deeds.js';
import {
  answers,
  ask,
  chain,
  chn,
  MINUTE,
  pak,
  SECOND,
  SILENT,
  smallExercise,
  step,
} from '#domain/testing/small-exercise.js';
import { Cluster } from '../cluster/cluster.js';
import { checkExercise, reportText } from '../invariants/check-exercise.js';
import { eventually } from '../support/eventually.js';
import { sharedPostgres, type TestDatabases } from '../support/databases.js';
import { startRedis, type TestRedis } from '../support/services.js';

/** A minute of the exercise is a tenth of a second of ours. */
const SPEED = 600;
const WITHIN_MS = 30_000;
const LAST = 40 * MINUTE;

const messageOf = (id: string, site: string) => {
  const { command } = alert({ id, site });
  if (command?.type !== 'SubmitAlert') throw new Error('not an alert');
  return command.data;
};
const note = (id: string, timing: Partial<Plain<Inject>>) =>
  ({ id, kind: 'note', text: { en: id }, ...timing }) as Plain<Inject>;

const SCENARIO = smallExercise({
  units: [pak('police', answers(90 * SECOND)), chn('consulate', answers(3 * MINUTE)), pak('guard', SILENT)],
  chain: chain(
    [
      step('each-side', [ask('police'), ask('consulate', 'consular')], { ackWithinMs: 2 * MINUTE }),
      step('any', [ask('guard')]),
    ],
    { remindEveryMs: MINUTE },
  ),
  scenario: {
    // It does not end by itself while a busy machine is still looking at it.
    durationMs: 24 * 60 * MINUTE,
    injects: [
      { id: 'fire', at: 2 * MINUTE, kind: 'alert', messages: [messageOf('FIRE', 'plant')] },
      note('silent', { when: { kind: 'unacknowledged', incident: 'fire', side: 'CHN', forMs: 2 * MINUTE } }),
      note('rain', { at: 5 * MINUTE, repeat: { times: 20, everyMs: MINUTE } }),
      { id: 'flood', at: 12 * MINUTE, kind: 'alert', messages: [messageOf('FLOOD', 'port')] },
      note('then', { when: { kind: 'fired', inject: 'flood' }, delayMs: 7 * MINUTE }),
      note('last', { at: LAST }),
    ],
  },
});

const CLOCK: ReadonlySet<string> = new Set<EventType>([
  'ExerciseStarted',
  'ExercisePaused',
  'ExerciseResumed',
  'SpeedChanged',
  'RunToSet',
  'ExerciseStepped',
  'ExerciseEnded',
]);

interface Told {
  readonly type: string;
  readonly at: number;
  readonly data: object;
  readonly cause: object;
}

/** What happened and when, without the clock's own events and the numbers that they shift. */
function withoutClock(log: readonly Told[]): unknown[] {
  return log
    .filter(({ type }) => !CLOCK.has(type))
    .map(({ type, at, data, cause }) => JSON.parse(JSON.stringify({ type, at, data, cause })) as unknown);
}

/** While the clock stood nothing elapsed: what comes after a pause bears its time, or the millisecond after it. */
function mustHaveStood(log: readonly EventView[]): void {
  const pauses = log.flatMap((event, index) =>
    event.type === 'ExercisePaused' ? [[event, log[index + 1]] as const] : [],
  );
  expect(pauses.length).toBeGreaterThan(5);
  for (const [pause, next] of pauses) expect((next?.at ?? 0) - pause.at).toBeLessThanOrEqual(1);
}

type Json = Readonly<Record<string, unknown>>;

class Run {
  readonly commands: string[] = [];

  private constructor(
    readonly cluster: Cluster,
    readonly exercise: string,
    private readonly token: string,
  ) {}

  static async open(cluster: Cluster): Promise<Run> {
    const run = new Run(cluster, await cluster.createExercise(SCENARIO), (await cluster.login('controller')).token);
    // What must be said before a time of the script is said while that is far away, however busy the machine is.
    await run.order('/start', { speed: 1 });
    return run;
  }

  async ask(method: string, path: string, body?: object): Promise<{ status: number; body: Json }> {
    const response = await fetch(`${this.cluster.urls[0]}/v1/exercises/${this.exercise}${path}`, {
      method,
      headers: {
        authorization: `Bearer ${this.token}`,
        prefer: 'wait=10',
        ...(body && { 'content-type': 'application/json' }),
      },
      body: body && JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as Json };
  }

  async order(path: string, body: object = {}, method = 'POST'): Promise<void> {
    const answer = await this.ask(method, path, body);
    expect([path, answer.status, answer.body]).toMatchObject([path, 200, { command: expect.any(String) }]);
    this.commands.push(String(answer.body['command']));
  }

  async log(): Promise<EventView[]> {
    return (await this.ask('GET', '/events?limit=1000')).body['events'] as EventView[];
  }

  /** Until the exercise stands, as at a mark. */
  async stands(): Promise<number> {
    return eventually(async () => {
      const { body } = await this.ask('GET', '');
      expect(body['status']).toBe('paused');
      return Number(body['time']);
    }, WITHIN_MS);
  }

  async seen(type: string, at: number): Promise<void> {
    await eventually(async () => {
      const found = (await this.log()).some((event) => event.type === type && event.at >= at);
      expect([type, at, found]).toEqual([type, at, true]);
    }, WITHIN_MS);
  }

  /** ENDEX, and all invariants: the replay of its commands hash for hash among them. */
  async mustBeSound(): Promise<void> {
    await this.order('/end');
    const { databaseUrl } = this.cluster;
    const report = await checkExercise({
      databaseUrl,
      exerciseId: this.exercise,
      acknowledged: this.commands,
      streams: [],
    });
    expect(reportText(report)).toMatch(/all invariants hold$/);
  }
}

describe.each(['redis', 'postgres'] as const)('with the queues in %s', (backend) => {
  let postgres: TestDatabases;
  let redis: TestRedis | undefined;
  let cluster: Cluster;
  let leftOut = false;

  beforeAll(async () => {
    redis = backend === 'redis' ? await startRedis() : undefined;
    leftOut = backend === 'redis' && redis === undefined;
    if (leftOut) return;
    postgres = await sharedPostgres();
    cluster = await Cluster.start({ databaseUrl: postgres.url, redisUrl: redis?.url, apis: 1, workers: 2 });
  }, 60_000);

  afterAll(async () => {
    await cluster?.stop();
    await redis?.stop();
    await postgres?.stop();
  }, 30_000);

  const on = (name: string, test: () => Promise<void>): void =>
    it(name, async () => (leftOut ? undefined : test()), 120_000);

  /** kill -9 for all of them at once, and up again. */
  async function restartEverything(): Promise<void> {
    const all = [...cluster.apis, ...cluster.workers];
    await Promise.all(all.map((app) => app.kill()));
    await Promise.all(all.map((app) => app.start()));
  }

  on('stops, steps, speeds, a killed worker and a restart of everything change nothing but the clock', async () => {
    const run = await Run.open(cluster);
    const [first, second] = cluster.workers;
    await run.order('/run-to', { to: 3 * MINUTE });
    await run.order('/speed', { speed: SPEED });
    expect(await run.stands()).toBe(3 * MINUTE);
    for (let steps = 0; steps < 3; steps++) await run.order('/step');
    await run.order('/speed', { speed: 100 });
    await run.order('/run-to', { to: 9 * MINUTE });
    await first?.kill();
    expect(await run.stands()).toBe(9 * MINUTE);
    await first?.start();
    await run.order('/speed', { speed: SPEED });
    await run.order('/resume');
    await second?.kill();
    await run.seen('NoteTaken', 14 * MINUTE);
    await second?.start();
    await run.order('/pause');
    await restartEverything();
    expect((await run.ask('GET', '')).body['status']).toBe('paused');
    await run.order('/resume');
    await restartEverything();
    await run.seen('NoteTaken', LAST);
    const live = withoutClock(await run.log()).filter((event) => (event as { at: number }).at <= LAST);
    const virtual = withoutClock([...runVirtually({ scenario: SCENARIO, until: exerciseTime(LAST) })].flat());
    expect(live).toEqual(virtual);
    mustHaveStood(await run.log());
    await run.mustBeSound();
  });

  on('what a trainer does with injects and the policy survives the death of a worker', async () => {
    const run = await Run.open(cluster);
    const [first] = cluster.workers;
    await run.order('/injects/fire/fire');
    await run.order('/injects/rain/skip');
    await run.order('/injects/last/delay', { to: 30 * MINUTE });
    await run.order('/injects', { id: 'made', at: 'T+00:20', note: 'made up' });
    const { body } = await run.ask('GET', '/policy');
    expect(body['version']).toBe(1);
    await first?.kill();
    await run.order('/policy', { policy: POLICY }, 'PUT');
    await run.order('/speed', { speed: SPEED });
    await run.seen('NoteTaken', 20 * MINUTE);
    await first?.start();
    await run.seen('NoteTaken', 30 * MINUTE);
    const fired = (await run.log()).filter(({ type }) => type === 'InjectFired');
    const times = (id: string) => fired.filter(({ data }) => data['inject'] === id).map(({ at }) => at);
    expect(times('fire')).toHaveLength(1);
    expect(times('fire')[0]).toBeLessThan(2 * MINUTE);
    expect([times('rain'), times('flood'), times('made'), times('last')]).toEqual([
      [],
      [12 * MINUTE],
      [20 * MINUTE],
      [30 * MINUTE],
    ]);
    const opened = (await run.log()).filter(({ type }) => type === 'IncidentOpened');
    expect(opened.map(({ data }) => data['policyVersion'])).toEqual([1, 2]);
    await run.mustBeSound();
  });
});

/** As an author writes it: the guard alone. */
const POLICY = {
  id: 'small',
  version: 2,
  correlationWindow: '1m',
  route: { id: 'default', chain: 'guard' },
  chains: {
    guard: {
      expireAfter: '10m',
      steps: [{ id: 'guard', requirement: 'any', ackWithin: '5m', targets: [{ unit: 'guard', action: 'respond' }] }],
    },
  },
};
