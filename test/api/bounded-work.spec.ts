/** Requests that are costly: they run in threads with a deadline, and everybody else is answered meanwhile. */
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { LARGEST, largeScenario } from '#scenario/testing/largest-samples.js';
import { ALERT_BYTES, COMMAND_BYTES, SCENARIO_BYTES } from '#contracts/openapi/operation.js';
import { parseScenario } from '#scenario/check/check-scenario.js';
import { Calculations } from '../../apps/api/src/calculation/calculations.js';
import { slowness } from '../support/yardstick.js';
import { ApiBench, sampleAlert } from './api-bench.js';

/** No request may hold the event loop longer, ms. */
const LONGEST_HOLD_MS = 200;

let bench: ApiBench;
let controller: string;
let observer: string;

beforeAll(async () => {
  bench = await ApiBench.start();
  controller = await bench.token({ role: 'controller' });
  observer = await bench.token({ role: 'observer' });
}, 60_000);

afterAll(() => bench?.stop());

function ask(method: 'get' | 'post' | 'put', path: string, token = controller) {
  return bench.http[method](path).set('authorization', `Bearer ${token}`).set('content-type', 'application/json');
}

describe('the lint', () => {
  it('reports what `tandem validate` reports, of a scenario that is sent and of an exercise', async () => {
    const json = structuredClone(LARGEST['updates of updates']?.() ?? {});
    (json['injects'] as object[]).splice(0, 995);
    (json['expectations'] as unknown[]) = [];
    const sent = await ask('post', '/v1/lint').send(JSON.stringify({ scenario: json }));
    expect(sent.status).toBe(200);
    const codes = sent.body.findings.map(({ code }: { code: string }) => code);
    expect(codes).toEqual(expect.arrayContaining(['UNUSED_CHAIN', 'REFERENCE_OUT_OF_ORDER']));
    const exercise = await bench.exercise(parseScenario(json), 'planned');
    const stored = await ask('get', `/v1/exercises/${exercise}/lint`);
    expect(stored.body).toEqual(sent.body);
  });

  it('reveals nothing of the script to players', async () => {
    const json = structuredClone(LARGEST['updates of updates']?.() ?? {});
    (json['injects'] as object[]).splice(0, 995);
    (json['expectations'] as unknown[]) = [];
    const exercise = await bench.exercise(parseScenario(json), 'planned');
    const { body } = await ask('get', `/v1/exercises/${exercise}/lint`, observer);
    const paths = body.findings.map(({ path }: { path: string }) => path);
    expect(paths).not.toEqual([]);
    expect(paths.filter((path: string) => /^(injects|expectations)/.test(path))).toEqual([]);
  });

  it('refuses what does not load, with all that is wrong', async () => {
    const { status, body } = await ask('post', '/v1/lint').send(JSON.stringify({ scenario: { id: 'x', sites: 1 } }));
    expect([status, body.code]).toEqual([422, 'INPUT_INVALID']);
    expect(body.errors.length).toBeGreaterThan(2);
  });
});

describe('calculations', () => {
  const lint = (calculations: Calculations, account: string) =>
    calculations
      .run('lintScenario', { body: Buffer.from(JSON.stringify({ scenario: largeScenario() })) }, { account })
      .then(
        () => 'done',
        (error: { code?: string }) => error.code,
      );

  it('end at their deadline, and the next one is done', async () => {
    const calculations = new Calculations({ deadlineMs: 1 });
    expect(await lint(calculations, 'a')).toBe('CALCULATION_TOO_LONG');
    await calculations.close();
    const patient = new Calculations();
    expect(await lint(patient, 'a')).toBe('done');
    await patient.close();
  });

  it('end when they need more memory than they may have', async () => {
    const calculations = new Calculations({ memoryMiB: 8 });
    expect(await lint(calculations, 'a')).toBe('CALCULATION_TOO_LONG');
    await calculations.close();
  });

  it('are few at a time, for each account and for all', async () => {
    const calculations = new Calculations({ threads: 1, mostWaiting: 2, mostOfAccount: 2 });
    const outcomes = await Promise.all([
      ...['a', 'a', 'a'].map((account) => lint(calculations, account)),
      ...['b', 'b'].map((account) => lint(calculations, account)),
    ]);
    expect(outcomes).toEqual(['done', 'done', 'TOO_MANY_CALCULATIONS', 'done', 'TOO_MANY_CALCULATIONS']);
    await calculations.close();
  });

  it('that run when the process stops end with it', async () => {
    const calculations = new Calculations();
    const running = lint(calculations, 'a');
    await calculations.close();
    expect(await running).toBe('SHUTTING_DOWN');
  });
});

