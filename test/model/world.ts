/**
 * What the model knows: flat lists of what has happened. Nothing derived is stored here; each rule computes what it needs from these
 * lists, every time (see model.ts). The words are those of docs/domain.md.
 */
import type { Label } from './labels.js';
import type { Alert, Category, Severity } from '#domain/alert/alert.js';
import type { Chain as PolicyChain, Policy, Step as PolicyStep } from '#domain/policy/policy.js';
import type { ReleaseClass, Side } from '#domain/kernel/side.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import type { Action, Link, Progress, UnitDefinition, UnitMode } from '#domain/unit/unit.js';
import type { ByIncident } from './by-incident.js';
import type { Draws } from './draws.js';
import { insert, type Due } from './due.js';
import type { Scripted } from './scripted.js';
import type { Letter, Offer, Proposal, ReleaseCase, Request, Written } from './sides.js';

export interface World {
  readonly scenario: Scenario;
  /** What is left to chance. */
  readonly draws: Draws;
  /** The common one, in force for the incidents to come of which none of the next is. */
  policy: Policy;
  /** The own one of each side, for incidents of its class. */
  readonly own: Partial<Record<Side, { readonly policy: Policy; isInForce: boolean }>>;
  /** What both sides have agreed on last; controllers may have changed it since. */
  agreed?: { readonly policy: Policy; isInForce: boolean };
  readonly proposals: Proposal[];
  /** In the order in which they were sent. */
  readonly letters: Letter[];
  readonly requests: Request[];
  readonly cases: ReleaseCase[];
  /** Which incident of one side was released to which JOINT one. */
  readonly links: { readonly incident: string; readonly joint: string }[];
  /** In the order in which they were shared. */
  readonly tearLines: { readonly id: string; readonly to: Side }[];
  /** Labels that are to be looked at again. */
  readonly reviews: { readonly thing: string; readonly due: Due }[];
  /** Exercise time, ms. */
  now: number;
  /** Counts what happens, so that two things of one millisecond have an order. */
  moment: number;
  /** The moment at which the present happening began. */
  began: number;
  status: 'planned' | 'running' | 'paused' | 'ended';
  /** Where the clock is going to stop by itself. */
  readonly halts: { mark?: Due; step?: Due };
  readonly units: Unit[];
  readonly sideLinks: Record<Side, Link>;
  readonly messages: Message[];
  readonly incidents: Incident[];
  readonly questions: ByIncident<Question>;
  readonly acknowledgements: ByIncident<Acknowledgement>;
  readonly overrides: ByIncident<Override>;
  readonly resolutions: Resolution[];
  /** In the script's order, then what trainers made up. */
  readonly script: Scripted[];
  /** Exercise time at which it was last asked who has been silent for long enough. */
  silenceSeen: number;
  /** Steps that have started after the first of their chain. */
  readonly escalations: Escalation[];
  readonly declines: Decline[];
  readonly reports: ByIncident<Report>;
  /** Who is responding to what, without a gap since when. */
  responses: Response[];
  /** Answers that wait for a link, in the order in which they were kept. */
  kept: Answer[];
  /** What is going to happen: by time, then by rank, then in the order of creation. */
  readonly due: Due[];
  /** Incidents of which something has happened. */
  readonly touched: Set<string>;
  /** What an observer of the exercise sees. */
  readonly facts: Fact[];
}

export interface Fact {
  readonly at: number;
  readonly text: string;
}

export interface Unit {
  readonly definition: UnitDefinition;
  duty: 'on' | 'off';
  mode: UnitMode;
  link: Link;
}

