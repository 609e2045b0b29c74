/** Where a moment of an exercise can be looked at again. */
import { exerciseTimeText } from './time-text.js';

/** @param at exercise time, ms; the replay shows the exercise after the events of that second */
export function replayLink(exercise: string, at: number, incident?: string): string {
  // Whole seconds: the next one has the event itself.
  const params = new URLSearchParams({ t: exerciseTimeText(Math.ceil(at / 1000) * 1000) });
  if (incident !== undefined) params.set('incident', incident);
  return `/x/${exercise}/replay?${params}`;
}
