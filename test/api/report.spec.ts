/** The after-action report over HTTP: when it can be read, by whom, in which form. */
import { reportDocument } from '#contracts/report/report-document.js';
import { ApiBench, sampleAlert } from './api-bench.js';

let bench: ApiBench;
let exercise: string;
let evaluator: string;

beforeAll(async () => {
  bench = await ApiBench.start();
  evaluator = await bench.token({ role: 'evaluator' });
  exercise = await bench.exercise();
  const controller = await bench.token({ role: 'controller' });
  await bench.http
    .post(`/v1/exercises/${exercise}/alerts`)
    .set('authorization', `Bearer ${controller}`)
    .send(sampleAlert({ exercise: { site: 'plant' } }));
  await bench.work(exercise);
}, 60_000);

afterAll(() => bench?.stop());

function report(token = evaluator, query = '', accept = '*/*') {
  return bench.http
    .get(`/v1/exercises/${exercise}/report${query}`)
    .set('authorization', `Bearer ${token}`)
    .set('accept', accept)
    .buffer(true);
}

it('is marked as interim before ENDEX in each form', async () => {
  const { body } = await report();
  expect(body).toMatchObject({ interim: true, wall: { from: expect.any(String) } });
  expect((await report(evaluator, '?format=md')).text).toContain('INTERIM: the exercise had not ended');
  expect((await report(evaluator, '?format=html')).text).toContain('<title>EXERCISE · INTERIM · T+');
  await bench.command(exercise, 'EndExercise', {});
});

it('is JSON of its schema unless another form is asked for, and names the head of the log', async () => {
  const { status, body, headers } = await report();
  expect([status, headers['content-type']]).toEqual([200, 'application/json; charset=utf-8']);
  expect(reportDocument.parse(body)).toEqual(body);
  const log = await bench.http
    .get(`/v1/exercises/${exercise}/events?limit=1000`)
    .set('authorization', `Bearer ${evaluator}`);
  const last = log.body.events.at(-1);
  expect(body).toMatchObject({ exercise, log: { headHash: last.hash, events: last.seq, hasEnded: true } });
  expect(body.figures.incidents).toHaveLength(1);
});

it('is in the language that the query names, without its appendix if so asked', async () => {
  const page = await report(evaluator, '?format=html&lang=ur&appendix=false');
  expect(page.text).toMatch(/<html lang="ur" dir="rtl"/);
  expect(page.text).not.toContain('class="events"');
  expect((await report(evaluator, '?appendix=false')).body).toMatchObject({
    language: 'en',
    interim: false,
    events: [],
  });
  expect(await report(evaluator, '?lang=fr')).toMatchObject({ status: 400, body: { code: 'QUERY_INVALID' } });
});

it('comes as a page or as Markdown, by the header or by the address, which wins', async () => {
  const page = await report(evaluator, '', 'text/html,application/xhtml+xml,application/json;q=0.5');
  expect([page.status, page.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
  expect(page.text).toContain('<title>EXERCISE: ');
  expect(page.headers['content-security-policy']).toContain("default-src 'none'");
  const text = await report(evaluator, '?format=md', 'text/html');
  expect([text.status, text.headers['content-type']]).toEqual([200, 'text/markdown; charset=utf-8']);
  expect(text.text).toContain('after-action report');
  expect(await report(evaluator, '?format=pdf')).toMatchObject({ status: 400, body: { code: 'QUERY_INVALID' } });
});

it('is for controllers and evaluators only, and of exercises that are there', async () => {
  for (const account of [{ role: 'operator', side: 'PAK' }, { role: 'observer' }] as const) {
    expect(await report(await bench.token(account))).toMatchObject({ status: 403 });
  }
  const other = await bench.http.get('/v1/exercises/EX-none/report').set('authorization', `Bearer ${evaluator}`);
  expect(other.status).toBe(404);
});

it('covers what is evaluated after ENDEX', async () => {
  const observation = { kind: 'strength', text: 'Both sides spoke at once' };
  const sent = bench.http.post(`/v1/exercises/${exercise}/observations`).set('authorization', `Bearer ${evaluator}`);
  await bench.working(exercise, sent.send(observation));
  const { body } = await report();
  expect(body.observations).toMatchObject([{ observation: 'OBS-0001', ...observation, actor: { role: 'evaluator' } }]);
});

it('names who acted in it, and nobody else', async () => {
  const { body } = await report();
  const [{ actor }] = body.observations as [{ actor: { id: string } }];
  const { name } = body.people.find(({ id }: { id: string }) => id === actor.id) as { name: string };
  const { text } = await report(evaluator, '?format=md');
  expect(text).toContain(`| ${name} (evaluator) |`);
  const acting = new Set(
    (body.events as { actor: { kind: string; id?: string } }[])
      .filter(({ actor: by }) => by.kind === 'account')
      .map(({ actor: by }) => by.id),
  );
  const told = body.people.map(({ id }: { id: string }) => id) as string[];
  expect(told.filter((id) => !acting.has(id))).toEqual([]);
});
