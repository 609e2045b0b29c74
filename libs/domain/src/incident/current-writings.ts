/**
 * What people have written, as a viewer may read it now, folded from the events of the viewer's own stream: what is not in them cannot come
 * out of it. Each stands in the list once, under the label that it carries. What a label withholds from the viewer, or whose incident is
 * withheld, is not in it.
 */
import type { EventData } from '../kernel/event.js';
import type { ExerciseTime } from '../kernel/exercise-time.js';
import type { IncidentId } from '../kernel/ids.js';
import type { LabelledKind } from '../kernel/labelled-thing.js';
import type { Audience } from '../kernel/side.js';
import { defaultTlp, highest, isSame, type Marking } from '../release/label.js';
import { isWriting, writingId, WRITTEN_KINDS } from './written.js';

/**
 * The events, beside those that say what was written, that the list is folded from, as the log has them. Some readers see `LabelWithheld`
 * in the place of `LabelChanged`, and `IncidentWithheld` in the place of `IncidentLabelChanged`.
 */
export const RELABELLING_EVENTS = [
  'LabelChanged',
  'LabelDisclosed',
  'IncidentLabelChanged',
  'IncidentDisclosed',
] as const;

/** An event as the viewer's stream shows it. */
export interface ShownEvent {
  /** Its number in that stream. */
  readonly seq: number;
  readonly type: string;
  readonly at: ExerciseTime;
  readonly audience: Audience;
  readonly data: object;
}

/** A change of the label that the viewer has read. */
export interface LabelChange {
  readonly seq: number;
  readonly at: ExerciseTime;
  readonly from: Marking;
  readonly to: Marking;
  /** Who had it until then, and may not read it any more. */
  readonly seenBy?: readonly string[];
}

export interface CurrentWriting<E extends ShownEvent> {
  /** What was written, by whom and when; its number is that of the event that shows it to the viewer. */
  readonly event: E;
  readonly incident?: IncidentId;
  /** The highest of its own and that of its incident. Absent: only those who run the exercise read it. */
  readonly label?: Marking;
  readonly reviewAt?: string;
  /** When its label was lowered so that the viewer could read it; absent: it was read from the start. */
  readonly disclosedAt?: ExerciseTime;
  /** Oldest first; absent: its label has not changed. */
  readonly labelChanges?: readonly LabelChange[];
}

interface Fold<E extends ShownEvent> {
  readonly kinds: ReadonlySet<LabelledKind>;
  readonly writings: Map<string, CurrentWriting<E>>;
  /** The marking that the log states last of an incident; absent: that of its class, or as its events say. */
  readonly markings: Map<IncidentId, Marking>;
  readonly withheld: Set<IncidentId>;
}

/** In the order in which they were written. */
export function currentWritings<E extends ShownEvent>(
  events: Iterable<E>,
  kinds: readonly LabelledKind[],
): CurrentWriting<E>[] {
  const fold: Fold<E> = { kinds: new Set(kinds), writings: new Map(), markings: new Map(), withheld: new Set() };
  for (const event of events) apply(fold, event);
  return [...fold.writings.values()]
    .filter(({ incident }) => incident === undefined || !fold.withheld.has(incident))
    .map((one) => underIncident(one, one.incident && fold.markings.get(one.incident)))
    .toSorted((a, b) => a.event.at - b.event.at);
}

function apply<E extends ShownEvent>(fold: Fold<E>, event: E): void {
  const { type, at, data } = event;
  const { kinds, writings, markings, withheld } = fold;
  switch (type) {
    case 'IncidentNoted':
    case 'DecisionRecorded':
    case 'ObservationRecorded':
      return add(fold, event);
    case 'LabelDisclosed': {
      const { id, said, label } = data as EventData['LabelDisclosed'];
      if (!writings.has(id)) add(fold, { ...event, ...said, data: { ...said.data, label } }, at);
      return;
    }
    case 'LabelChanged':
      return relabel(fold, event, data as EventData['LabelChanged']);
    case 'LabelWithheld': {
      const { of, id } = data as EventData['LabelWithheld'];
      if (kinds.has(of)) writings.delete(id);
      return;
    }
    case 'IncidentLabelChanged': {
      const { incident, to } = data as EventData['IncidentLabelChanged'];
      withheld.delete(incident);
      markings.set(incident, to);
      return;
    }
    case 'IncidentDisclosed': {
      const { incident, label } = data as EventData['IncidentDisclosed'] & { readonly label: Marking };
      withheld.delete(incident);
      markings.set(incident, label);
      return;
    }
    case 'IncidentWithheld':
      withheld.add((data as EventData['IncidentWithheld']).incident);
      return;
    default:
      return;
  }
}

function add<E extends ShownEvent>({ kinds, writings }: Fold<E>, event: E, disclosedAt?: ExerciseTime): void {
  const said = { type: event.type, data: event.data };
  if (!isWriting(said) || !kinds.has(WRITTEN_KINDS[said.type])) return;
  const { incident, reviewAt } = said.data;
  const label = said.data.label ?? usualOf(event.audience);
  writings.set(writingId(said), {
    event,
    ...(incident !== undefined && { incident }),
    ...(label !== undefined && { label }),
    ...(reviewAt !== undefined && { reviewAt }),
    ...(disclosedAt !== undefined && { disclosedAt }),
  });
}

function usualOf(audience: Audience): Marking | undefined {
  return audience === 'CONTROL' ? undefined : { tlp: defaultTlp(audience) };
}

function relabel<E extends ShownEvent>(
  { kinds, writings }: Fold<E>,
  { seq, at }: E,
  { of, id, from, to, set: { reviewAt }, seenBy }: EventData['LabelChanged'],
): void {
  const known = kinds.has(of) ? writings.get(id) : undefined;
  if (known === undefined) return;
  const { reviewAt: _before, ...kept } = known;
  const change = { seq, at, from, to, ...(seenBy && { seenBy }) };
  writings.set(id, {
    ...kept,
    label: to,
    ...(reviewAt !== undefined && { reviewAt }),
    ...(!isSame(from, to) && { labelChanges: [...(known.labelChanges ?? []), change] }),
  });
}

/** What is said of an incident is read by nobody who may not read that. */
function underIncident<W extends { readonly label?: Marking }>(one: W, marking: Marking | undefined): W {
  const { label } = one;
  return label === undefined || marking === undefined ? one : { ...one, label: highest(label, marking) };
}
