/** Messages and decisions over HTTP: sent, listed, read and answered, each as far as the caller may know. */
import { SAMPLE_UNITS, sampleScenario } from '#domain/testing/sample-scenario.js';
import { ApiBench, sampleAlert } from './api-bench.js';

const SCENARIO = sampleScenario({ units: SAMPLE_UNITS.map((unit) => ({ ...unit, mode: 'played' })) });

let bench: ApiBench;
let exercise: string;
let controller: string;
let pak: string;
let chn: string;

beforeAll(async () => {
  bench = await ApiBench.start();
  controller = await bench.token({ role: 'controller' });
  pak = await bench.token({ role: 'operator', side: 'PAK' });
  chn = await bench.token({ role: 'operator', side: 'CHN' });
}, 60_000);

beforeEach(async () => {
  exercise = await bench.exercise(SCENARIO);
});

afterAll(() => bench?.stop());

function post(path: string, body: object, token: string) {
  const request = bench.http.post(`/v1/exercises/${exercise}${path}`).set('authorization', `Bearer ${token}`);
  return bench.working(exercise, request.send(body));
}

const send = (body: object, token = pak) =>
  post(
    '/messages',
    { kind: 'message', to: ['desk:CHN'], text: 'all quiet', label: { class: 'JOINT' }, ...body },
    token,
  );

async function get(path: string, token: string) {
  return (await bench.http.get(`/v1/exercises/${exercise}${path}`).set('authorization', `Bearer ${token}`)).body;
}

const idsFor = async (token: string, query = ''): Promise<string[]> =>
  (await get(`/messages${query}`, token)).items.map(({ id }: { id: string }) => id);

const problem = ({ status, body }: { status: number; body: { code: string } }) => [status, body.code];

it('a request is listed with what becomes of it', async () => {
  const { status, body } = await send({ kind: 'request', text: 'How many?', answerWithinMs: 600_000 });
  expect([status, body.events]).toEqual([200, [expect.objectContaining({ type: 'MessagePosted', audience: 'JOINT' })]]);
  expect((await post('/messages/MSG-0001/read', {}, chn)).status).toBe(200);
  const answer = { kind: 'answer', to: undefined, inReplyTo: 'MSG-0001', text: { en: 'Forty.', zh: '四十人。' } };
  expect((await send(answer, chn)).status).toBe(200);
  expect(await get('/messages/MSG-0001', pak)).toMatchObject({
    id: 'MSG-0001',
    from: 'desk:PAK',
    to: ['desk:CHN'],
    label: { tlp: 'TLP:GREEN' },
    readBy: [{ by: 'desk:CHN' }],
    request: { status: 'answered', answers: [{ by: 'desk:CHN', message: 'MSG-0002' }] },
  });
  expect(await idsFor(pak)).toEqual(['MSG-0002', 'MSG-0001']);
  expect(await idsFor(chn, '?kind=request')).toEqual(['MSG-0001']);
  expect(await idsFor(chn, '?status=open')).toEqual([]);
  expect(await idsFor(chn, '?address=control')).toEqual([]);
});

it('pages go on where the one before ended', async () => {
  for (const text of ['one', 'two', 'three']) await send({ text });
  const first = await get('/messages?limit=2', chn);
  expect(first.items.map(({ id }: { id: string }) => id)).toEqual(['MSG-0003', 'MSG-0002']);
  await send({ text: 'four' });
  expect(await idsFor(chn, `?limit=2&cursor=${encodeURIComponent(first.next)}`)).toEqual(['MSG-0001']);
  expect((await get('/messages?cursor=x', chn)).code).toBe('CURSOR_INVALID');
});

it('a tear line without a text is an error, and shows nobody that there is something', async () => {
  const before = await get('/events', chn);
  const label = { class: 'PAK', tearLine: {} };
  const body = { to: ['desk:PAK'], kind: 'intelligence', text: 'from a driver', label };
  const { status, body: answer } = await post('/messages', body, pak);
  expect([status, answer.errors]).toEqual([
    422,
    [expect.objectContaining({ path: 'label.tearLine', code: 'MISSING_FIELD' })],
  ]);
  expect(await get('/events', chn)).toEqual(before);
});

