/** What people and programs may ask for: injects. The rules answer with events or a `DomainError`. */
import type { ImprovisedInject } from './inject.js';

export interface InjectCommands {
  /** Now, whenever it was to come. */
  FireInject: { inject: string };
  SkipInject: { inject: string; reason?: string };
  /** Either by so much, or to an exercise time; both in ms. */
  DelayInject: { inject: string; byMs: number; to?: undefined } | { inject: string; to: number; byMs?: undefined };
  /** One that the script does not hold. */
  ImproviseInject: { inject: ImprovisedInject };
}
