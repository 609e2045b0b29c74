/** How far a run is, on a terminal; nowhere else. */

const COLUMNS = 30;
const EVERY_MS = 100;
const CLEAR_LINE = '\r\u001b[K';

export class ProgressBar {
  #shownAt = performance.now();
  #isShown = false;

  constructor(private readonly stream: Pick<NodeJS.WriteStream, 'isTTY' | 'write'>) {}

  /** @param part 0 to 1 */
  show(part: number, text: string): void {
    if (!this.stream.isTTY || performance.now() - this.#shownAt < EVERY_MS) return;
    this.#shownAt = performance.now();
    this.#isShown = true;
    const filled = Math.round(Math.min(1, part) * COLUMNS);
    this.stream.write(`${CLEAR_LINE}${'█'.repeat(filled)}${'░'.repeat(COLUMNS - filled)} ${text}`);
  }

  clear(): void {
    if (this.#isShown) this.stream.write(CLEAR_LINE);
    this.#isShown = false;
  }
}
