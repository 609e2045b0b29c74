/** The clock of an exercise. */
import type { ScriptWorld } from '../inject/script-state.js';
import type { Scenario } from './scenario.js';

export interface ExerciseSlice {
  readonly scenario: Scenario;
  speed: number;
  /** Raised at each change of the clock; a wake-up with an older one means nothing. */
  generation: number;
}

export type ExerciseWorld = ScriptWorld & ExerciseSlice;
