/**
 * The whole way of an alert on both queue backends: two APIs and two workers as processes, from the request to the joint
 * acknowledgement, live over a socket.
 */
import {
  answers,
  ask,
  chain,
  chn,
  MINUTE,
  moves,
  pak,
  SECOND,
  SILENT,
  smallExercise,
  step,
} from '#domain/testing/small-exercise.js';
import type { EventView } from '#contracts/http/events.js';
import { Cluster } from '../cluster/cluster.js';
import { Follower } from '../cluster/follower.js';
import { checkExercise, reportText } from '../invariants/check-exercise.js';
import { StreamRecorder } from '../invariants/stream-recorder.js';
import { eventually } from '../support/eventually.js';
import { sharedPostgres, type TestDatabases } from '../support/databases.js';
import { startRedis, type TestRedis } from '../support/services.js';

/** A minute of the exercise is a second of ours. */
const SPEED = 60;
const WITHIN_MS = 20_000;

const SCENARIO = smallExercise({
  units: [
    pak('police', moves(answers(20 * SECOND), 30 * SECOND, MINUTE, MINUTE), { capacity: 50 }),
    chn('consulate', answers(40 * SECOND), { capacity: 50 }),
    pak('guard', SILENT, { mode: 'played', capacity: 50 }),
    chn('embassy', SILENT, { mode: 'played', capacity: 50 }),
  ],
  chain: chain([step('each-side', [ask('police'), ask('consulate', 'consular')], { ackWithinMs: 3 * MINUTE })]),
  policy: {
    route: {
      id: 'default',
      chain: 'standard',
      routes: [{ id: 'by-people', match: { field: 'site.id', equals: 'port' }, chain: 'people' }],
    },
    chains: {
      people: chain([step('each-side', [ask('guard'), ask('embassy', 'consular')], { ackWithinMs: 30 * MINUTE })], {
        expireAfterMs: 60 * MINUTE,
      }),
    },
  },
});

type Json = Readonly<Record<string, unknown>>;

/** What a suite needs of a running cluster: requests to one API or the other, and what a viewer has seen. */
class Desk {
  readonly events: EventView[] = [];
  readonly acknowledged: string[] = [];
  #alerts = 0;

  private constructor(
    readonly cluster: Cluster,
    readonly exercise: string,
    private readonly token: string,
    readonly followers: readonly Follower[],
  ) {}

  static async open(cluster: Cluster): Promise<Desk> {
    const exercise = await cluster.createExercise(SCENARIO);
    const { token } = await cluster.login('controller');
    const pakistan = await cluster.login('operator', 'PAK');
    const followers: Follower[] = [];
    const desk = new Desk(cluster, exercise, token, followers);
    const { urls } = cluster;
    // Requests go to the first API, the live view comes from the second.
    const seen = (event: EventView) => void desk.events.push(event);
    followers.push(
      new Follower({ urls: urls.slice(1), token, exercise }, new StreamRecorder('controller', 'all'), seen).start(),
      new Follower({ urls, token: pakistan.token, exercise }, new StreamRecorder('operator', 'pak')).start(),
    );
    await desk.command('/start', { speed: SPEED });
    return desk;
  }

