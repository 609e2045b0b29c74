/** Observations of evaluators, as a viewer may read them now. */
import { currentWritings, RELABELLING_EVENTS, type ShownEvent } from '../incident/current-writings.js';

/** The events that the list is folded from, as the log has them. */
export const OBSERVATION_EVENTS = ['ObservationRecorded', ...RELABELLING_EVENTS] as const;

/**
 * From the events of the viewer's own stream, in the order in which they were made: each as the event that recorded it, with the label
 * that it carries. One that was disclosed has the number of the event that disclosed it.
 */
export function observationsIn<E extends ShownEvent>(events: Iterable<E>): E[] {
  return currentWritings(events, ['observation']).map(({ event, label, reviewAt }) => {
    const { label: _before, reviewAt: _then, ...said } = event.data as { label?: unknown; reviewAt?: unknown };
    return { ...event, data: { ...said, ...(reviewAt !== undefined && { reviewAt }), ...(label && { label }) } };
  });
}
