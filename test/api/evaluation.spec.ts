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
