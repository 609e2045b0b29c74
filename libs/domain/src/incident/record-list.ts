/** Notes and entries of decision logs, as a viewer may read them now. */
import type { Actor, EventData } from '../kernel/event.js';
import type { ExerciseTime } from '../kernel/exercise-time.js';
import type { DecisionId, IncidentId, NoteId } from '../kernel/ids.js';
import type { Audience, Side } from '../kernel/side.js';
import type { Marking } from '../release/label.js';
import {
  currentWritings,
  RELABELLING_EVENTS,
  type CurrentWriting,
  type LabelChange,
  type ShownEvent,
} from './current-writings.js';

/** The events that the list is folded from, as the log has them. */
export const RECORD_EVENTS = ['IncidentNoted', 'DecisionRecorded', ...RELABELLING_EVENTS] as const;

export const RECORD_KINDS = ['note', 'decision'] as const;

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
  readonly labelChanges?: readonly LabelChange[];
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

/** An event that shows who wrote it, too. */
export interface ShownRecording extends ShownEvent {
  readonly actor: Actor;
}

/** From the events of the viewer's own stream, in the order in which they were written. */
export function recordsIn(events: Iterable<ShownRecording>): RecordView[] {
  return currentWritings(events, RECORD_KINDS).map(viewOf);
}

type Recorded = EventData['IncidentNoted'] | EventData['DecisionRecorded'];

function viewOf({ event, ...current }: CurrentWriting<ShownRecording>): RecordView {
  const { type, at, seq, actor, audience } = event;
  const said = event.data as Recorded;
  const { incident, tearLine } = said;
  const parts = {
    ...current,
    incident,
    audience,
    at,
    seq,
    actor,
    ...(tearLine !== undefined && { tearLine }),
  };
  if (type === 'IncidentNoted') {
    const { note: id, text, released } = said as EventData['IncidentNoted'];
    return { kind: 'note', id, ...parts, text, ...(released !== undefined && { released }) };
  }
  const { record: id, options, decision, reason } = said as EventData['DecisionRecorded'];
  return { kind: 'decision', id, ...parts, options, decision, reason };
}