/** A CAP message that has arrived. */
export interface Message {
  readonly id: string;
  label: Label;
  /** As its label reads now. */
  alert: Alert;
  readonly references: readonly string[];
  /** What it references and had not come. */
  readonly awaits: readonly string[];
  readonly moment: number;
  /** Absent: it belongs to no incident. */
  readonly incident?: string;
  /** When that incident had opened, the last time. */
  readonly opening: number;
  /** It opened a resolved incident again. */
  readonly reopened: boolean;
  status: 'live' | 'superseded' | 'cancelled';
  supersededBy?: string;
  /** The id of its tear line, if the other side has one. */
  tearLine?: string;
  /** The side of the account that sent it. */
  readonly sentBy?: Side | undefined;
  /** As labels name that account. */
  readonly writer?: string | undefined;
  /** The side that has released it. */
  readonly releasedBy?: Side | undefined;
  /** The id that it has in the eyes of both sides. */
  released?: string;
}

export type Decided = 'resolve' | 'close' | 'cancel';

export interface Incident {
  readonly id: string;
  readonly class: ReleaseClass;
  /** The highest of its alerts in force. */
  label: Label;
  /** As it was said last. */
  shownLabel: Label;
  /** That was in force when it opened. */
  readonly policy: Policy;
  status: 'open' | 'responding' | 'resolved' | 'closed' | 'cancelled';
  /** When it opened, the last time; nothing from before counts. */
  opened: number;
  facts: Facts;
  /** The gravest that it has been since it opened. */
  gravest: Severity;
  latestAlert: { at: number; moment: number };
  /** In the order in which they first started. */
  chains: Chain[];
  /** The account that both sides have chosen to decide for both. */
  commander?: string;
  /** Whom each side has proposed for that. */
  candidates: Partial<Record<Side, string>>;
  /** What each side has decided, where that waits for the other side. */
  decided: Partial<Record<Side, Decided>>;
  /** Of the side that waits: another one once another wait has begun. */
  waiting?: object | undefined;
  /** The account that each side has assigned it to. */
  readonly assigned: Partial<Record<Side, string>>;
  /** What was offered to hand over and has not been confirmed, or become void. */
  offers: Offer[];
  /** In the order in which they were written. */
  readonly notes: Written[];
  /** Decisions on record. */
  readonly records: Written[];
  /** The releasing desk was prompted once. */
  prompted?: boolean;
  /** All who were responding have been carried over. */
  emptied?: boolean;
  /** What its units are still to be informed about. */
  news: string[];
  /** The sides that were last shown to have acknowledged. */
  shown: readonly Side[];
  /** Exercise time since when a side has not acknowledged, if it has not. */
  silentSince: Record<Side, number>;
}

export interface Facts {
  readonly site?: string;
  readonly categories: readonly Category[];
  readonly severity: Severity;
  readonly nationals: Readonly<Record<string, number>>;
  readonly casualties: Readonly<Record<string, number>>;
  /** What the latest alert says besides; a route may ask for it. */
  readonly latest: Alert;
}

/** What a question asks of whom; the same question may be asked by several notifications. */
export interface Asked {
  readonly unit: string;
  readonly action: Action;
}

/** How the model knows a notification, whose id is the engine's own affair. */
export interface QuestionKey extends Asked {
  readonly incident: string;
  readonly askedAt: number;
  /** Of those that asked the same at the same time: 0 for the first. */
  readonly nth: number;
}

/** One notification. */
export interface Question extends QuestionKey {
  readonly side: Side;
  readonly moment: number;
  readonly byHand: boolean;
  /** The chains that asked with it. */
  readonly askers: string[];
  status: 'sent' | 'delivered' | 'undeliverable' | 'acknowledged' | 'declined' | 'expired' | 'withdrawn';
  /** Whether it has ever been delivered. */
  delivered: boolean;
  lastSent: number;
  /** The moment at which somebody last asked with it. */
  addressed: number;
  /** The message that is under way over a degraded link. */
  message?: object;
  /** The answer that a simulated unit is going to give. */
  plan?: object;
  /** The answer that the unit has given, as long as it does not count. */
  given?: Answer;
  reminder?: Due;
}

export interface Answer {
  readonly question: Question;
  readonly answer: 'acknowledge' | 'decline';
  readonly reason: string;
}

