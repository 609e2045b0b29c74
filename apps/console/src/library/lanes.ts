/** The script as lanes over time: which lane an inject stands in, and in which of its rows, so that no name covers another. */
import type { ScenarioPreview } from '#contracts/http/library.js';

export type PreviewInject = ScenarioPreview['injects'][number];

export const LANES = ['JOINT', 'PAK', 'CHN', 'message', 'link', 'note'] as const;
export type LaneId = (typeof LANES)[number];

export interface Placed {
  readonly inject: PreviewInject;
  /** Where it begins, per cent of the duration. */
  readonly start: number;
  readonly row: number;
  /** Whether there is room for its name; without it a mark stands there. */
  readonly isNamed: boolean;
}

export interface Lane {
  readonly id: LaneId;
  readonly rows: number;
  readonly placed: readonly Placed[];
}

/** At most so many rows of names in a lane: what finds no room there is a mark without a name, in a row below them. */
const MOST_ROWS = 4;
/** A mark, per cent. */
const MARK = 1;

/** What people say to each other and of releases stands with the messages. Links, duty and notes are the trainer's own; what waits for a condition has no time. */
export function laneOf({ kind, at, class: audience }: PreviewInject): LaneId | undefined {
  if (at === undefined) return undefined;
  if (kind === 'alert') return audience ?? 'JOINT';
  if (kind === 'message' || kind === 'send' || kind === 'release') return 'message';
  return kind === 'note' ? 'note' : 'link';
}

/** @param widthOf an inject's name, per cent of the whole lane */
export function layLanes(
  injects: readonly PreviewInject[],
  durationMs: number,
  widthOf: (inject: PreviewInject) => number,
): Lane[] {
  return LANES.flatMap((id) => {
    const own = injects.filter((inject) => laneOf(inject) === id);
    if (own.length === 0) return [];
    const ends: number[] = [];
    const placed = own
      .toSorted((a, b) => (a.at ?? 0) - (b.at ?? 0))
      .map((inject) => place(inject, (100 * (inject.at ?? 0)) / Math.max(1, durationMs), widthOf(inject), ends));
    return [{ id, rows: Math.max(...placed.map(({ row }) => row)) + 1, placed }];
  });
}

/** @param ends where each row is taken up to; it is changed */
function place(inject: PreviewInject, at: number, width: number, ends: number[]): Placed {
  // A name that would reach beyond the end stands before it.
  const start = Math.max(0, Math.min(at, 100 - width));
  const free = ends.findIndex((end) => end <= start);
  const row = free === -1 && ends.length < MOST_ROWS ? ends.length : free;
  if (row === -1) return { inject, start: Math.min(at, 100 - MARK), row: MOST_ROWS, isNamed: false };
  ends[row] = start + width;
  return { inject, start, row, isNamed: true };
}
