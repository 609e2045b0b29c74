/** What is found in the log for the program of a remote unit, what is delivered of it, and what is not any more. */
import { setTimeout as pause } from 'node:timers/promises';
import { parseCap } from '#contracts/cap/parse-cap.js';
import { ask, chain, chn, MINUTE, pak, SILENT, smallExercise, step } from '#domain/testing/small-exercise.js';
import { ExerciseStore } from '#infra/exercises/exercise-store.js';
import { PageCursors } from '#infra/read/page-cursor.js';
import { ReadModels } from '#infra/read/read-models.js';
import { DeliveryLog } from '#infra/remote/delivery-log.js';
import { DeliveryMessages } from '#infra/remote/delivery-message.js';
import { DeliveryStore } from '#infra/remote/delivery-store.js';
import type { GuardedClient, PostResult } from '#infra/remote/guarded-request.js';
import { RemoteSecrets } from '#infra/remote/remote-secret.js';
import { Deliveries } from '../../apps/worker/src/deliver/deliveries.js';
import { ApiBench, sampleAlert } from '../api/api-bench.js';
import { token } from '../api/people.js';
import type { DeliveryView, EndpointView } from '#contracts/http/remote-units.js';

const SCENARIO = smallExercise({
  units: [pak('police', SILENT, { mode: 'remote' }), chn('desk', SILENT, { mode: 'remote' })],
  chain: chain([step('all', [ask('police'), ask('desk', 'consular')], { ackWithinMs: 60 * MINUTE })], {
    expireAfterMs: 25 * MINUTE,
    remindEveryMs: 10 * MINUTE,
  }),
  scenario: { durationMs: 600 * MINUTE },
});

let bench: ApiBench;
let control: ReturnType<typeof token>;
let log: DeliveryLog;
let store: DeliveryStore;
let deliveries: Deliveries;
let exercise: string;
/** What the program answers, in turn; then the last of them for ever. */
let results: Omit<PostResult, 'latencyMs'>[];
let posted: { url: string; headers: Readonly<Record<string, string>>; body: string }[];
let woken: string[];

const at = (rest: string) => `/v1/exercises/${exercise}${rest}`;
const RETRY = { firstMs: 20, longestMs: 20_000, timeoutMs: 1_000 };
const REFUSED = { error: 'CONNECTION_REFUSED' } as const;

beforeAll(async () => {
  bench = await ApiBench.start();
  control = token(bench, await bench.token({ role: 'controller' }));
  const { dataSource } = bench;
  log = new DeliveryLog(dataSource);
  store = new DeliveryStore(dataSource, await RemoteSecrets.load(dataSource), RETRY);
  const models = new ReadModels(dataSource, await PageCursors.load(dataSource));
  const client = {
    post: (url: string, headers: Readonly<Record<string, string>>, body: Uint8Array): Promise<PostResult> => {
      posted.push({ url, headers, body: Buffer.from(body).toString() });
      const result = (results.length > 1 ? results.shift() : results[0]) ?? { status: 204 };
      return Promise.resolve({ ...result, latencyMs: 3 });
    },
  };
  deliveries = new Deliveries({
    log,
    store,
    messages: new DeliveryMessages(dataSource, models, new ExerciseStore(dataSource)),
    client: client as unknown as GuardedClient,
    wake: (ids) => void woken.push(...ids),
    onError: (error) => {
      throw error;
    },
  });
}, 60_000);

beforeEach(async () => {
  [results, posted, woken] = [[{ status: 204 }], [], []];
  exercise = await bench.exercise(SCENARIO);
});

afterAll(() => bench?.stop());

async function command(method: 'post' | 'put', path: string, body: object = {}): Promise<void> {
  const answer = await bench.working(exercise, control(method, at(path), body));
  expect([path, answer.status, answer.body.code]).toEqual([path, expect.any(Number), undefined]);
  await bench.work(exercise);
}

/** The clock goes on, due time by due time, until the list says so. */
async function goOnUntil(line: RegExp): Promise<void> {
  await command('post', '/pause');
  for (let steps = 0; steps < 20; steps += 1) {
    await command('post', '/step');
    await work();
    if ((await summary()).some((one) => line.test(one))) return;
  }
  throw new Error(`never ${String(line)}: ${(await summary()).join(', ')}`);
}

const setEndpoint = async (unit = 'desk', body: object = {}): Promise<EndpointView> =>
  (await control('put', at(`/units/${unit}/endpoint`), { url: 'https://unit.example.org/in', ...body })).body;
