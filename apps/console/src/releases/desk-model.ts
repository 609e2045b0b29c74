/**
 * What stands on a releasing desk: the cases that it decides, the incidents that a chain could not ask the other side about, and what
 * its side has asked. Plain data, so that the page is drawn anew only when something of it has changed.
 */
import { isDecided, type ReleaseCase, type ReleaseRequest } from '#domain/releasing/releasing-state.js';
import type { LabelReview } from '#domain/release/label-review.js';
import { SIDES, type Side } from '#domain/kernel/side.js';
import type { ExerciseFold } from '../live/exercise-fold.js';

export type DeskItem =
  | { readonly kind: 'case'; readonly id: string; readonly side: Side; readonly of: ReleaseCase }
  | { readonly kind: 'request'; readonly id: string; readonly side: Side; readonly of: ReleaseRequest }
  | { readonly kind: 'prompt'; readonly id: string; readonly side: Side };

export interface Desk {
  /** Labels that are due for review, the longest first. */
  readonly reviews: readonly LabelReview[];
  /** Cases by deadline, then the incidents that nobody has proposed yet. */
  readonly waiting: readonly DeskItem[];
  /** What our side has asked and has no answer yet. */
  readonly asked: readonly DeskItem[];
  /** The latest first. */
  readonly decided: readonly DeskItem[];
}

type Known = Pick<ExerciseFold, 'state'>;

/** @param side of the desk; absent: both, for those who run the exercise */
export function deskOf(fold: Known, side: Side | undefined): Desk {
  const { cases, requests } = fold.state.releasing;
  const isHere = (item: DeskItem) => side === undefined || item.side === side;
  const caseItems = Object.values(cases)
    .map((of): DeskItem => ({ kind: 'case', id: of.id, side: of.owner, of }))
    .filter(isHere);
  const requestItems = Object.values(requests)
    .map((of): DeskItem => ({ kind: 'request', id: of.id, side: of.from, of }))
    .filter(isHere);
  return {
    reviews: reviewsIn(fold, side),
    waiting: [
      ...caseItems
        .filter((item) => !hasEnded(item))
        .toSorted((a, b) => dueOf(a) - dueOf(b) || openedAt(a) - openedAt(b)),
      ...promptsIn(fold).filter(isHere),
    ],
    asked: requestItems.filter((item) => !hasEnded(item)).toSorted((a, b) => openedAt(b) - openedAt(a)),
    decided: [...caseItems, ...requestItems].filter(hasEnded).toSorted((a, b) => endedAt(b) - endedAt(a)),
  };
}

/** How many things wait for a decision, a proposal or a review. */
export function waitingCount({ state }: Known, side: Side | undefined): number {
  const cases = Object.values(state.releasing.cases).filter(
    (one) => !isDecided(one) && (side === undefined || one.owner === side),
  );
  const prompts = promptsIn({ state }).filter((item) => side === undefined || item.side === side);
  return cases.length + prompts.length + reviewsIn({ state }, side).length;
}

function reviewsIn({ state }: Known, side: Side | undefined): readonly LabelReview[] {
  return Object.values(state.labelReviews ?? {})
    .filter(({ owner }) => side === undefined || owner === side)
    .toSorted((a, b) => a.dueAt - b.dueAt);
}

/** Of incidents that are still open, and that nobody has proposed since. */
function promptsIn({ state: { incidents, releasing } }: Known): readonly DeskItem[] {
  const handled = new Set(
    Object.values(releasing.cases).flatMap(({ status, proposal }) =>
      status === 'withdrawn' || proposal === undefined ? [] : [proposal.incident],
    ),
  );
  return Object.keys(releasing.prompted).flatMap((id): readonly DeskItem[] => {
    const incident = incidents[id as keyof typeof incidents];
    const side = SIDES.find((one) => one === incident?.class);
    if (incident?.status !== 'open' || side === undefined || handled.has(incident.id)) return [];
    return [{ kind: 'prompt', id, side }];
  });
}

export function itemIn({ waiting, asked, decided }: Desk, id: string | undefined): DeskItem | undefined {
  return [...waiting, ...asked, ...decided].find((item) => item.id === id);
}

function hasEnded(item: DeskItem): boolean {
  if (item.kind === 'prompt') return false;
  return item.kind === 'case' ? isDecided(item.of) : item.of.status !== 'waiting';
}

function dueOf(item: DeskItem): number {
  return item.kind === 'case' ? (item.of.decideBy ?? Number.MAX_SAFE_INTEGER) : Number.MAX_SAFE_INTEGER;
}

function openedAt(item: DeskItem): number {
  return item.kind === 'prompt' ? 0 : item.of.openedAt;
}

function endedAt(item: DeskItem): number {
  if (item.kind === 'prompt') return 0;
  return (item.kind === 'case' ? item.of.decidedAt : item.of.answeredAt) ?? 0;
}
