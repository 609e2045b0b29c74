import { jest } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { birthMark, waitForEnd } from '#infra/embedded/processes.js';
import { startEmbeddedPostgres } from '#infra/embedded/embedded-postgres.js';

// Servers start and stop in here, maybe while all other suites keep the machine busy.
jest.setTimeout(60_000);

describe('the embedded PostgreSQL', () => {
  let directory: string;

  beforeAll(async () => {
    // mkdtemp makes a folder of mode 0700: as root, the server's user cannot walk through it.
    directory = await mkdtemp(join(tmpdir(), 'tandem-embedded-'));
  });

  afterAll(async () => {
    await rm(directory, { recursive: true, force: true });
  });

  async function ask<T>(url: string, sql: string): Promise<T[]> {
    const client = new pg.Client(url);
    await client.connect();
    const { rows } = await client.query(sql);
    await client.end();
    return rows as T[];
  }

  it('sets a folder up, keeps its data between runs, and is durable', async () => {
    const first = await startEmbeddedPostgres({ directory, temporary: true });
    await ask(first.url, 'CREATE TABLE kept AS SELECT 42 AS answer');
    await first.stop();
    expect(await birthMark(first.pid)).toBeUndefined();

    const second = await startEmbeddedPostgres({ directory });
    expect(await ask(second.url, 'SELECT answer FROM kept')).toEqual([{ answer: 42 }]);
    expect(
      await ask(
        second.url,
        `SELECT string_agg(setting, ' ' ORDER BY name) AS s FROM pg_settings
        WHERE name IN ('fsync', 'full_page_writes', 'synchronous_commit')`,
      ),
    ).toEqual([{ s: 'on on on' }]);
    await second.stop();
    await second.stop();
    expect((await stat(join(directory, 'password'))).mode & 0o777).toBe(0o600);
  });

  it('refuses a folder that another living process runs', async () => {
    const holder = spawn('sleep', ['60']);
    await once(holder, 'spawn');
    try {
      await writeFile(join(directory, 'owner'), `${holder.pid} ${await birthMark(holder.pid ?? 0)}`);
      await expect(startEmbeddedPostgres({ directory })).rejects.toThrow(`in use by process ${holder.pid}`);
    } finally {
      const ended = once(holder, 'exit');
      holder.kill('SIGKILL');
      // Only then is the folder free for the next test.
      await ended;
    }
  });

  it('takes over after its starter was killed, and stops the server that was left', async () => {
    const left = await startEmbeddedPostgres({ directory });
    await ask(left.url, 'CREATE TABLE before_the_kill AS SELECT 1 AS one');
    await writeFile(join(directory, 'owner'), '999999999 0');

    const next = await startEmbeddedPostgres({ directory });
    try {
      expect(await waitForEnd(left.pid, 0)).toBe(true);
      expect(await ask(next.url, 'SELECT one FROM before_the_kill')).toEqual([{ one: 1 }]);
    } finally {
      await next.stop('immediate');
    }
    expect(await birthMark(next.pid)).toBeUndefined();
  });

  it('is not misled by the process number of somebody else', async () => {
    await writeFile(join(directory, 'data', 'postmaster.pid'), `${process.pid}\n${join(directory, 'data')}\n`);
    const server = await startEmbeddedPostgres({ directory });
    await server.stop();
  });

  it('names the port when it cannot have it', async () => {
    const first = await startEmbeddedPostgres({ directory });
    const other = await mkdtemp(join(tmpdir(), 'tandem-embedded-'));
    try {
      await expect(startEmbeddedPostgres({ directory: other, port: first.port, temporary: true })).rejects.toThrow(
        `port ${first.port}`,
      );
    } finally {
      await first.stop();
      await rm(other, { recursive: true, force: true });
    }
    expect(await readFile(join(directory, 'postgres.log'), 'utf8')).toContain('ready to accept connections');
  });
});