const endpoint = async (): Promise<EndpointView> => (await control('get', at('/units/desk/endpoint'))).body;
const alert = (site = 'plant') => command('post', '/alerts', sampleAlert({ exercise: { site } }));
const list = async (query = ''): Promise<DeliveryView[]> =>
  (await control('get', at(`/deliveries${query}`))).body.items;
const summary = async () =>
  (await list())
    .map(({ kind, subject, status, reason }) => [kind, subject, status, ...(reason ? [reason] : [])].join(' '))
    .toReversed();

/** Searches the log, and attempts what was found. @returns how many were found */
async function work(): Promise<number> {
  woken = [];
  await deliveries.search(exercise);
  const found = [...woken];
  for (const id of found) await deliveries.deliver(id);
  return found.length;
}

/** Attempts the delivery, as soon as it is due, until nothing is left to do. */
async function insist(id: string): Promise<void> {
  for (let waitMs = await deliveries.deliver(id); waitMs !== undefined; waitMs = await deliveries.deliver(id)) {
    await pause(waitMs);
  }
}

it('delivers a notification to the program of its unit, once, however often the log is searched', async () => {
  const { secret } = await setEndpoint();
  expect(secret).toMatch(/^whsec_/);
  await alert();
  expect([await work(), await work(), await work()]).toEqual([1, 0, 0]);
  expect(posted).toHaveLength(1);
  const [{ url, headers, body } = { url: '', headers: {}, body: '' }] = posted;
  expect([url, headers['webhook-id'], headers['tandem-unit'], headers['tandem-kind']]).toEqual([
    'https://unit.example.org/in',
    (await list())[0]?.id,
    'desk',
    'notification',
  ]);
  const read = parseCap(Buffer.from(body), { asExercise: false, exerciseEndsMs: 9e15 }).alert;
  expect(read).toMatchObject({ identifier: 'INC-0001.N2', msgType: 'Alert', addresses: 'desk', status: 'Exercise' });
  expect(await summary()).toEqual(['notification INC-0001.N2 delivered']);
});

it('does nothing for a unit without an endpoint, and tells nobody else', async () => {
  await alert();
  expect(await work()).toBe(0);
  expect(await log.exercises()).not.toContain(exercise);
});

it('sends a program that comes later what its unit has not answered yet', async () => {
  await alert();
  await setEndpoint();
  expect(await summary()).toEqual(['notification INC-0001.N2 pending']);
  await command('put', '/units/desk/mode', { mode: 'played' });
  await work();
  expect(await summary()).toEqual(['notification INC-0001.N2 dropped unit-not-remote']);
  await command('put', '/units/desk/mode', { mode: 'remote' });
  expect(await work()).toBe(1);
  expect(posted).toHaveLength(1);
});

it('sends a reminder as a message of its own, and one of several that wait', async () => {
  await setEndpoint();
  await alert();
  await work();
  await goOnUntil(/^reminder/);
  expect(await summary()).toEqual(['notification INC-0001.N2 delivered', 'reminder INC-0001.N2 delivered']);
  // Both say the same, under ids of their own.
  expect([
    posted[0]?.body === posted[1]?.body,
    posted[0]?.headers['webhook-id'] === posted[1]?.headers['webhook-id'],
  ]).toEqual([true, false]);
});

it('sends the latest of several that wait', async () => {
  await setEndpoint();
  results = [REFUSED];
  await alert();
  await work();
  await goOnUntil(/dropped reminded/);
  expect(await summary()).toEqual(['notification INC-0001.N2 dropped reminded', 'reminder INC-0001.N2 pending']);
});

it('does not deliver what has been answered, has expired or was withdrawn meanwhile', async () => {
  await setEndpoint();
  results = [REFUSED];
  await alert();
  await work();
  expect(await summary()).toEqual(['notification INC-0001.N2 pending']);
  await command('post', '/notifications/INC-0001.N2/acknowledge');
  const id = (await list())[0]?.id ?? '';
  // The worker comes to it before the log is searched: it looks for itself.
  await pause(RETRY.firstMs);
  expect(await deliveries.deliver(id)).toBeUndefined();
  expect(await summary()).toEqual(['notification INC-0001.N2 dropped acknowledged']);
  await alert('port');
  await work();
  await goOnUntil(/INC-0002.N2 dropped expired/);
});

