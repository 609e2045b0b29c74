/** A real PostgreSQL from npm's packages: one folder, one machine, nothing to install. */
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chown, mkdir, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { findBinaries, type PostgresBinaries } from './binaries.js';
import { takeDirectory } from './directory-owner.js';
import { birthMark, isAlive, waitForEnd } from './processes.js';
import { launchAs, postgresIdentity, type Identity } from './unprivileged.js';

export interface EmbeddedPostgres {
  /** Of the database `tandem`, with user and password. */
  readonly url: string;
  readonly port: number;
  /** Of the postmaster. */
  readonly pid: number;
  /**
   * Ends it, surely: `fast` (default) rolls back and writes everything out; `immediate` is a crash that the next start
   * recovers from. Where the gentle way takes too long, the harder one follows. May be called again.
   */
  stop(mode?: 'fast' | 'immediate'): Promise<void>;
}

export interface EmbeddedPostgresSettings {
  /** Holds the data, the password (mode 0600) and the server's log; made if it is not there; kept between runs. */
  readonly directory: string;
  /** Absent: any free one. */
  readonly port?: number;
  /** Settings of `postgresql.conf`, over ours. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Do not wait for the disk while the folder is being set up: for data that are thrown away. */
  readonly temporary?: boolean;
}

/** Durable first (`fsync`, `synchronous_commit` and `full_page_writes` are on), then tuned for one busy small machine. */
const SETTINGS: Readonly<Record<string, string>> = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  fsync: 'on',
  synchronous_commit: 'on',
  full_page_writes: 'on',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_connections: '200',
  shared_buffers: '256MB',
  wal_buffers: '16MB',
  max_wal_size: '2GB',
  checkpoint_timeout: '15min',
  autovacuum_naptime: '10s',
  jit: 'off',
  random_page_cost: '1.1',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_line_prefix: '%m [%p] ',
};

const USER = 'tandem';
const DATABASE = 'tandem';
/** Marks a folder whose set-up was finished. */
const SET_UP = 'set-up';
const START_MS = 30_000;
const STOP_MS = 10_000;

/**
 * Starts the PostgreSQL of a folder, setting the folder up the first time. A server that was left over by a process
 * that died is stopped first. It stands outside the terminal's process group: Ctrl-C does not reach it, so that it
 * outlives its clients; call `stop()` when they have closed.
 * @throws DataDirectoryInUse, EmbeddedPostgresMissing; an Error with the end of the server's log when it does not start
 */
export async function startEmbeddedPostgres(options: EmbeddedPostgresSettings): Promise<EmbeddedPostgres> {
  const directory = resolve(options.directory);
  const binaries = await findBinaries();
  await mkdir(directory, { recursive: true });
  const giveBack = await takeDirectory(directory);
  try {
    const data = join(directory, 'data');
    const identity = await postgresIdentity(data);
    await stopLeftOver(data);
    const password = await keptPassword(directory);
    const isNew = await setUp(binaries, directory, data, identity, password, options.temporary === true);
    const start = (port: number): Promise<number> =>
      startServer(binaries, directory, data, identity, port, options.settings ?? {});
    const { port, pid } = await onPort(options.port, start);
    const address = `postgres://${USER}:${password}@127.0.0.1:${port}`;
    if (isNew) {
      await createDatabase(`${address}/postgres`);
      await writeFile(join(directory, SET_UP), '');
    }
    let stopping: Promise<void> | undefined;
    const stop = async (mode: 'fast' | 'immediate'): Promise<void> => {
      await stopServer(binaries, data, pid, mode);
      await giveBack();
    };
    return {
      url: `${address}/${DATABASE}`,
      port,
      pid,
      stop: (mode = 'fast') => (stopping ??= stop(mode)),
    };
  } catch (error) {
    await giveBack();
    throw error;
  }
}

