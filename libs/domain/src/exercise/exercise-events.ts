/** What can happen to an exercise as a whole, in the past tense. */
import type { ExerciseTime } from '../kernel/exercise-time.js';

export interface ExerciseEvents {
  ExerciseStarted: { scenario: string; seed: string; speed: number; policyVersion: number };
  ExercisePaused: { generation: number };
  ExerciseResumed: { generation: number };
  SpeedChanged: { speed: number; generation: number };
  /** For controllers only: where the clock is going to stop by itself, if it is. */
  RunToSet: { to: ExerciseTime | null };
  /** For controllers only: the clock has gone to `to` at once; what is due then follows, and a pause. */
  ExerciseStepped: { to: ExerciseTime; generation: number };
  ExerciseEnded: Record<string, never>;
  /**
   * In the place of an event that a viewer's own side has and the viewer may not read, by its label. No engine writes it: it is how such
   * a viewer sees it, so that the numbers of the stream have no gap.
   */
  Withheld: Record<string, never>;
  CommandRefused: { command: string; code: string; message: string };
}