it("a side's own message is nothing to the other side, and its tear line is all that gets there", async () => {
  const before = await get('/messages', chn);
  await send({ to: ['desk:PAK'], label: { class: 'PAK' } });
  await send({ kind: 'intelligence', text: 'from a driver', label: { class: 'PAK', tearLine: { en: 'Look out.' } } });
  expect(await get('/messages', chn)).toEqual(before);
  expect(await idsFor(pak)).toEqual(['MSG-PAK-0002', 'MSG-PAK-0001']);
  const hidden = await get('/messages/MSG-PAK-0001', chn);
  const none = await get('/messages/MSG-PAK-0009', chn);
  expect([hidden.status, hidden.detail.replace('0001', '')]).toEqual([404, none.detail.replace('0009', '')]);
  const { events } = await get('/events', chn);
  expect(JSON.stringify(events)).not.toMatch(/MSG-PAK|driver/);
  expect(events.at(-1)).toMatchObject({ type: 'TearLineShared', data: { kind: 'message', text: { en: 'Look out.' } } });
  expect(problem(await post('/messages/MSG-PAK-0001/read', {}, chn))).toEqual([404, 'UNKNOWN_MESSAGE']);
});

it('under TLP:RED a message is listed to its readers only', async () => {
  const authority = await bench.token({ role: 'releasing-authority', side: 'PAK' });
  const other = await bench.token({ role: 'observer', side: 'PAK' });
  await send({ to: ['control'], label: { class: 'PAK', tlp: 'TLP:RED' } });
  const lists = await Promise.all([pak, authority, other, controller].map((token) => idsFor(token)));
  expect(lists).toEqual([['MSG-PAK-0001'], ['MSG-PAK-0001'], [], ['MSG-PAK-0001']]);
});

it('what does not fit is refused', async () => {
  expect(problem(await send({ label: { class: 'PAK' } }))).toEqual([422, 'TEAR_LINE_MISSING']);
  expect(problem(await send({ label: { class: 'JOINT', tlp: 'TLP:RED' } }))).toEqual([422, 'LABEL_CONTRADICTION']);
  expect(problem(await send({ label: { class: 'CHN' } }))).toEqual([403, 'CLASS_NOT_ALLOWED']);
  expect(problem(await send({ label: {} }))[0]).toBe(422);
  const faultOf = async (body: object) => (await send(body)).body.errors?.[0]?.message;
  expect(await faultOf({ to: ['desk:USA'] })).toBe(
    'to[0] is "desk:USA"; it must be unit:ID, desk:PAK, desk:CHN or control.',
  );
  expect(await faultOf({ text: ' \n ' })).toMatch(/^text is .*; it must be more than blanks\.$/);
  expect(await faultOf({ answerWithinMs: 60_000 })).toBe(
    'answerWithinMs is 60000; it must be left out, unless kind is request.',
  );
  expect(problem(await send({ kind: 'answer' }))).toEqual([422, 'NOT_A_REQUEST']);
  expect(problem(await send({}, await bench.token({ role: 'observer', side: 'PAK' })))[0]).toBe(403);
});

it('a decision is on record for those who read a note', async () => {
  const alert = sampleAlert({ exercise: { site: 'plant', releasability: { class: 'JOINT' } } });
  await post('/alerts', alert, controller);
  await bench.work(exercise);
  const body = { options: ['hold the bus', 'turn back'], decision: 'hold the bus', reason: 'the road is shut' };
  const decide = (more: object, token: string) => post('/incidents/INC-0001/decisions', { ...body, ...more }, token);
  expect((await decide({}, pak)).body.events[0].data).toEqual({
    incident: 'INC-0001',
    record: 'INC-0001.PAK.D1',
    ...body,
  });
  await decide({ shared: true }, chn);
  const records = async (token: string) =>
    (await get('/events?type=DecisionRecorded', token)).events.map(
      ({ data }: { data: { record: string } }) => data.record,
    );
  expect(await records(pak)).toEqual(['INC-0001.PAK.D1', 'INC-0001.JOINT.D1']);
  expect(await records(chn)).toEqual(['INC-0001.JOINT.D1']);
});
