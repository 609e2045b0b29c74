/**
 * Notes and entries of decision logs as a viewer may read them now, folded from the events of the viewer's own stream: what is not in
 * them cannot come out of it. Each stands in the list once, under the label that it carries. What a label withholds from the viewer, or
 * whose incident is withheld, is not in it.
 */
import type { Actor, EventData } from '../kernel/event.js';
import type { ExerciseTime } from '../kernel/exercise-time.js';
import type { DecisionId, IncidentId, NoteId } from '../kernel/ids.js';
import type { Audience, Side } from '../kernel/side.js';
import { defaultTlp, highest, isSame, type Marking } from '../release/label.js';

/**
 * The events that the list is folded from, as the log has them. Some readers see `LabelWithheld` in the place of `LabelChanged`, and
 * `IncidentWithheld` in the place of `IncidentLabelChanged`.
 */
export const RECORD_EVENTS = [
  'IncidentNoted',
  'DecisionRecorded',
  'LabelChanged',
  'LabelDisclosed',
  'IncidentLabelChanged',
  'IncidentDisclosed',
] as const;

export const RECORD_KINDS = ['note', 'decision'] as const;

/** An event as the viewer's stream shows it. */
export interface ShownRecordEvent {
  /** Its number in that stream. */
  readonly seq: number;
  readonly type: string;
  readonly at: ExerciseTime;
  readonly actor: Actor;
  readonly audience: Audience;
  readonly data: object;
}

/** A change of the label that the viewer has read. */
export interface RecordLabelChange {
  readonly seq: number;
  readonly at: ExerciseTime;
  readonly from: Marking;
  readonly to: Marking;
  /** Who had it until then, and may not read it any more. */
  readonly seenBy?: readonly string[];
}

interface RecordParts {
  readonly incident: IncidentId;
  /** Whom it is for. */
  readonly audience: Audience;
  /** When it was written; exercise time, ms. */
  readonly at: ExerciseTime;
  /** Of the event that shows it, in the viewer's stream. */
  readonly seq: number;
  readonly actor: Actor;
  /** The highest of its own and that of its incident. Absent: only those who run the exercise read it. */
  readonly label?: Marking;
  readonly reviewAt?: string;
  /** What the other side has of it. */
  readonly tearLine?: string;
  /** When its label was lowered so that the viewer could read it; absent: it was read from the start. */
  readonly disclosedAt?: ExerciseTime;
  /** Oldest first; absent: its label has not changed. */
  readonly labelChanges?: readonly RecordLabelChange[];
}

export interface NoteView extends RecordParts {
  readonly kind: 'note';
  readonly id: NoteId;
  readonly text: string;
  /** It had been a note of this side, which released it. */
  readonly released?: Side;
}

export interface DecisionView extends RecordParts {
  readonly kind: 'decision';
  readonly id: DecisionId;
  readonly options: readonly string[];
  readonly decision: string;
  readonly reason: string;
}

export type RecordView = NoteView | DecisionView;

interface Fold {
  readonly records: Map<string, RecordView>;
  /** The marking that the log states last of an incident; absent: that of its class, or as its events say. */
  readonly markings: Map<IncidentId, Marking>;
  readonly withheld: Set<IncidentId>;
}

/** In the order in which they were written. */
export function recordsIn(events: Iterable<ShownRecordEvent>): RecordView[] {
  const fold: Fold = { records: new Map(), markings: new Map(), withheld: new Set() };
  for (const event of events) apply(fold, event);
  return [...fold.records.values()]
    .filter(({ incident }) => !fold.withheld.has(incident))
    .map((record) => underIncident(record, fold.markings.get(record.incident)))
    .toSorted((a, b) => a.at - b.at);
}

function apply({ records, markings, withheld }: Fold, event: ShownRecordEvent): void {
  const { seq, type, at, data } = event;
  switch (type) {
    case 'IncidentNoted':
    case 'DecisionRecorded': {
      const record = recordOf(event);
      records.set(record.id, record);
      return;
    }
    case 'LabelDisclosed': {
      const { id, said, label } = data as EventData['LabelDisclosed'];
      if (said.type === 'MessagePosted' || records.has(id)) return;
      const shown = { ...said, seq, audience: event.audience, data: { ...said.data, label } };
      records.set(id, { ...recordOf(shown), disclosedAt: at });
      return;
    }
    case 'LabelChanged':
      relabel(records, data as EventData['LabelChanged'], { seq, at });
      return;
    case 'LabelWithheld': {
      const { of, id } = data as EventData['LabelWithheld'];
      if (of === 'note' || of === 'decision') records.delete(id);
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

type Shown = Omit<ShownRecordEvent, 'type'> & { readonly type: string };

function recordOf({ type, seq, at, actor, audience, data }: Shown): RecordView {
  const said = data as EventData['IncidentNoted'] | EventData['DecisionRecorded'];
  const { incident, tearLine, reviewAt } = said;
  const label = said.label ?? usualOf(audience);
  const parts = {
    incident,
    audience,
    at,
    seq,
    actor,
    ...(label !== undefined && { label }),
    ...(reviewAt !== undefined && { reviewAt }),
    ...(tearLine !== undefined && { tearLine }),
  };
  if (type === 'IncidentNoted') {
    const { note: id, text, released } = said as EventData['IncidentNoted'];
    return { kind: 'note', id, ...parts, text, ...(released !== undefined && { released }) };
  }
  const { record: id, options, decision, reason } = said as EventData['DecisionRecorded'];
  return { kind: 'decision', id, ...parts, options, decision, reason };
}

function usualOf(audience: Audience): Marking | undefined {
  return audience === 'CONTROL' ? undefined : { tlp: defaultTlp(audience) };
}

function relabel(
  records: Map<string, RecordView>,
  { of, id, from, to, set, seenBy }: EventData['LabelChanged'],
  when: Pick<RecordLabelChange, 'seq' | 'at'>,
): void {
  const known = of === 'note' || of === 'decision' ? records.get(id) : undefined;
  if (known === undefined) return;
  const { reviewAt: _before, ...kept } = known;
  const change = { ...when, from, to, ...(seenBy && { seenBy }) };
  records.set(id, {
    ...kept,
    label: to,
    ...(set.reviewAt !== undefined && { reviewAt: set.reviewAt }),
    ...(!isSame(from, to) && { labelChanges: [...(known.labelChanges ?? []), change] }),
  });
}

/** What is said of an incident is read by nobody who may not read that. */
function underIncident(record: RecordView, marking: Marking | undefined): RecordView {
  const { label } = record;
  return label === undefined || marking === undefined ? record : { ...record, label: highest(label, marking) };
}
