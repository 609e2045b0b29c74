/** What a command writes: a file, which takes its place once it is whole, so that a run that broke off leaves nothing behind; or the standard output. */
import { closeSync, openSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { unusable } from '../failure.js';
import { writingTrouble } from './file-trouble.js';

export interface Output {
  /** @throws Failure when it cannot be written */
  write(text: string): void;
  /** @throws Failure when it cannot be put in its place */
  finish(): void;
  /** Removes what was written, unless it is finished. */
  discard(): void;
}

/** `-` is the standard output. @throws Failure when it cannot be written */
export function openOutput(path: string): Output {
  return path === '-' ? STANDARD_OUTPUT : new OutputFile(path);
}

/** Whether it cannot be written, the program itself finds out. */
const STANDARD_OUTPUT: Output = {
  write: (text) => void process.stdout.write(text),
  finish: () => undefined,
  discard: () => undefined,
};

export class OutputFile implements Output {
  readonly #partial: string;
  readonly #descriptor: number;

  /** @throws Failure when it cannot be written */
  constructor(private readonly path: string) {
    this.#partial = `${path}.${process.pid}.partial`;
    this.#descriptor = this.#trying(() => {
      const there = statSync(path, { throwIfNoEntry: false });
      if (there && !there.isFile()) throw new Error('it is there already and is no regular file');
      return openSync(this.#partial, 'wx', 0o644);
    });
  }

  /** @throws Failure when it cannot be written */
  write(text: string): void {
    this.#trying(() => writeFileSync(this.#descriptor, text));
  }

  /** @throws Failure when it cannot be put in its place */
  finish(): void {
    this.#trying(() => {
      closeSync(this.#descriptor);
      renameSync(this.#partial, this.path);
    });
  }

  discard(): void {
    rmSync(this.#partial, { force: true });
  }

  #trying<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      throw unusable(`${this.path} cannot be written: ${writingTrouble(error)}`);
    }
  }
}
