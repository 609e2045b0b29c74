/** Small files in the data folder that outlive a run. They hold secrets: only their owner may read them. */
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

export class KeptFile<T> {
  private readonly file: string;

  constructor(
    private readonly directory: string,
    name: string,
    private readonly shape: z.ZodType<T>,
  ) {
    this.file = join(directory, name);
  }

  /** Undefined when there is none, or none that can be read: it is written anew then. */
  async read(): Promise<T | undefined> {
    try {
      return this.shape.parse(JSON.parse(await readFile(this.file, 'utf8')));
    } catch {
      return undefined;
    }
  }

  /** Whole or not at all, whatever happens meanwhile. */
  async write(value: T): Promise<void> {
    await mkdir(this.directory, { recursive: true });
    const draft = `${this.file}.${process.pid}`;
    await writeFile(draft, `${JSON.stringify(value)}\n`, { mode: 0o600 });
    await rename(draft, this.file);
  }

  async remove(): Promise<void> {
    await rm(this.file, { force: true });
  }
}

/** Where the running product is, for the other commands on this machine. */
export function runningFile(directory: string) {
  const shape = z.object({
    /** Of the API. */
    url: z.string(),
    /** Of the embedded PostgreSQL, with its password. */
    databaseUrl: z.string().optional(),
  });
  return new KeptFile(directory, 'running.json', shape);
}

/** The tokens that `tandem start` itself works with. */
export function tokensFile(directory: string) {
  return new KeptFile(directory, 'tokens.json', z.object({ supervisor: z.string(), feed: z.string() }));
}

const pausedExercises = z.object({
  /** The demonstration, which the next start continues. */
  exercise: z.string().optional(),
  /** The others, which stay paused until somebody resumes them. */
  others: z.array(z.string()).optional(),
});

export type PausedExercises = z.infer<typeof pausedExercises>;

/** Which exercises stand because everything was stopped, not because somebody paused them. */
export function pausedFile(directory: string): KeptFile<PausedExercises> {
  return new KeptFile(directory, 'paused.json', pausedExercises);
}
