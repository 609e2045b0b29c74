/**
 * Tear lines: the sanitised text of a thing that one side keeps to itself, for the other side. It is all that the other side gets: not the
 * thing's id, number, place or time of change. Its id is counted for the side that gets it.
 */
import { DomainError } from '../kernel/domain-error.js';
import { draft, type Draft } from '../kernel/event.js';
import type { LocalizedText } from '../kernel/localized-text.js';
import { SIDES, type ReleaseClass, type Side } from '../kernel/side.js';
import type { Marking, TearLineTlp } from './label.js';

/** What kind of thing a tear line stands for. */
export type TearLineKind = 'alert' | 'message' | 'note' | 'incident';

export interface TearLineEvents {
  /** The audience is the side that gets it. */
  TearLineShared: {
    /** `TL-CHN-0001` */
    tearLine: string;
    from: Side;
    kind: TearLineKind;
    text: LocalizedText;
    label: Marking;
    /** The tear line whose place it takes. */
    replaces?: string;
  };
}

export interface TearLineSlice {
  /** Tear lines so far, by the side that got them. */
  tearLines: Record<Side, number>;
}

export interface TearLine {
  readonly kind: TearLineKind;
  readonly text: LocalizedText;
  /** Absent: TLP:AMBER. */
  readonly tlp?: TearLineTlp | undefined;
  readonly replaces?: string | undefined;
}

/** The side that gets the tear lines of things of this class; undefined: JOINT, which both sides know as it is. */
export function otherSide(releaseClass: ReleaseClass): Side | undefined {
  return releaseClass === 'JOINT' ? undefined : SIDES.find((side) => side !== releaseClass);
}

/**
 * Both sides read what is JOINT as it is: a sanitised text for one of them contradicts that.
 * @throws DomainError LABEL_CONTRADICTION
 */
export function mustNotTear(releaseClass: ReleaseClass, tearLine: LocalizedText | undefined): void {
  if (releaseClass !== 'JOINT' || tearLine === undefined) return;
  throw new DomainError(
    'LABEL_CONTRADICTION',
    'class JOINT has no tear line, since both sides read it as it is; give the class of one side, or leave the tear line out',
  );
}

/** The id that the next tear line for this side gets. `ahead`: how many come before it at the same moment. */
export function nextTearLine(state: TearLineSlice, side: Side, ahead = 0): string {
  return `TL-${side}-${String(state.tearLines[side] + ahead + 1).padStart(4, '0')}`;
}

/** @param id as {@link nextTearLine} gave it */
export function shareTearLine(id: string, owner: Side, side: Side, { kind, text, tlp, replaces }: TearLine): Draft {
  const label: Marking = { tlp: tlp ?? 'TLP:AMBER' };
  return draft('TearLineShared', side, { tearLine: id, from: owner, kind, text, label, ...(replaces && { replaces }) });
}
