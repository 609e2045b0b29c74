/** Whatever is sent, to whichever route and by whom: the answer is one that the OpenAPI document describes, and neither a server error nor a leak. */
import fc from 'fast-check';
import { openApiDocument } from '#contracts/openapi/openapi-document.js';
import { sampleScenario } from '#domain/testing/sample-scenario.js';
import { checkExercise } from '../invariants/check-exercise.js';
import { ApiBench, sampleAlert } from './api-bench.js';
import { type AnyRequest, anyRequest, pathOf } from './any-request.js';
import { leaksTo, markOf, SEED_MARK, type Reader } from './leaks.js';

/** The first never ends; the others would end what the rest is asked of. */
const NOT_ASKED = ['streamEvents', 'endExercise', 'deleteExercise', 'disableAccount', 'revokeToken'];
/** In `npm test` the same ones each time, so many that each route comes up some ten times; `npm run fuzz` goes on with others. */
const REQUESTS = Number(process.env['FUZZ_REQUESTS'] ?? 800);
const SEED = Number(
  process.env['FUZZ_SEED'] ?? (process.env['FUZZ_REQUESTS'] === undefined ? 1 : Date.now() % 2 ** 31),
);
/** A bound for what hangs; in `npm test` it takes some ten seconds. */
const WITHIN_MS = 240_000 + REQUESTS * 50;

/** Every role, on every side that it can have; first those who get furthest. */
const READERS: readonly Reader[] = [
  { role: 'controller' },
  { role: 'operator', side: 'PAK' },
  { role: 'operator', side: 'CHN' },
  { role: 'evaluator' },
  { role: 'commander', side: 'CHN' },
  { role: 'releasing-authority', side: 'PAK' },
  { role: 'wall' },
  { role: 'observer', side: 'PAK' },
  { role: 'observer', side: 'CHN' },
  { role: 'observer' },
  { role: 'service', side: 'PAK' },
  { role: 'service', side: 'CHN' },
];

let bench: ApiBench;
let exercise: string;
let tokens: string[];

beforeAll(async () => {
  // All come from a few accounts, faster than people would.
  bench = await ApiBench.start({ ratePerSecond: 0 });
  exercise = await bench.exercise(sampleScenario({ seed: SEED_MARK }));
  tokens = await Promise.all(READERS.map((reader) => bench.token(reader)));
  const alerts = Array.from({ length: 20 }, (_, i) => {
    const releaseClass = (['JOINT', 'PAK', 'CHN'] as const)[i % 3] ?? 'JOINT';
    const { info } = sampleAlert() as { info: object[] };
    return sampleAlert({
      info: [{ ...info[0], headline: markOf(releaseClass) }],
      exercise: { site: i % 2 === 0 ? 'plant' : 'road', releasability: { class: releaseClass } },
    });
  });
  await bench.http.post(`/v1/exercises/${exercise}/alerts`).set(as(0)).send(alerts);
  await bench.work(exercise);
}, 60_000);

// The bench compares each answer with the document, and fails here if one differs.
afterAll(() => bench?.stop());

it(
  'is answered as documented, reveals nothing that is hidden, and the log is sound afterwards',
  async () => {
    const requests = anyRequest(openApiDocument('0'), (id) => !NOT_ASKED.includes(id));
    const seen = new Map<number, number>();
    const asked = new Map<Reader, number>();
    await fc.assert(
      fc.asyncProperty(requests, async (request) => {
        const n = readerOf(request);
        const reader = READERS[n] as Reader;
        const { status, text, question } = await send(request, n);
        seen.set(status, (seen.get(status) ?? 0) + 1);
        asked.set(reader, (asked.get(reader) ?? 0) + 1);
        expect(`${status} ${text}`).not.toMatch(/^5/);
        expect(leaksTo(reader, question, text)).toEqual([]);
      }),
      { numRuns: REQUESTS, seed: SEED, endOnFailure: true },
    );
    // It is no use if nothing gets through the first check. Each of these comes up some forty times.
    expect([...seen.keys()]).toEqual(expect.arrayContaining([200, 400, 403, 404, 409, 422]));
    expect(asked.size).toBe(READERS.length);
    expect(bench.logLines.filter((line) => line.includes('"level":"error"'))).toEqual([]);
    const { url: databaseUrl = '' } = bench.dataSource.options as { url?: string };
    const report = await checkExercise({ databaseUrl, exerciseId: exercise, quiet: false });
    expect(report.violations).toEqual([]);
  },
  WITHIN_MS,
);

/** Half of them by those who may do most: of others, most is refused before it is looked at. */
function readerOf({ choices }: AnyRequest): number {
  const choice = (choices[2] ?? 0) % (READERS.length * 2);
  return choice < READERS.length ? choice : choice % 3;
}

async function send(request: AnyRequest, reader: number) {
  const { method, query, headers, body } = request;
  const path = pathOf(request, await known());
  const sent = bench.http[method.toLowerCase() as 'get' | 'post' | 'put'](path)
    .query(query)
    .set({ ...as(reader), ...headers })
    .serialize((text: unknown) => text as string);
  const {
    status,
    text,
    headers: answered,
  } = await bench.working(exercise, body === undefined ? sent : sent.send(body));
  const question = `${decodeURIComponent(path)} ${JSON.stringify(query)} ${body ?? ''}`;
  return { status, text: `${JSON.stringify(answered)} ${text}`, question };
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
