/** A log as viewers of another stream have it: what they may see, as they see it, numbered as they count it. */
import type { EventView } from '#contracts/http/events.js';
import { scenarioIn, type ShownScenario } from '#domain/exercise/shown-scenario.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import type { Stream } from '#domain/kernel/side.js';
import { streamsOf } from '#domain/release/release.js';
import { eventIn, type Showable } from '#domain/release/shown.js';

/** The events of the stream, of a log that holds all. */
export function eventsIn(stream: Stream, log: readonly EventView[]): EventView[] {
  if (stream === 'all') return [...log];
  const shown = log.filter(({ audience }) => streamsOf(audience).includes(stream));
  return shown.map((event, index) => ({
    ...(eventIn(stream, event as unknown as Showable) as unknown as EventView),
    seq: index + 1,
  }));
}

/** The scenario as viewers of the stream have it. @param scenario the whole one, or the stream's own */
export function scenarioOf(stream: Stream, scenario: ShownScenario): ShownScenario {
  return stream === 'all' ? scenario : scenarioIn(stream, scenario as Scenario);
}
