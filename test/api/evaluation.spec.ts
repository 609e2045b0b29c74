/** Evaluators over HTTP: what they may put on record, when, and who reads it. */
import { ApiBench } from './api-bench.js';

let bench: ApiBench;
let exercise: string;
let evaluator: string;
let controller: string;

const OBSERVATION = { kind: 'area-for-improvement', text: 'The desk was called twice', capabilityElement: 'planning' };
const IMPROVEMENT = { correctiveAction: 'One list of numbers', capabilityElement: 'planning', organization: 'Desk' };

beforeAll(async () => {
  bench = await ApiBench.start();
  evaluator = await bench.token({ role: 'evaluator' });
  controller = await bench.token({ role: 'controller' });
  exercise = await bench.exercise();
}, 60_000);

afterAll(() => bench?.stop());

function send(path: string, body: object, token = evaluator) {
  const request = bench.http.post(`/v1/exercises/${exercise}${path}`).set('authorization', `Bearer ${token}`);
  return bench.working(exercise, request.send(body));
}

function read(path: string, token: string) {
  return bench.http.get(`/v1/exercises/${exercise}${path}`).set('authorization', `Bearer ${token}`);
}

it('an evaluator records while the exercise runs and after its end, under their own name', async () => {
  const during = await send('/observations', OBSERVATION);
  expect([during.status, during.body.events[0]]).toMatchObject([
    200,
    { type: 'ObservationRecorded', data: { observation: 'OBS-0001', ...OBSERVATION }, actor: { role: 'evaluator' } },
  ]);
  expect((await send('/end', {}, controller)).status).toBe(200);
  const after = await send('/improvements', { ...IMPROVEMENT, observation: 'OBS-0001', start: '2026-12-01' });
  expect([after.status, after.body.events[0].data.improvement]).toEqual([200, 'IMP-0001']);
  expect(await send('/pause', {}, controller)).toMatchObject({ status: 409 });
});

it('what was recorded is read by evaluators and controllers, by nobody of a side', async () => {
  const operator = await bench.token({ role: 'operator', side: 'PAK' });
  const types = async (token: string) =>
    (await read('/events', token)).body.events.map(({ type }: { type: string }) => type) as string[];
  expect(await types(evaluator)).toContain('ObservationRecorded');
  expect(await types(operator)).not.toContain('ObservationRecorded');
});

it('what is released to a side is read by that side alone and is in its export, without objective and evidence', async () => {
  const observe = (more: object) => send('/observations', { ...OBSERVATION, evidence: [1], ...more });
  expect((await observe({ text: 'for control' })).status).toBe(200);
  const released = await observe({ text: 'for Pakistan', label: { class: 'PAK' } });
  expect([released.status, released.body.events[0]]).toMatchObject([
    200,
    { audience: 'PAK', data: { observation: 'OBS-PAK-0001', evidence: [1], label: { tlp: 'TLP:AMBER' } } },
  ]);
  expect((await observe({ text: 'for both', label: { class: 'JOINT', tlp: 'TLP:CLEAR' } })).status).toBe(200);
  expect(await observe({ label: { class: 'JOINT', tlp: 'TLP:RED' } })).toMatchObject({
    status: 422,
    body: { code: 'LABEL_CONTRADICTION' },
  });
  for (const [side, texts] of [
    ['PAK', ['for Pakistan', 'for both']],
    ['CHN', ['for both']],
  ] as const) {
    const commander = await bench.token({ role: 'commander', side });
    const events = (await read('/events?limit=500&type=ObservationRecorded', commander)).body.events;
    expect([side, events.map(({ data }: { data: { text: string } }) => data.text)]).toEqual([side, texts]);
    expect(JSON.stringify(events)).not.toContain('evidence');
    const file = (await read('/recording', commander)).text;
    const exported = file.split('\n').filter((line: string) => line.includes('"ObservationRecorded"'));
    expect([side, exported.length]).toEqual([side, texts.length]);
    expect(exported.join('\n')).not.toMatch(/evidence|for control/);
  }
});

it('nobody else may evaluate, and an evaluator may not run the exercise', async () => {
  const operator = await bench.token({ role: 'operator' });
  expect(await send('/observations', OBSERVATION, operator)).toMatchObject({ status: 403 });
  expect(await send('/resume', {})).toMatchObject({ status: 403, body: { code: 'FORBIDDEN' } });
});

it('what cannot be is refused, and told where', async () => {
  const dates = await send('/improvements', { ...IMPROVEMENT, start: '2026-12-02', completion: '2026-12-01' });
  expect(dates).toMatchObject({ status: 422, body: { errors: [{ path: 'completion' }] } });
  expect(await send('/ratings', { objective: 'Response', rating: 'A', reason: 'r' })).toMatchObject({
    status: 422,
    body: { errors: [{ path: 'rating' }] },
  });
  expect(await send('/ratings', { objective: 'Nothing like it', rating: 'P', reason: 'r' })).toMatchObject({
    status: 422,
    body: { code: 'UNKNOWN_OBJECTIVE' },
  });
});