export interface Acknowledgement extends Asked {
  readonly incident: string;
  readonly side: Side;
  readonly question: Question;
  readonly moment: number;
  lapsed: boolean;
  /** Exercise time at which a release carried it over from an incident of one side. */
  readonly carriedAt?: number;
  /** It was carried over to a JOINT incident, and engages the unit there. */
  moved?: boolean;
}

export interface Override {
  readonly incident: string;
  readonly side: Side;
  readonly moment: number;
}

export interface Resolution {
  readonly incident: string;
  readonly moment: number;
}

export interface Escalation {
  readonly incident: string;
  readonly moment: number;
}

export interface Decline {
  readonly unit: string;
  readonly incident: string;
  readonly moment: number;
}

/** A unit's report of its progress. */
export interface Report {
  readonly unit: string;
  readonly incident: string;
  readonly progress: Progress;
  readonly moment: number;
  readonly byResponder: boolean;
}

/** A unit has had a standing acknowledgement of `respond` or `secure`, and not been clear, since that moment. */
export interface Response {
  readonly unit: string;
  readonly incident: string;
  readonly since: number;
  /** What a simulated unit is going to do, by exercise time. */
  plan?: readonly { readonly stage: Progress; readonly at: number }[];
}

export interface Chain {
  readonly name: string;
  readonly policy: PolicyChain;
  status: 'at work' | 'halted' | 'exhausted' | 'stopped';
  round: number;
  index: number;
  step: StepRun;
  /** It counts only what has come in since, and what comes from these units. */
  since: number;
  underWay: readonly string[];
  /** Every question of the chain so far. */
  questions: Asked[];
  /** The questions of which it reminds, and from when. */
  reminds: readonly Reminding[];
}

export interface Reminding {
  readonly question: Question;
  readonly from: number;
}

/** The step at which a chain is. */
export interface StepRun {
  readonly policy: PolicyStep;
  readonly reached: number;
  started: boolean;
  hasAsked: boolean;
  /** Asked or covered. */
  questions: Asked[];
}

/** What is said of an incident begins with its id. */
export function record(world: World, text: string): void {
  world.facts.push({ at: world.now, text });
  world.touched.add(text.slice(0, text.indexOf(' ')));
}

/** Something has happened that may concern all incidents. */
export function touchAll(world: World): void {
  for (const { id } of world.incidents.filter(isUnderWay)) world.touched.add(id);
}

/** Something is going to happen after `delay`. */
export function later(
  world: World,
  delay: number,
  rank: number,
  happen: () => void,
  more: Pick<Due, 'incident' | 'isVoid'> = {},
): Due {
  const due = { ...more, at: world.now + delay, rank, happen };
  insert(world.due, due);
  return due;
}

/** It is not going to happen. */
export function drop(world: World, due: Due | undefined): void {
  const index = due ? world.due.indexOf(due) : -1;
  if (index >= 0) world.due.splice(index, 1);
}

/** The next moment: later than all that has happened. */
export function next(world: World): number {
  return ++world.moment;
}

export function unitOf(world: World, id: string): Unit {
  return found(
    world.units.find(({ definition }) => definition.id === id),
    id,
  );
}

export function incidentOf(world: World, id: string): Incident {
  return found(
    world.incidents.find((incident) => incident.id === id),
    id,
  );
}

export function found<T>(value: T | undefined, name: string): T {
  if (value === undefined) throw new Error(`the model knows no ${name}`);
  return value;
}

/** Open or responding: there is something to do. */
export function isUnderWay({ status }: Incident): boolean {
  return status === 'open' || status === 'responding';
}

/** Closed or cancelled: it takes nothing more. */
export function hasEnded({ status }: Incident): boolean {
  return status === 'closed' || status === 'cancelled';
}

/** The sides that may know of it. */
export function sidesOf({ class: owner }: Incident): readonly Side[] {
  return owner === 'JOINT' ? ['PAK', 'CHN'] : [owner];
}

export function sameQuestion(a: Asked, b: Asked): boolean {
  return a.unit === b.unit && a.action === b.action;
}

export function nameOf(asked: Asked): string {
  return `${asked.unit} ${asked.action}`;
}
