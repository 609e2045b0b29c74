/** Events that have happened, read page by page, and the place of a time among them. */
import type { eventPage, EventView } from '#contracts/http/events.js';
import { parseDuration, parseExerciseTime } from '#contracts/scenario/duration.js';
import type { z } from 'zod';
import { path, type ApiClient } from '../client/api-client.js';
import { unusable } from '../failure.js';

type EventPage = z.infer<typeof eventPage>;

const MOST_PER_PAGE = 1_000;

/** Events after number `after` up to the end of the log, as the API filters them. @throws ApiRefusal, ApiUnreachable */
export async function* eventsAfter(
  api: ApiClient,
  exercise: string,
  after: number,
  query: Readonly<Record<string, string>> = {},
): AsyncGenerator<{ readonly events: readonly EventView[]; readonly last: number }> {
  for (let from = after; ;) {
    const parameters = new URLSearchParams({ ...query, limit: String(MOST_PER_PAGE), after: String(from) });
    const page = await api.send<EventPage>(`${path('exercises', exercise, 'events')}?${parameters.toString()}`);
    yield page;
    if (!page.more) return;
    from = page.last;
  }
}

/**
 * The number of the last event before an exercise time.
 * @param time exercise time, ms
 * @param last number of the last event in the log
 */
export async function lastBefore(api: ApiClient, exercise: string, time: number, last: number): Promise<number> {
  // The times of a log never go back, so that a search by halves finds the place.
  let [low, high] = [0, last];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const route = `${path('exercises', exercise, 'events')}?limit=1&after=${middle}`;
    const [event] = (await api.send<EventPage>(route)).events;
    if (event !== undefined && event.at < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * `T+00:10` is an exercise time; `10m` is that long before now.
 * @param now exercise time, ms
 * @throws Failure
 */
export function sinceTime(text: string, now: number): number {
  const time = parseExerciseTime(text);
  if (time !== undefined) return time;
  const duration = parseDuration(text);
  if (duration !== undefined) return Math.max(0, now - duration);
  throw unusable(`--since ${text}: give an exercise time, as T+00:10, or a duration before now, as 10m`);
}
