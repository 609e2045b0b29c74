/** Narrows an event to one type. Apart from the schemas, so that a browser can use it without them. */
import type { EventType } from '#domain/kernel/event.js';
import type { EventView, EventViewOf } from '../http/events.js';

export function isEventOf<T extends EventType>(event: EventView, type: T): event is EventViewOf<T> {
  return event.type === type;
}
