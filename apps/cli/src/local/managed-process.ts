/** A process of the product: started, watched, started again when it dies, stopped for sure. */
import { fork, type ChildProcess } from 'node:child_process';
import { closeSync, copyFileSync, fstatSync, mkdirSync, openSync, statSync, truncateSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from '../failure.js';
import { lastErrorIn } from './last-error.js';
import { RestartPolicy } from './restart-policy.js';
import { SERVER_NODE_OPTIONS } from '#infra/process/node-options.js';

export interface ManagedProcessSettings {
  /** As people know it: `API`. */
  readonly name: string;
  /** A module; it reports `{ ready: true }` over IPC, and exits when that channel closes. */
  readonly script: string;
  readonly env: NodeJS.ProcessEnv;
  /** Its output is appended there. */
  readonly logFile: string;
  readonly say: (line: string) => void;
  /** It died too often, too quickly. */
  readonly onGivenUp: (reason: Failure) => void;
  readonly restarts?: RestartPolicy;
}

/** A log that is larger than this is put aside, and the one put aside before is gone. */
const MOST_LOG_BYTES = 16 * 1024 * 1024;
const LOOK_AT_LOG_MS = 60_000;
const LAST_RESORT_MS = 1_000;

export class ManagedProcess {
  private readonly restarts: RestartPolicy;
  private child: ChildProcess | undefined;
  private startedAt = 0;
  /** Bytes of the log when the process began. */
  private logBefore = 0;
  private isStopping = false;
  private restarting: NodeJS.Timeout | undefined;
  private lookingAtLog: NodeJS.Timeout | undefined;
  private ready: { readonly done: () => void; readonly fail: (reason: Failure) => void } | undefined;

  constructor(private readonly settings: ManagedProcessSettings) {
    this.restarts = settings.restarts ?? new RestartPolicy();
  }

  get pid(): number | undefined {
    return this.child?.pid;
  }

  /** Resolves when it is ready for the first time. @throws Failure when it is given up or stopped before. */
  start(): Promise<void> {
    mkdirSync(dirname(this.settings.logFile), { recursive: true });
    this.lookingAtLog = setInterval(() => this.boundLog(), LOOK_AT_LOG_MS).unref();
    return new Promise((done, fail) => {
      this.ready = { done, fail };
      this.launch();
    });
  }

  /** Asks it to end; after `graceMs` it is killed. */
  async stop(graceMs: number): Promise<void> {
    this.isStopping = true;
    clearTimeout(this.restarting);
    clearInterval(this.lookingAtLog);
    this.ready?.fail(new Failure(`${this.settings.name} was stopped before it was ready`));
    const { child } = this;
    if (child === undefined) return;
    const ended = new Promise<void>((done) => child.once('exit', () => done()));
    child.kill('SIGTERM');
    if (await within(ended, graceMs)) return;
    this.kill();
    await within(ended, LAST_RESORT_MS);
  }

  /** At once, with whatever it has started. */
  kill(): void {
    this.isStopping = true;
    clearTimeout(this.restarting);
    const pid = this.child?.pid;
    if (pid === undefined) return;
    try {
      process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
    } catch {
      // It has ended.
    }
  }

  private launch(): void {
    const { script, env, logFile } = this.settings;
    this.boundLog();
    this.startedAt = performance.now();
    const log = openSync(logFile, 'a', 0o600);
    this.logBefore = fstatSync(log).size;
    // A process group of its own: Ctrl-C in the terminal reaches this process only, which stops the others in order.
    const child = fork(script, [], {
      env,
      execArgv: [...SERVER_NODE_OPTIONS],
      detached: true,
      stdio: ['ignore', log, log, 'ipc'],
    });
    closeSync(log);
    this.child = child;
    let ended = false;
    const end = (how: string): void => {
      if (ended) return;
      ended = true;
      this.child = undefined;
      this.ended(how);
    };
    child.on('message', (message) => {
      if (isReady(message)) this.ready?.done();
    });
    child.once('error', (error) => end(error.message));
    child.once('exit', (code, signal) => end(signal ?? `exit code ${code}`));
  }

  private ended(how: string): void {
    if (this.isStopping) return;
    const { name, say } = this.settings;
    const livedMs = performance.now() - this.startedAt;
    const wait = this.restarts.afterDeath(livedMs);
    if (wait === undefined) {
      this.giveUp(how);
      return;
    }
    const lived = (livedMs / 1000).toFixed(1);
    say(`${name} ended (${how}) after ${lived} s; it is started again in ${wait / 1000} s.${this.words()}`);
    this.restarting = setTimeout(() => this.launch(), wait);
  }

  private giveUp(how: string): void {
    const { name, logFile, onGivenUp } = this.settings;
    clearInterval(this.lookingAtLog);
    const reason = new Failure(`${name} keeps ending (${how}) and is given up.${this.words()} Its log: ${logFile}`);
    this.ready?.fail(reason);
    onGivenUp(reason);
  }

  private words(): string {
    const words = lastErrorIn(this.settings.logFile, this.logBefore);
    return words === '' ? '' : ` It said: ${words}`;
  }

  /** The child has the file open for appending, so that it can be cut short under its hands. */
  private boundLog(): void {
    const { logFile } = this.settings;
    try {
      if (statSync(logFile).size < MOST_LOG_BYTES) return;
      copyFileSync(logFile, `${logFile}.1`);
      truncateSync(logFile);
    } catch {
      // There is none yet, or the disk is full: not a reason to stop anything.
    }
  }
}

function isReady(message: unknown): boolean {
  return typeof message === 'object' && message !== null && 'ready' in message && message.ready === true;
}

/** Whether it settled in time. */
export async function within(work: Promise<unknown>, ms: number): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<false>((done) => (timer = setTimeout(() => done(false), ms)));
  try {
    return await Promise.race([work.then(() => true as const), late]);
  } finally {
    clearTimeout(timer);
  }
}
