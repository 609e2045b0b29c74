/**
 * Reviews of labels: when a label is to be looked at again (`reviewAt`, a time of the story), and which reviews are due. A review is due
 * until the label is confirmed or changed, or until the thing is gone.
 */
import { DomainError } from '../kernel/domain-error.js';
import { exerciseTime, laterOf, type ExerciseTime } from '../kernel/exercise-time.js';
import { thingKey, type LabelledThing } from '../kernel/labelled-thing.js';
import type { Side } from '../kernel/side.js';
import { storyTimeMs, type StoryStart } from '../kernel/story-time.js';
import { dropTimer, setTimer, timerKey, type Timers } from '../kernel/timers.js';

export interface LabelReview extends LabelledThing {
  /** The side whose releasing desk looks at the label; absent: controllers do. */
  readonly owner?: Side;
  readonly dueAt: ExerciseTime;
}

export interface LabelReviewSlice {
  /** Those that are due, by `thingKey`. Absent until the first. */
  labelReviews?: Record<string, LabelReview>;
}

type World = LabelReviewSlice & { readonly scenario: StoryStart; readonly timers: Timers };

/** A label is reviewed when the clock of the story shows `reviewAt`. May be before STARTEX. */
function reviewDue(start: StoryStart, reviewAt: string): ExerciseTime {
  return exerciseTime(Date.parse(reviewAt) - storyTimeMs(start, 0));
}

/**
 * Of a label that a person states: it is looked at again later.
 * @param state `time`: exercise time, ms
 * @throws DomainError TIME_HAS_PASSED
 */
export function mustBeAhead(
  state: { readonly scenario: StoryStart; readonly time: ExerciseTime },
  reviewAt: string | undefined,
): void {
  if (reviewAt === undefined || reviewDue(state.scenario, reviewAt) > state.time) return;
  throw new DomainError('TIME_HAS_PASSED', `the story has passed ${reviewAt}; give a later reviewAt, or none`);
}

export interface PlannedReview {
  /** Absent: none. One that has passed is due at once. */
  readonly reviewAt?: string | undefined;
  /** The exercise time at which it is planned, ms. */
  readonly at: ExerciseTime;
  readonly owner?: Side | undefined;
}

/** The label is reviewed then, and at no time that was set before. */
export function planReview(state: World, thing: LabelledThing, { reviewAt, at, owner }: PlannedReview): void {
  dropReview(state, thing);
  if (reviewAt === undefined) return;
  const { of, id, incident } = thing;
  setTimer(state.timers, laterOf(at, reviewDue(state.scenario, reviewAt)), {
    kind: 'labelReview',
    of,
    id,
    ...(incident !== undefined && { incident }),
    ...(owner !== undefined && { owner }),
  });
}

/** Its label was confirmed or changed, or the thing is gone. */
export function dropReview({ labelReviews, timers }: Omit<World, 'scenario'>, thing: LabelledThing): void {
  dropTimer(timers, timerKey({ kind: 'labelReview', of: thing.of, id: thing.id }));
  if (labelReviews !== undefined) delete labelReviews[thingKey(thing)];
}
