/** What the start is doing, step by step, and how long each step took. */
import type { Paint } from '../terminal/paint.js';
import { pad } from '../terminal/terminal-text.js';

const TEXT_COLUMNS = 78;

export class Progress {
  constructor(
    private readonly print: (line: string) => void,
    private readonly paint: Paint,
  ) {}

  /**
   * Prints a step, does it, and prints its result.
   * @param doing for people: `starting PostgreSQL`
   * @param done what to say of the result
   */
  async step<T>(doing: string, work: () => Promise<T>, done: (result: T) => string): Promise<T> {
    this.print(this.paint('dim', `  … ${doing}`));
    const from = performance.now();
    const result = await work();
    const took = `${((performance.now() - from) / 1000).toFixed(1)} s`;
    this.print(`  ${this.paint('good', '✓')} ${pad(done(result), TEXT_COLUMNS)} ${this.paint('dim', took)}`);
    return result;
  }
}
