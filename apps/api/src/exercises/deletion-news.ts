/** Exercises that were deleted, by this process or another: whoever keeps something of one hears of it, and forgets it. */
import type { Logger } from 'pino';

export class DeletionNews {
  private readonly listeners: ((exercise: string) => void)[] = [];

  constructor(
    /** The exercises of which this process knows something, and which are deleted by now. */
    private readonly deletedSoFar: () => Promise<readonly string[]>,
    private readonly log: Logger,
  ) {}

  /** @param listener is called at least once for each; those that came first are called first */
  onDeleted(listener: (exercise: string) => void): void {
    this.listeners.push(listener);
  }

  hear(exercise: string): void {
    for (const listener of this.listeners) listener(exercise);
  }

  /** News may have been missed: finds out what was deleted. */
  async lookAgain(): Promise<void> {
    try {
      for (const exercise of await this.deletedSoFar()) this.hear(exercise);
    } catch (error) {
      this.log.warn({ err: error }, 'deleted exercises are found later');
    }
  }
}
