/** What can happen to requests for release and to proposals. Each side reads its own events, in its own numbering. */
import type { AlertId, ChainId, IncidentId, NoteId, NotificationId, UnitId } from '../kernel/ids.js';
import type { ExerciseTime } from '../kernel/exercise-time.js';
import type { Side } from '../kernel/side.js';
import type { Action, Progress } from '../unit/unit.js';
import type { ChosenThings, ReleaseDecision } from './releasing-commands.js';

/** What a thing has become in the eyes of both sides. */
export interface Became<Id> {
  readonly from: Id;
  readonly to: Id;
}

export interface ReleasingEvents {
  /** To the side that asks. */
  ReleaseRequested: { request: string; to: Side; tearLine?: string; text: string };
  /** To the side that is asked. `decideBy`: exercise time, ms; absent: it has no deadline. */
  ReleaseAsked: { release: string; from: Side; tearLine?: string; text: string; decideBy?: ExerciseTime };
  /** For those who run the exercise: which request became which case. Neither side reads the number of the other. */
  ReleaseRouted: { request: string; release: string };
  /** `answers`: it answers a request of the other side; `things`: what is to go along. */
  ReleaseProposed: {
    release: string;
    incident: IncidentId;
    things: ChosenThings;
    join?: IncidentId;
    answers: boolean;
    reason: string;
    decideBy?: ExerciseTime;
  };
  /** Nobody has decided in time: the commander may do so from now on. */
  ReleaseOverdue: { release: string; incident?: IncidentId; to: 'commander' };
  /** `joint`, `became`: of what was approved; `tearLine`: of what was not, but has a tear line now. */
  ReleaseDecided: {
    release: string;
    decision: ReleaseDecision;
    incident?: IncidentId;
    reason?: string;
    shareReason?: boolean;
    tearLine?: string;
    joint?: IncidentId;
    became?: {
      readonly alerts: readonly Became<AlertId>[];
      readonly notifications: readonly Became<NotificationId>[];
      readonly notes: readonly Became<NoteId>[];
    };
    /** Something of the incident was not released. */
    stays?: boolean;
  };
  /** To the side that asked. */
  ReleaseAnswered: {
    request: string;
    answer: 'released' | 'tear-line' | 'declined';
    joint?: IncidentId;
    tearLine?: string;
    reason?: string;
  };
  ReleaseWithdrawn: { release: string; by: 'owner' | 'requester'; incident?: IncidentId; reason?: string };
  /** To the side that had asked. */
  ReleaseRequestWithdrawn: { request: string; reason?: string };
  /** A chain could not ask units of the other side, which may not know of the incident. */
  ReleasePrompted: { incident: IncidentId; chain: ChainId; units: UnitId[] };
  /** An answer that was given before the release, and stands. `progress`: how far the unit is. */
  NotificationCarried: {
    notification: NotificationId;
    incident: IncidentId;
    unit: UnitId;
    side: Side;
    action: Action;
    progress?: Exclude<Progress, 'clear'>;
  };
}
