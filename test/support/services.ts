/** Real services for integration suites: started on free ports, stopped in `afterAll`, and when the process dies. */
import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { accessSync, constants } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { startEmbeddedPostgres, type EmbeddedPostgres } from '#infra/embedded/embedded-postgres.js';
import { DatabaseMaker, makeTemplate, type TestDatabases } from './databases.js';
import { eventually } from './eventually.js';

export interface TestPostgres extends TestDatabases {
  /** Ends the server; `start()` brings it back on the same port with the same data. */
  down(mode?: 'fast' | 'immediate'): Promise<void>;
  start(): Promise<void>;
  /** It stands still and keeps its connections, as on a machine that swaps; `thaw()` lets it go on. */
  freeze(): void;
  thaw(): void;
  /** The name of a migrated database, to make others from. */
  template(): Promise<string>;
}

/** An embedded PostgreSQL in a temporary folder, durable as in production unless the settings say otherwise. */
export async function startPostgres(settings: Readonly<Record<string, string>> = {}): Promise<TestPostgres> {
  const directory = await mkdtemp(join(tmpdir(), 'tandem-pg-'));
  let server: EmbeddedPostgres = await startEmbeddedPostgres({ directory, settings, temporary: true });
  let guard = endWithUs(server.pid, 'QUIT', directory);
  const { port } = server;
  const maker = new DatabaseMaker(() => server.url);
  const down = async (mode: 'fast' | 'immediate' = 'immediate'): Promise<void> => {
    await server.stop(mode);
    guard.release();
  };
  return {
    url: await maker.fresh(),
    freshDatabase: () => maker.fresh(),
    migrated: (poolSize) => maker.migrated(poolSize),
    template: () => makeTemplate(server.url),
    down,
    freeze: () => signalFamily(server.pid, 'STOP'),
    thaw: () => signalFamily(server.pid, 'CONT'),
    start: async () => {
      // Somebody's outgoing connection may hold the port for a moment.
      server = await eventually(() => startEmbeddedPostgres({ directory, settings, port, temporary: true }));
      guard = endWithUs(server.pid, 'QUIT', directory);
    },
    stop: async () => {
      await maker.close();
      await down();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

/** PostgreSQL's first process and those that serve the connections. */
function signalFamily(pid: number, signal: 'STOP' | 'CONT'): void {
  process.kill(pid, `SIG${signal}`);
  spawnSync('pkill', [`-${signal}`, '-P', String(pid)]);
}

export interface TestRedis {
  readonly url: string;
  flush(): Promise<void>;
  /** kill -9; what was written in the last second may be lost. */
  kill(): Promise<void>;
  start(): Promise<void>;
  stop(): Promise<void>;
}

/**
 * A Redis: `REDIS_URL` when it is set (then `kill` and `start` refuse), else a `redis-server` on the PATH, on a free
 * port. Undefined when there is neither: the suite must then say that it is left out. With `CI` set that is an error.
 */
export async function startRedis(): Promise<TestRedis | undefined> {
  const given = process.env['REDIS_URL'];
  if (given !== undefined && given !== '') {
    const refuse = (): Promise<void> => Promise.reject(new Error('This Redis is not ours to stop'));
    return { url: given, flush: () => flush(given), kill: refuse, start: refuse, stop: () => Promise.resolve() };
  }
  const program = onPath('redis-server');
  if (program === undefined) {
    const message = 'No Redis: REDIS_URL is not set and there is no `redis-server` on the PATH';
    if ((process.env['CI'] ?? '') !== '') throw new Error(message);
    process.stderr.write(`\n!!! ${message}. What needs Redis is NOT tested.\n\n`);
    return undefined;
  }
  const directory = await mkdtemp(join(tmpdir(), 'tandem-redis-'));
  let child: ChildProcess | undefined;
  let guard: Guard | undefined;
  const launch = async (port: number): Promise<void> => {
    const server = spawn(
      program,
      ['--port', port, '--bind', '127.0.0.1', '--dir', directory, '--appendonly', 'yes', '--save', '']
        .concat(['--maxmemory-policy', 'noeviction', '--hz', '100', '--loglevel', 'warning'])
        .map(String),
      { stdio: 'ignore' },
    );
    await Promise.race([
      waitForPort(port),
      new Promise((_done, fail) => server.once('exit', () => fail(new Error(`No Redis on port ${port}`)))),
    ]);
    child = server;
    if (child.pid !== undefined) guard = endWithUs(child.pid, 'KILL', directory);
  };
  const kill = async (): Promise<void> => {
    const running = child;
    child = undefined;
    if (running === undefined || running.exitCode !== null) return;
    const ended = new Promise((done) => running.once('exit', done));
    running.kill('SIGKILL');
    await ended;
    guard?.release();
  };
  const port = await eventually(async () => {
    const free = await freePort();
    await launch(free);
    return free;
  });
  const url = `redis://127.0.0.1:${port}/0`;
  return {
    url,
    flush: () => flush(url),
    kill,
    start: () => eventually(() => launch(port)),
    stop: async () => {
      await kill();
      await rm(directory, { recursive: true, force: true });
    },
  };
}

async function flush(url: string): Promise<void> {
  const { hostname, port } = new URL(url);
  const socket = new Socket();
  await new Promise<void>((done, fail) => {
    socket.once('error', fail);
    socket.once('data', () => done());
    socket.connect(Number(port === '' ? 6379 : port), hostname, () => socket.write('FLUSHALL\r\n'));
  });
  socket.destroy();
}

interface Guard {
  release(): void;
}

/**
 * Ends a process, and removes its folder, when this process dies in whatever way: a shell waits for the end of a pipe
 * that we hold. (An `exit` listener would not see a kill -9, and Jest's sandbox hides it.)
 */
function endWithUs(pid: number, signal: 'QUIT' | 'KILL', directory: string): Guard {
  if (process.platform === 'win32') return { release: () => undefined };
  const script = `read -r word; [ "$word" = released ] && exit 0; kill -${signal} ${pid}; sleep 1; rm -rf "$0"`;
  const shell = spawn('sh', ['-c', script, directory], { stdio: ['pipe', 'ignore', 'ignore'], detached: true });
  shell.unref();
  shell.stdin.on('error', () => undefined);
  if (shell.stdin instanceof Socket) shell.stdin.unref();
  return { release: () => shell.stdin.end('released\n') };
}

function onPath(program: string): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(delimiter)
    .map((folder) => join(folder, program))
    .find((file) => {
      try {
        accessSync(file, constants.X_OK);
        return true;
      } catch {
        return false;
      }
    });
}

/**
 * One that systems give to nobody who asks for any: whoever connects out, or listens on port 0, cannot come to it before us,
 * nor while what listens there is started again.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(15_000, 32_000);
    const server = createServer();
    const isFree = await new Promise<boolean>((done) => {
      server.once('error', () => done(false)).listen(port, '127.0.0.1', () => done(true));
    });
    if (!isFree) continue;
    await new Promise((done) => server.close(done));
    return port;
  }
}

/** Until something listens there, at most 10 s. */
export async function waitForPort(port: number): Promise<void> {
  const deadline = Date.now() + 10_000;
  for (;;) {
    const open = await new Promise<boolean>((done) => {
      const socket = new Socket();
      socket.once('connect', () => done(true));
      socket.once('error', () => done(false));
      socket.connect(port, '127.0.0.1');
      socket.once('close', () => socket.destroy());
    });
    if (open) return;
    if (Date.now() >= deadline) throw new Error(`Nothing listens on port ${port}`);
    await new Promise((done) => setTimeout(done, 20));
  }
}
