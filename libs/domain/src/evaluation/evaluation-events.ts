/** What can happen to what evaluators put on record, in the past tense. */
import type { ImprovementContent, ObservationContent, RatingContent } from './evaluation.js';

export interface EvaluationEvents {
  /** For controllers and evaluators only: what was made of it all. */
  ObservationRecorded: { observation: string } & ObservationContent;
  ObjectiveRated: RatingContent;
  ImprovementPlanned: { improvement: string } & ImprovementContent;
}
