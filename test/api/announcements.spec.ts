/** Messages over everybody's screen: to whom they go, who has read them, and that the log knows nothing of it. */
import type { AnnouncementView } from '#contracts/http/announcements.js';
import { eventually } from '../support/eventually.js';
import { ApiBench } from './api-bench.js';
import { type Client, socket, token } from './people.js';

let bench: ApiBench;
let exercise: string;
let control: ReturnType<typeof token>;
const clients: Client[] = [];

beforeAll(async () => {
  bench = await ApiBench.start();
  control = token(bench, await bench.token({ role: 'controller', name: 'Control' }));
}, 60_000);

beforeEach(async () => {
  exercise = await bench.exercise();
});

afterEach(() => {
  for (const client of clients.splice(0)) client.disconnect();
});

afterAll(() => bench?.stop());

const at = (rest = '') => `/v1/exercises/${exercise}/announcements${rest}`;

async function comes(account: Parameters<ApiBench['token']>[0]) {
  const secret = await bench.token(account);
  const client = await socket(bench, {}, { token: secret });
  clients.push(client);
  const told: AnnouncementView[] = [];
  client.on('announcement', ({ announcement }) => told.push(announcement));
  await client.emitWithAck('join', { exercise });
  const ask = token(bench, secret);
  return { ask, told, list: async () => (await ask('get', at())).body.items as AnnouncementView[] };
}

async function announce(body: object): Promise<AnnouncementView> {
  const answer = await control('post', at(), body);
  expect([answer.status, answer.body.errors]).toEqual([201, undefined]);
  return answer.body;
}

const STOP = { en: 'Stop, read this', ur: 'رکیں، یہ پڑھیں', zh: '停，请看' };

it('reaches those whom it is for, and nobody else', async () => {
  const people = {
    pak: await comes({ role: 'operator', side: 'PAK', name: 'Amina' }),
    chn: await comes({ role: 'operator', side: 'CHN', name: 'Li' }),
    evaluator: await comes({ role: 'evaluator', name: 'Evaluator' }),
    observer: await comes({ role: 'observer', name: 'Neither' }),
  };
  const cases: [object, (keyof typeof people)[]][] = [
    [{}, ['pak', 'chn', 'evaluator', 'observer']],
    [{ side: 'PAK' }, ['pak']],
    [{ role: 'operator' }, ['pak', 'chn']],
    [{ role: 'operator', side: 'CHN' }, ['chn']],
  ];
  const sent = new Map<string, string[]>(Object.keys(people).map((key) => [key, []]));
  for (const [to, addressed] of cases) {
    const { id } = await announce({ text: STOP, ...to });
    for (const key of addressed) sent.get(key)?.push(id);
  }
  for (const [key, { told, list }] of Object.entries(people)) {
    const ids = sent.get(key) ?? [];
    expect([key, (await list()).map(({ id }) => id).toReversed()]).toEqual([key, ids]);
    await eventually(() => expect([key, told.map(({ id }) => id)]).toEqual([key, ids]));
    for (const view of told) expect(view).toEqual({ id: view.id, at: view.at, text: STOP, addressed: true });
  }
});

it('says who has read it, and when; the first time counts', async () => {
  const amina = await comes({ role: 'operator', side: 'PAK', name: 'Amina' });
  const li = await comes({ role: 'operator', side: 'CHN', name: 'Li' });
  const director = await comes({ role: 'controller', name: 'Another Controller' });
  const { id } = await announce({ text: { en: 'x' }, role: 'operator', note: 'because' });
  const receipts = async () => {
    const [view] = (await control('get', at())).body.items as AnnouncementView[];
    return view?.receipts?.map(({ name, side, readAt }) => [name, side, readAt !== undefined]);
  };
  expect(await receipts()).toEqual([
    ['Li', 'CHN', false],
    ['Amina', 'PAK', false],
  ]);
  await eventually(() => expect([amina.told.length, li.told.length]).toEqual([1, 1]));
  expect((await amina.ask('post', at(`/${id}/read`))).status).toBe(204);
  const [first] = await amina.list();
  expect((await amina.ask('post', at(`/${id}/read`))).status).toBe(204);
  expect(await amina.list()).toEqual([first]);
  expect(first).toMatchObject({ readAt: expect.any(String) });
  expect(await receipts()).toEqual([
    ['Li', 'CHN', false],
    ['Amina', 'PAK', true],
  ]);
  await eventually(() =>
    expect(director.told.at(-1)?.receipts?.filter(({ readAt }) => readAt !== undefined)).toHaveLength(1),
  );
  await eventually(() => expect(amina.told.at(-1)).toMatchObject({ readAt: expect.any(String) }));
  // The other side is not told that something happened.
  expect(li.told).toHaveLength(1);
  expect(JSON.stringify(li.told)).not.toMatch(/Amina|because|receipts/);
});

it('stays until it is read, also for who comes later or again', async () => {
  const { id } = await announce({ text: { zh: '请看' } });
  const late = await comes({ role: 'observer', name: 'Late' });
  await eventually(() => expect(late.told.map((one) => one.id)).toEqual([id]));
  await late.ask('post', at(`/${id}/read`));
  await eventually(() => expect(late.told.at(-1)?.readAt).toBeDefined());
});

it('is withdrawn from all screens', async () => {
  const amina = await comes({ role: 'operator', side: 'PAK', name: 'Amina' });
  const { id } = await announce({ text: { en: 'wrong' } });
  expect((await control('delete', at(`/${id}`))).status).toBe(204);
  await eventually(() => expect(amina.told.at(-1)).toMatchObject({ id, withdrawnAt: expect.any(String) }));
});

it.each([
  ['no text', { text: {} }],
  ['a text that is white space', { text: { en: '  ' } }],
  ['another language', { text: { fr: 'x' } }],
  ['a side that there is not', { text: { en: 'x' }, side: 'ALL' }],
])('is not sent with %s', async (_, body) => {
  expect([400, 422]).toContain((await control('post', at(), body)).status);
});

it('is for controllers to send, and what is not to me does not exist for me', async () => {
  const amina = await comes({ role: 'operator', side: 'PAK', name: 'Amina' });
  expect((await amina.ask('post', at(), { text: { en: 'x' } })).status).toBe(403);
  const { id } = await announce({ text: { en: 'x' }, side: 'CHN' });
  const [hidden, missing] = [await amina.ask('post', at(`/${id}/read`)), await amina.ask('post', at('/none/read'))];
  expect([hidden.status, hidden.body.detail]).toEqual([404, missing.body.detail.replace('none', id)]);
});

it('is no part of the course: the log and its hash stay as they are', async () => {
  const head = () => bench.dataSource.query('SELECT seq_all, last_hash FROM exercise WHERE id = $1', [exercise]);
  const before = await head();
  const { id } = await announce({ text: STOP });
  const { ask } = await comes({ role: 'observer', name: 'Reader' });
  await ask('post', at(`/${id}/read`));
  await bench.work(exercise);
  expect(await head()).toEqual(before);
});
