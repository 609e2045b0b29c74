/** What people and programs may ask for: injects. The rules answer with events or a `DomainError`. */
import type { ExerciseTime } from '../kernel/exercise-time.js';
import type { InjectId } from '../kernel/ids.js';
import type { ImprovisedInject } from './inject.js';

export interface InjectCommands {
  /** Now, whenever it was to come. */
  FireInject: { inject: InjectId };
  SkipInject: { inject: InjectId; reason?: string };
  /** Either by so much, or to an exercise time; both in ms. */
  DelayInject:
    | { inject: InjectId; byMs: number; to?: undefined }
    | { inject: InjectId; to: ExerciseTime; byMs?: undefined };
  /** One that the script does not hold. */
  ImproviseInject: { inject: ImprovisedInject };
}
