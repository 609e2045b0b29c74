/** Notes on an incident over HTTP: who writes them, who reads them, and with which words they are refused. */
import { SAMPLE_UNITS, sampleScenario } from '#domain/testing/sample-scenario.js';
import { ApiBench, sampleAlert } from './api-bench.js';

/** Nobody answers by himself, so that all that happens is done here. */
const SCENARIO = sampleScenario({ units: SAMPLE_UNITS.map((unit) => ({ ...unit, mode: 'played' })) });

let bench: ApiBench;
let exercise: string;
let joint: string;
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
  joint = await incident('JOINT');
});

afterAll(() => bench?.stop());

function post(path: string, body: object, token: string) {
  const request = bench.http.post(`/v1/exercises/${exercise}${path}`).set('authorization', `Bearer ${token}`);
  return bench.working(exercise, request.send(body));
}

const note = (body: object, token = pak, id = joint) => post(`/incidents/${id}/notes`, body, token);

async function get(path: string, token: string) {
  return (await bench.http.get(`/v1/exercises/${exercise}${path}`).set('authorization', `Bearer ${token}`)).body;
}

async function incident(releaseClass: 'JOINT' | 'PAK'): Promise<string> {
  const alert = sampleAlert({ exercise: { site: 'plant', releasability: { class: releaseClass } } });
  const sent = await post('/alerts', alert, controller);
  await bench.work(exercise);
  return (await get(`/alerts/${sent.body.accepted[0]}`, controller)).incident;
}

const textsFor = async (token: string): Promise<string[]> =>
  (await get('/events?type=IncidentNoted', token)).events.map(({ data }: { data: { text: string } }) => data.text);

const problem = ({ status, body }: { status: number; body: { code: string } }) => [status, body.code];

it('a note is answered with its event, and is read by those whom it is for', async () => {
  const { status, body } = await note({ text: 'The gate is shut\nand guarded' });
  expect([status, body.events]).toEqual([
    200,
    [
      expect.objectContaining({
        type: 'IncidentNoted',
        audience: 'PAK',
        data: { incident: joint, note: `${joint}.PAK.1`, text: 'The gate is shut\nand guarded' },
        actor: expect.objectContaining({ kind: 'account', role: 'operator', side: 'PAK' }),
      }),
    ],
  ]);
  await note({ text: 'The bus waits' }, chn);
  await note({ text: 'The road is open', shared: true }, chn);
  await note({ text: 'PAK is quick' }, controller);
  expect(await textsFor(pak)).toEqual(['The gate is shut\nand guarded', 'The road is open']);
  expect(await textsFor(chn)).toEqual(['The bus waits', 'The road is open']);
  expect(await textsFor(await bench.token({ role: 'observer' }))).toEqual(['The road is open']);
  expect(await textsFor(await bench.token({ role: 'evaluator' }))).toHaveLength(4);
});

it('two people who write at the same time both keep what they wrote, and the same request counts once', async () => {
  const both = await Promise.all([note({ text: 'one' }), note({ text: 'two' })]);
  expect(both.map(({ body }) => body.events[0].data.note).toSorted()).toEqual([`${joint}.PAK.1`, `${joint}.PAK.2`]);
  const again = () => {
    const request = bench.http.post(`/v1/exercises/${exercise}/incidents/${joint}/notes`);
    const headers = { authorization: `Bearer ${pak}`, 'idempotency-key': 'three' };
    return bench.working(exercise, request.set(headers).send({ text: 'three' }));
  };
  expect((await again()).body).toEqual((await again()).body);
  expect((await textsFor(pak)).toSorted()).toEqual(['one', 'three', 'two']);
});

it('a note of one side changes nothing that the other side can read', async () => {
  const read = async () => [
    await get('', chn),
    await get('/incidents', chn),
    await get('/events', chn),
    await get('/commands', chn),
  ];
  await post('/pause', {}, controller);
  const before = await read();
  await note({ text: 'hidden' });
  await note({ text: 'hidden' }, controller);
  expect(await read()).toEqual(before);
});

it('a note is refused in words', async () => {
  expect(problem(await note({ text: 'n' }, chn, await incident('PAK')))).toEqual([404, 'NOT_FOUND']);
  expect(problem(await note({ text: 'n' }, pak, 'INC-0099'))).toEqual([404, 'NOT_FOUND']);
  expect(problem(await note({ text: 'n' }, await bench.token({ role: 'evaluator' })))).toEqual([403, 'FORBIDDEN']);
  for (const body of [{}, { text: '' }, { text: 'x'.repeat(2_001) }, { text: 'n', shared: 1 }]) {
    expect(problem(await note(body))).toEqual([422, 'INPUT_INVALID']);
  }
  expect(problem(await note({ text: 'a\u202Eb' }))).toEqual([400, 'FORBIDDEN_CHARACTER']);
  expect((await note({ text: 'x'.repeat(2_000) })).status).toBe(200);
  await post(`/incidents/${joint}/resolve`, { reason: 'all is well' }, controller);
  expect((await note({ text: 'resolved, and known' })).status).toBe(200);
  await post(`/incidents/${joint}/close`, { reason: 'all is well' }, controller);
  expect(problem(await note({ text: 'n' }))).toEqual([409, 'INCIDENT_CLOSED']);
  await post('/end', {}, controller);
  expect(problem(await note({ text: 'n' }))).toEqual([409, 'EXERCISE_NOT_RUNNING']);
});

it('a note is among what can be done, for those who may', async () => {
  const offered = async (token: string) =>
    (await get(`/incidents/${joint}/explain`, token)).possible.filter(
      ({ command }: { command: string }) => command === 'NoteIncident',
    );
  expect(await offered(pak)).toEqual([{ command: 'NoteIncident', needs: ['text'] }]);
  expect(await offered(await bench.token({ role: 'observer', side: 'PAK' }))).toEqual([]);
});
