/** Somebody who works through the tutorial in a fresh folder: a shell with `tandem`, and a server of their own. */
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Tandem, type RunningTandem } from '../cli/tandem.js';
import { freePort } from '../support/services.js';
import { missingLine, ShellSession, type ShellStep } from './shell-session.js';

const root = resolve(import.meta.dirname, '../..');
const TOKEN = /tdm_[\w-]{43}/;

/** @param page `docs/tutorial.md` */
export function textOf(page: string): string {
  return readFileSync(join(root, page), 'utf8');
}

export class Newcomer {
  #started: RunningTandem | undefined;

  private constructor(
    readonly folder: string,
    readonly tandem: Tandem,
    readonly shell: ShellSession,
  ) {}

  static async arrive(): Promise<Newcomer> {
    const folder = mkdtempSync(join(tmpdir(), 'tandem-tutorial-'));
    for (const name of ['package.json', 'node_modules', 'dist', 'docs'])
      symlinkSync(join(root, name), join(folder, name));
    cpSync(join(root, 'scenarios'), join(folder, 'scenarios'), { recursive: true });
    const tandem = await Tandem.at(await freePort());
    return new Newcomer(folder, tandem, new ShellSession(folder, { ...tandem.environment(), COLUMNS: '120' }));
  }

  /** From here on `npx tandem` goes without npm's own start, which takes longer than what it starts. */
  async skipNpx(): Promise<void> {
    await this.shell.type(`npx() { shift; "${process.execPath}" dist/bin/tandem.js "$@"; }`);
  }

  /** `npm start` without its build: what it starts, on this test's port and data folder. @returns the controller's token */
  async start(): Promise<string> {
    this.#started = this.tandem.spawn(['start']);
    const [token] = await this.#started.shows(TOKEN);
    return token;
  }

  /**
   * Types a block of commands, and compares what it prints with what the page says.
   *
   * @returns what it printed
   * @throws Error with the line of the page, when the exit code or a line of the output differs
   */
  async type(page: string, step: ShellStep): Promise<string> {
    if (step.remarks.includes('background')) return this.start();
    const token = TOKEN.exec(this.#started?.stdout ?? '')?.[0] ?? '';
    const { printed, code } = await this.shell.type(step.commands.replace('tdm_…', token));
    const expected = Number(step.remarks.find((remark) => remark.startsWith('exit='))?.slice('exit='.length) ?? 0);
    if (code !== expected) {
      throw new Error(`${page}:${step.line}: the exit code is ${code} in the place of ${expected}:\n${printed}`);
    }
    const missing = missingLine(step.output, printed);
    if (missing !== undefined) {
      throw new Error(
        `${page}:${step.line}: it was not printed, or not in this order:\n${missing}\n\nbut:\n${printed}`,
      );
    }
    return printed;
  }

  async leave(): Promise<void> {
    this.shell.close();
    this.#started?.interrupt();
    await this.#started?.exit(10_000).catch(() => undefined);
    await this.tandem.remove();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