it('takes back what the program may have received, and nothing else', async () => {
  await setEndpoint();
  await alert();
  await work();
  await command('post', '/incidents/INC-0001/resolve', { reason: 'over' });
  await work();
  expect(await summary()).toEqual(['notification INC-0001.N2 delivered', 'withdrawal INC-0001.N2 delivered']);
  const cancel = parseCap(Buffer.from(posted.at(-1)?.body ?? ''), { asExercise: false, exerciseEndsMs: 9e15 }).alert;
  expect(cancel).toMatchObject({ msgType: 'Cancel', references: [{ identifier: 'INC-0001.N2' }], addresses: 'desk' });
  await alert('port');
  await deliveries.search(exercise);
  await command('post', '/incidents/INC-0002/resolve', { reason: 'over' });
  await work();
  expect((await summary()).slice(2)).toEqual(['notification INC-0002.N2 dropped withdrawn']);
});

it('sends news of an incident that the unit has acknowledged', async () => {
  await setEndpoint();
  await alert();
  await work();
  await command('post', '/notifications/INC-0001.N2/acknowledge');
  await command('post', '/incidents/INC-0001/resolve', { reason: 'over' });
  await work();
  expect(await summary()).toEqual(['notification INC-0001.N2 delivered', 'news INC-0001.U1 delivered']);
  const news = parseCap(Buffer.from(posted.at(-1)?.body ?? ''), { asExercise: false, exerciseEndsMs: 9e15 }).alert;
  expect(news).toMatchObject({
    identifier: 'INC-0001.U1',
    msgType: 'Update',
    references: [{ identifier: 'INC-0001.N2' }],
    info: [{ event: 'The incident is resolved', responseType: ['AllClear'] }],
  });
});

it('tries again, later each time, until the program is back; every attempt is on the list', async () => {
  await setEndpoint();
  results = [REFUSED, { status: 503, error: 'STATUS_NOT_OK' }, { status: 204 }];
  await alert();
  await deliveries.search(exercise);
  const [id = ''] = woken;
  await insist(id);
  const [delivery] = await list();
  expect(delivery).toMatchObject({ status: 'delivered', attemptCount: 3 });
  expect(delivery?.attempts.map(({ number, status, error }) => [number, status, error])).toEqual([
    [1, undefined, 'CONNECTION_REFUSED'],
    [2, 503, 'STATUS_NOT_OK'],
    [3, 204, undefined],
  ]);
  expect(new Set(posted.map(({ headers }) => headers['webhook-id']))).toEqual(new Set([id]));
});

it('leaves an endpoint alone that keeps failing; one attempt finds out that it is back, and the others follow', async () => {
  await setEndpoint();
  results = [REFUSED];
  for (const site of ['plant', 'port']) await alert(site);
  await command('post', '/alerts', sampleAlert({ exercise: { site: 'plant' }, info: [INFO] }));
  await deliveries.search(exercise);
  const ids = [...woken];
  expect(ids).toHaveLength(3);
  const [first = '', second = '', third = ''] = ids;
  while ((await endpoint()).circuit.state === 'closed') {
    await pause((await deliveries.deliver(first)) ?? 0);
  }
  const attempted = posted.length;
  expect((await endpoint()).circuit).toMatchObject({ state: 'open', failures: 5, openUntil: expect.any(String) });
  // While it is open, nothing is attempted, whatever is due.
  const waits = await Promise.all([deliveries.deliver(second), deliveries.deliver(third)]);
  expect(posted).toHaveLength(attempted);
  for (const wait of waits) expect(wait).toBeGreaterThan(1_000);
  await elapse();
  expect((await endpoint()).circuit.state).toBe('half-open');
  // Several workers come at once: one of them tries, and it still fails.
  await Promise.all([deliveries.deliver(second), deliveries.deliver(third), deliveries.deliver(second)]);
  expect([posted.length, (await endpoint()).circuit.state]).toEqual([attempted + 1, 'open']);
  await elapse();
  results = [{ status: 204 }];
  woken = [];
  expect(await deliveries.deliver(third)).toBeUndefined();
  expect((await endpoint()).circuit).toEqual({ state: 'closed', failures: 0 });
  await elapse();
  for (const id of new Set([...woken, ...ids])) await insist(id);
  expect((await list()).map(({ status }) => status)).toEqual(['delivered', 'delivered', 'delivered']);
});

/** What was put off is due, and an open circuit lets one attempt through. */
async function elapse(): Promise<void> {
  const { dataSource } = bench;
  await dataSource.query('UPDATE remote_endpoint SET open_until = clock_timestamp() WHERE exercise_id = $1', [
    exercise,
  ]);
  await dataSource.query(
    `UPDATE remote_delivery SET next_attempt_at = clock_timestamp() WHERE exercise_id = $1 AND status = 'pending'`,
    [exercise],
  );
}

const INFO = { category: ['Fire'], event: 'Fire', urgency: 'Immediate', severity: 'Severe', certainty: 'Likely' };

