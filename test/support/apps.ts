/** API and worker as processes of their own, from `dist/` (`npm run build`). */
import { fork, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { SERVER_NODE_OPTIONS } from '#infra/process/node-options.js';

export interface SpawnedApp {
  readonly process: ChildProcess;
  /** Of the API: where it listens. */
  readonly port: number | undefined;
  /** What it has written to its outputs so far, the last 64 KiB. */
  output(): string;
  /** Asks it to stop and waits; after 6 s it is killed, which is an error. */
  stop(): Promise<void>;
  /** kill -9. */
  kill(): Promise<void>;
  /** Stands still, as a machine does that swaps or a container that is paused. */
  freeze(): void;
  thaw(): void;
}

const READY_MS = 60_000;
const STOP_MS = 6_000;
const KEPT_OUTPUT = 64 * 1024;

/**
 * Starts an application and waits until it says that it is ready. It ends by itself when this process dies: its channel
 * closes. Without `PORT` in `env` the API takes a free port.
 */
export async function spawnApp(app: 'api' | 'worker', env: Readonly<Record<string, string>>): Promise<SpawnedApp> {
  // What is loaded into a process to change its modules needs them one by one.
  const main = resolve(env['NODE_OPTIONS'] === undefined ? `dist/bin/${app}.js` : `dist/apps/${app}/src/main.js`);
  if (!existsSync(main)) throw new Error(`${main} is not there: run \`npm run build\` first`);
  const child = fork(main, [], {
    execArgv: [...SERVER_NODE_OPTIONS],
    env: { PATH: process.env['PATH'] ?? '', PORT: '0', LOG_LEVEL: 'warn', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  let written = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer) => (written = (written + chunk.toString()).slice(-KEPT_OUTPUT)));
  }
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  const port = await new Promise<number | undefined>((ready, fail) => {
    const timer = setTimeout(
      () => fail(new Error(`The ${app} is not ready after ${READY_MS} ms:\n${written}`)),
      READY_MS,
    );
    child.once('message', (message: { port?: number }) => {
      clearTimeout(timer);
      ready(message.port);
    });
    child.once('exit', (code, signal) => {
      clearTimeout(timer);
      fail(new Error(`The ${app} ended with ${code ?? signal} before it was ready:\n${written}`));
    });
  }).catch(async (error: unknown) => {
    await kill();
    throw error;
  });
  return {
    process: child,
    port,
    output: () => written,
    kill,
    stop: async () => {
      child.kill('SIGTERM');
      let timer: NodeJS.Timeout | undefined;
      // Where this process itself was busy all that time, the child's end is read first.
      const late = new Promise<'late'>(
        (resolve) => (timer = setTimeout(() => setImmediate(() => resolve('late')), STOP_MS)),
      );
      const how = await Promise.race([ended, late]);
      clearTimeout(timer);
      if (how === 'late') {
        await kill();
        throw new Error(`The ${app} did not stop within ${STOP_MS} ms:\n${written}`);
      }
    },
    freeze: () => void child.kill('SIGSTOP'),
    thaw: () => void child.kill('SIGCONT'),
  };
}
