/** Incident and notification: the coordinated case, and the messages sent about it. All times are exercise time in ms. */
import type { Category, Severity } from '../alert/alert.js';
import { keptBy } from '../engine/kept.js';
import type { ReleaseClass, Side } from '../release/release.js';
import type { RoutingFacts } from '../escalation/routing-facts.js';
import type { Action } from '../unit/unit.js';

export const INCIDENT_STATUSES = ['open', 'responding', 'resolved', 'closed', 'cancelled'] as const;
export type IncidentStatus = (typeof INCIDENT_STATUSES)[number];

export const JOINT_ACKNOWLEDGEMENTS = ['none', 'partial', 'joint'] as const;
export type JointAcknowledgement = (typeof JOINT_ACKNOWLEDGEMENTS)[number];

/** How one side came to count as having acknowledged. */
export type SideAcknowledgement =
  | { readonly at: number; readonly by: 'unit'; readonly unit: string }
  | { readonly at: number; readonly by: 'override'; readonly reason: string };

export interface Incident {
  /** Counted per class: `INC-0007` (joint), `PAK-0003`, `CHN-0002`. */
  readonly id: string;
  readonly class: ReleaseClass;
  readonly site?: string;
  readonly categories: Category[];
  readonly headline: string;
  readonly openedAt: number;
  /** The policy as of the opening. */
  readonly policyVersion: number;
  status: IncidentStatus;
  severity: Severity;
  /** What the latest routing looked at. */
  facts: RoutingFacts;
  latestAlertAt: number;
  alertCount: number;
  /** Alerts that are not cancelled. */
  activeAlerts: number;
  acknowledgedBy: Partial<Record<Side, SideAcknowledgement>>;
  chains: Record<string, ChainRun>;
  notificationCount: number;
  figures: IncidentFigures;
}

/** Moments in exercise time, for the report. */
export interface IncidentFigures {
  firstNotificationAt?: number;
  firstAcknowledgementAt: Partial<Record<Side, number>>;
  jointAcknowledgementAt?: number;
  respondingAt?: number;
  firstOnSceneAt?: number;
  resolvedAt?: number;
  /** Steps after the first that started. */
  escalations: number;
}

export const CHAIN_STATUSES = ['delayed', 'active', 'halted', 'exhausted', 'stopped'] as const;
export type ChainStatus = (typeof CHAIN_STATUSES)[number];

/** A chain at work on an incident. */
export interface ChainRun {
  readonly chain: string;
  readonly route: string;
  status: ChainStatus;
  /** Index of the current step. */
  step: number;
  /** 0 for the first pass. */
  round: number;
  /** Units that have acknowledged in this run of the chain, in order. */
  acknowledged: string[];
  /** Those of them that did since the current step was reached; a late answer to an earlier step is among them. */
  acknowledgedInStep: string[];
  /** Units that the current step means and that had acknowledged before it started, so that it did not ask them. */
  acknowledgedBefore: string[];
  /** The current step has not started: it waits for its delay, or the chain halted while it did. */
  pending: boolean;
  /** Notifications that the current step asked with; and all that the chain asked with. */
  current: string[];
  asked: string[];
}

/** The chains that were started for an incident, whatever has become of them. */
export function runsOf({ chains }: Incident): ChainRun[] {
  const runs: ChainRun[] = [];
  for (const chain in chains) runs.push(chains[chain] as ChainRun);
  return runs;
}

export function isAtWork({ status }: ChainRun): boolean {
  return status === 'active' || status === 'delayed';
}

/**
 * The notifications that the chains of an incident asked with since it was opened or reopened, each once. All that are
 * still open are among them.
 */
export function askedOf(incident: Incident): Iterable<string> {
  const runs = runsOf(incident);
  if (runs.length < 2) return runs[0]?.asked ?? [];
  return new Set(runs.flatMap(({ asked }) => asked));
}

/** Counted per incident, from 1. */
export function notificationId({ id }: Pick<Incident, 'id'>, number: number): string {
  return notificationIds(id)(number);
}

const notificationIds = keptBy(1_000, (incident: string) =>
  keptBy(5_000, (number: number) => `${incident}.N${number}`),
);

export const NOTIFICATION_STATUSES = [
  'queued',
  'sent',
  'delivered',
  'acknowledged',
  'declined',
  'expired',
  'withdrawn',
  'undeliverable',
] as const;
export type NotificationStatus = (typeof NOTIFICATION_STATUSES)[number];

/** Whether a notification has ended: it does so exactly once. */
export function isTerminal(status: NotificationStatus): boolean {
  return status !== 'queued' && status !== 'sent' && status !== 'delivered';
}

export interface Notification {
  /** `INC-0007.N3`: counted per incident. Also the identifier of the outgoing CAP message. */
  readonly id: string;
  readonly incident: string;
  readonly chain: string;
  readonly step: number;
  readonly round: number;
  readonly unit: string;
  readonly side: Side;
  readonly action: Action;
  readonly queuedAt: number;
  status: NotificationStatus;
  /** Transmissions so far: 1 when first sent, more with each reminder. */
  attempts: number;
  /** How often it was delivered; answers are drawn per delivery. */
  deliveries: number;
  sentAt?: number;
  deliveredAt?: number;
  /** When it ended. */
  endedAt?: number;
  /** Why it was declined, withdrawn or undeliverable. */
  reason?: string;
  /** An acknowledgement that came after it had expired. */
  lateAcknowledgementAt?: number;
}
