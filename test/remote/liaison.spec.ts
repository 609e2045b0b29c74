/**
 * A remote unit is played by `tandem liaison` over the interface that any other program uses. The program, the API and the worker are
 * killed and started again on the way; the message arrives, and its answer counts once.
 */
import { jest } from '@jest/globals';
import { signedHeaders, signRequest, secretKey } from '#infra/remote/webhook-signature.js';
import { Tandem, type RunningTandem } from '../cli/tandem.js';
import { Cluster } from '../cluster/cluster.js';
import { sharedPostgres, type TestDatabases } from '../support/databases.js';
import { eventually } from '../support/eventually.js';
import { freePort, startRedis, type TestRedis } from '../support/services.js';
import { sampleAlert } from '../api/api-bench.js';
import { Asker, REMOTE_SCENARIO } from './remote-exercise.js';

jest.setTimeout(240_000);

let postgres: TestDatabases;
let redis: TestRedis | undefined;
let tandem: Tandem;
let cluster: Cluster | undefined;

beforeAll(async () => {
  postgres = await sharedPostgres();
  redis = await startRedis();
  tandem = await Tandem.at(await freePort());
}, 60_000);

afterEach(async () => {
  const { lastWords = '' } = cluster ?? {};
  await cluster?.stop();
  if (/Error|error/.test(lastWords)) process.stderr.write(lastWords);
});

afterAll(async () => {
  await tandem?.remove();
  await Promise.all([redis?.stop(), postgres?.stop()]);
});

it.each(['postgres', 'redis'] as const)('plays a unit through every crash, with the queue on %s', async (kind) => {
  if (kind === 'redis' && redis === undefined) return;
  cluster = await Cluster.start({
    databaseUrl: await postgres.freshDatabase(),
    ...(kind === 'redis' && redis && { redisUrl: redis.url }),
    apis: 1,
    workers: 1,
    environment: { REMOTE_ALLOWED_NETWORKS: '127.0.0.1', REMOTE_RETRY_MS: '50', REMOTE_RETRY_LONGEST_MS: '400' },
  });
  const { token } = await cluster.login('controller');
  const control = new Asker(() => cluster?.urls[0] ?? '', token);
  const exercise = await cluster.createExercise(REMOTE_SCENARIO);
  const port = await freePort();
  const { secret = '' } = await control.setEndpoint(exercise, 'desk', { url: `http://127.0.0.1:${port}/` });
  const play = (behaviour: string): RunningTandem =>
    tandem.spawn(
      ['liaison', '--unit', 'desk', '--exercise', exercise, '--listen', `127.0.0.1:${port}`, '--behaviour', behaviour],
      { TANDEM_SECRET: secret, TANDEM_URL: cluster?.urls[0] ?? '' },
    );
  const at = `/v1/exercises/${exercise}`;
  await control.must('POST', `${at}/start`, { speed: 1 });

  // Nobody listens: attempts fail, until the endpoint is left alone for a while.
  await control.must('POST', `${at}/alerts`, sampleAlert({ exercise: { site: 'plant' } }));
  await eventually(async () => {
    const { circuit, lastError, pending } = await control.endpoint(exercise, 'desk');
    expect({ state: circuit.state, lastError, pending }).toEqual({
      state: 'open',
      lastError: 'CONNECTION_REFUSED',
      pending: 1,
    });
  });

  // The program comes, is told, and is killed before anybody has answered.
  const first = play('ask');
  await first.shows(/INC-0001\.N\d  Request for consular help: /);
  await eventually(async () => {
    const [delivery] = await control.deliveries(exercise);
    expect(delivery).toMatchObject({ unit: 'desk', kind: 'notification', status: 'delivered' });
    expect(delivery?.attempts.map(({ error }) => error ?? 'none')).toContain('CONNECTION_REFUSED');
    expect(delivery?.attempts.at(-1)).toMatchObject({ status: 204, latencyMs: expect.any(Number) });
  });
  const subject = (await control.deliveries(exercise))[0]?.subject ?? '';
  expect((await control.endpoint(exercise, 'desk')).circuit).toEqual({ state: 'closed', failures: 0 });
  first.child.kill('SIGKILL');
  await first.exit(5_000);

  // Started again while the API is away, it answers what it had received as soon as the API is back.
  await cluster.apis[0]?.kill();
  const second = play('ack');
  await second.shows(/The answer is sent again in/);
  await cluster.apis[0]?.start();
  await second.shows(new RegExp(`${subject.replace('.', '\\.')}  acknowledged`));
  expect(await control.notification(exercise, subject)).toBe('acknowledged');

  // A message that comes again, signed anew, is one that it knows: it is taken, and nothing follows.
  const key = secretKey(secret) as Buffer;
  const before = second.stdout;
  const again = Buffer.from('not even read');
  const headers = signedHeaders(signRequest(key, (await control.deliveries(exercise))[0]?.id ?? '', again, Date.now()));
  expect((await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', headers, body: again })).status).toBe(204);
  // One that is not signed is refused.
  expect((await fetch(`http://127.0.0.1:${port}/`, { method: 'POST', body: again })).status).toBe(401);
  await second.shows(/Refused a request whose signature is malformed/);
  expect(second.stdout.slice(before.length)).toBe('Refused a request whose signature is malformed\n');

  // A worker that is killed leaves nothing undone: what it did not deliver, the next one does.
  second.child.kill('SIGKILL');
  await second.exit(5_000);
  await control.must('POST', `${at}/alerts`, sampleAlert({ exercise: { site: 'port' } }));
  await eventually(async () => expect(await control.deliveries(exercise, '?status=pending')).toHaveLength(1));
  await cluster.workers[0]?.kill();
  const third = play('decline');
  await cluster.workers[0]?.start();
  await third.shows(/INC-0002\.N\d  declined/);
  third.interrupt();
  expect(await third.exit(5_000)).toBe(0);

  // Everything was delivered once, and answered once, by the program of the unit.
  const done = await control.deliveries(exercise);
  expect(done.map(({ status, kind: what }) => `${what} ${status}`)).toEqual([
    'notification delivered',
    'notification delivered',
  ]);
  const { events } = await control.must<{ events: { type: string; actor: object }[] }>(
    'GET',
    `${at}/events?type=NotificationAcknowledged,NotificationDeclined`,
  );
  const actor = { kind: 'account', id: 'remote:desk', role: 'service', side: 'CHN' };
  expect(events.map((event) => ({ type: event.type, actor: event.actor }))).toEqual([
    { type: 'NotificationAcknowledged', actor },
    { type: 'NotificationDeclined', actor },
  ]);
});
