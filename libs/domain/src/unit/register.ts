/** What an exercise is played with: its sites, its units and the rules about them. */
import type { LocalizedText } from '../kernel/localized-text.js';
import type { StoryStart } from '../kernel/story-time.js';
import type { Side } from '../kernel/side.js';
import type { Link, UnitDefinition } from './unit.js';

export interface Register extends StoryStart {
  /** Of the scenario. */
  readonly id: string;
  readonly rules: ExerciseRules;
  readonly sites: readonly Site[];
  readonly units: readonly UnitDefinition[];
  /** The state of each side's link at the start; absent: up. */
  readonly links?: Partial<Record<Side, Link>>;
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
