/** Long work in turns: after each the other work of the process has its own. */
const TURN_MS = 20;

export class GiveWay {
  private began = performance.now();

  /** Call it between two steps; it waits where the turn has been long enough. */
  async step(): Promise<void> {
    if (performance.now() - this.began < TURN_MS) return;
    await new Promise((resolve) => setImmediate(resolve));
    this.began = performance.now();
  }
}
