/** Exercises that another version of the engine started: they are read, and never continued by other rules. */
import { ENGINE_VERSION } from '#domain/engine/version.js';
import { verifyLog } from '#infra/ledger/verify.js';
import { ApiBench, sampleAlert } from './api-bench.js';

let bench: ApiBench;
let controller: string;

beforeAll(async () => {
  bench = await ApiBench.start();
  controller = await bench.token({ role: 'controller' });
}, 60_000);

afterAll(() => bench?.stop());

function ask(method: 'post' | 'put' | 'get', exercise: string, path: string, body?: object) {
  const request = bench.http[method](`/v1/exercises/${exercise}${path}`).set('authorization', `Bearer ${controller}`);
  return method === 'get' ? request : request.send(body ?? {});
}

/** As one that was there before the upgrade. */
async function older(status: 'planned' | 'running'): Promise<string> {
  const exercise = await bench.exercise(undefined, status);
  await bench.dataSource.query('UPDATE exercise SET engine = 1 WHERE id = $1', [exercise]);
  return exercise;
}

const rowOf = async (exercise: string) =>
  (
    await bench.dataSource.query<Record<string, unknown>[]>(
      'SELECT engine, seq_all, last_hash, applied_order, status FROM exercise WHERE id = $1',
      [exercise],
    )
  )[0];

describe('an exercise of an older engine', () => {
  it('takes neither commands nor alerts, and says why', async () => {
    const exercise = await older('running');
    for (const [method, path, body] of [
      ['post', '/pause', {}],
      ['post', '/end', {}],
      ['put', '/units/spu/duty', { duty: 'off' }],
      ['post', '/alerts', sampleAlert()],
    ] as const) {
      const answer = await ask(method, exercise, path, body);
      expect([path, answer.status, answer.body.code]).toEqual([path, 409, 'EXERCISE_OF_OTHER_ENGINE']);
      expect(answer.body.detail).toContain(`engine version 1; this Tandem has version ${ENGINE_VERSION}`);
    }
  });

  it('is left as it is by the worker, whatever waits or is due', async () => {
    const exercise = await bench.exercise();
    await ask('post', exercise, '/alerts', sampleAlert({ exercise: { site: 'plant' } }));
    const before = await rowOf(exercise);
    await bench.dataSource.query(`UPDATE exercise SET engine = 1, next_due_wall = '2020-01-01' WHERE id = $1`, [
      exercise,
    ]);
    await bench.work(exercise);
    expect(await rowOf(exercise)).toEqual({ ...before, engine: 1 });
    expect((await bench.exercises.due()).map(({ id }) => id)).not.toContain(exercise);
  });

  it('can still be read, verified and exported, for a Tandem that has its rules', async () => {
    const exercise = await older('running');
    expect((await ask('get', exercise, '')).body).toMatchObject({ status: 'running', engine: 1 });
    expect((await ask('get', exercise, '/events')).body.events).toMatchObject([{ type: 'ExerciseStarted' }]);
    expect((await ask('get', exercise, '/units')).body.items.length).toBeGreaterThan(0);
    expect(await verifyLog(bench.dataSource, exercise)).toMatchObject({ events: 1, faults: [] });
    const [head = ''] = (await ask('get', exercise, '/recording')).text.split('\n');
    expect(JSON.parse(head)).toMatchObject({ kind: 'recording', version: 1 });
    expect(JSON.parse(head)).not.toHaveProperty('engine');
  });

  it('that has no log yet is begun by the engine of now', async () => {
    const exercise = await older('planned');
    expect((await ask('get', exercise, '')).body).toMatchObject({ status: 'planned', engine: ENGINE_VERSION });
    const started = await bench.working(exercise, ask('post', exercise, '/start'));
    expect(started.status).toBe(200);
    expect(await rowOf(exercise)).toMatchObject({ engine: ENGINE_VERSION, status: 'running' });
    const [head = ''] = (await ask('get', exercise, '/recording')).text.split('\n');
    expect(JSON.parse(head)).toMatchObject({ version: 2, engine: ENGINE_VERSION });
  });
});
