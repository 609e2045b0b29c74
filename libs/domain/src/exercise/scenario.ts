/** The authored script of an exercise, in the form that the engine runs: durations in ms, ids resolved. */
import type { LocalizedText } from '../alert/alert.js';
import type { Policy } from '../policy/policy.js';
import type { Expectation } from '../expectation/expectation.js';
import type { Inject } from '../inject/inject.js';
import type { Side } from '../kernel/side.js';
import type { Link, UnitDefinition } from '../unit/unit.js';

export interface Scenario {
  readonly id: string;
  readonly title: LocalizedText;
  readonly description?: LocalizedText;
  readonly seed: string;
  readonly durationMs: number;
  /** The date and time that STARTEX has in the story, as its author wrote it; absent: a default. */
  readonly startsAt?: string;
  readonly rules: ExerciseRules;
  readonly sites: readonly Site[];
  readonly units: readonly UnitDefinition[];
  /** The state of each side's link at the start; absent: up. */
  readonly links?: Partial<Record<Side, Link>>;
  readonly policy: Policy;
  /** The script, in the order of its author; absent: none. */
  readonly injects?: readonly Inject[];
  readonly expectations?: readonly Expectation[];
}

export interface ExerciseRules {
  /**
   * The sovereignty rule. `prohibited`: a CHN unit is never asked to `respond` or `secure`. Whether Chinese personnel
   * may be deployed is an open question in the public record, so the exercise states its answer.
   */
  readonly foreignResponders: 'prohibited' | 'permitted';
}

export interface Site {
  readonly id: string;
  readonly name: LocalizedText;
  /** E.g. `power-plant`, `port`, `highway`, `camp`. */
  readonly kind: string;
  readonly province: string;
  readonly consularDistrict?: string;
  readonly position: { readonly lat: number; readonly lon: number };
  /** People present, by ISO 3166 alpha-3 country code. */
  readonly nationals: Readonly<Record<string, number>>;
}
