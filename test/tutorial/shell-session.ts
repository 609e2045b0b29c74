/** A page of documentation, typed into a shell block by block, as its reader would. */
import { spawn, type ChildProcess } from 'node:child_process';

/** A block of commands of a page, and what it says they print. */
export interface ShellStep {
  /** Where the block begins, from 1. */
  readonly line: number;
  readonly commands: string;
  /** What follows `sh` in the block's first line: `background`, `exit=1`. */
  readonly remarks: readonly string[];
  /** The `text` block right after it: each line is printed, in this order; `…` stands for any text. */
  readonly output: readonly string[];
}

const FENCE = /^```(\w+)? ?(.*)\n([\s\S]*?)^```$/gm;

/** The `sh` blocks of a page, each with the `text` block that follows it before the next. */
export function stepsOf(markdown: string): ShellStep[] {
  const steps: ShellStep[] = [];
  for (const { index, 1: language, 2: remarks = '', 3: body = '' } of markdown.matchAll(FENCE)) {
    const line = markdown.slice(0, index).split('\n').length;
    const last = steps.at(-1);
    if (language === 'sh') {
      steps.push({ line, commands: body, remarks: remarks.split(' ').filter(Boolean), output: [] });
    } else if (language === 'text' && last) {
      steps[steps.length - 1] = { ...last, output: body.trimEnd().split('\n') };
    }
  }
  return steps;
}

/** The first expected line that does not come, in order; undefined when all do. */
export function missingLine(expected: readonly string[], printed: string): string | undefined {
  const lines = printed.split('\n');
  let from = 0;
  for (const wanted of expected) {
    if (wanted.trim() === '' || wanted.trim() === '…') continue;
    const pattern = new RegExp(`^${wanted.trimEnd().split('…').map(escapeRegExp).join('.*')}\\s*$`);
    const at = lines.findIndex((line, index) => index >= from && pattern.test(line));
    if (at < 0) return wanted;
    from = at + 1;
  }
  return undefined;
}

export function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** One shell from the first block to the last: what one block exports, the next one knows. */
export class ShellSession {
  readonly #shell: ChildProcess;
  #printed = '';
  #blocks = 0;
  #look: () => void = () => undefined;

  constructor(directory: string, env: NodeJS.ProcessEnv) {
    this.#shell = spawn('bash', ['--norc', '--noprofile'], { cwd: directory, env, stdio: ['pipe', 'pipe', 'pipe'] });
    for (const stream of [this.#shell.stdout, this.#shell.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#printed += text;
        this.#look();
      });
    }
    this.#shell.once('close', () => this.#look());
  }

  /** Types a block; answers what it printed, on both outputs, and the exit code of its last command. */
  async type(commands: string): Promise<{ readonly printed: string; readonly code: number }> {
    const mark = `end-of-block-${++this.#blocks}`;
    this.#printed = '';
    this.#shell.stdin?.write(`{ ${commands}\n} 2>&1 < /dev/null\nprintf '\\n${mark} %s\\n' $?\n`);
    const end = new RegExp(`\\n${mark} (\\d+)\\n`);
    for (;;) {
      const found = end.exec(this.#printed);
      if (found) return { printed: this.#printed.slice(0, found.index), code: Number(found[1]) };
      if (this.#shell.exitCode !== null) throw new Error(`the shell ended:\n${this.#printed}`);
      await new Promise<void>((done) => (this.#look = done));
    }
  }

  close(): void {
    this.#shell.kill('SIGKILL');
  }
}
