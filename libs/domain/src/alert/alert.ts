/**
 * An alert: a CAP 1.2 message in the profile "Tandem Exercise". Field names and enumerations are CAP's own
 * (OASIS CAP 1.2, section 3.2); `exercise` holds what the profile adds.
 */
import type { LocalizedText } from '../kernel/localized-text.js';
import type { ReleaseClass } from '../kernel/side.js';
import type { Recipient, TearLineTlp, TlpLabel } from '../release/label.js';

export const CAP_STATUSES = ['Actual', 'Exercise', 'System', 'Test', 'Draft'] as const;
export type CapStatus = (typeof CAP_STATUSES)[number];
export const MSG_TYPES = ['Alert', 'Update', 'Cancel', 'Ack', 'Error'] as const;
export type MsgType = (typeof MSG_TYPES)[number];
export const SCOPES = ['Public', 'Restricted', 'Private'] as const;
export type Scope = (typeof SCOPES)[number];
export const CATEGORIES = [
  'Geo',
  'Met',
  'Safety',
  'Security',
  'Rescue',
  'Fire',
  'Health',
  'Env',
  'Transport',
  'Infra',
  'CBRNE',
  'Other',
] as const;
export type Category = (typeof CATEGORIES)[number];
export const URGENCIES = ['Immediate', 'Expected', 'Future', 'Past', 'Unknown'] as const;
export type Urgency = (typeof URGENCIES)[number];
export const SEVERITIES = ['Extreme', 'Severe', 'Moderate', 'Minor', 'Unknown'] as const;
export type Severity = (typeof SEVERITIES)[number];
export const CERTAINTIES = ['Observed', 'Likely', 'Possible', 'Unlikely', 'Unknown'] as const;
export type Certainty = (typeof CERTAINTIES)[number];
export const RESPONSE_TYPES = [
  'Shelter',
  'Evacuate',
  'Prepare',
  'Execute',
  'Avoid',
  'Monitor',
  'Assess',
  'AllClear',
  'None',
] as const;
export type ResponseType = (typeof RESPONSE_TYPES)[number];
export const CONFIDENCES = ['high', 'medium', 'low', 'unknown'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** The triple that identifies a CAP message (CAP 1.2, 3.2.1 `references`). */
export interface MessageReference {
  readonly sender: string;
  readonly identifier: string;
  readonly sent: string;
}

export interface NameValue {
  readonly valueName: string;
  readonly value: string;
}

export interface AlertResource {
  readonly resourceDesc: string;
  readonly mimeType: string;
  readonly size?: number;
  readonly uri?: string;
  readonly derefUri?: string;
  readonly digest?: string;
}

export interface AlertArea {
  readonly areaDesc: string;
  /** Each a string of `lat,lon` pairs, space-separated, WGS 84, first = last. */
  readonly polygon?: readonly string[];
  /** Each `lat,lon radius-in-km`. */
  readonly circle?: readonly string[];
  readonly geocode?: readonly NameValue[];
  /** Feet above mean sea level. */
  readonly altitude?: number;
  readonly ceiling?: number;
}

export interface AlertInfo {
  /** RFC 3066 tag; CAP's default is `en-US`. */
  readonly language?: string;
  readonly category: readonly Category[];
  readonly event: string;
  readonly responseType?: readonly ResponseType[];
  readonly urgency: Urgency;
  readonly severity: Severity;
  readonly certainty: Certainty;
  readonly audience?: string;
  readonly eventCode?: readonly NameValue[];
  readonly effective?: string;
  readonly onset?: string;
  readonly expires?: string;
  readonly senderName?: string;
  readonly headline?: string;
  readonly description?: string;
  readonly instruction?: string;
  readonly web?: string;
  readonly contact?: string;
  readonly parameter?: readonly NameValue[];
  readonly resource?: readonly AlertResource[];
  readonly area?: readonly AlertArea[];
}

/** Who may know: the class, its TLP 2.0 label, and the sanitised text for the other side, which has a label of its own. */
export interface Releasability {
  readonly class: ReleaseClass;
  /** Absent: `defaultTlp` of the class. */
  readonly tlp?: TlpLabel;
  /** Those who read it under TLP:RED, and in addition to the others under TLP:AMBER+STRICT. */
  readonly releasableTo?: readonly Recipient[];
  readonly tearLine?: LocalizedText;
  /** Of the tear line; absent: TLP:AMBER. */
  readonly tearLineTlp?: TearLineTlp;
  /** When the label is to be looked at again: a time of the story, with an offset. */
  readonly reviewAt?: string;
}

/** What the Tandem Exercise profile adds to CAP. */
export interface ExerciseParameters {
  /** Id of a site of the scenario. An alert without one matches no correlation and no jurisdiction. */
  readonly site?: string;
  /** Head count by ISO 3166 alpha-3 country code. */
  readonly nationals?: Readonly<Record<string, number>>;
  /** Head count by kind (`killed`, `injured`, `missing` …). */
  readonly casualties?: Readonly<Record<string, number>>;
  readonly source?: string;
  readonly confidence?: Confidence;
  readonly releasability: Releasability;
}

export interface Alert {
  readonly identifier: string;
  readonly sender: string;
  /** With an offset, as CAP writes it: `2026-11-23T09:00:00+05:00`. */
  readonly sent: string;
  /** What is stored is always an exercise message. */
  readonly status: 'Exercise' | 'Test';
  /** What it was before the sender asked for it to be taken as an exercise message. */
  readonly originalStatus?: CapStatus;
  readonly msgType: MsgType;
  readonly scope: Scope;
  readonly source?: string;
  readonly restriction?: string;
  readonly addresses?: string;
  readonly code?: readonly string[];
  readonly note?: string;
  readonly references?: readonly MessageReference[];
  /** Incident ids that the message names. */
  readonly incidents?: readonly string[];
  readonly info?: readonly AlertInfo[];
  /** XML-DSig as it came: kept, not verified. */
  readonly signature?: string;
  readonly exercise: ExerciseParameters;
}

/** The gravest severity of the info blocks; undefined where there are none. */
export function statedSeverity(alert: Alert): Severity | undefined {
  return alert.info === undefined || alert.info.length === 0 ? undefined : severityOf(alert);
}

/** The gravest severity of the info blocks; `Unknown` where there are none. CAP lists severities gravest first. */
export function severityOf(alert: Alert): Severity {
  const found = (alert.info ?? []).map(({ severity }) => severity);
  return SEVERITIES.find((severity) => found.includes(severity)) ?? 'Unknown';
}

/** Whether the first is graver than the second. CAP lists severities gravest first, `Unknown` last. */
export function isGraver(one: Severity, other: Severity): boolean {
  return SEVERITIES.indexOf(one) < SEVERITIES.indexOf(other);
}

/** Whether the message reports what is going on, as others withdraw or answer something. */
export function reports({ msgType }: Alert): boolean {
  return msgType === 'Alert' || msgType === 'Update';
}