/** @returns whether it had to be set up. */
async function setUp(
  binaries: PostgresBinaries,
  directory: string,
  data: string,
  identity: Identity | undefined,
  password: string,
  temporary: boolean,
): Promise<boolean> {
  if (await exists(join(directory, SET_UP))) return false;
  // A set-up that was broken off leaves nothing of worth.
  await rm(data, { recursive: true, force: true });
  await mkdir(data, { mode: 0o700 });
  if (identity !== undefined) await chown(data, identity.uid, identity.gid);
  const passwordFile = join(data, '..', 'password.initdb');
  await writeFile(passwordFile, `${password}\n`, { mode: 0o600 });
  if (identity !== undefined) await chown(passwordFile, identity.uid, identity.gid);
  try {
    const args = [
      `--pgdata=${data}`,
      `--username=${USER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale=C',
      ...(temporary ? ['--no-sync'] : []),
    ];
    await run(await launchAs(identity, binaries.initdb, args, [directory]));
  } finally {
    await rm(passwordFile, { force: true });
  }
  return true;
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    const known = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [DATABASE]);
    if (known.rowCount === 0) await client.query(`CREATE DATABASE ${DATABASE}`);
  } finally {
    await client.end();
  }
}

/** A port that was free a moment ago may be taken by now: then it is another one's turn. */
async function onPort(
  given: number | undefined,
  start: (port: number) => Promise<number>,
): Promise<{ port: number; pid: number }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = given ?? (await freePort());
    try {
      return { port, pid: await start(port) };
    } catch (error) {
      const taken = error instanceof Error && /could not bind/.test(error.message);
      if (given !== undefined || !taken || attempt === 5) throw error;
    }
  }
}

async function startServer(
  binaries: PostgresBinaries,
  directory: string,
  data: string,
  identity: Identity | undefined,
  port: number,
  settings: Readonly<Record<string, string>>,
): Promise<number> {
  const flags = Object.entries({ ...SETTINGS, ...settings }).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const launch = await launchAs(identity, binaries.postgres, ['-D', data, '-p', String(port), ...flags], [data]);
  const deadline = Date.now() + START_MS;
  for (;;) {
    const logFile = join(directory, 'postgres.log');
    const log = await open(logFile, 'a', 0o600);
    const from = (await log.stat()).size;
    const child = spawn(launch.command, launch.args, {
      ...launch.identity,
      cwd: '/',
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
      env: serverEnvironment(),
    });
    await log.close();
    let ended = false;
    for (const event of ['exit', 'error']) child.once(event, () => (ended = true));
    child.unref();
    const state = await readiness(data, child.pid, () => ended, deadline);
    if (state === 'ready' && child.pid !== undefined) return child.pid;
    if (state === 'late' && child.pid !== undefined) {
      await stopServer(binaries, data, child.pid, 'immediate');
    }
    const words = (await readFile(logFile)).subarray(from).toString('utf8').trim();
    // Sessions of a server that was killed need a moment to notice that it is gone.
    if (/pre-existing shared memory block|is still in use/.test(words) && Date.now() < deadline) {
      await new Promise((done) => setTimeout(done, 200));
      continue;
    }
    throw new Error(`The embedded PostgreSQL did not start on port ${port}:\n${words.slice(-2000)}`);
  }
}

/** The last line of `postmaster.pid` is the state of the server. */
async function readiness(
  data: string,
  pid: number | undefined,
  hasEnded: () => boolean,
  deadline: number,
): Promise<'ready' | 'ended' | 'late'> {
  while (Date.now() < deadline) {
    if (hasEnded()) return 'ended';
    const lines = (await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '')).split('\n');
    if (Number(lines[0]) === pid && lines[7]?.trim() === 'ready') return 'ready';
    await new Promise((done) => setTimeout(done, 20));
  }
  return 'late';
}

async function stopServer(
  binaries: PostgresBinaries,
  data: string,
  pid: number,
  mode: 'fast' | 'immediate',
): Promise<void> {
  if (process.platform === 'win32') {
    await run({ command: binaries.pgCtl, args: ['stop', '-D', data, '-m', mode, '-w', '-t', '10'] }).catch(
      () => undefined,
    );
  } else {
    for (const signal of mode === 'fast' ? (['SIGINT', 'SIGQUIT'] as const) : (['SIGQUIT'] as const)) {
      signalIfAlive(pid, signal);
      if (await waitForEnd(pid, STOP_MS)) return;
    }
  }
  signalIfAlive(pid, 'SIGKILL');
  if (!(await waitForEnd(pid, STOP_MS))) throw new Error(`PostgreSQL (process ${pid}) cannot be stopped`);
}

/** Ends a server on these data whose starter died, and clears a trace that PostgreSQL would stumble over. */
async function stopLeftOver(data: string): Promise<void> {
  const file = join(data, 'postmaster.pid');
  const pid = Number((await readFile(file, 'utf8').catch(() => '')).split('\n')[0]);
  if (!Number.isSafeInteger(pid) || pid <= 1) return;
  if ((await birthMark(pid)) !== undefined && (await isPostgres(pid))) {
    for (const signal of ['SIGINT', 'SIGQUIT', 'SIGKILL'] as const) {
      signalIfAlive(pid, signal);
      if (await waitForEnd(pid, STOP_MS)) return;
    }
    throw new Error(`A PostgreSQL left over in ${data} (process ${pid}) cannot be stopped`);
  }
  // The number belongs to somebody else by now: PostgreSQL would take that for itself.
  await rm(file, { force: true });
}

async function isPostgres(pid: number): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  return /postgres/.test(await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => ''));
}

function signalIfAlive(pid: number, signal: NodeJS.Signals): void {
  if (isAlive(pid)) {
    try {
      process.kill(pid, signal);
    } catch {
      // It ended in between.
    }
  }
}

/** Without the variables that `libpq` and the server read: ours alone count. */
function serverEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(([name]) => !name.startsWith('PG') && !name.startsWith('LC_'));
  return { ...Object.fromEntries(kept), LC_ALL: 'C' };
}

async function run(launch: {
  readonly command: string;
  readonly args: readonly string[];
  readonly identity?: Identity;
}): Promise<void> {
  const child = spawn(launch.command, launch.args, {
    ...launch.identity,
    cwd: '/',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: serverEnvironment(),
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (said += chunk.toString()));
  const code = await new Promise<number | null>((done, fail) => {
    child.once('error', fail);
    child.once('close', done);
  });
  if (code !== 0) throw new Error(`${launch.command} ended with ${code}:\n${said.trim().slice(-2000)}`);
}

/** Made once and kept: other users of the machine can reach the port, but not read this file. */
async function keptPassword(directory: string): Promise<string> {
  const file = join(directory, 'password');
  const known = await readFile(file, 'utf8').catch(() => undefined);
  if (known !== undefined) return known.trim();
  const password = randomBytes(24).toString('hex');
  await writeFile(file, password, { mode: 0o600, flag: 'wx' });
  return password;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done, fail) => {
    server.once('error', fail);
    server.listen(0, '127.0.0.1', done);
  });
  const address = server.address();
  await new Promise((done) => server.close(done));
  if (address === null || typeof address === 'string') throw new Error('No free port');
  return address.port;
}

async function exists(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}
