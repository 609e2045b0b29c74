/** Release in two steps over HTTP: what each side sends, what it reads of it, and what it never reads. */
import { SAMPLE_UNITS, sampleScenario } from '#domain/testing/sample-scenario.js';
import { ApiBench, sampleAlert } from './api-bench.js';

const SCENARIO = sampleScenario({ units: SAMPLE_UNITS.map((unit) => ({ ...unit, mode: 'played' })) });

let bench: ApiBench;
let exercise: string;
let controller: string;
const pak: Record<string, string> = {};
const chn: Record<string, string> = {};

beforeAll(async () => {
  bench = await ApiBench.start();
  controller = await bench.token({ role: 'controller' });
  for (const role of ['operator', 'releasing-authority'] as const) {
    pak[role] = await bench.token({ role, side: 'PAK' });
    chn[role] = await bench.token({ role, side: 'CHN' });
  }
  exercise = await bench.exercise(SCENARIO);
  await post('/alerts', sampleAlert({ exercise: { site: 'plant', releasability: { class: 'PAK' } } }), controller);
  await bench.work(exercise);
}, 60_000);

afterAll(() => bench?.stop());

function post(path: string, body: object, token = '') {
  const request = bench.http.post(`/v1/exercises/${exercise}${path}`).set('authorization', `Bearer ${token}`);
  return bench.working(exercise, request.send(body));
}

function get(path: string, token = '') {
  return bench.http.get(`/v1/exercises/${exercise}${path}`).set('authorization', `Bearer ${token}`);
}

const problem = ({ status, body }: { status: number; body: { code: string } }) => [status, body.code];

it('is asked, proposed, previewed and approved, and the other side then has it under numbers of its own', async () => {
  const asked = await post('/releases/requests', { text: 'Do you know more about the plant?' }, chn['operator']);
  expect(asked.body.events.map(({ type }: { type: string }) => type)).toEqual(['ReleaseRequested']);
  const before = (await get('/releases', chn['operator'])).body;
  expect(before).toMatchObject({ cases: [], requests: [{ id: 'REQ-CHN-0001', status: 'waiting' }], links: {} });

  const proposal = { incident: 'PAK-0001', answers: 'REL-PAK-0001', reason: 'Their workers are there' };
  expect((await post('/releases', proposal, pak['operator'])).status).toBe(200);
  expect(problem(await get('/releases/REL-PAK-0001/preview', chn['releasing-authority']))).toEqual([404, 'NOT_FOUND']);
  const preview = (await get('/releases/REL-PAK-0001/preview', pak['releasing-authority'])).body;
  expect(preview).toMatchObject({ reader: 'CHN', incident: 'PAK-0001', stays: false });
  expect(preview.events.map(({ type }: { type: string }) => type)).toEqual(['IncidentOpened', 'AlertAccepted']);

  const approve = { decision: 'approve' };
  expect(problem(await post('/releases/REL-PAK-0001/decide', approve, pak['operator']))).toEqual([403, 'FORBIDDEN']);
  expect(problem(await post('/releases/REL-PAK-0001/decide', approve, chn['releasing-authority']))).toEqual([
    404,
    'UNKNOWN_RELEASE',
  ]);
  expect((await post('/releases/REL-PAK-0001/decide', approve, pak['releasing-authority'])).status).toBe(200);

  const incident = (await get('/incidents/INC-0001', chn['operator'])).body;
  expect(incident).toMatchObject({ id: 'INC-0001', class: 'JOINT', status: 'open' });
  expect((await get('/incidents/PAK-0001', pak['operator'])).body).toMatchObject({ status: 'closed' });
  // Each by its other name, for those alone who may know of both.
  const linkedOf = async (id: string, token = '') => (await get(`/incidents/${id}`, token)).body.linked;
  for (const token of [pak['operator'], controller]) {
    expect([await linkedOf('PAK-0001', token), await linkedOf('INC-0001', token)]).toEqual([
      ['INC-0001'],
      ['PAK-0001'],
    ]);
  }
  expect(await linkedOf('INC-0001', chn['operator'])).toBeUndefined();
  const [request] = (await get('/releases', chn['operator'])).body.requests;
  expect(request).toMatchObject({ status: 'released', joint: 'INC-0001' });
  const { cases, links } = (await get('/releases', pak['operator'])).body;
  expect([cases[0].status, links]).toEqual(['approved', { 'PAK-0001': ['INC-0001'] }]);
  const { events } = (await get('/events?limit=500', chn['operator'])).body;
  // What a person of the side named itself is in its own refusal.
  const read = JSON.stringify(events.filter(({ type }: { type: string }) => type !== 'CommandRefused'));
  const accepted = events.find(({ type }: { type: string }) => type === 'AlertAccepted');
  expect(accepted.cause).toEqual({ timer: 'rules' });
  expect(read).not.toMatch(/PAK-0001|REL-PAK/);
});

it('a tear line is given in one language or several, and not without a text', async () => {
  await post('/releases/requests', { text: 'And about the port?' }, chn['operator']);
  const decide = (text: object) =>
    post('/releases/REL-PAK-0002/decide', { decision: 'tear-line', text }, pak['releasing-authority']);
  expect((await decide({})).status).toBe(422);
  expect((await decide({ en: 'Avoid the port today' })).status).toBe(200);
  const [request] = (await get('/releases', chn['operator'])).body.requests;
  expect(request).toMatchObject({ id: 'REQ-CHN-0002', status: 'tear-line' });
});

it('is refused in the same words for a case of the other side and for none', async () => {
  const withdraw = (id: string) => post(`/releases/${id}/withdraw`, {}, chn['operator']);
  const [hidden, none] = [await withdraw('REL-PAK-0001'), await withdraw('REL-PAK-0009')];
  expect(problem(hidden)).toEqual(problem(none));
  expect(hidden.body.detail.replace('0001', '0009')).toBe(none.body.detail);
});

it('is answered by a tear line in one language', async () => {
  await post('/releases/requests', { text: 'Anything on the depot?' }, chn['operator']);
  const [asked] = (await get('/releases', pak['operator'])).body.cases;
  const decide = (text: object) =>
    post(`/releases/${asked.id}/decide`, { decision: 'tear-line', text }, pak['releasing-authority']);
  expect(problem(await decide({}))).toEqual([422, 'INPUT_INVALID']);
  expect((await decide({ en: 'Avoid the coast road' })).status).toBe(200);
  const { events } = (await get('/events?type=TearLineShared', chn['operator'])).body;
  expect(events.at(-1)).toMatchObject({ data: { text: { en: 'Avoid the coast road' }, label: { tlp: 'TLP:AMBER' } } });
});
