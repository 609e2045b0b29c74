/** Bounds that hold for everybody: requests per second, commands that wait; and the database that is away for a while. */
import { randomBytes } from 'node:crypto';
import { ApiBench, sampleAlert } from './api-bench.js';
import { eventually } from '../support/eventually.js';
import { startPostgres, type TestPostgres } from '../support/services.js';

/** Requests per second of one account. */
const RATE = 10;

let postgres: TestPostgres;
let bench: ApiBench;
let exercise: string;
let controller: string;

beforeAll(async () => {
  postgres = await startPostgres();
  bench = await ApiBench.start({ ratePerSecond: RATE, waitingCommands: 2 }, postgres);
  exercise = await bench.exercise();
  controller = await bench.token({ role: 'controller' });
}, 60_000);

afterAll(() => bench?.stop());

const pause = (token: string, wait: number) =>
  bench.http
    .post(`/v1/exercises/${exercise}/pause`)
    .set('authorization', `Bearer ${token}`)
    .set('prefer', `wait=${wait}`);

it('an account that asks too often is told when to come back, and disturbs no other', async () => {
  const busy = await bench.token({ role: 'observer' });
  const get = (token: string) => bench.http.get(`/v1/exercises/${exercise}`).set('authorization', `Bearer ${token}`);
  const began = performance.now();
  const answers = await Promise.all(Array.from({ length: 200 }, () => get(busy)));
  const seconds = (performance.now() - began) / 1_000;
  const refused = answers.filter(({ status }) => status === 429);
  // Twice the rate at once, then the rate as time goes, however long these took.
  expect(answers.length - refused.length).toBeLessThanOrEqual(2 * RATE + RATE * seconds);
  expect(refused[0]?.body.code).toBe('RATE_LIMITED');
  expect(Number(refused[0]?.headers['retry-after'])).toBeGreaterThanOrEqual(1);
  expect((await get(controller)).status).toBe(200);
});

it('only so many commands wait for their outcome at a time', async () => {
  const waiting = [pause(controller, 10), pause(controller, 10)].map((request) => Promise.resolve(request));
  await eventually(async () => {
    const rows = await bench.dataSource.query<unknown[]>('SELECT 1 FROM inbox_pending');
    expect(rows).toHaveLength(2);
  });
  const third = await pause(controller, 10);
  expect([third.status, third.body.code, third.headers['retry-after']]).toEqual([429, 'TOO_MANY_WAITING', '1']);
  await bench.work(exercise);
  const statuses = (await Promise.all(waiting)).map(({ status }) => status);
  expect(statuses.toSorted((a, b) => a - b)).toEqual([200, 409]);
});

describe('while the database stands still', () => {
  it('everything that needs it says 503 within seconds; when it goes on, so does all', async () => {
    const running = await bench.exercise();
    const service = await bench.token({ role: 'service' });
    const get = (path: string, token: string) => bench.http.get(path).set('authorization', `Bearer ${token}`);
    const requests = {
      post: () =>
        bench.http
          .post(`/v1/exercises/${running}/alerts`)
          .set('authorization', `Bearer ${service}`)
          .send(sampleAlert()),
      incidents: () => get(`/v1/exercises/${running}/incidents`, controller),
      events: () => get(`/v1/exercises/${running}/events?after=0`, controller),
      // Another one each time: that a token is unknown is remembered, too.
      unknownToken: () => get('/v1/exercises', `tdm_${randomBytes(32).toString('base64url')}`),
    };
    const askAll = async (deadlineMs: number): Promise<Record<string, unknown>> => {
      const answers = Object.entries(requests).map(async ([name, ask]) => {
        const answer = await ask()
          .timeout(deadlineMs)
          .then(
            ({ status, body, headers }) => [status, body.code, headers['retry-after']],
            (error: Error) => error.message,
          );
        return [name, answer] as const;
      });
      return Object.fromEntries(await Promise.all(answers));
    };
    // Both good tokens are known from here on for a while, so a read waits for nothing but its own statement.
    expect(await askAll(10_000)).toEqual({
      post: [202, undefined, undefined],
      incidents: [200, undefined, undefined],
      events: [200, undefined, undefined],
      unknownToken: [401, 'UNAUTHENTICATED', undefined],
    });
    postgres.freeze();
    try {
      const away = [503, 'DATABASE_UNAVAILABLE', '1'];
      // Well before the limits that hold without one of the API's own: 35 s of `createDataSource`, or never.
      expect(await askAll(15_000)).toEqual({ post: away, incidents: away, events: away, unknownToken: away });
    } finally {
      postgres.thaw();
    }
    await eventually(async () => expect((await requests.post()).status).toBe(202), 15_000);
  }, 60_000);
});

describe('while the database is away', () => {
  it('everything that needs it says 503 and when to come back; when it is back, all goes on', async () => {
    const running = await bench.exercise();
    const service = await bench.token({ role: 'service' });
    const alert = sampleAlert();
    const post = () =>
      bench.http.post(`/v1/exercises/${running}/alerts`).set('authorization', `Bearer ${service}`).send(alert);
    const read = () => bench.http.get(`/v1/exercises/${running}/incidents`).set('authorization', `Bearer ${service}`);
    const unknown = () => bench.http.get('/v1/exercises').set('authorization', `Bearer tdm_${'b'.repeat(43)}`);
    expect((await bench.http.get('/health/ready')).body).toEqual({ status: 'ok', checks: { database: 'up' } });
    expect((await post()).status).toBe(202);

    await postgres.down();
    try {
      for (const ask of [post, unknown]) {
        const { status, body, headers } = await ask();
        expect([status, body.code, headers['retry-after']]).toEqual([503, 'DATABASE_UNAVAILABLE', '1']);
      }
      expect((await read()).status).toBe(403);
      expect((await bench.http.get('/health/live')).status).toBe(200);
      const ready = await bench.http.get('/health/ready');
      expect([ready.status, ready.body.checks]).toEqual([503, { database: 'down' }]);
    } finally {
      await postgres.start();
    }
    await eventually(async () => expect((await post()).status).toBe(200), 15_000);
    await eventually(async () => expect((await bench.http.get('/health/ready')).status).toBe(200), 15_000);
    // The queue's library tries again five seconds after it lost a connection, and cannot be told to stop waiting: this
    // process must not end before that.
    await new Promise((waited) => setTimeout(waited, 5_000));
  }, 60_000);
});
