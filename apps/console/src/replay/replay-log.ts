/**
 * A whole log that can be looked at at any time. It is folded once when it is opened, and the fold is kept at regular places, so that a
 * jump folds at most the events since the last of them.
 */
import type { EventView } from '#contracts/http/events.js';
import type { ShownScenario } from '#domain/exercise/shown-scenario.js';
import type { Stream } from '#domain/kernel/side.js';
import { ExerciseFold, type FoldCheckpoint } from '../live/exercise-fold.js';

/** Events between two places that are kept, at least; at most so many places are kept. */
const LEAST_APART = 250;
const MOST_KEPT = 60;

export class ReplayLog {
  /** By place: after `index * apart` events. */
  private readonly kept: FoldCheckpoint[] = [];
  private readonly apart: number;
  private current: ExerciseFold | undefined;

  constructor(
    private readonly scenario: ShownScenario,
    readonly stream: Stream,
    /** Of the stream, from the first on, without gaps. */
    readonly events: readonly EventView[],
  ) {
    this.apart = Math.max(LEAST_APART, Math.ceil(events.length / MOST_KEPT));
    const fold = ExerciseFold.fromStart(scenario, stream);
    for (let from = 0; from <= events.length; from += this.apart) {
      this.kept.push(fold.checkpoint());
      fold.apply(events.slice(from, from + this.apart));
    }
  }

  /** How many events there are up to and including an exercise time, ms. */
  countAt(time: number): number {
    let low = 0;
    let high = this.events.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.events[middle]?.at ?? 0) <= time) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The exercise after its first `count` events. The fold that is returned changes with the next call. */
  after(count: number): ExerciseFold {
    const place = Math.floor(count / this.apart);
    const { current } = this;
    const isAhead = current === undefined || current.seq > count || current.seq < place * this.apart;
    const fold = isAhead ? this.resume(place) : current;
    fold.apply(this.events.slice(fold.seq, count));
    this.current = fold;
    return fold;
  }

  private resume(place: number): ExerciseFold {
    const kept = this.kept[place];
    if (kept === undefined) throw new RangeError(`the log has no place ${place}`);
    return ExerciseFold.fromCheckpoint(this.scenario, this.stream, kept);
  }
}
