/**
 * Events of some types as a caller sees them, of whom lists are folded that have no table: a table would be a second place that decides
 * who may know. Measured by what people write in an exercise: tens, not thousands.
 */
import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/kernel/event.js';
import { exerciseTime, type ExerciseTime } from '#domain/kernel/exercise-time.js';
import type { Audience } from '#domain/kernel/side.js';
import { eventSeenBy } from '#infra/log/event-reader.js';
import { EventSearch } from '#infra/log/event-search.js';
import type { Caller } from '../auth/caller.js';
import { ExerciseCatalog } from '../exercises/exercise-catalog.js';

/** Events in one look at the log. */
const BATCH = 1_000;

export interface ShownEvent {
  /** Its number in the caller's stream. */
  readonly seq: number;
  readonly type: string;
  readonly at: ExerciseTime;
  readonly actor: Actor;
  readonly audience: Audience;
  readonly data: object;
}

@Injectable()
export class ShownEvents {
  constructor(
    private readonly search: EventSearch,
    private readonly exercises: ExerciseCatalog,
  ) {}

  /**
   * Oldest first, without those that a label withholds.
   * @param types as the log has them
   * @throws Problem NOT_FOUND when there is no such exercise; DatabaseUnavailable
   */
  async all(
    exercise: string,
    { stream, reader }: Pick<Caller, 'stream' | 'reader'>,
    types: readonly string[],
  ): Promise<ShownEvent[]> {
    await this.exercises.mustExist(exercise);
    const found: ShownEvent[] = [];
    for (let after = 0; ;) {
      const { events, reached, more } = await this.search.find(exercise, stream, { after, limit: BATCH, types });
      for (const event of events) {
        const { seq, type, at, data, actor, audience } = eventSeenBy(reader, event);
        if (type === 'Withheld') continue;
        found.push({
          seq,
          type,
          at: exerciseTime(at),
          data: JSON.parse(data) as object,
          actor: JSON.parse(actor) as Actor,
          audience,
        });
      }
      if (!more || reached === undefined) return found;
      after = reached;
    }
  }
}
