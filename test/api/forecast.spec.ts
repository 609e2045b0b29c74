/** What comes of an exercise if nobody acts, by the API. */
import type { ForecastView } from '#contracts/http/forecast.js';
import { loadScenarioFile } from '../../apps/cli/src/files/scenario-folder.js';
import { ApiBench, sampleAlert } from './api-bench.js';

let bench: ApiBench;
let controller: string;

beforeAll(async () => {
  bench = await ApiBench.start();
  controller = await bench.token({ role: 'controller' });
}, 60_000);

afterAll(() => bench?.stop());

const ask = (exercise: string, body: object = {}, token = controller) =>
  bench.http.post(`/v1/exercises/${exercise}/forecast`).set('authorization', `Bearer ${token}`).send(body);

const logOf = async (exercise: string): Promise<number> =>
  (await bench.http.get(`/v1/exercises/${exercise}`).set('authorization', `Bearer ${controller}`)).body.lastSeq;

it('says what becomes of the chains that are at work, and leaves the log as it is', async () => {
  const exercise = await bench.exercise();
  await bench.http
    .post(`/v1/exercises/${exercise}/alerts`)
    .set('authorization', `Bearer ${controller}`)
    .send(sampleAlert({ exercise: { site: 'plant', releasability: { class: 'JOINT' } } }));
  await bench.work(exercise);
  const before = await logOf(exercise);
  const { status, body } = await ask(exercise, { runs: 100 });
  expect(status).toBe(200);
  const forecast = body as ForecastView;
  expect(forecast).toMatchObject({ exercise, seq: before, runs: expect.any(Number), expectations: [] });
  expect(forecast.chains).toMatchObject([{ incident: 'INC-0001', chain: 'standard', deadline: expect.any(Number) }]);
  for (const { exhausted, joint = 0, jointByDeadline = 0 } of forecast.chains) {
    expect(jointByDeadline).toBeLessThanOrEqual(joint);
    expect(exhausted).toBeLessThanOrEqual(1);
  }
  expect(await logOf(exercise)).toBe(before);
});

it('is made once for all who ask within a few seconds', async () => {
  const exercise = await bench.exercise();
  const answers = await Promise.all([ask(exercise), ask(exercise, { runs: 500 }), ask(exercise)]);
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
  expect((await ask(exercise)).text).toBe(answers[0]?.text);
});

it('is for controllers, and for what has not ended', async () => {
  const exercise = await bench.exercise();
  for (const role of ['evaluator', 'operator', 'observer'] as const) {
    expect((await ask(exercise, {}, await bench.token({ role }))).status).toBe(403);
  }
  expect((await ask(exercise, { runs: 1 })).body.code).toBe('INPUT_INVALID');
  await bench.command(exercise, 'EndExercise', {});
  expect((await ask(exercise)).body.code).toBe('EXERCISE_ENDED');
  expect((await ask('EX-none')).status).toBe(404);
});

it('covers a full day with all its expectations', async () => {
  const { scenario } = loadScenarioFile('scenarios/full-day.yaml');
  if (scenario === undefined) throw new Error('the full day does not load');
  const exercise = await bench.exercise(scenario);
  const { body } = await ask(exercise, { runs: 100 });
  const { runs, expectations } = body as ForecastView;
  expect(runs).toBeGreaterThan(0);
  expect(expectations).toHaveLength(scenario.expectations?.length ?? 0);
  for (const { met, missed, notApplicable } of expectations) expect(met + missed + notApplicable).toBeCloseTo(1);
});
