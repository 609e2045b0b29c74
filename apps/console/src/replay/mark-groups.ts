/** Marks that lie too close together to be pressed apart become one, with a count. */
export interface Mark {
  readonly id: string;
  /** Exercise time, ms. */
  readonly at: number;
  readonly kind: 'met' | 'missed' | 'observed';
  readonly label: string;
}

export interface MarkGroup {
  /** Middle of the mark from the start of the line, px. */
  readonly place: number;
  /** What matters most of what is in it. */
  readonly kind: Mark['kind'];
  readonly marks: readonly [Mark, ...Mark[]];
}

/** Width of what can be pressed, px. */
const MARK_SIZE = 24;

const BY_WEIGHT = ['missed', 'observed', 'met'] as const;

/** @param width of the line, px. */
export function groupMarks(marks: readonly Mark[], end: number, width: number): readonly MarkGroup[] {
  const groups: { place: number; marks: [Mark, ...Mark[]] }[] = [];
  for (const mark of marks.toSorted((a, b) => a.at - b.at)) {
    const place = Math.max(MARK_SIZE / 2, Math.min(width - MARK_SIZE / 2, (mark.at / end) * width));
    const last = groups.at(-1);
    if (last !== undefined && place - last.place < MARK_SIZE) last.marks.push(mark);
    else groups.push({ place, marks: [mark] });
  }
  return groups.map((group) => ({
    ...group,
    kind: BY_WEIGHT.find((kind) => group.marks.some((mark) => mark.kind === kind)) ?? 'met',
  }));
}
