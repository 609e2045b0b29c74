/** The label of what an event is about, at the end of its row. */
import type { EventView } from '#contracts/http/events.js';
import { labelOfEvent } from '../live/event-label.js';
import { LabelMark } from './label-mark.js';

export function EventLabelMark({ event }: { readonly event: EventView }) {
  const label = labelOfEvent(event);
  return label === undefined ? null : <LabelMark of={label.of} label={label} />;
}
