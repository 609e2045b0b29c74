/** What an event says to people, in the feed in the terminal and in the report. */
import type { DomainEvent } from '#domain/kernel/event.js';
import type { EventContext } from '#domain/evaluation/event-context.js';
import { specOf } from '../events/event-specs.js';
import type { Sentence } from './sentence.js';

/** Undefined for a type that a newer version wrote. @throws TypeError when the event lacks what its type has */
export function sentenceOf(event: DomainEvent, context: EventContext = {}): Sentence | undefined {
  return specOf(event.type)?.sentence(event, context);
}
