/** What people and programs may ask for: the clock. The rules answer with events or a `DomainError`. */
import type { ExerciseTime } from '../kernel/exercise-time.js';

export interface ExerciseCommands {
  /** STARTEX. */
  StartExercise: { speed: number };
  PauseExercise: Record<string, never>;
  ResumeExercise: Record<string, never>;
  /** 0.1 to 1000. */
  SetSpeed: { speed: number };
  /** The clock runs, on if it stood, until this exercise time (ms), and stands there; `null` takes that back. */
  RunTo: { to: ExerciseTime | null };
  /** While it is paused: the clock goes to the next time at which something is due, that happens, and it stands there. */
  StepExercise: Record<string, never>;
  /** ENDEX. Final. */
  EndExercise: Record<string, never>;
}
