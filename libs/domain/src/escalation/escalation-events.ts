/** What can happen to chains and their steps, in the past tense. */
import type { AlertEntry } from '../incident/incident-state.js';
import type { Incident } from '../incident/incident.js';
import type { ExerciseTime } from '../kernel/exercise-time.js';
import type { AlertId, ChainId, IncidentId, NotificationId, UnitId } from '../kernel/ids.js';
import type { TimerAction } from '../kernel/timers.js';
import type { Addressee, Notification } from '../notification/notification.js';
import type { Unreached } from '../policy/resolve-targets.js';
import type { Marking } from '../release/label.js';
import type { LabelReview } from '../release/label-review.js';
import type { Progress, Question } from '../unit/unit.js';
import type { ChainRun, StepReason } from './chain-run.js';

/** An incident as it stands, for those who may read it from now on and could not before. */
export interface DisclosedIncident {
  readonly incident: Omit<Incident, 'policyVersion' | 'policyClass'>;
  readonly notifications: readonly Notification[];
  readonly chains: readonly ChainRun[];
  readonly alerts: Readonly<Record<AlertId, AlertEntry>>;
  /** What is due by the rules that everybody knows: deadlines, reminders, expiry. */
  readonly timers: readonly { readonly due: ExerciseTime; readonly action: TimerAction }[];
  /** Reviews of its alerts' labels that are due. Absent: none. */
  readonly reviews?: readonly LabelReview[];
  /** By unit: how far it is. */
  readonly progress: Readonly<Record<UnitId, Progress>>;
}

export interface EscalationEvents {
  /** Its marking was lowered: to those who read it from now on, the incident as it stands. */
  IncidentDisclosed: { incident: IncidentId; label: Marking; disclosed: DisclosedIncident };

  /** `anew`: only answers from now on count, and those of the units that are under way. */
  ChainStarted: { incident: IncidentId; chain: ChainId; route: string; anew: boolean; underWay: UnitId[] };
  StepDelayed: {
    incident: IncidentId;
    chain: ChainId;
    step: number;
    round: number;
    until: ExerciseTime;
    reason: StepReason;
  };
  StepStarted: {
    incident: IncidentId;
    chain: ChainId;
    step: number;
    stepId: string;
    round: number;
    reason: StepReason;
    deadline: ExerciseTime;
    /** Of the notifications that this step creates, unless somebody answers. Absent in logs of earlier versions. */
    expiresAt?: ExerciseTime;
    addressees: Addressee[];
    /** Questions of the step that are answered already. */
    covered: Question[];
    unreached: Unreached[];
  };
  StepSkipped: {
    incident: IncidentId;
    chain: ChainId;
    step: number;
    stepId: string;
    round: number;
    covered: Question[];
    unreached: Unreached[];
  };
  ChainHalted: {
    incident: IncidentId;
    chain: ChainId;
    step: number;
    round: number;
    /** The questions of a step that asked nobody, as its requirement was met before: those that were answered already. */
    covered?: Question[];
  };
  ChainResumed: { incident: IncidentId; chain: ChainId };
  ChainStopped: { incident: IncidentId; chain: ChainId; reason: 're-routed' };
  EscalationExhausted: { incident: IncidentId; chain: ChainId; rounds: number };

  /** By a person, with a reason; or anew, as the unit can be reached again. */
  UnitAsked: Addressee & {
    incident: IncidentId;
    because: 'by-hand' | 'not-reached';
    reason?: string;
    /** The notification that was undeliverable. */
    replaces?: NotificationId;
    /** Unless somebody answers. Absent in logs of earlier versions. */
    expiresAt?: ExerciseTime;
  };
}
