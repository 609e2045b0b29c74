/** The escalation policy: data that can be listed, linted, explained, versioned and compared. Durations are in ms. */
import type { ChainId, UnitId } from '../kernel/ids.js';
import type { Side } from '../kernel/side.js';
import type { Register } from '../unit/register.js';
import type { Action, UnitKind } from '../unit/unit.js';

/** What a policy is checked against, and its exercise. */
export interface PolicyScenario extends Register {
  readonly durationMs: number;
  readonly policy: Policy;
}

export interface Policy {
  readonly id: string;
  readonly version: number;
  /** An alert joins an incident of the same site and category if it comes within this time of its latest alert. */
  readonly correlationWindowMs: number;
  /** A resolved incident is closed by itself after this time; absent: only by command. */
  readonly closeAfterMs?: number;
  /** How the two sides come to a decision about an incident. */
  readonly jointDecision?: JointDecision;
  /** Who is the incident commander of an incident that both sides know of. */
  readonly command?: CommandRule;
  /** How soon the releasing authority is to decide; absent: it has no deadline. */
  readonly release?: { readonly decideWithinMs?: number };
  /** How soon requests for information are to be answered that state no time of their own; absent: they have no deadline. */
  readonly messages?: { readonly answerWithinMs?: number };
  /** The root of the ordered tree: the mandatory default. It has a chain and no condition. */
  readonly route: Route;
  readonly chains: Readonly<Record<ChainId, Chain>>;
  /** Named lists of unit ids. */
  readonly groups: Readonly<Record<string, readonly UnitId[]>>;
}

export const LEADS = ['PAK', 'CHN', 'both'] as const;

export interface CommandRule {
  /** The commanders of this side decide for both, unless both sides have chosen somebody. `both`: nobody, until then. */
  readonly lead: (typeof LEADS)[number];
}

export interface JointDecision {
  /** The controllers and both sides are informed when one side has waited for the other's decision this long; absent: never. */
  readonly deadlockAfterMs?: number;
}

/**
 * A node of the route tree. An alert that matches goes to the first child that matches it (and on to the next ones
 * while the matched child says `continue`); if no child matches, this node's own chain applies.
 */
export interface Route {
  readonly id: string;
  readonly match?: Condition;
  /** Id of a chain; absent: the parent's. */
  readonly chain?: ChainId;
  readonly continue?: boolean;
  readonly routes?: readonly Route[];
}

/** The fields that a condition may ask for. List fields (`alert.category`) match when one of their values does. */
export const CONDITION_FIELDS = [
  'alert.category',
  'alert.event',
  'alert.urgency',
  'alert.severity',
  'alert.certainty',
  'alert.responseType',
  'alert.msgType',
  'alert.status',
  'alert.scope',
  'alert.sender',
  'alert.source',
  'alert.confidence',
  'alert.class',
  'alert.nationals.PAK',
  'alert.nationals.CHN',
  'alert.casualties.killed',
  'alert.casualties.injured',
  'alert.casualties.missing',
  'site.id',
  'site.kind',
  'site.province',
  'site.consularDistrict',
  'site.nationals.PAK',
  'site.nationals.CHN',
  'site.position',
] as const;
export type ConditionField = (typeof CONDITION_FIELDS)[number];

/** Ordered enumerations (severity, urgency, certainty, confidence) compare by rank, `Unknown` lowest. */
export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | FieldTest;

export type FieldTest = { readonly field: ConditionField } & (
  | { readonly equals: string | number }
  | { readonly oneOf: readonly (string | number)[] }
  | { readonly atLeast: string | number }
  | { readonly atMost: string | number }
  | { readonly within: readonly [string | number, string | number] | Circle }
  | { readonly exists: boolean }
);

/** For `site.position`. */
export interface Circle {
  readonly lat: number;
  readonly lon: number;
  readonly radiusKm: number;
}

export interface Chain {
  readonly steps: readonly Step[];
  /** How many times the whole chain runs again after its last step. */
  readonly repeat: number;
  /** Silent units are sent the notification again this often. */
  readonly remindEveryMs?: number;
  /** An acknowledgement of `respond` or `secure` lapses when the unit is not en route by then; the chain resumes. */
  readonly ackExpiresMs?: number;
  /** An unanswered notification ends as expired after this time. */
  readonly expireAfterMs: number;
  /** When the incident gets graver, units that have acknowledged are informed, or asked again. Absent: `inform`. */
  readonly onRaise?: OnRaise;
}

export const ON_RAISE = ['inform', 'reacknowledge'] as const;
export type OnRaise = (typeof ON_RAISE)[number];

export interface Step {
  readonly id: string;
  /** Wait this long before the step starts, from the moment the chain reaches it. */
  readonly delayMs?: number;
  readonly targets: readonly Target[];
  readonly requirement: Requirement;
  /** When this passes without the requirement being met, the next step starts. */
  readonly ackWithinMs: number;
}

/** Resolved when the step starts. `kind`: units of that kind whose jurisdiction covers the incident's site. */
export type Target = { readonly action: Action } & (
  | { readonly unit: UnitId }
  | { readonly kind: UnitKind; readonly side?: Side }
  | { readonly side: Side }
  | { readonly group: string }
);

export type Requirement = 'any' | 'all' | 'each-side' | { readonly count: number };
