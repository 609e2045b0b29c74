/** The requests and proposals of an exercise, and what a release would take along. */
import type { Alert } from '../alert/alert.js';
import type { EscalationWorld } from '../escalation/escalation-state.js';
import type { ExerciseTime } from '../kernel/exercise-time.js';
import type { AlertId, IncidentId, NoteId } from '../kernel/ids.js';
import { SIDES, type ReleaseClass, type Side } from '../kernel/side.js';
import type { Marking } from '../release/label.js';
import type { ChosenThings } from './releasing-commands.js';

/**
 * `asked`: the other side has asked, and nothing is proposed yet. The last four are final.
 */
export const RELEASE_STATUSES = ['asked', 'proposed', 'approved', 'tear-line', 'declined', 'withdrawn'] as const;
export type ReleaseStatus = (typeof RELEASE_STATUSES)[number];

/** A case of a side's releasing desk. */
export interface ReleaseCase {
  /** `REL-PAK-0001`: counted for the owner's side. */
  readonly id: string;
  readonly owner: Side;
  status: ReleaseStatus;
  /** Exercise time, ms. */
  readonly openedAt: ExerciseTime;
  /** What the other side asked; absent: it did not. */
  asked?: { readonly from: Side; readonly tearLine?: string; readonly text: string };
  proposal?: ReleaseProposal;
  decideBy?: ExerciseTime;
  /** The deadline has passed: the commander may decide, too. */
  overdue?: true;
  decidedAt?: ExerciseTime;
  reason?: string;
  joint?: IncidentId;
}

export interface ReleaseProposal {
  readonly incident: IncidentId;
  readonly things: ChosenThings;
  readonly join?: IncidentId;
  /** The account's id; who proposes cannot approve. */
  readonly by: string;
  readonly reason: string;
}

/** What a side has asked of the other. */
export interface ReleaseRequest {
  /** `REQ-CHN-0001`: counted for the side that asks. */
  readonly id: string;
  readonly from: Side;
  status: 'waiting' | 'released' | 'tear-line' | 'declined' | 'withdrawn';
  readonly openedAt: ExerciseTime;
  readonly tearLine?: string;
  readonly text: string;
  answeredAt?: ExerciseTime;
  reason?: string;
  joint?: IncidentId;
}

/** What of an incident of one side's class could be released. */
export interface Releasable {
  readonly alerts: Record<AlertId, ReleasableAlert>;
  /** Those that its owner's side reads. */
  readonly notes: Record<NoteId, ReleasableNote>;
}

export interface ReleasableNote {
  readonly text: string;
  /** Absent: all of its owner's side read it who read the incident. */
  readonly marking?: Marking;
  readonly reviewAt?: string;
  released?: NoteId;
}

export interface ReleasableAlert {
  readonly alert: Alert;
  /** Whose message it would be as a JOINT one. */
  readonly owner: ReleaseClass;
  /** What it has become. */
  released?: AlertId;
}

export interface ReleasingSlice {
  releasing: {
    requestCounts: Record<Side, number>;
    caseCounts: Record<Side, number>;
    requests: Record<string, ReleaseRequest>;
    cases: Record<string, ReleaseCase>;
    /** Request → case. The events of neither side say it. */
    routed: Record<string, string>;
    releasable: Record<IncidentId, Releasable>;
    /** Incident of one side's class → the JOINT incidents that it was released to. */
    links: Record<IncidentId, IncidentId[]>;
    /** The releasing desk was prompted once. */
    prompted: Record<IncidentId, true>;
  };
}

export type ReleasingWorld = EscalationWorld & ReleasingSlice;

export function noReleases(): ReleasingSlice['releasing'] {
  const counts = (): Record<Side, number> => ({ PAK: 0, CHN: 0 });
  return {
    requestCounts: counts(),
    caseCounts: counts(),
    requests: {},
    cases: {},
    routed: {},
    releasable: {},
    links: {},
    prompted: {},
  };
}

/** The id that the next request of this side, or the next case of its releasing desk, gets. */
export function numbered(prefix: 'REQ' | 'REL', side: Side, before: number): string {
  return `${prefix}-${side}-${String(before + 1).padStart(4, '0')}`;
}

/** The id that the next request of this side gets. */
export function nextRequest({ releasing }: ReleasingSlice, side: Side): string {
  return numbered('REQ', side, releasing.requestCounts[side]);
}

export function otherThan(side: Side): Side {
  return SIDES.find((one) => one !== side) ?? side;
}

/** Whether nobody can decide on it any more. */
export function isDecided({ status }: Pick<ReleaseCase, 'status'>): boolean {
  return status !== 'asked' && status !== 'proposed';
}

/**
 * The incidents of the same case for others: of one side's class, the JOINT ones that it was released to; of a JOINT one, those that
 * were released to it. A viewer's state knows of none that the viewer may not see.
 */
export function linkedIncidents({ releasing: { links } }: ReleasingSlice, id: IncidentId): readonly IncidentId[] {
  const from = (Object.keys(links) as IncidentId[]).filter((one) => links[one]?.includes(id));
  return [...(links[id] ?? []), ...from];
}
