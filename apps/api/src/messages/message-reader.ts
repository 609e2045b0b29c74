/**
 * Messages as a caller sees them, folded for each request from the events that the caller may read. There is no table of messages: it would
 * be a second place that decides who may know. Measured by what an exercise holds, which is what people write: tens, not thousands.
 */
import { Injectable } from '@nestjs/common';
import type { Actor } from '#domain/kernel/event.js';
import { exerciseTime } from '#domain/kernel/exercise-time.js';
import { MESSAGE_EVENTS, messagesIn, type MessageView, type ShownMessageEvent } from '#domain/message/message-list.js';
import { eventSeenBy } from '#infra/log/event-reader.js';
import { EventSearch } from '#infra/log/event-search.js';
import type { Caller } from '../auth/caller.js';
import { ExerciseCatalog } from '../exercises/exercise-catalog.js';

/** Events in one look at the log. */
const BATCH = 1_000;

@Injectable()
export class MessageReader {
  constructor(
    private readonly search: EventSearch,
    private readonly exercises: ExerciseCatalog,
  ) {}

  /** In the order in which they were sent. @throws Problem NOT_FOUND when there is no such exercise; DatabaseUnavailable */
  async all(exercise: string, { stream, reader }: Pick<Caller, 'stream' | 'reader'>): Promise<MessageView[]> {
    await this.exercises.mustExist(exercise);
    const found: ShownMessageEvent[] = [];
    for (let after = 0; ;) {
      const query = { after, limit: BATCH, types: MESSAGE_EVENTS };
      const { events, reached, more } = await this.search.find(exercise, stream, query);
      for (const event of events) {
        const { type, at, data, actor } = eventSeenBy(reader, event);
        if (type === 'Withheld') continue;
        found.push({
          type,
          at: exerciseTime(at),
          data: JSON.parse(data) as object,
          actor: JSON.parse(actor) as Actor,
        });
      }
      if (!more || reached === undefined) return messagesIn(found);
      after = reached;
    }
  }
}
