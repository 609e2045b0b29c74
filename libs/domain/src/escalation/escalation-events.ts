/** What can happen to chains and their steps, in the past tense. */
import type { ExerciseTime } from '../kernel/exercise-time.js';
import type { ChainId, IncidentId, NotificationId, UnitId } from '../kernel/ids.js';
import type { Addressee } from '../notification/notification.js';
import type { Unreached } from '../policy/resolve-targets.js';
import type { Question } from '../unit/unit.js';

/** Why a step started. `raised`: the incident got graver, and the chain asks again who had acknowledged. */
export type StepReason = 'start' | 'timeout' | 'impossible' | 'skipped' | 'manual' | 'lapsed' | 'repeat' | 'raised';

export interface EscalationEvents {
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
  };
}
