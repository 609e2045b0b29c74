/** The API as a process: how it starts, how it ends, and what it says when it cannot start. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { sampleScenario } from '#domain/testing/sample-scenario.js';
import { AccountStore } from '#infra/accounts/account-store.js';
import { connect, createDataSource } from '#infra/database/data-source.js';
import { ExerciseStore } from '#infra/exercises/exercise-store.js';
import { spawnApp } from '../support/apps.js';
import { sharedPostgres, type TestDatabases } from '../support/databases.js';

let postgres: TestDatabases;

beforeAll(async () => {
  postgres = await sharedPostgres();
}, 60_000);

afterAll(() => postgres?.stop());

/** A request for the live events of an exercise. */
async function stream(url: string): Promise<Request> {
  const dataSource = await connect(createDataSource({ url: postgres.url, poolSize: 2 }));
  const exercise = await new ExerciseStore(dataSource).create({ scenario: sampleScenario(), createdBy: 'test' });
  const accounts = new AccountStore(dataSource);
  const { secret } = await accounts.createToken((await accounts.createAccount({ name: 'x', role: 'observer' })).id);
  await dataSource.destroy();
  return new Request(`${url}/v1/exercises/${exercise?.id}/events/stream`, {
    headers: { authorization: `Bearer ${secret}` },
  });
}

const env = (): Record<string, string> => ({ DATABASE_URL: postgres.url, LOG_LEVEL: 'info' });

/** Runs it to its end; answers the exit code and what it said. */
async function failing(settings: Record<string, string>): Promise<{ code: number; said: string }> {
  const child = spawn(process.execPath, [resolve('dist/bin/api.js')], {
    env: { PATH: process.env['PATH'] ?? '', ...settings },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (piece: Buffer) => (said += piece.toString()));
  const [code] = (await once(child, 'close')) as [number];
  return { code, said };
}

it('brings the schema, serves, and ends cleanly on SIGTERM although a viewer is connected', async () => {
  const api = await spawnApp('api', env());
  const url = `http://127.0.0.1:${api.port}`;
  expect((await fetch(`${url}/health/ready`)).status).toBe(200);
  expect((await fetch(`${url}/v1/exercises`)).status).toBe(401);
  const viewer = await fetch(await stream(url));
  expect(viewer.status).toBe(200);
  const start = performance.now();
  await api.stop();
  expect(performance.now() - start).toBeLessThan(4_000);
  expect(api.process.exitCode).toBe(0);
}, 30_000);

it('ends when the process that started it is gone', async () => {
  const api = await spawnApp('api', env());
  const ended = once(api.process, 'exit');
  api.process.disconnect();
  expect(await ended).toEqual([0, null]);
}, 30_000);

it('names the port and the setting when the port is taken', async () => {
  const first = await spawnApp('api', env());
  const { code, said } = await failing({ ...env(), PORT: String(first.port) });
  expect([code, said]).toEqual([
    1,
    expect.stringMatching(new RegExp(`^Port ${first.port} is taken[^\\n]* PORT [^\\n]*\\n$`)),
  ]);
  await first.stop();
}, 30_000);

it('names each setting that cannot be used', async () => {
  const { code, said } = await failing({ PORT: 'many', DATABASE_URL: 'nonsense' });
  expect(code).toBe(1);
  expect(said).toContain('PORT=many');
  expect(said).toContain('DATABASE_URL=nonsense');
  expect((await failing({})).said).toContain('DATABASE_URL');
}, 30_000);