describe('the body', () => {
  it.each([
    ['of a command', 'post', '/pause', COMMAND_BYTES],
    ['of an improvised inject', 'post', '/injects', ALERT_BYTES],
    ['of a policy', 'put', '/policy', SCENARIO_BYTES],
  ] as const)('%s is bounded', async (_what, method, path, bytes) => {
    const exercise = await bench.exercise();
    const { status, body } = await ask(method, `/v1/exercises/${exercise}${path}`).send(' '.repeat(bytes + 1));
    expect([status, body.code]).toEqual([413, 'TOO_LARGE']);
    expect(body.detail).toContain(`${bytes} bytes`);
  });

  it('of a scenario is bounded', async () => {
    const { status } = await ask('post', '/v1/lint').send(' '.repeat(SCENARIO_BYTES + 1));
    expect(status).toBe(413);
  });
});

/** 2,000 sites and units, 600 chains, of which an alert starts one, and a script. */
function largeExercise(): Record<string, unknown> {
  const json = largeScenario();
  const { injects } = LARGEST['alerts that start all chains']?.() ?? {};
  return { ...json, injects: (injects as object[]).slice(0, 300) };
}

describe('the event loop', () => {
  /**
   * The longest time for which it was held while this was answered, ms; and the answer's status. Of up to three attempts the
   * shortest: others on this machine hold it as well.
   */
  async function holdOf(request: () => PromiseLike<{ status: number }>, attempts = 3) {
    let [status, held] = [0, Infinity];
    for (let attempt = 0; attempt < attempts && held >= LONGEST_HOLD_MS; attempt++) {
      const delay = monitorEventLoopDelay({ resolution: 5 });
      delay.enable();
      ({ status } = await request());
      delay.disable();
      held = Math.min(held, delay.max / 1e6);
    }
    return { status, held };
  }

  it.each(Object.keys(LARGEST))('is not held by the lint of a scenario: %s', async (name) => {
    const text = JSON.stringify({ scenario: LARGEST[name]?.() });
    const { status, held } = await holdOf(() => ask('post', '/v1/lint').send(text));
    expect([200, 422]).toContain(status);
    expect(held).toBeLessThan(LONGEST_HOLD_MS * slowness());
  });

  it('is not held by what is done with a large exercise', async () => {
    const json = largeExercise();
    const text = JSON.stringify({ scenario: json });
    const holds: Record<string, { status: number; held: number }> = {};
    let exercise = '';
    holds['create'] = await holdOf(async () => {
      const created = await ask('post', '/v1/exercises').send(text);
      exercise = created.body.id as string;
      return created;
    });
    const path = (end: string): string => `/v1/exercises/${exercise}${end}`;
    const policy = { ...(json['policy'] as object), version: 2 };
    const alert = sampleAlert({ exercise: { site: 's1', releasability: { class: 'JOINT' } } });
    const { alert: content } = (json['injects'] as { alert: object }[])[0] ?? { alert: {} };
    const requests = {
      read: () => ask('get', path('')),
      lint: () => ask('get', path('/lint')),
      explain: () => ask('post', path('/explain')).send(JSON.stringify({ alert })),
      injects: () => ask('get', path('/injects')),
      units: () => ask('get', path('/units?limit=200')),
      // Only accepted: who applies them is the worker.
      policy: () => ask('put', path('/policy')).set('prefer', 'wait=0').send(JSON.stringify({ policy })),
      improvise: () =>
        ask('post', path('/injects'))
          .set('prefer', 'wait=0')
          .send(JSON.stringify({ alert: content })),
    };
    for (const [name, request] of Object.entries(requests)) holds[name] = await holdOf(request);
    const statuses = Object.fromEntries(Object.entries(holds).map(([name, { status }]) => [name, status]));
    expect(statuses).toEqual({
      create: 201,
      read: 200,
      lint: 200,
      explain: expect.any(Number),
      injects: 200,
      units: 200,
      policy: 202,
      improvise: 202,
    });
    const longest = LONGEST_HOLD_MS * slowness();
    expect(Object.entries(holds).filter(([, { held }]) => held >= longest)).toEqual([]);
  });
});
