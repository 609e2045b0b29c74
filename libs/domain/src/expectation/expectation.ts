/**
 * Expectations: what should happen if players and units do well, and by when. In the compiled form: times in ms of
 * exercise time. An incident is named by the alert inject that opened or joined it.
 */
import type { ExerciseTime } from '../kernel/exercise-time.js';
import type { InjectId, UnitId } from '../kernel/ids.js';
import type { LocalizedText } from '../kernel/localized-text.js';
import type { Side } from '../kernel/side.js';
import type { KnownThing } from '../inject/inject.js';

export type Expectation = ExpectationFrame & ExpectedOutcome;

export interface ExpectationFrame {
  readonly id: string;
  readonly title?: LocalizedText;
  /** The exercise objective that it speaks for. */
  readonly objective?: string;
  /** Above 0; 1 unless the author says otherwise. */
  readonly weight: number;
  readonly deadline: Deadline;
}

export type Deadline =
  /** So long after an inject fired, or after the incident of its alert was opened; up to and including. */
  | { readonly kind: 'within'; readonly ms: number; readonly of: 'inject' | 'incident'; readonly inject: InjectId }
  /** Exercise time; not at that time any more. */
  | { readonly kind: 'before'; readonly at: ExerciseTime }
  /** By the end of the exercise. */
  | { readonly kind: 'end' };

/** Whose act counts: a unit's, or that of any unit of a side. */
export type Party =
  | { readonly unit: UnitId; readonly side?: undefined }
  | { readonly side: Side; readonly unit?: undefined };

/** `incident` is the id of an alert inject. */
export type ExpectedOutcome =
  | { readonly kind: 'acknowledged'; readonly by: Party; readonly incident: InjectId }
  | { readonly kind: 'joint-acknowledgement'; readonly incident: InjectId }
  /** A notification was delivered to it. */
  | { readonly kind: 'notified'; readonly party: Party; readonly incident: InjectId }
  /** Steps started after the first. At least one of the two bounds is there. */
  | { readonly kind: 'escalation'; readonly incident: InjectId; readonly atLeast?: number; readonly atMost?: number }
  | { readonly kind: 'resolved'; readonly incident: InjectId }
  /** The side knows of it: of the incident, as it is or as it was released, or at least of a tear line. */
  | ({ readonly kind: 'knows'; readonly side: Side } & KnownThing)
  /** Nothing is sent to the unit; about this incident, or at all if none is named. */
  | { readonly kind: 'nothing-sent'; readonly unit: UnitId; readonly incident?: InjectId };

/**
 * `not-applicable`: what it asks about did not come to be, and will not. `unjudged`: the log ends too early to say, so it is
 * neither met nor missed.
 */
export const JUDGEMENTS = ['met', 'missed', 'not-applicable', 'unjudged'] as const;
export type Judgement = (typeof JUDGEMENTS)[number];

/** Why; for the edge to put into words. */
export type VerdictReason =
  /** It happened, or held to the end. */
  | 'happened'
  | 'held'
  /** It did not happen at all, or only after the deadline; or what may not happen did. */
  | 'did-not-happen'
  | 'too-late'
  | 'broken'
  /** It does not apply: what it is about never came to be, was cancelled, or a side of which it asks may not know of it. */
  | 'inject-not-fired'
  | 'no-incident'
  | 'opened-after-deadline'
  | 'incident-cancelled'
  | 'not-releasable'
  /** It is unjudged. */
  | 'log-ends-before';

export interface Verdict {
  readonly expectation: string;
  readonly judgement: Judgement;
  readonly reason: VerdictReason;
  /** When it happened, in time or late; or was broken; or its incident was cancelled. Exercise time. */
  readonly at?: ExerciseTime;
  /** The last moment that counts; absent when the event that it counts from did not happen. */
  readonly deadline?: ExerciseTime;
  /** Numbers of the events, in the stream `all`, that show it. */
  readonly evidence: readonly number[];
}
