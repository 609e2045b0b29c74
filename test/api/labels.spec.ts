/** What labels keep from people of the own side, and what the other side gets: through every door of the API. */
import { io, type Socket } from 'socket.io-client';
import type { ClientToServer, ServerToClient } from '#contracts/push/messages.js';
import { eventually } from '../support/eventually.js';
import { ApiBench } from './api-bench.js';

const SECRET = 'The informant has named the road';
const TEAR_LINE = 'A threat to road convoys';

let bench: ApiBench;
let exercise: string;
let incident: string;
let alertId: string;
const tokens: Record<'controller' | 'named' | 'other' | 'chinese', string> = {
  controller: '',
  named: '',
  other: '',
  chinese: '',
};
const clients: Socket<ServerToClient, ClientToServer>[] = [];

async function read(token: string, path: string) {
  return bench.http.get(`/v1/exercises/${exercise}${path}`).set({ authorization: `Bearer ${token}` });
}

beforeAll(async () => {
  bench = await ApiBench.start();
  tokens.controller = await bench.token({ role: 'controller' });
  tokens.other = await bench.token({ role: 'operator', side: 'PAK' });
  tokens.chinese = await bench.token({ role: 'operator', side: 'CHN' });
  const named = await bench.accounts.createAccount({ name: 'named', role: 'operator', side: 'PAK' });
  tokens.named = (await bench.accounts.createToken(named.id)).secret;
  exercise = await bench.exercise();
  const alert = {
    identifier: 'red-1',
    sender: 'control@exercise.example',
    sent: '2026-11-23T09:00:00+05:00',
    status: 'Exercise',
    msgType: 'Alert',
    scope: 'Private',
    addresses: 'desk',
    info: [
      {
        language: 'en',
        category: ['Security'],
        event: 'Report',
        urgency: 'Immediate',
        severity: 'Severe',
        certainty: 'Likely',
        headline: SECRET,
      },
    ],
    exercise: {
      site: 'plant',
      releasability: {
        class: 'PAK',
        tlp: 'TLP:RED',
        releasableTo: [`account:${named.id}`],
        tearLine: { en: TEAR_LINE },
        tearLineTlp: 'TLP:GREEN',
      },
    },
  };
  const sent = bench.http
    .post(`/v1/exercises/${exercise}/alerts`)
    .set({ authorization: `Bearer ${tokens.controller}` })
    .send(alert);
  const { body, status } = await bench.working(exercise, sent);
  expect([status, body]).toEqual([202, expect.anything()]);
  await bench.work(exercise);
  const list = await read(tokens.controller, '/alerts');
  ({ id: alertId, incident } = list.body.items[0]);
}, 60_000);

afterAll(async () => {
  for (const client of clients) client.disconnect();
  await bench?.stop();
});

async function pushed(token: string, upTo: number): Promise<object[]> {
  const client: (typeof clients)[number] = io(bench.url, { transports: ['websocket'], auth: { token } });
  clients.push(client);
  const events: object[] = [];
  client.on('events', (batch) => void events.push(...batch.events));
  client.emit('join', { exercise, after: 0 }, () => undefined);
  await eventually(() => expect(events.length).toBe(upTo));
  return events;
}

it('whom a label names reads the thing, and sees the label', async () => {
  const one = await read(tokens.named, `/alerts/${alertId}`);
  expect(one.body).toMatchObject({ label: { tlp: 'TLP:RED' }, incident });
  expect((await read(tokens.named, `/incidents/${incident}`)).body).toMatchObject({ label: { tlp: 'TLP:RED' } });
  const { body } = await read(tokens.named, '/events');
  expect(JSON.stringify(body)).toContain(SECRET);
});

it('others of the side find it by no door, and get a number and a time in its place', async () => {
  const { body } = await read(tokens.other, '/events?limit=1000');
  const types = body.events.map(({ type }: { type: string }) => type);
  expect(types).toEqual(['ExerciseStarted', ...types.slice(1).map(() => 'Withheld')]);
  expect(types.length).toBeGreaterThan(2);
  expect(body.events.map(({ seq }: { seq: number }) => seq)).toEqual(types.map((_: string, n: number) => n + 1));
  expect(await pushed(tokens.other, types.length)).toEqual(body.events);
  for (const list of ['/alerts', '/incidents', '/notifications']) {
    expect((await read(tokens.other, list)).body.items).toEqual([]);
  }
  for (const path of [
    `/alerts/${alertId}`,
    `/incidents/${incident}`,
    `/incidents/${incident}/explanation`,
    `/notifications/${incident}.N1`,
  ]) {
    const { status, body: problem } = await read(tokens.other, path);
    const unknown = await read(tokens.other, path.replace(alertId, 'ALT-none').replace(incident, 'PAK-9999'));
    expect([path, status]).toEqual([path, unknown.status]);
    expect(problem.code).toEqual(unknown.body.code);
  }
  expect((await read(tokens.other, `/events?incident=${incident}`)).body.events).toEqual([]);
  expect((await read(tokens.other, '/events?type=AlertAccepted')).body.events).toEqual([]);
  const snapshot = await read(tokens.other, '/snapshot');
  expect(snapshot.text).not.toContain(SECRET);
  expect(Object.keys(snapshot.body.state.incidents)).toEqual([]);
  expect(Object.keys((await read(tokens.named, '/snapshot')).body.state.incidents)).toEqual([incident]);
});

it('the other side gets the tear line, and nothing else', async () => {
  const { body, text } = await read(tokens.chinese, '/events?limit=1000');
  expect(body.events.slice(1)).toEqual([
    expect.objectContaining({
      seq: 2,
      type: 'TearLineShared',
      data: {
        tearLine: 'TL-CHN-0001',
        from: 'PAK',
        kind: 'alert',
        text: { en: TEAR_LINE },
        label: { tlp: 'TLP:GREEN' },
      },
    }),
  ]);
  expect(text).not.toContain(incident);
  expect(await pushed(tokens.chinese, body.events.length)).toEqual(body.events);
});

it('a label that contradicts its class, and one that names no unit, are refused with a code', async () => {
  const send = async (releasability: object) => {
    const alert = {
      identifier: 'x',
      sender: 'a@exercise.example',
      sent: '2026-11-23T09:00:00+05:00',
      status: 'Exercise',
    };
    const body = { ...alert, msgType: 'Alert', scope: 'Public', exercise: { releasability } };
    const answer = bench.http
      .post(`/v1/exercises/${exercise}/alerts`)
      .set({ authorization: `Bearer ${tokens.controller}` })
      .send(body);
    return (await bench.working(exercise, answer)).body.code;
  };
  expect(await send({ class: 'JOINT', tlp: 'TLP:RED' })).toBe('LABEL_CONTRADICTION');
  expect(await send({ class: 'PAK', tlp: 'TLP:RED', releasableTo: ['unit:nobody'] })).toBe('UNKNOWN_RECIPIENT');
});
