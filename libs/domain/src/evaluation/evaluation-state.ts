/** How much evaluators have put on record. */
import type { ExerciseWorld } from '../exercise/exercise-state.js';
import type { LogState } from '../kernel/clock-state.js';
import type { EvaluationCounts } from './evaluation.js';

export interface EvaluationSlice {
  /** Absent: nobody has evaluated yet. */
  evaluation?: EvaluationCounts;
}

export type EvaluationWorld = ExerciseWorld & LogState & EvaluationSlice;
