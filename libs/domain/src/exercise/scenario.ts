/** The authored script of an exercise, in the form that the engine runs: durations in ms, ids resolved. */
import type { LocalizedText } from '../kernel/localized-text.js';
import type { PolicyScenario } from '../policy/policy.js';
import type { Expectation } from '../expectation/expectation.js';
import type { ScriptedScenario } from '../inject/inject.js';

export interface Scenario extends PolicyScenario, ScriptedScenario {
  readonly id: string;
  readonly title: LocalizedText;
  readonly description?: LocalizedText;
  /** Who holds the exercise; for its report. */
  readonly sponsor?: LocalizedText;
  readonly seed: string;
  /** The date and time that STARTEX has in the story, as its author wrote it; absent: a default. */
  readonly startsAt?: string;
  readonly expectations?: readonly Expectation[];
}
