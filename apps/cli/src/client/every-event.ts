/** All events of one type in an exercise's log, as far as the caller may see them. */
import { isEventOf } from '#contracts/events/event-of.js';
import type { EventView, EventViewOf } from '#contracts/http/events.js';
import type { EventType } from '#domain/kernel/event.js';
import { path, type ApiClient } from './api-client.js';

interface EventPage {
  readonly events: readonly EventView[];
  readonly last: number;
  readonly more: boolean;
}

/** @throws ApiRefusal, ApiUnreachable */
export async function everyEvent<T extends EventType>(
  api: ApiClient,
  exercise: string,
  type: T,
): Promise<EventViewOf<T>[]> {
  const found: EventViewOf<T>[] = [];
  for (let after = 0; ;) {
    const route = `${path('exercises', exercise, 'events')}?type=${type}&limit=1000&after=${after}`;
    const { events, last, more } = await api.send<EventPage>(route);
    found.push(...events.filter((event) => isEventOf(event, type)));
    if (!more) return found;
    after = last;
  }
}
