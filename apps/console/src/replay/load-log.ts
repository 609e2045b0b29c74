/** A viewer's whole log, by page, with the scenario as the viewer may see it. */
import type { ApiShapes } from '#contracts/client/create-api-client.js';
import type { EventView } from '#contracts/http/events.js';
import type { Snapshot } from '#contracts/http/snapshots.js';
import type { ShownScenario } from '#domain/exercise/shown-scenario.js';
import type { Stream } from '#domain/kernel/side.js';
import { api, dataOf } from '../session/api.js';

export interface LoadedLog {
  readonly exercise: ApiShapes['Exercise'];
  readonly scenario: ShownScenario;
  readonly stream: Stream;
  readonly events: readonly EventView[];
}

/** As many as the API gives at once. */
const PAGE = 1_000;

/** @throws ApiError */
export async function loadLog(exercise: string): Promise<LoadedLog> {
  const path = { exercise };
  const [snapshot, events] = await Promise.all([
    dataOf(api.GET('/v1/exercises/{exercise}/snapshot', { params: { path } })) as unknown as Promise<Snapshot>,
    eventsAfter(exercise, 0),
  ]);
  return { exercise: snapshot.exercise, scenario: snapshot.scenario, stream: snapshot.stream, events };
}

/** All events that follow a number. @throws ApiError */
export async function eventsAfter(exercise: string, after: number): Promise<EventView[]> {
  const events: EventView[] = [];
  for (let last = after; ;) {
    const params = { path: { exercise }, query: { after: last, limit: PAGE } };
    const page = await dataOf(api.GET('/v1/exercises/{exercise}/events', { params }));
    events.push(...(page.events as unknown as EventView[]));
    if (!page.more) return events;
    last = page.last;
  }
}
