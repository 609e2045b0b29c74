/**
 * The label of what is written down about an incident. Its class is that of its readers, so that it says only who of them reads it, and
 * what the other side gets in its place.
 */
import type { Releasability } from '../alert/alert.js';
import { DomainError } from '../kernel/domain-error.js';
import type { Actor, Draft } from '../kernel/event.js';
import type { Audience } from '../kernel/side.js';
import {
  contradicts,
  defaultTlp,
  highest,
  isSame,
  markingOf,
  originatorName,
  withWriter,
  type Marking,
} from '../release/label.js';
import { mustBeAhead } from '../release/label-review.js';
import { mustNameUnits } from '../release/recipients.js';
import { nextTearLine, otherSide, shareTearLine } from '../release/tear-line.js';
import type { Incident } from './incident.js';
import { eventMarkingOf } from './incident-marking.js';
import type { IncidentWorld } from './incident-state.js';

export type NoteLabel = Omit<Releasability, 'class'>;

interface Labelled {
  /** For the event of the note. */
  readonly marked: { readonly label?: Marking; readonly tearLine?: string; readonly reviewAt?: string };
  /** What the other side gets. */
  readonly shared: Draft[];
}

const NONE: Labelled = { marked: {}, shared: [] };

/**
 * What is said of a restricted incident is read by nobody who may not read that.
 * @param readers the audience of the note
 * @throws DomainError LABEL_CONTRADICTION, UNKNOWN_RECIPIENT, TIME_HAS_PASSED
 */
export function labelNote(
  state: IncidentWorld,
  incident: Incident,
  readers: Audience,
  label: NoteLabel | undefined,
  actor: Actor,
): Labelled {
  if (label === undefined) return NONE;
  if (readers === 'CONTROL') {
    throw new DomainError(
      'LABEL_CONTRADICTION',
      'what only controllers and evaluators read has no label; share it, or leave the label out',
    );
  }
  mustNotContradict(readers, label);
  mustNameUnits(state.units, label.releasableTo);
  const { reviewAt } = label;
  mustBeAhead(state, reviewAt);
  const own = markingOf({ ...label, class: readers }, actor);
  const ofIncident = eventMarkingOf(incident);
  const marking = ofIncident === undefined ? own : withWriter(highest(own, ofIncident), own, originatorName(actor));
  // Without a label of its own, its event gets that of the incident.
  const marked = {
    ...(!isSame(marking, ofIncident ?? { tlp: defaultTlp(readers) }) && { label: marking }),
    ...(reviewAt !== undefined && { reviewAt }),
  };
  const side = otherSide(readers);
  if (label.tearLine === undefined || side === undefined || readers === 'JOINT') return { marked, shared: [] };
  const tearLine = nextTearLine(state, side);
  const text = { kind: 'note', text: label.tearLine, tlp: label.tearLineTlp } as const;
  return { marked: { ...marked, tearLine }, shared: [shareTearLine(tearLine, readers, side, text)] };
}

function mustNotContradict(readers: Exclude<Audience, 'CONTROL'>, { tlp, tearLine }: NoteLabel): void {
  if (contradicts(readers, tlp)) {
    const message = `both sides read it, so that it cannot be ${tlp}; keep it to your side, or label it at most TLP:AMBER`;
    throw new DomainError('LABEL_CONTRADICTION', message);
  }
  if (readers === 'JOINT' && tearLine !== undefined) {
    throw new DomainError(
      'LABEL_CONTRADICTION',
      'both sides read it, so that it has no tear line; keep it to your side, or leave it out',
    );
  }
}
