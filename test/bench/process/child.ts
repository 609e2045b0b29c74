/**
 * The bench in several processes: what loads, what observes and what is compared each have their own, so that none waits
 * for another's garbage collection. All are this same program, started with the name of their role.
 */
import { fork } from 'node:child_process';
import process from 'node:process';
import { fileURLToPath } from 'node:url';

/** Requests of a role: an input and an output for each name. Both must be plain JSON values. */
export type Requests = Record<string, (input: never) => unknown>;

export interface Child<R extends Requests> {
  readonly pid: number;
  ask<K extends keyof R & string>(name: K, input: Parameters<R[K]>[0]): Promise<Awaited<ReturnType<R[K]>>>;
  /** Resolves when it has ended. */
  stop(): Promise<void>;
}

interface Request {
  readonly id: number;
  readonly name: string;
  readonly input: unknown;
}

interface Reply {
  readonly id: number;
  readonly output?: unknown;
  readonly error?: string;
}

const PROGRAM = fileURLToPath(new URL('../main.js', import.meta.url));

/** Starts a child of this role. It ends with us, whatever becomes of us: its channel breaks. */
export async function startChild<R extends Requests>(role: string): Promise<Child<R>> {
  const child = fork(PROGRAM, [], { env: { ...process.env, TANDEM_BENCH_ROLE: role }, execArgv: [] });
  const waiting = new Map<number, { done: (output: unknown) => void; fail: (error: Error) => void }>();
  let next = 0;
  const ended = new Promise<void>((done) => {
    child.once('exit', (code, signal) => {
      for (const { fail } of waiting.values()) fail(new Error(`the ${role} process ended with ${signal ?? code}`));
      waiting.clear();
      done();
    });
  });
  child.on('message', (reply: Reply) => {
    const asked = waiting.get(reply.id);
    waiting.delete(reply.id);
    if (reply.error === undefined) asked?.done(reply.output);
    else asked?.fail(new Error(`${role}: ${reply.error}`));
  });
  const ask = (name: string, input: unknown): Promise<unknown> =>
    new Promise((done, fail) => {
      const request: Request = { id: ++next, name, input };
      waiting.set(request.id, { done, fail });
      child.send(request, (error) => {
        if (error) fail(error);
      });
    });
  await ask('hello', null);
  return {
    pid: child.pid ?? 0,
    ask: ask as Child<R>['ask'],
    stop: async () => {
      child.kill('SIGKILL');
      await ended;
    },
  };
}

/** The child's side: answers requests until the channel breaks. */
export function serve(requests: Requests): void {
  const known: Requests = { hello: () => null, ...requests };
  process.on('disconnect', () => process.exit(0));
  process.on('message', (request: Request) => {
    void answer(known, request).then((reply) => process.send?.(reply));
  });
}

async function answer(requests: Requests, { id, name, input }: Request): Promise<Reply> {
  try {
    const request = requests[name];
    if (!request) throw new Error(`there is no request "${name}"`);
    return { id, output: await request(input as never) };
  } catch (error) {
    return { id, error: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
