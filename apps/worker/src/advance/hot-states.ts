/** States of exercises that this worker advanced lately, so that it need not read them anew each time. */
import type { State } from '#domain/engine/state.js';

export interface HotState {
  readonly state: State;
  /** `seq` of the latest snapshot in the database, and its length in characters. */
  snapshotSeq: number;
  snapshotLength: number;
}

/**
 * Taken out while in use and put back only after the commit: a state that was advanced by a transaction which then
 * failed is thrown away with it.
 */
export class HotStates {
  readonly #states = new Map<string, HotState>();

  constructor(private readonly capacity: number) {}

  take(exerciseId: string): HotState | undefined {
    const hot = this.#states.get(exerciseId);
    this.#states.delete(exerciseId);
    return hot;
  }

  put(exerciseId: string, hot: HotState): void {
    this.#states.set(exerciseId, hot);
    if (this.#states.size <= this.capacity) return;
    // A Map keeps the order of insertion: the first is the one that was put back longest ago.
    for (const oldest of this.#states.keys()) {
      this.#states.delete(oldest);
      return;
    }
  }
}
