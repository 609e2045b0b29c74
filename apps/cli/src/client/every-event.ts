/** All events of some types in an exercise's log, as far as the caller may see them. */
import { isEventOf } from '#contracts/events/event-of.js';
import type { EventView, EventViewOf } from '#contracts/http/events.js';
import type { EventType } from '#domain/kernel/event.js';
import { path, type ApiClient } from './api-client.js';

interface EventPage {
  readonly events: readonly EventView[];
  readonly last: number;
  readonly more: boolean;
}

/** Of one type. @throws ApiRefusal, ApiUnreachable */
export async function everyEvent<T extends EventType>(
  api: ApiClient,
  exercise: string,
  type: T,
): Promise<EventViewOf<T>[]> {
  return (await everyEventOf(api, exercise, [type])).filter((event) => isEventOf(event, type));
}

/** Of several types, and what stands in the place of those that the caller may not read. @throws ApiRefusal, ApiUnreachable */
export async function everyEventOf(
  api: ApiClient,
  exercise: string,
  types: readonly EventType[],
): Promise<EventView[]> {
  const found: EventView[] = [];
  for (let after = 0; ;) {
    const route = `${path('exercises', exercise, 'events')}?type=${types.join(',')}&limit=1000&after=${after}`;
    const { events, last, more } = await api.send<EventPage>(route);
    found.push(...events);
    if (!more) return found;
    after = last;
  }
}
