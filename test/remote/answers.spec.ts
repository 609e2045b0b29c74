/** What comes in under the name of a remote unit: signed, fresh, once, and for this unit of this exercise only. */
import { randomBytes } from 'node:crypto';
import { ackMessage, errorMessage } from '#contracts/cap/answer-message.js';
import { emitCap } from '#contracts/cap/emit-cap.js';
import { parseCap } from '#contracts/cap/parse-cap.js';
import type { Alert } from '#domain/alert/alert.js';
import { secretKey, signedHeaders, signRequest } from '#infra/remote/webhook-signature.js';
import { ApiBench, sampleAlert } from '../api/api-bench.js';
import { token } from '../api/people.js';
import { REMOTE_SCENARIO } from './remote-exercise.js';

let bench: ApiBench;
let control: ReturnType<typeof token>;
let exercise: string;
let keys: Record<string, Buffer>;
/** The messages of the notifications, by unit. */
let asked: Record<string, Alert>;

const URL_OF_UNIT = 'https://unit.example.org/tandem';
const at = (rest: string, of = exercise) => `/v1/exercises/${of}${rest}`;

beforeAll(async () => {
  bench = await ApiBench.start();
  control = token(bench, await bench.token({ role: 'controller' }));
}, 60_000);

beforeEach(async () => {
  exercise = await bench.exercise(REMOTE_SCENARIO);
  keys = {};
  for (const unit of ['police', 'desk']) keys[unit] = await endpointOf(unit);
  await control('post', at('/alerts'), sampleAlert({ exercise: { site: 'plant' } }));
  await bench.work(exercise);
  asked = {};
  for (const { id, unit } of (await control('get', at('/notifications'))).body.items as {
    id: string;
    unit: string;
  }[]) {
    const cap = await control('get', at(`/notifications/${id}`)).set('accept', 'application/cap+xml');
    asked[unit] = parseCap(Buffer.from(cap.text ?? String(cap.body)), {
      asExercise: false,
      exerciseEndsMs: 9e15,
    }).alert;
  }
});

afterAll(() => bench?.stop());

async function endpointOf(unit: string, of = exercise): Promise<Buffer> {
  const { status, body } = await control('put', at(`/units/${unit}/endpoint`, of), { url: URL_OF_UNIT });
  expect([status, body.mode]).toEqual([201, 'remote']);
  return secretKey(body.secret) as Buffer;
}

let answers = 0;
function ack(unit: string, changes: Partial<Parameters<typeof ackMessage>[0]> = {}): Buffer {
  const { identifier = '', sender = '', sent = '' } = asked[unit] ?? {};
  answers += 1;
  const answer = {
    identifier: `A${answers}`,
    sender: `${unit}@unit.example.org`,
    sent: '2026-11-23T09:00:00-00:00',
    to: { identifier, sender, sent },
    releaseClass: 'JOINT' as const,
    ...changes,
  };
  return Buffer.from(emitCap(ackMessage(answer), exercise));
}

interface Sending {
  readonly unit?: string;
  readonly key?: Buffer;
  readonly id?: string;
  readonly now?: number;
  readonly exercise?: string;
  readonly headers?: Record<string, string>;
}

/** Posts it as the program of a unit; a worker works meanwhile. */
async function send(body: Buffer, sending: Sending = {}) {
  const {
    unit = 'desk',
    key = keys[unit] ?? randomBytes(32),
    id = randomBytes(8).toString('hex'),
    now = Date.now(),
  } = sending;
  const of = sending.exercise ?? exercise;
  const request = bench.http
    .post(at(`/units/${unit}/answers`, of))
    .set({
      'content-type': 'application/cap+xml',
      ...signedHeaders(signRequest(key, id, body, now)),
      ...sending.headers,
    })
    .send(sending.headers?.['content-type'] === 'application/json' ? body.toString() : body);
  const { status, body: answer } = await bench.working(exercise, request);
  return { status, code: answer.code as string | undefined, answer };
}

const statusOf = async (unit: string) =>
  (await control('get', at(`/notifications/${asked[unit]?.identifier}`))).body.status as string;

