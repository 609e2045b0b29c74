/** What people and programs may ask for: what evaluators put on record. The rules answer with events or a `DomainError`. */
import type { ImprovementContent, ObservationContent, RatingContent } from './evaluation.js';

export interface EvaluationCommands {
  /** These three may come after ENDEX, too. */
  RecordObservation: ObservationContent;
  RateObjective: RatingContent;
  PlanImprovement: ImprovementContent;
}