  async request(method: string, path: string, body?: object, api = 0): Promise<{ status: number; body: Json }> {
    const response = await fetch(`${this.cluster.urls[api]}/v1/exercises/${this.exercise}${path}`, {
      method,
      headers: { authorization: `Bearer ${this.token}`, ...(body && { 'content-type': 'application/json' }) },
      body: body && JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as Json };
  }

  /** An alert of its own incident: nothing correlates with another site's or category's. @returns its id */
  async alert(site: string, category: string): Promise<string> {
    const info = {
      category: [category],
      event: 'Exercise event',
      urgency: 'Immediate',
      severity: 'Severe',
      certainty: 'Observed',
    };
    const { status, body } = await this.request('POST', '/alerts', {
      identifier: `a${++this.#alerts}`,
      sender: 'gate@exercise.example',
      sent: '2026-11-23T09:00:00+05:00',
      status: 'Exercise',
      msgType: 'Alert',
      scope: 'Public',
      info: [info],
      exercise: { site },
    });
    expect(status).toBe(202);
    const [id] = body['accepted'] as string[];
    this.acknowledged.push(id ?? '');
    return id ?? '';
  }

  async command(path: string, body: object = {}): Promise<Json> {
    const answer = await this.request('POST', path, body);
    expect([path, answer.status, answer.body]).toEqual([
      path,
      200,
      expect.objectContaining({ command: expect.any(String) }),
    ]);
    this.acknowledged.push(String(answer.body['command']));
    return answer.body;
  }

  /** Waits for an event. */
  seen(type: string, data: Json = {}): Promise<EventView> {
    return eventually(() => {
      const found = this.all(type, data)[0];
      if (!found) throw new Error(`no ${type} ${JSON.stringify(data)} among ${this.events.length} events`);
      return found;
    }, WITHIN_MS);
  }

  all(type: string, data: Json = {}): EventView[] {
    return this.events.filter(
      (event) => event.type === type && Object.entries(data).every(([name, value]) => event.data[name] === value),
    );
  }

  /** The incident that an alert opened. */
  async incidentOf(alertId: string): Promise<string> {
    return String((await this.seen('AlertAccepted', { alertId })).data['incident']);
  }

  /** Of an incident, in their order, without what is only planned; up to its halt, since more may be in already. */
  storyToHalt(incident: string): string[] {
    const halt = this.events.findIndex(({ type, data }) => type === 'ChainHalted' && data['incident'] === incident);
    return this.events
      .slice(0, halt + 1)
      .filter(({ data, audience }) => data['incident'] === incident && audience !== 'CONTROL')
      .map(({ type, data }) => [type, data['unit'] ?? data['state']].filter(Boolean).join(' '));
  }
}

const backends = ['redis', 'postgres'] as const;

describe.each(backends)('with the queues in %s', (backend) => {
  let postgres: TestDatabases;
  let redis: TestRedis | undefined;
  let cluster: Cluster;
  let desk: Desk;
  /** Said loudly by `startRedis`, which fails where CI is set. */
  let leftOut = false;

  beforeAll(async () => {
    redis = backend === 'redis' ? await startRedis() : undefined;
    leftOut = backend === 'redis' && redis === undefined;
    if (leftOut) return;
    postgres = await sharedPostgres();
    cluster = await Cluster.start({ databaseUrl: postgres.url, redisUrl: redis?.url, apis: 2, workers: 2 });
    desk = await Desk.open(cluster);
  }, 60_000);

  afterAll(async () => {
    await Promise.all(desk?.followers.map((follower) => follower.stop()) ?? []);
    await cluster?.stop();
    await redis?.stop();
    await postgres?.stop();
  }, 30_000);

  /** A test that is left out with its backend. */
  const on = (name: string, test: () => Promise<void>): void =>
    it(name, async () => (leftOut ? undefined : test()), 60_000);

  on('an alert goes the whole way to its joint acknowledgement', async () => {
    const incident = await desk.incidentOf(await desk.alert('plant', 'Security'));
    await desk.seen('ChainHalted', { incident });
    expect(desk.storyToHalt(incident)).toEqual([
      'IncidentOpened',
      'AlertAccepted',
      'ChainStarted',
      'StepStarted',
      'NotificationSent police',
      'NotificationSent consulate',
      'NotificationDelivered police',
      'NotificationDelivered consulate',
      'NotificationAcknowledged police',
      'JointAcknowledgementChanged partial',
      'NotificationAcknowledged consulate',
      'JointAcknowledgementChanged joint',
      'ChainHalted',
    ]);
    const delivered = await desk.seen('NotificationDelivered', { incident, unit: 'police' });
    const acknowledged = (unit: string) => desk.all('NotificationAcknowledged', { incident, unit })[0]?.at;
    // Logical time: what a timer does bears the time at which it was due, however late a worker got to it.
    expect(acknowledged('police')).toBe(delivered.at + 20 * SECOND);
    expect(acknowledged('consulate')).toBe(delivered.at + 40 * SECOND);

    const { body } = await desk.request('GET', `/incidents/${incident}`, undefined, 1);
    expect(body).toMatchObject({ id: incident, joint: 'joint', site: 'plant' });
    const listed = await desk.request('GET', `/notifications?incident=${incident}`);
    expect((listed.body['items'] as Json[]).map(({ unit, status }) => [unit, status]).toSorted()).toEqual([
      ['consulate', 'acknowledged'],
      ['police', 'acknowledged'],
    ]);
  });

  on('commands answer with what came of them, or with the refusal of the rules', async () => {
    const incident = await desk.incidentOf(await desk.alert('port', 'Fire'));
    await desk.seen('NotificationDelivered', { incident, unit: 'embassy' });
    const { events } = await desk.command(`/notifications/${incident}.N1/acknowledge`);
    expect((events as EventView[]).map(({ type }) => type).slice(0, 2)).toEqual([
      'NotificationAcknowledged',
      'JointAcknowledgementChanged',
    ]);
    const again = await desk.request('POST', `/notifications/${incident}.N1/acknowledge`, {}, 1);
    expect([again.status, again.body['code']]).toEqual([409, 'NOTIFICATION_ENDED']);
    const declined = await desk.command(`/notifications/${incident}.N2/decline`, { reason: 'nobody on duty' });
    expect((declined['events'] as EventView[]).map(({ type }) => type)).toContain('EscalationExhausted');
    const nothing = await desk.request('POST', `/incidents/${incident}/escalate`, {});
    expect([nothing.status, nothing.body['code']]).toEqual([409, 'NOTHING_TO_ESCALATE']);
    const unknown = await desk.request('POST', '/incidents/INC-9999/resolve', {});
    expect(unknown.status).toBe(404);
    await desk.command(`/incidents/${incident}/resolve`, { reason: 'all is well' });
    await desk.seen('IncidentResolved', { incident });
  });

  on('what a worker had begun goes on when it is killed', async () => {
    const incident = await desk.incidentOf(await desk.alert('plant', 'Health'));
    const delivered = await desk.seen('NotificationDelivered', { incident, unit: 'consulate' });
    const [first, second] = cluster.workers;
    await first?.kill();
    const answered = await desk.seen('NotificationAcknowledged', { incident, unit: 'police' });
    expect(answered.at).toBe(delivered.at + 20 * SECOND);
    await first?.start();
    await second?.kill();
    await desk.seen('ChainHalted', { incident });
    await second?.start();
    expect(desk.all('NotificationAcknowledged', { incident })).toHaveLength(2);
  });

  on('after a pause nothing fires late, twice or all at once', async () => {
    const incident = await desk.incidentOf(await desk.alert('plant', 'Transport'));
    const delivered = await desk.seen('NotificationDelivered', { incident, unit: 'consulate' });
    await desk.command('/pause');
    const paused = await desk.seen('ExercisePaused');
    const before = desk.events.length;
    const dueWithoutPause = Date.parse(delivered.wall) + (40 * SECOND) / SPEED + 200;
    await eventually(() => expect(Date.now()).toBeGreaterThan(dueWithoutPause));
    const { body } = await desk.request('GET', '');
    expect([body['status'], body['time']]).toEqual(['paused', paused.at]);
    expect(desk.events.slice(before)).toEqual([]);

    await desk.command('/resume');
    const resumed = await desk.seen('ExerciseResumed');
    expect(resumed.at).toBe(paused.at);
    await desk.seen('ChainHalted', { incident });
    const answered = desk.all('NotificationAcknowledged', { incident });
    expect(answered.map(({ data, at }) => [data['unit'], at])).toEqual([
      ['police', delivered.at + 20 * SECOND],
      ['consulate', delivered.at + 40 * SECOND],
    ]);
    for (const { at, wall } of answered.filter((event) => event.at > paused.at)) {
      const due = Date.parse(resumed.wall) + (at - resumed.at) / SPEED;
      // The command was received a little before the event that it led to was written.
      expect(Date.parse(wall)).toBeGreaterThan(due - 500);
    }
  });

  on('the run keeps all invariants', async () => {
    await desk.command('/end');
    await desk.seen('ExerciseEnded');
    const last = desk.events.at(-1)?.seq ?? 0;
    const [, pakistan] = desk.followers;
    const { body } = await desk.request('GET', `/events?after=${last}`);
    expect(body).toMatchObject({ events: [], more: false });
    await eventually(() => {
      expect(pakistan?.recorder.last).toBe(
        desk.events.filter(({ audience }) => audience !== 'CHN' && audience !== 'CONTROL').length,
      );
    });
    const report = await checkExercise({
      databaseUrl: cluster.databaseUrl,
      exerciseId: desk.exercise,
      acknowledged: desk.acknowledged,
      streams: desk.followers.map(({ recorder }) => recorder),
    });
    expect(reportText(report)).toMatch(/all invariants hold$/);
    expect(desk.followers.flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
