/** Labels that people change: what each reader gets by the lists, and what the log and the releasing desk say. */
import type { Role } from '#domain/kernel/role.js';
import type { Side } from '#domain/kernel/side.js';
import { ApiBench } from './api-bench.js';

const SECRET = 'The informant has named the road';
/** Long before the story begins: due at once. */
const REVIEW_AT = '2020-01-01T09:00:00+05:00';

let bench: ApiBench;
let exercise: string;
const tokens = new Map<string, string>();

const tokenOf = (who: string) => tokens.get(who) ?? '';

async function read(who: string, path: string) {
  return bench.http.get(`/v1/exercises/${exercise}${path}`).set({ authorization: `Bearer ${tokenOf(who)}` });
}

async function act(who: string, path: string, body: object) {
  const request = bench.http
    .post(`/v1/exercises/${exercise}${path}`)
    .set({ authorization: `Bearer ${tokenOf(who)}` })
    .send(body);
  return bench.working(exercise, request);
}

beforeAll(async () => {
  bench = await ApiBench.start();
  const people: readonly (readonly [string, Role, Side?])[] = [
    ['controller', 'controller'],
    ['operator', 'operator', 'PAK'],
    ['observer', 'observer', 'PAK'],
    ['authority', 'releasing-authority', 'PAK'],
    ['chinese', 'operator', 'CHN'],
  ];
  for (const [name, role, side] of people) tokens.set(name, await bench.token({ role, ...(side && { side }) }));
  exercise = await bench.exercise();
}, 60_000);

afterAll(() => bench?.stop());

async function alertOf(identifier: string, releasability: object): Promise<string> {
  const answer = await act('controller', '/alerts', {
    identifier,
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
    exercise: { site: 'plant', releasability },
  });
  expect(answer.status).toBe(202);
  await bench.work(exercise);
  const { items } = (await read('controller', '/alerts')).body as {
    items: { id: string; alert: { identifier: string } }[];
  };
  return items.find(({ alert }) => alert.identifier === identifier)?.id ?? 'none';
}

it('an alert that is raised is in no list of those who may not read it, and is in them again once it is lowered', async () => {
  const id = await alertOf('label-1', { class: 'PAK' });
  const [{ incident }] = (await read('controller', '/alerts')).body.items;
  const listed = async (who: string) => [
    (await read(who, '/alerts')).body.items.length,
    (await read(who, `/incidents/${incident}`)).status,
  ];
  expect(await listed('operator')).toEqual([1, 200]);
  const raised = await act('authority', '/labels', { of: 'alert', id, tlp: 'TLP:RED' });
  expect(raised.body.events[0]).toMatchObject({
    type: 'LabelChanged',
    data: { seenBy: expect.arrayContaining(['desk:PAK']) },
  });
  expect(await listed('operator')).toEqual([0, 404]);
  expect(await listed('authority')).toEqual([1, 200]);
  const { body } = await read('authority', `/alerts/${id}`);
  expect(body).toMatchObject({
    alert: { exercise: { releasability: { class: 'PAK', tlp: 'TLP:RED' } } },
    label: { tlp: 'TLP:RED' },
  });

  await act('authority', '/labels', { of: 'alert', id, tlp: 'TLP:GREEN' });
  expect(await listed('operator')).toEqual([1, 200]);
  expect((await read('operator', `/alerts/${id}`)).body).toMatchObject({
    alert: { info: [{ headline: SECRET }], exercise: { releasability: { tlp: 'TLP:GREEN' } } },
    label: { tlp: 'TLP:GREEN' },
  });
  await act('authority', '/labels', { of: 'alert', id });
  expect((await read('operator', `/alerts/${id}`)).body.label).toBeUndefined();
  expect(await listed('chinese')).toEqual([0, 404]);
  expect((await read('chinese', '/events')).text).not.toContain('Label');
});

it('a message that is raised and lowered comes back with its text', async () => {
  const sent = await act('operator', '/messages', {
    kind: 'intelligence',
    to: ['desk:PAK'],
    text: SECRET,
    label: { class: 'PAK' },
  });
  const id = sent.body.events[0].data.message;
  await act('authority', '/labels', { of: 'message', id, tlp: 'TLP:RED' });
  expect((await read('observer', `/messages/${id}`)).status).toBe(404);
  expect((await read('operator', `/messages/${id}`)).body).toMatchObject({ label: { tlp: 'TLP:RED' } });
  await act('authority', '/labels', { of: 'message', id });
  expect((await read('observer', `/messages/${id}`)).body).toMatchObject({ text: SECRET, label: { tlp: 'TLP:AMBER' } });
});

it('a label whose review is due stands at the releasing desk until it is confirmed', async () => {
  const id = await alertOf('label-2', { class: 'PAK', reviewAt: REVIEW_AT });
  const reviews = async (who: string) => (await read(who, '/releases')).body.reviews;
  expect(await reviews('authority')).toMatchObject([{ of: 'alert', id, owner: 'PAK' }]);
  expect(await reviews('chinese')).toEqual([]);
  await act('authority', '/labels', { of: 'alert', id });
  expect(await reviews('authority')).toEqual([]);
});

it('a note, a decision and a message state when their label is looked at again, and an observation', async () => {
  await alertOf('label-3', { class: 'PAK' });
  const [{ id: incident }] = (await read('operator', '/incidents')).body.items;
  const reviewAt = '2099-01-01T09:00:00+05:00';
  const decision = { options: ['hold'], decision: 'hold', reason: 'the road is shut' };
  const message = { kind: 'message', to: ['desk:PAK'], text: 'n' };
  const observation = { kind: 'strength', text: 'calm' };
  const written: readonly (readonly [string, string, object, object])[] = [
    ['operator', `/incidents/${incident}/notes`, { text: 'n' }, {}],
    ['operator', `/incidents/${incident}/decisions`, decision, {}],
    ['operator', '/messages', message, { class: 'PAK' }],
    ['controller', '/observations', observation, { class: 'PAK' }],
  ];
  for (const [who, path, body, label] of written) {
    const late = await act(who, path, { ...body, label: { ...label, reviewAt: REVIEW_AT } });
    expect([path, late.status, late.body.code]).toEqual([path, 409, 'TIME_HAS_PASSED']);
    const taken = await act(who, path, { ...body, label: { ...label, reviewAt } });
    expect([path, taken.body.events?.[0]?.data]).toEqual([path, expect.objectContaining({ reviewAt })]);
  }
  const { items } = (await read('observer', `/records?incident=${incident}`)).body;
  expect(items).toMatchObject([{ reviewAt }, { reviewAt }]);
});

it('a tear line of what both sides read is refused', async () => {
  const label = { class: 'JOINT', tearLine: { en: 'A threat' } };
  const refused = await act('operator', '/messages', { kind: 'message', to: ['desk:CHN'], text: 'n', label });
  expect([refused.status, refused.body.code]).toEqual([422, 'LABEL_CONTRADICTION']);
});
