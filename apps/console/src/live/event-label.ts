/** What an event's row shows as its label. */
import type { EventView } from '#contracts/http/events.js';
import { defaultTlp, type Marking, type TlpLabel } from '#domain/release/label.js';
import { RELEASE_CLASSES, type ReleaseClass } from '#domain/kernel/side.js';

export interface EventLabel {
  readonly of: ReleaseClass;
  readonly tlp: TlpLabel;
}

/** What people and sensors bring in: their rows show the label, whatever it is. */
const BROUGHT_IN: ReadonlySet<string> = new Set([
  'AlertAccepted',
  'IncidentOpened',
  'IncidentLabelChanged',
  'IncidentNoted',
  'DecisionRecorded',
  'MessagePosted',
  'TearLineShared',
  'ObservationRecorded',
]);

/** The fields by which an event names a thing that has a label. */
const THINGS = ['incident', 'alertId', 'notification', 'message', 'tearLine', 'observation'] as const;

/**
 * Undefined: it is about nothing that has a label (the clock, a unit), or it only follows from a thing of both sides with the label that
 * such things have anyway.
 */
export function labelOfEvent({
  type,
  audience,
  data,
}: Pick<EventView, 'type' | 'audience' | 'data'>): EventLabel | undefined {
  const of = RELEASE_CLASSES.find((one) => one === audience);
  if (of === undefined || !THINGS.some((thing) => typeof data[thing] === 'string')) return undefined;
  const { tlp } = (data['label'] as Marking | undefined) ?? { tlp: defaultTlp(of) };
  const isUsual = of === 'JOINT' && tlp === defaultTlp(of);
  return isUsual && !BROUGHT_IN.has(type) ? undefined : { of, tlp };
}