it('acknowledges by an Ack and declines by an Error, in the name of the unit', async () => {
  const acknowledged = await send(ack('desk'));
  expect(acknowledged).toMatchObject({
    status: 200,
    answer: { status: 'applied', answered: [asked['desk']?.identifier], message: expect.any(String) },
  });
  const { identifier = '', sender = '', sent = '' } = asked['police'] ?? {};
  const error = errorMessage(
    {
      identifier: 'E1',
      sender: 'p@unit.example.org',
      sent: '2026-11-23T09:00:00-00:00',
      to: { identifier, sender, sent },
      releaseClass: 'JOINT',
    },
    'no car left',
  );
  expect((await send(Buffer.from(emitCap(error, exercise)), { unit: 'police' })).status).toBe(200);
  expect([await statusOf('desk'), await statusOf('police')]).toEqual(['acknowledged', 'declined']);
  const { events } = (await control('get', at('/events?type=NotificationDeclined'))).body;
  expect(events).toMatchObject([
    { data: { reason: 'no car left' }, actor: { id: 'remote:police', role: 'service', side: 'PAK' } },
  ]);
});

it('takes the same message in JSON', async () => {
  const { identifier = '', sender = '', sent = '' } = asked['desk'] ?? {};
  const json = ackMessage({
    identifier: 'J1',
    sender: 'd@unit.example.org',
    sent: '2026-11-23T09:00:00-00:00',
    to: { identifier, sender, sent },
    releaseClass: 'JOINT',
  });
  const body = Buffer.from(JSON.stringify(json));
  expect((await send(body, { headers: { 'content-type': 'application/json' } })).status).toBe(200);
  expect(await statusOf('desk')).toBe('acknowledged');
});

it('answers a message that is sent again, signed anew, as it did the first time', async () => {
  const body = ack('desk');
  const first = await send(body, { id: 'same', now: Date.now() - 2_000 });
  const second = await send(body, { id: 'same' });
  expect(second).toEqual(first);
  // An answer of its own is a second one, and is refused by the rules.
  expect(await send(ack('desk'))).toMatchObject({ status: 409, code: 'NOTIFICATION_ENDED' });
});

it('refuses a request that is replayed as it was', async () => {
  const body = ack('desk');
  const now = Date.now();
  expect((await send(body, { id: 'once', now })).status).toBe(200);
  expect(await send(body, { id: 'once', now })).toMatchObject({ status: 409, code: 'REQUEST_REPLAYED' });
});

it('refuses what is forged, too old or too new, and says the same of units that there are not', async () => {
  const body = ack('desk');
  const [police, foreign] = [keys['police'] as Buffer, randomBytes(32)];
  const cases: [Sending, string][] = [
    [{ key: foreign }, 'SIGNATURE_INVALID'],
    [{ key: police }, 'SIGNATURE_INVALID'],
    [{ headers: { 'webhook-signature': '' } }, 'SIGNATURE_INVALID'],
    [{ headers: { 'webhook-id': 'other' } }, 'SIGNATURE_INVALID'],
    [{ now: Date.now() - 301_000 }, 'SIGNATURE_EXPIRED'],
    [{ now: Date.now() + 302_000 }, 'SIGNATURE_EXPIRED'],
  ];
  for (const [sending, code] of cases)
    expect([sending, await send(body, sending)]).toMatchObject([sending, { status: 401, code }]);
  const forged = await send(body, { key: foreign });
  for (const nowhere of [
    { unit: 'nobody', key: foreign },
    { exercise: 'EX-none', key: foreign },
    { unit: 'x%00', key: foreign },
  ]) {
    const { status, answer } = await send(body, nowhere);
    expect([nowhere, status, answer.code, answer.detail]).toEqual([
      nowhere,
      401,
      'SIGNATURE_INVALID',
      forged.answer.detail,
    ]);
  }
  expect(await statusOf('desk')).toBe('delivered');
});

it('takes nothing in the name of another unit or exercise', async () => {
  const other = await send(ack('police'), { unit: 'desk' });
  expect(other).toMatchObject({ status: 422, code: 'UNKNOWN_REFERENCE' });
  const missing = await send(ack('desk', { to: { ...tripleOf('desk'), identifier: 'INC-0099.N1' } }));
  expect(missing.answer.detail).toBe(other.answer.detail.replace(tripleOf('police').identifier, 'INC-0099.N1'));
  const wrongTriple = await send(ack('desk', { to: { ...tripleOf('desk'), sender: 'somebody@example.org' } }));
  expect(wrongTriple).toMatchObject({ status: 422, code: 'UNKNOWN_REFERENCE' });
  const elsewhere = await bench.exercise(REMOTE_SCENARIO);
  await endpointOf('desk', elsewhere);
  expect(await send(ack('desk'), { exercise: elsewhere })).toMatchObject({ status: 401, code: 'SIGNATURE_INVALID' });
  expect([await statusOf('desk'), await statusOf('police')]).toEqual(['delivered', 'delivered']);
});

