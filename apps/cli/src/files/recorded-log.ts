/** Whether a replay gives the log that was recorded; if not, from which event on it is another. */
import type { ExerciseTime } from '#domain/kernel/exercise-time.js';
import { MARK_LENGTH } from '#contracts/recording/recording-lines.js';
import { formatExerciseTime } from '#contracts/scenario/duration.js';
import type { ChainedEvent } from '#log/hash-chain.js';
import type { Recording } from './recording-file.js';

export interface Comparison {
  readonly exercise: string;
  readonly isSame: boolean;
  /** Exercise time, ms, as far as which it was compared; absent: to its end. */
  readonly until?: ExerciseTime;
  /** Of the recorded log. */
  readonly events: number;
  readonly hash: string;
  /** The first event of the replay that is another than the recorded one, or beyond the recorded log. */
  readonly differs?: { readonly seq: number; readonly type: string; readonly at: number };
}

export class RecordedLog {
  #events = 0;
  #hash = '';
  #differs: Comparison['differs'];

  constructor(private readonly recording: Recording) {}

  add(events: readonly ChainedEvent[]): void {
    for (const { seq, type, at, hash } of events) {
      this.#events = seq;
      this.#hash = hash;
      if (this.recording.marks[seq - 1] !== hash.slice(0, MARK_LENGTH)) this.#differs ??= { seq, type, at };
    }
  }

  /** @param until exercise time, ms, at which the replay stops before the end: only events until then are compared */
  compare(until?: ExerciseTime): Comparison {
    const { head, end } = this.recording;
    const isWhole = this.#events === end.events && (this.#events === 0 || this.#hash === end.hash);
    return {
      exercise: head.exercise,
      isSame: this.#differs === undefined && (until !== undefined || isWhole),
      ...(until !== undefined && { until }),
      events: end.events,
      hash: end.hash,
      differs: this.#differs,
    };
  }
}

export function comparisonText(
  { exercise, isSame, until, events, hash, differs }: Comparison,
  replayed: number,
): string {
  if (isSame && until !== undefined) {
    const part = `${replayed} of ${events} events`;
    return `The same as recorded of ${exercise} as far as ${formatExerciseTime(until)}: ${part}.`;
  }
  if (isSame) return `The same log as recorded of ${exercise}.`;
  const where =
    differs === undefined
      ? `it ends after event ${replayed}, the recorded one after event ${events}`
      : `event ${differs.seq} (${differs.type} at ${formatExerciseTime(differs.at)}) is the first that differs`;
  return `NOT the log that was recorded of ${exercise} (${events} events, hash ${hash}): ${where}. Was it recorded by another version of Tandem?`;
}
