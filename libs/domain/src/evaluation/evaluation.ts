/** What evaluators put on record, in the words of exercise practice (HSEEP 2020, appendix on evaluation). */
import type { Releasability } from '../alert/alert.js';
import type { IncidentId } from '../kernel/ids.js';
import type { ReleaseClass } from '../kernel/side.js';

/**
 * How an objective was performed. `P` without challenges · `S` with some challenges · `M` with major challenges, which
 * means that it was achieved all the same, at a cost · `U` unable to be performed: it was not achieved.
 */
export const RATINGS = ['P', 'S', 'M', 'U'] as const;
export type Rating = (typeof RATINGS)[number];

export const OBSERVATION_KINDS = ['strength', 'area-for-improvement'] as const;
export type ObservationKind = (typeof OBSERVATION_KINDS)[number];

/** What a corrective action would change. */
export const CAPABILITY_ELEMENTS = ['planning', 'organization', 'equipment', 'training', 'exercise'] as const;
export type CapabilityElement = (typeof CAPABILITY_ELEMENTS)[number];

/** What an evaluator saw. */
export interface ObservationContent {
  readonly kind: ObservationKind;
  readonly text: string;
  /** An objective of the scenario, as its expectations name it. */
  readonly objective?: string;
  readonly incident?: IncidentId;
  readonly recommendation?: string;
  readonly capabilityElement?: CapabilityElement;
  /** Numbers of events, in the stream `all`, that show it. */
  readonly evidence?: readonly number[];
  /** Absent: for those who run the exercise only. */
  readonly label?: ObservationLabel;
}

/** Whom an observation is released to. */
export type ObservationLabel = Pick<Releasability, 'class' | 'tlp' | 'releasableTo' | 'reviewAt'>;

/** The evaluator's word on an objective; it stands over the one that the rules propose, and the latest over the earlier. */
export interface RatingContent {
  readonly objective: string;
  readonly rating: Rating;
  readonly reason: string;
}

/** A row of the improvement plan. Dates are calendar dates, `2026-12-31`: this is about the time after the exercise. */
export interface ImprovementContent {
  readonly correctiveAction: string;
  readonly capabilityElement: CapabilityElement;
  readonly organization: string;
  readonly contact?: string;
  readonly start?: string;
  readonly completion?: string;
  readonly objective?: string;
  /** The observation that it answers to. */
  readonly observation?: string;
}

/** How many there are, so that the next has its number. */
export interface EvaluationCounts {
  /** Those for controllers and evaluators only. */
  readonly observations: number;
  /** Those that are released, by the class of their label. */
  readonly released?: Readonly<Partial<Record<ReleaseClass, number>>>;
  readonly improvements: number;
}

/** Counted for each class, so that a number reveals nothing of the observations that its reader may not know of. */
export function observationId(number: number, releaseClass?: ReleaseClass): string {
  return `OBS-${releaseClass === undefined ? '' : `${releaseClass}-`}${String(number).padStart(4, '0')}`;
}

export function improvementId(number: number): string {
  return `IMP-${String(number).padStart(4, '0')}`;
}