function tripleOf(unit: string) {
  const { identifier = '', sender = '', sent = '' } = asked[unit] ?? {};
  return { identifier, sender, sent };
}

it('takes answers only, and only while the unit is remote', async () => {
  const alert = Buffer.from(emitCap({ ...(asked['desk'] as Alert), identifier: 'X1' }, exercise));
  expect(await send(alert)).toMatchObject({ status: 422, code: 'NOT_AN_ANSWER' });
  expect(await send(Buffer.from('<alert/>'))).toMatchObject({ status: 422, code: 'NOT_CAP' });
  await bench.working(exercise, control('put', at('/units/desk/mode'), { mode: 'played' }));
  expect(await send(ack('desk'))).toMatchObject({ status: 409, code: 'UNIT_NOT_REMOTE' });
});

it('refuses the old secret after a new one was made, and everything after the endpoint was removed', async () => {
  const { body } = await control('put', at('/units/desk/endpoint'), { url: URL_OF_UNIT, newSecret: true });
  expect(await send(ack('desk'))).toMatchObject({ status: 401, code: 'SIGNATURE_INVALID' });
  const key = secretKey(body.secret) as Buffer;
  expect((await control('put', at('/units/desk/endpoint'), { url: URL_OF_UNIT })).body.secret).toBeUndefined();
  const listed = async () => (await control('get', at('/endpoints'))).body.items;
  const units = (await listed()).map(({ unit }: { unit: string }) => unit);
  expect(units).toContain('desk');
  expect(JSON.stringify(await listed())).not.toContain('secret');
  expect((await control('delete', at('/units/desk/endpoint'))).status).toBe(204);
  expect((await listed()).map(({ unit }: { unit: string }) => unit)).toEqual(
    units.filter((unit: string) => unit !== 'desk'),
  );
  expect(await send(ack('desk'), { key })).toMatchObject({ status: 401, code: 'SIGNATURE_INVALID' });
  expect((await control('get', at('/units/desk/endpoint'))).status).toBe(404);
});

it('keeps endpoints and deliveries from everybody but controllers', async () => {
  const accounts = [
    { role: 'operator', side: 'PAK' },
    { role: 'operator', side: 'CHN' },
    { role: 'observer', side: 'CHN' },
    { role: 'evaluator' },
    { role: 'service' },
  ] as const;
  for (const account of accounts) {
    const ask = token(bench, await bench.token(account));
    const tries = [
      await ask('get', at('/endpoints')),
      await ask('get', at('/units/desk/endpoint')),
      await ask('put', at('/units/desk/endpoint'), { url: URL_OF_UNIT }),
      await ask('delete', at('/units/desk/endpoint')),
      await ask('get', at('/deliveries')),
    ];
    expect([account, tries.map(({ status }) => status)]).toEqual([account, [403, 403, 403, 403, 403]]);
  }
  expect((await control('get', at('/units/nobody/endpoint'))).status).toBe(404);
  expect((await control('get', at('/deliveries?status=unknown'))).status).toBe(400);
});

it.each([
  'http://127.0.0.1/',
  'http://2130706433/',
  'http://0x7f.0.0.1:8080/',
  'http://[::1]/',
  'http://[::ffff:10.0.0.1]/',
  'http://localhost:5432/',
  'http://a.localhost./',
  'http://169.254.169.254/latest/meta-data',
  'https://192.168.1.1/',
])('does not take %s for an endpoint', async (url) => {
  const { status, body } = await control('put', at('/units/desk/endpoint'), { url });
  expect([status, body.code, body.errors?.[0]?.path]).toEqual([422, 'ADDRESS_NOT_ALLOWED', 'url']);
});

it.each([
  'ftp://unit.example.org/',
  'unit.example.org',
  'https://user:secret@unit.example.org/',
  'https://unit.example.org/#x',
  '',
])('does not take %j for an address', async (url) => {
  expect((await control('put', at('/units/desk/endpoint'), { url })).body.code).toBe('INPUT_INVALID');
});
