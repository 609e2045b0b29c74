/** What can happen to what evaluators put on record, in the past tense. */
import type { Marking } from '../release/label.js';
import type { ImprovementContent, ObservationContent, RatingContent } from './evaluation.js';

export interface EvaluationEvents {
  /**
   * What was made of it all. For controllers and evaluators only, unless it is labelled: then for the class of its label, too, which
   * reads neither the objective nor the evidence.
   */
  ObservationRecorded: { observation: string; reviewAt?: string; label?: Marking } & Omit<ObservationContent, 'label'>;
  ObjectiveRated: RatingContent;
  ImprovementPlanned: { improvement: string } & ImprovementContent;
}
