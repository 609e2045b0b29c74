/** Addresses at which nothing answers: each start says so, names the setting, and shows no password. */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { Tandem } from '../cli/tandem.js';
import { spawnApp } from '../support/apps.js';
import { sharedPostgres, type TestDatabases } from '../support/databases.js';
import { eventually } from '../support/eventually.js';
import { freePort } from '../support/services.js';

let postgres: TestDatabases;
let port: number;

beforeAll(async () => {
  postgres = await sharedPostgres();
  port = await freePort();
});
afterAll(() => postgres.stop());

const noDatabase = () => `postgres://somebody:secret@127.0.0.1:${port}/tandem?password=secret`;
const noRedis = () => `redis://:secret@127.0.0.1:${port}/0`;
const databaseLine = () =>
  `No PostgreSQL can be reached at postgres://somebody@127.0.0.1:${port}/tandem (DATABASE_URL)`;
const redisLine = () => `No Redis can be used at redis://127.0.0.1:${port}/0 (REDIS_URL): connect ECONNREFUSED`;

it.each(['api', 'worker'])('the %s says that it waits for the database', async (app) => {
  const child = fork(resolve(`dist/apps/${app}/src/main.js`), [], {
    env: { PATH: process.env['PATH'], PORT: '0', DATABASE_URL: noDatabase() },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (text: Buffer) => (output += text.toString()));
  const ended = once(child, 'exit');
  try {
    await eventually(() => expect(output).toContain(databaseLine()));
    expect(output).toContain('trying for 30 s');
    expect(output).not.toContain('secret');
    expect(child.exitCode).toBeNull();
  } finally {
    child.kill('SIGKILL');
    await ended;
  }
});

it.each(['api', 'worker'] as const)('the %s comes up without Redis, and says so', async (app) => {
  const running = await spawnApp(app, { DATABASE_URL: await postgres.freshDatabase(), REDIS_URL: noRedis() });
  try {
    await eventually(() => expect(running.output()).toContain(redisLine()));
    expect(running.output()).not.toContain('secret');
  } finally {
    await running.stop();
  }
});

it('`tandem start` tells it in the terminal: without a database it ends, without Redis it goes on', async () => {
  const tandem = await Tandem.at(await freePort());
  try {
    const { code, stderr } = await tandem.run(['start'], { DATABASE_URL: noDatabase() });
    expect([code, stderr]).toEqual([5, expect.stringContaining(`tandem: ${databaseLine()}`)]);
    expect(stderr).not.toContain('secret');
    const database = await postgres.freshDatabase();
    const running = tandem.spawn(['start', '--no-demo'], { DATABASE_URL: database, REDIS_URL: noRedis() });
    await running.shows(new RegExp(redisLine().replace(/[()]/g, '\\$&')));
    expect(running.stdout).not.toContain('secret');
    running.child.kill('SIGTERM');
    expect(await running.exit(20_000)).toBe(0);
  } finally {
    await tandem.remove();
  }
});