it('sends at once what waits when a controller sets the endpoint again, and nothing while it is disabled', async () => {
  await setEndpoint();
  results = [REFUSED];
  await alert();
  await work();
  await setEndpoint('desk', { enabled: false });
  const id = (await list())[0]?.id ?? '';
  await pause(RETRY.firstMs);
  expect(await deliveries.deliver(id)).toBeUndefined();
  expect([posted.length, (await endpoint()).pending]).toEqual([1, 1]);
  results = [{ status: 200 }];
  await setEndpoint('desk', { url: 'https://other.example.org/' });
  expect(await store.due()).toContainEqual({ id, overdueMs: expect.any(Number) });
  expect(await deliveries.deliver(id)).toBeUndefined();
  expect(posted.at(-1)?.url).toBe('https://other.example.org/');
});

it('is attempted by one of several workers', async () => {
  await setEndpoint();
  await alert();
  await Promise.all([deliveries.search(exercise), log.search(exercise)]);
  const id = (await list())[0]?.id ?? '';
  await Promise.all(Array.from({ length: 5 }, () => deliveries.deliver(id)));
  expect([posted.length, (await list()).length]).toEqual([1, 1]);
});

it('is attempted again when the worker that took it is gone', async () => {
  await setEndpoint();
  await alert();
  await deliveries.search(exercise);
  const id = (await list())[0]?.id ?? '';
  const taken = await store.take(id);
  expect(taken).toMatchObject({ delivery: { id, attempt: 1 } });
  const later = await deliveries.deliver(id);
  expect(later).toBeGreaterThan(RETRY.timeoutMs);
  await bench.dataSource.query('UPDATE remote_delivery SET next_attempt_at = clock_timestamp() WHERE id = $1', [id]);
  await insist(id);
  expect((await list())[0]).toMatchObject({ status: 'delivered', attemptCount: 2 });
});

it('ends with the exercise; the program hears that nothing needs an answer any more', async () => {
  await setEndpoint();
  await alert();
  await work();
  await alert('port');
  await deliveries.search(exercise);
  await bench.command(exercise, 'EndExercise', {});
  await work();
  expect(await summary()).toEqual([
    'notification INC-0001.N2 delivered',
    'notification INC-0002.N2 dropped withdrawn',
    'withdrawal INC-0001.N2 delivered',
  ]);
});

it('forgets the deliveries of an endpoint that is removed, and the list keeps them', async () => {
  await setEndpoint();
  results = [REFUSED];
  await alert();
  await work();
  await control('delete', at('/units/desk/endpoint'));
  expect(await summary()).toEqual(['notification INC-0001.N2 dropped endpoint-removed']);
  expect(await work()).toBe(0);
});

it("says nothing of one side's incident to the program of the other side", async () => {
  await setEndpoint('desk');
  await setEndpoint('police', { url: 'https://police.example.org/' });
  const hidden = { ...INFO, headline: 'Known to one side' };
  await command(
    'post',
    '/alerts',
    sampleAlert({ info: [hidden], exercise: { site: 'plant', releasability: { class: 'PAK' } } }),
  );
  await work();
  expect(posted.map(({ url }) => url)).toEqual(['https://police.example.org/']);
  expect((await list()).map(({ unit, subject }) => [unit, subject])).toEqual([['police', 'PAK-0001.N1']]);
  // Even if a row were there for it, what its side does not see is not sent.
  await bench.dataSource.query(
    `INSERT INTO remote_delivery (id, exercise_id, unit_id, kind, subject, seq, at)
     VALUES ('dlv_planted', $1, 'desk', 'reminder', 'PAK-0001.N1', 1, 0)`,
    [exercise],
  );
  await insist('dlv_planted');
  expect([posted.length, (await summary()).at(-1)]).toEqual([1, 'reminder PAK-0001.N1 dropped not-visible']);
});

it('pages through the list', async () => {
  await setEndpoint();
  for (const site of ['plant', 'port']) await alert(site);
  await work();
  await command('post', '/incidents/INC-0001/resolve', { reason: 'over' });
  await command('post', '/incidents/INC-0002/resolve', { reason: 'over' });
  await work();
  const all = (await list()).map(({ id }) => id);
  const pages: string[] = [];
  for (let query = '?limit=1'; query !== '';) {
    const { items, next } = (await control('get', at(`/deliveries${query}`))).body as {
      items: DeliveryView[];
      next?: string;
    };
    pages.push(...items.map(({ id }) => id));
    query = next === undefined ? '' : `?limit=1&cursor=${next}`;
  }
  expect([all.length, pages]).toEqual([4, all]);
  expect((await list('?unit=police')).length).toBe(0);
  expect((await list('?status=delivered')).length).toBe(4);
});
