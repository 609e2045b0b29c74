/** Messages as a caller sees them, folded for each request from the events that the caller may read. */
import { Injectable } from '@nestjs/common';
import { MESSAGE_EVENTS, messagesIn, type MessageView } from '#domain/message/message-list.js';
import type { Caller } from '../auth/caller.js';
import { ShownEvents } from '../reading/shown-events.js';

@Injectable()
export class MessageReader {
  constructor(private readonly events: ShownEvents) {}

  /** In the order in which they were sent. @throws Problem NOT_FOUND when there is no such exercise; DatabaseUnavailable */
  async all(exercise: string, caller: Pick<Caller, 'stream' | 'reader'>): Promise<MessageView[]> {
    return messagesIn(await this.events.all(exercise, caller, MESSAGE_EVENTS));
  }
}
