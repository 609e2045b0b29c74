/**
 * Injects: what the script makes happen (the exercise's MSEL). This is the compiled form that the engine runs: durations
 * in ms of exercise time, alerts whole. An incident has no id before the exercise; the script names it by the inject
 * whose alert opened or joined it.
 */
import type { ExerciseTime } from '../kernel/exercise-time.js';
import type { AlertId, InjectId, UnitId } from '../kernel/ids.js';
import type { Alert, Releasability } from '../alert/alert.js';
import type { LocalizedText } from '../kernel/localized-text.js';
import type { Side } from '../kernel/side.js';
import type { Link } from '../unit/unit.js';

/** The part of a scenario that the script is. */
export interface ScriptedScenario {
  /** In the order of its author; absent: none. */
  readonly injects?: readonly Inject[];
}

export type Inject = InjectFrame & InjectTiming & InjectContent;

/** One that comes at a time of its own. */
export type PlannedInject = Inject & { readonly at: ExerciseTime };

/** One that a trainer makes up during the run; without `at` it comes at once. */
export type ImprovisedInject = Omit<InjectFrame, 'repeat'> & { readonly at?: ExerciseTime } & InjectContent;

export interface InjectFrame {
  /** For those who run the exercise. Players never see it, and cannot infer it. */
  readonly id: InjectId;
  /** For controllers: what it is there for. */
  readonly title?: LocalizedText;
  /** Absent: it fires at most once. */
  readonly repeat?: InjectRepeat;
}

/** After the first time, so many further times, so far apart. */
export interface InjectRepeat {
  readonly times: number;
  readonly everyMs: number;
}

/** Either at a time, or once a condition has come to hold. */
export type InjectTiming =
  | {
      readonly at: ExerciseTime;
      readonly when?: undefined;
      readonly delayMs?: undefined;
      readonly latestMs?: undefined;
    }
  | {
      readonly at?: undefined;
      readonly when: InjectCondition;
      /** From when the condition first held to the firing; it need not go on holding. Absent: at once. */
      readonly delayMs?: number;
      /** Exercise time; what would fire later is skipped. */
      readonly latestMs?: ExerciseTime;
    };

export type InjectContent =
  | {
      readonly kind: 'alert';
      /** One for each time that it fires: 1, or 1 + `repeat.times`. */
      readonly messages: readonly [InjectAlert, ...InjectAlert[]];
    }
  | {
      readonly kind: 'message';
      /** Who it seems to come from, as players read it. */
      readonly from?: LocalizedText;
      readonly text: LocalizedText;
      readonly releasability: Releasability;
    }
  | { readonly kind: 'duty'; readonly unit: UnitId; readonly duty: 'on' | 'off' }
  /** Of one unit, or of a whole side. */
  | { readonly kind: 'link'; readonly unit: UnitId; readonly side?: undefined; readonly link: Link }
  | { readonly kind: 'link'; readonly unit?: undefined; readonly side: Side; readonly link: Link }
  /** For controllers only. */
  | { readonly kind: 'note'; readonly text: LocalizedText };

export type InjectKind = InjectContent['kind'];

/** A message ready to be submitted. Its id and those of what it references are computed as the scenario is loaded. */
export interface InjectAlert {
  readonly alertId: AlertId;
  /** Alert ids of what `alert.references` names. An Update or Cancel of an inject names each of that inject's alerts. */
  readonly references: readonly AlertId[];
  readonly alert: Alert;
}

/**
 * `incident` is always the id of an alert inject: the incident that its alert opened or joined. If it opened a resolved one
 * again, what came before counts for nothing.
 */
export type InjectCondition =
  | { readonly kind: 'all'; readonly of: readonly InjectCondition[] }
  | { readonly kind: 'any'; readonly of: readonly InjectCondition[] }
  | { readonly kind: 'not'; readonly of: InjectCondition }
  /** So many steps after the first have started: 1 is the first escalation. */
  | { readonly kind: 'escalated'; readonly incident: InjectId; readonly level: number }
  /** Open or responding, and this side has not acknowledged for so long. */
  | { readonly kind: 'unacknowledged'; readonly incident: InjectId; readonly side: Side; readonly forMs: number }
  /** It was, be it open again since. */
  | { readonly kind: 'resolved'; readonly incident: InjectId }
  | { readonly kind: 'fired'; readonly inject: InjectId }
  /** The unit has declined a notification; of this incident, if one is named. */
  | { readonly kind: 'declined'; readonly unit: UnitId; readonly incident?: InjectId };
