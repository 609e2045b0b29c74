/** What players can learn of the script, through every door that is open to them: what it does, and nothing of itself. */
import { io, type Socket } from 'socket.io-client';
import { stringify } from 'yaml';
import type { ClientToServer, ServerToClient } from '#contracts/push/messages.js';
import { toAuthored } from '#scenario/compile/to-authored.js';
import { parseScenarioText } from '#scenario/files/parse-scenario-text.js';
import { sampleScenario } from '#domain/testing/sample-scenario.js';
import { eventually } from '../support/eventually.js';
import { ApiBench } from './api-bench.js';

const ALERT = {
  headline: 'Smoke',
  event: 'Fire',
  category: 'Fire',
  urgency: 'Immediate',
  severity: 'Severe',
  certainty: 'Observed',
  site: 'plant',
};

/** The names that authors gave, and that only those who run the exercise may know. */
const NAMES = /ruse|decoy|twist|hoax|reveal|sham|Inject/;

const SCRIPT = stringify({
  tandem: 1,
  ...toAuthored(sampleScenario()),
  injects: [
    { id: 'ruse', at: 'T+00:01', alert: ALERT, repeat: { times: 1, every: '1m' } },
    { id: 'decoy', at: 'T+00:02', message: { text: 'Rain', releasability: { class: 'PAK', tearLine: { en: 'Wet' } } } },
    { id: 'twist', when: { fired: 'ruse' }, delay: '2m', alert: { ...ALERT, updates: 'ruse', severity: 'Extreme' } },
    { id: 'hoax', at: 'T+00:50', duty: { unit: 'spu', status: 'off' } },
    { id: 'reveal', at: 'T+00:55', alert: { ...ALERT, cancels: 'twist' } },
  ],
});

let bench: ApiBench;
let controller: string;
let exercise: string;
const clients: Socket<ServerToClient, ClientToServer>[] = [];

const auth = (token: string) => ({ authorization: `Bearer ${token}` });

function direct(path: string, body: object = {}) {
  const asked = bench.http.post(`/v1/exercises/${exercise}${path}`).set(auth(controller)).send(body);
  return bench.working(exercise, asked);
}

async function read(token: string, path: string) {
  return bench.http.get(`/v1/exercises/${exercise}${path}`).set(auth(token));
}

beforeAll(async () => {
  bench = await ApiBench.start();
  controller = await bench.token({ role: 'controller' });
  exercise = await bench.exercise(parseScenarioText(SCRIPT));
  // In its time, once and again; by hand; improvised, at once.
  await direct('/pause');
  while ((await read(controller, '/injects/twist')).body.status !== 'fired') await direct('/step');
  for (const inject of ['hoax', 'reveal'])
    expect((await direct(`/injects/${inject}/fire`)).body).toHaveProperty('events');
  expect((await direct('/injects', { id: 'sham', alert: { ...ALERT, site: 'road' } })).body).toHaveProperty('events');
}, 60_000);

afterAll(async () => {
  for (const client of clients) client.disconnect();
  await bench?.stop();
});

/** All that a socket is sent from the beginning to the event of this number. */
async function pushed(token: string, upTo: number): Promise<object[]> {
  const client: (typeof clients)[number] = io(bench.url, { transports: ['websocket'], auth: { token } });
  clients.push(client);
  const events: object[] = [];
  client.on('events', (batch) => void events.push(...batch.events));
  client.emit('join', { exercise, after: 0 }, () => undefined);
  await eventually(() => expect(events.length).toBe(upTo));
  return events;
}

describe.each([{ role: 'operator', side: 'PAK' }, { role: 'operator', side: 'CHN' }, { role: 'observer' }] as const)(
  'a player ($role $side)',
  (account) => {
    it('finds the name of no inject in the stream, be it as a list or pushed, and cannot tell which were fired by hand', async () => {
      const token = await bench.token(account);
      const { body } = await read(token, '/events?limit=1000');
      const types = body.events.map(({ type }: { type: string }) => type);
      expect(types).toEqual(
        expect.arrayContaining(['AlertAccepted', 'AlertSuperseded', 'IncidentCancelled', 'UnitDutyChanged']),
      );
      expect(types.includes('MessageSent')).toBe('side' in account);
      const live = await pushed(token, body.events.length);
      expect(live).toEqual(body.events);
      expect(JSON.stringify(live)).not.toMatch(NAMES);
      const causes = body.events.flatMap(({ type, cause }: { type: string; cause: object }) =>
        ['AlertAccepted', 'MessageSent', 'UnitDutyChanged'].includes(type) ? [cause] : [],
      );
      expect(causes.length).toBeGreaterThan(4);
      expect(causes.every((cause: object) => JSON.stringify(cause) === '{"timer":"script"}')).toBe(true);
    });

    it('finds it in no list and no document', async () => {
      const token = await bench.token(account);
      for (const list of ['/alerts', '/incidents', '/notifications', '/units']) {
        const { items } = (await read(token, `${list}?limit=200`)).body;
        expect([list, items.length > 0]).toEqual([list, true]);
        for (const { id } of items) {
          const { status, text } = await read(token, `${list}/${id}`);
          expect([status, text]).toEqual([200, expect.not.stringMatching(NAMES)]);
        }
        expect(JSON.stringify(items)).not.toMatch(NAMES);
      }
      for (const path of ['', '/policy', '/lint', '/commands']) {
        const { status, text } = await read(token, path);
        expect([path, status === 200 || status === 403, text]).toEqual([path, true, expect.not.stringMatching(NAMES)]);
      }
    });

    it('may read neither script, recording nor report', async () => {
      const token = await bench.token(account);
      for (const path of ['/injects', '/injects/ruse', '/recording', '/report']) {
        expect([path, (await read(token, path)).status]).toEqual([path, 403]);
      }
    });
  },
);

it('is told in full to those who run the exercise; a recording, which could be run again, to controllers only', async () => {
  const { body } = await read(controller, '/events?limit=1000');
  expect(JSON.stringify(body)).toMatch(NAMES);
  const byHand = body.events.filter(({ cause }: { cause: object }) => 'inject' in cause);
  expect(byHand.map(({ type }: { type: string }) => type)).toEqual(
    expect.arrayContaining(['InjectFired', 'InjectImprovised', 'AlertAccepted', 'UnitDutyChanged']),
  );
  expect((await read(controller, '/recording')).status).toBe(200);
  for (const role of ['evaluator', 'service'] as const) {
    expect([role, (await read(await bench.token({ role }), '/recording')).status]).toEqual([role, 403]);
  }
});
