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
import type { Address } from '../message/address.js';
import type { MessageKind } from '../message/message.js';
import type { TearLineTlp } from '../release/label.js';
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
  | SentInject
  | { readonly kind: 'release'; readonly release: ReleaseAct }
  | { readonly kind: 'duty'; readonly unit: UnitId; readonly duty: 'on' | 'off' }
  /** Of one unit, or of a whole side. */
  | { readonly kind: 'link'; readonly unit: UnitId; readonly side?: undefined; readonly link: Link }
  | { readonly kind: 'link'; readonly unit?: undefined; readonly side: Side; readonly link: Link }
  /** For controllers only. */
  | { readonly kind: 'note'; readonly text: LocalizedText };

export type InjectKind = InjectContent['kind'];

/** What people write to each other, in the name of a desk, a unit or control. It goes the way of any such message. */
export interface SentInject {
  readonly kind: 'send';
  readonly message: ScriptedMessageKind;
  readonly from: Address;
  readonly to: readonly Address[];
  readonly subject?: string;
  readonly text: LocalizedText;
  readonly releasability: Releasability;
  /** Its alert inject. */
  readonly incident?: InjectId;
  /** Of a request: exercise time, ms. */
  readonly answerWithinMs?: number;
}

/** An answer needs what it answers, which the script cannot name: simulated units and people give it. */
export const SCRIPTED_MESSAGE_KINDS = [
  'message',
  'intelligence',
  'situation',
  'request',
] as const satisfies MessageKind[];
export type ScriptedMessageKind = (typeof SCRIPTED_MESSAGE_KINDS)[number];

/**
 * What a side's people do about a release. `incident`, `join`: an alert inject; `answers`: a release inject that asks; `of`: either,
 * that is the proposal to release this incident, or the case that this request has opened.
 */
export type ReleaseAct =
  /** `side`: which asks; `tearLine`: the inject whose tear line it asks about. */
  | { readonly act: 'request'; readonly side: Side; readonly text: string; readonly tearLine?: InjectId }
  | {
      readonly act: 'propose';
      readonly incident: InjectId;
      readonly reason: string;
      readonly join?: InjectId;
      readonly answers?: InjectId;
    }
  | { readonly act: 'approve'; readonly of: InjectId }
  | { readonly act: 'tear-line'; readonly of: InjectId; readonly text: LocalizedText; readonly tlp?: TearLineTlp }
  /** `shareReason`: the other side reads the reason. */
  | { readonly act: 'decline'; readonly of: InjectId; readonly reason: string; readonly shareReason?: boolean };

/**
 * What a side can know: an incident, by its alert inject, as it is or as it was released; or at least the tear line of what this inject
 * brings in.
 */
export type KnownThing =
  | { readonly incident: InjectId; readonly tearLine?: undefined }
  | { readonly tearLine: InjectId; readonly incident?: undefined };

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
  | ({ readonly kind: 'knows'; readonly side: Side } & KnownThing)
  /** The unit has declined a notification; of this incident, if one is named. */
  | { readonly kind: 'declined'; readonly unit: UnitId; readonly incident?: InjectId };
