/** Which events the feed of an evaluator shows. */
import type { EventView } from '#contracts/http/events.js';
import { isOfStory } from '../replay/story-events.js';

/** @param incident absent: of any. @param isWhole whether messages under way and what controllers do are shown, too */
export function shownEvents(
  events: readonly EventView[],
  incident: string | undefined,
  isWhole: boolean,
): readonly EventView[] {
  if (isWhole && incident === undefined) return events;
  return events.filter((event) => isShown(event, incident, isWhole));
}

export function isShown(event: EventView, incident: string | undefined, isWhole: boolean): boolean {
  return isWhole ? incident === undefined || incidentOf(event) === incident : isOfStory(event, incident);
}

export function incidentOf({ data }: EventView): string | undefined {
  const { incident } = data as { readonly incident?: unknown };
  return typeof incident === 'string' ? incident : undefined;
}
