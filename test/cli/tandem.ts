/** `tandem` as a user runs it: a process in a terminal's stead, on a data folder of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const MAIN = resolve(import.meta.dirname, '../../dist/bin/tandem.js');
const WAIT_MS = 30_000;

export interface Finished {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** A data folder, and what runs on it. */
export class Tandem {
  private readonly running = new Set<RunningTandem>();

  private constructor(
    readonly directory: string,
    readonly port: number,
  ) {}

  static async at(port: number): Promise<Tandem> {
    return new Tandem(await mkdtemp(join(tmpdir(), 'tandem-cli-')), port);
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  spawn(args: readonly string[], env: NodeJS.ProcessEnv = {}): RunningTandem {
    const running = new RunningTandem(args, { ...this.environment(), ...env });
    this.running.add(running);
    return running;
  }

  /** To its end. */
  async run(args: readonly string[], env: NodeJS.ProcessEnv = {}, input = ''): Promise<Finished> {
    const running = this.spawn(args, env);
    running.child.stdin?.end(input);
    const code = await running.exit(WAIT_MS);
    return { code, stdout: running.stdout, stderr: running.stderr };
  }

  /** Whatever works on this folder: by its environment or its command line. Only where there is a /proc. */
  processes(): number[] {
    if (!existsSync('/proc/self/environ')) return [];
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name) && Number(name) !== process.pid)
      .map(Number)
      .filter(
        (pid) => !isZombie(pid) && (holds(pid, 'environ', this.directory) || holds(pid, 'cmdline', this.directory)),
      );
  }

  /** Ends whatever is left, however a test went. */
  async remove(): Promise<void> {
    for (const { child } of this.running) child.kill('SIGKILL');
    for (const pid of this.processes()) kill(pid, 'SIGKILL');
    await rm(this.directory, { recursive: true, force: true, maxRetries: 5 });
  }

  /** Of a user with this data folder and port, without the settings of whoever runs the tests. */
  environment(): NodeJS.ProcessEnv {
    const ours = /^(TANDEM_|DATABASE_URL|REDIS_URL|PORT|HOST|LOG_|NODE_OPTIONS|NO_COLOR|FORCE_COLOR)/;
    const others = Object.entries(process.env).filter(([name]) => !ours.test(name));
    return {
      ...Object.fromEntries(others),
      TANDEM_DATA_DIR: this.directory,
      XDG_CONFIG_HOME: join(this.directory, 'settings'),
      PORT: String(this.port),
    };
  }
}

export class RunningTandem {
  readonly child: ChildProcess;
  stdout = '';
  stderr = '';
  private readonly ended: Promise<number | null>;
  private readonly watchers = new Set<() => void>();

  constructor(args: readonly string[], env: NodeJS.ProcessEnv) {
    // A process group of its own, as a shell gives one to each command: Ctrl-C goes to all in it.
    this.child = spawn(process.execPath, [MAIN, ...args], { env, stdio: ['pipe', 'pipe', 'pipe'], detached: true });
    this.child.stdin?.on('error', () => undefined);
    // A character may come in two pieces.
    this.child.stdout?.setEncoding('utf8').on('data', (text: string) => this.said(text, 'stdout'));
    this.child.stderr?.setEncoding('utf8').on('data', (text: string) => this.said(text, 'stderr'));
    this.ended = new Promise((done) => this.child.once('close', (code) => done(code)));
    void this.ended.then(() => this.look());
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  /** What the text matches, as soon as it has been printed after `from` characters of output. */
  async shows(pattern: RegExp, withinMs = WAIT_MS, from = 0): Promise<RegExpExecArray> {
    let found: RegExpExecArray | null = null;
    await until(
      () => (found = pattern.exec(this.stdout.slice(from))) !== null || this.child.exitCode !== null,
      (look) => this.watchers.add(look),
      withinMs,
    );
    if (found === null) throw new Error(`It never showed ${String(pattern)}. It showed:\n${this.stdout}${this.stderr}`);
    return found;
  }

  /** @returns the exit code; null when a signal ended it. */
  async exit(withinMs: number): Promise<number | null> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, fail) => {
      const words = (): string => `It has not ended within ${withinMs} ms. It showed:\n${this.stdout}${this.stderr}`;
      timer = setTimeout(() => fail(new Error(words())), withinMs);
    });
    try {
      return await Promise.race([this.ended, late]);
    } finally {
      clearTimeout(timer);
    }
  }

  /** To the whole process group, as the terminal does it. */
  interrupt(): void {
    process.kill(-this.pid, 'SIGINT');
  }

  private said(text: string, where: 'stdout' | 'stderr'): void {
    this[where] += text;
    this.look();
  }

  private look(): void {
    for (const watcher of this.watchers) watcher();
  }
}

/** Until the condition holds, looked at whenever told to, and a few times a second regardless. */
async function until(holdsNow: () => boolean, onLook: (look: () => void) => void, withinMs: number): Promise<void> {
  const deadline = Date.now() + withinMs;
  while (!holdsNow() && Date.now() < deadline) {
    await new Promise<void>((done) => {
      onLook(done);
      setTimeout(done, 200).unref();
    });
  }
}

/** Until the condition holds. @throws when it does not within the time. */
export async function eventually(condition: () => boolean, withinMs: number, what: string): Promise<void> {
  await until(condition, () => undefined, withinMs);
  if (!condition()) throw new Error(`Not within ${withinMs} ms: ${what}`);
}

export function kill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // It has ended.
  }
}

function holds(pid: number, file: 'environ' | 'cmdline', text: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8').includes(text);
  } catch {
    return false;
  }
}

function isZombie(pid: number): boolean {
  try {
    return /\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return true;
  }
}
