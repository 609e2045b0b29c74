/** Whatever is sent, to whichever route and by whom: an answer that the OpenAPI document tells of, and none is a fault of ours. */
import fc from 'fast-check';
import { openApiDocument } from '#contracts/openapi/openapi-document.js';
import { checkExercise } from '../invariants/check-exercise.js';
import { ApiBench, sampleAlert } from './api-bench.js';
import { type AnyRequest, anyRequest, pathOf } from './any-request.js';

/** The first never ends; the others would end what the rest is asked of. */
const NOT_ASKED = ['streamEvents', 'endExercise', 'disableAccount', 'revokeToken'];
/** So that each route comes up some ten times. */
const REQUESTS = 600;

let bench: ApiBench;
let exercise: string;
let tokens: string[];

beforeAll(async () => {
  bench = await ApiBench.start();
  exercise = await bench.exercise();
  tokens = [
    await bench.token({ role: 'controller' }),
    await bench.token({ role: 'operator', side: 'PAK' }),
    await bench.token({ role: 'evaluator' }),
    await bench.token({ role: 'service' }),
  ];
  const alerts = Array.from({ length: 20 }, (_, i) =>
    sampleAlert({
      exercise: { site: i % 2 === 0 ? 'plant' : 'road', releasability: { class: ['JOINT', 'PAK', 'CHN'][i % 3] } },
    }),
  );
  await bench.http.post(`/v1/exercises/${exercise}/alerts`).set(as(0)).send(alerts);
  await bench.work(exercise);
}, 60_000);

// The bench compares each answer with the document, and fails here if one differs.
afterAll(() => bench?.stop());

it('is answered as documented, and the log is sound afterwards', async () => {
  const requests = anyRequest(openApiDocument('0'), (id) => !NOT_ASKED.includes(id));
  const seen = new Map<number, number>();
  await fc.assert(
    fc.asyncProperty(requests, async (request) => {
      const { status, body } = await send(request);
      seen.set(status, (seen.get(status) ?? 0) + 1);
      expect(`${status} ${JSON.stringify(body)}`).not.toMatch(/^5/);
    }),
    { numRuns: REQUESTS, endOnFailure: true },
  );
  // It is no use if nothing gets through the first check. Each of these comes up some forty times.
  expect([...seen.keys()]).toEqual(expect.arrayContaining([200, 400, 403, 404, 409, 422]));
  expect(bench.logLines.filter((line) => line.includes('"level":"error"'))).toEqual([]);
  const { url: databaseUrl = '' } = bench.dataSource.options as { url?: string };
  const report = await checkExercise({ databaseUrl, exerciseId: exercise, quiet: false });
  expect(report.violations).toEqual([]);
});

async function send(request: AnyRequest) {
  const { method, query, headers, body, choices } = request;
  const path = pathOf(request, await known());
  const sent = bench.http[method.toLowerCase() as 'get' | 'post' | 'put'](path)
    .query(query)
    // Most of what others may ask is refused to them before it is looked at.
    .set({ ...as(Math.max(0, ((choices[2] ?? 0) % 16) - 12)), ...headers })
    .serialize((text: unknown) => text as string);
  return bench.working(exercise, body === undefined ? sent : sent.send(body));
}

function as(n: number) {
  return { authorization: `Bearer ${tokens[n % tokens.length]}` };
}

async function known(): Promise<Record<string, string[]>> {
  const ids = (table: string, id = 'id') =>
    bench.dataSource
      .query<{ id: string }[]>(
        `SELECT ${id}::text AS id FROM ${table} WHERE exercise_id = $1 ORDER BY 1 DESC LIMIT 50`,
        [exercise],
      )
      .then((rows) => rows.map((row) => row.id));
  const [alert, incident, notification, unit, command, seq] = await Promise.all([
    ids('alert'),
    ids('incident'),
    ids('notification'),
    ids('unit'),
    ids('inbox', 'command_id'),
    ids('event', 'seq'),
  ]);
  return {
    exercise: [exercise],
    alert,
    incident,
    notification,
    unit,
    command,
    seq,
    side: ['PAK', 'CHN'],
    chain: ['standard'],
  };
}
