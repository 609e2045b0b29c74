/** Liaison and response units: what they are, what they may be asked to do, and how simulated ones behave. */
import type { UnitId, IncidentId, NotificationId } from '../kernel/ids.js';
import type { LocalizedText } from '../kernel/localized-text.js';
import type { ReleaseClass, Side } from '../kernel/side.js';
import type { TearLineTlp, TlpLabel } from '../release/label.js';

export const PAK_UNIT_KINDS = [
  'special-protection-unit',
  'provincial-police',
  'army-security-division',
  'district-administration',
  'rescue-service',
] as const;
export const CHN_UNIT_KINDS = ['embassy', 'consulate', 'public-security-liaison', 'company-security-desk'] as const;
export const UNIT_KINDS = [...PAK_UNIT_KINDS, ...CHN_UNIT_KINDS] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** What a unit may be asked to do; also the action that a notification asks for. */
export const ACTIONS = ['respond', 'secure', 'advise', 'inform', 'consular'] as const;
export type Action = (typeof ACTIONS)[number];

/** Will this unit take this action? Asked about one incident. */
export interface Question {
  readonly unit: UnitId;
  readonly side: Side;
  readonly action: Action;
}

export const UNIT_MODES = ['simulated', 'played', 'remote'] as const;
export type UnitMode = (typeof UNIT_MODES)[number];

/** A distribution of durations, all in milliseconds of exercise time. */
export type Distribution =
  | { readonly kind: 'fixed'; readonly ms: number }
  | { readonly kind: 'uniform'; readonly minMs: number; readonly maxMs: number }
  | { readonly kind: 'lognormal'; readonly medianMs: number; readonly p95Ms: number };

export interface Behaviour {
  readonly acknowledge: Distribution;
  /** Chance, 0 to 1, to decline instead. */
  readonly declineChance: number;
  /** Chance, 0 to 1, to stay silent. Decline and silence together are at most 1. */
  readonly silentChance: number;
  /** From acknowledged to en route, from en route to on scene, from on scene to clear. */
  readonly enRoute: Distribution;
  readonly onScene: Distribution;
  readonly clear: Distribution;
}

/** `latencyMs` is added to each message; `loss` is the chance, 0 to 1, that one is lost. */
export type Link =
  | { readonly status: 'up' }
  | { readonly status: 'degraded'; readonly latencyMs: number; readonly loss: number }
  | { readonly status: 'down' };

/** Where a unit has a say: any match counts. */
export interface Jurisdiction {
  readonly sites?: readonly string[];
  readonly provinces?: readonly string[];
  readonly consularDistricts?: readonly string[];
}

export interface UnitDefinition {
  readonly id: UnitId;
  readonly name: LocalizedText;
  readonly side: Side;
  readonly kind: UnitKind;
  readonly jurisdiction: Jurisdiction;
  readonly authority: readonly Action[];
  /** How many incidents it can work at the same time; at least 1. `inform` takes no place. */
  readonly capacity: number;
  readonly duty: 'on' | 'off';
  readonly mode: UnitMode;
  readonly behaviour: Behaviour;
  readonly link?: Link;
  /** What it answers to requests for information while it is simulated: the first that fits. Absent: that nothing is known. */
  readonly answers?: readonly PreparedAnswer[];
}

/** An answer that a scenario has prepared. */
export interface PreparedAnswer {
  /** Absent: any request. All that is named must fit. */
  readonly about?: {
    /** Of the incident that the request is about. */
    readonly site?: string;
    /** One of the categories of that incident. */
    readonly category?: string;
    /** One of them stands in the request's subject or text, whatever the case. */
    readonly words?: readonly string[];
  };
  /** From when the request reached the unit. */
  readonly afterMs: number;
  readonly text: LocalizedText;
  /** Absent: the class of the request. */
  readonly release?: {
    readonly class: ReleaseClass;
    readonly tlp?: TlpLabel;
    readonly tearLine?: LocalizedText;
    readonly tearLineTlp?: TearLineTlp;
  };
}

/** Whether a unit that is asked for it goes there itself. */
export function isResponse(action: Action): boolean {
  return action === 'respond' || action === 'secure';
}

/** A unit's progress on an incident. */
export const PROGRESS = ['enRoute', 'onScene', 'clear'] as const;
export type Progress = (typeof PROGRESS)[number];

/** A unit during a run. Incident ids never leave the engine: a viewer sees only how many places are taken. */
export interface UnitState {
  readonly id: UnitId;
  duty: 'on' | 'off';
  mode: UnitMode;
  /** The unit's own link; the side's link counts too, the worse one wins. */
  link: Link;
  /** What it was asked about each incident that is open, by incident id: the ids of the notifications. */
  questions: Record<IncidentId, NotificationId[]>;
  /** How many incidents of each class it is engaged in, where there are any: an index of its answers (`notification/engagement.ts`). */
  places: Partial<Record<ReleaseClass, number>>;
  /** How far it has come, by incident id, once it is under way. */
  progress: Record<IncidentId, 'enRoute' | 'onScene'>;
}
