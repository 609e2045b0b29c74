/** What can happen to chains and their steps, in the past tense. */
import type { Addressee } from '../notification/notification.js';
import type { Unreached } from '../policy/resolve-targets.js';
import type { Question } from '../unit/unit.js';

/** Why a step started. `raised`: the incident got graver, and the chain asks again who had acknowledged. */
export type StepReason = 'start' | 'timeout' | 'impossible' | 'skipped' | 'manual' | 'lapsed' | 'repeat' | 'raised';

export interface EscalationEvents {
  /** `anew`: only answers from now on count, and those of the units that are under way. */
  ChainStarted: { incident: string; chain: string; route: string; anew: boolean; underWay: string[] };
  StepDelayed: { incident: string; chain: string; step: number; round: number; until: number; reason: StepReason };
  StepStarted: {
    incident: string;
    chain: string;
    step: number;
    stepId: string;
    round: number;
    reason: StepReason;
    deadline: number;
    addressees: Addressee[];
    /** Questions of the step that are answered already. */
    covered: Question[];
    unreached: Unreached[];
  };
  StepSkipped: {
    incident: string;
    chain: string;
    step: number;
    stepId: string;
    round: number;
    covered: Question[];
    unreached: Unreached[];
  };
  ChainHalted: {
    incident: string;
    chain: string;
    step: number;
    round: number;
    /** The questions of a step that asked nobody, as its requirement was met before: those that were answered already. */
    covered?: Question[];
  };
  ChainResumed: { incident: string; chain: string };
  ChainStopped: { incident: string; chain: string; reason: 're-routed' };
  EscalationExhausted: { incident: string; chain: string; rounds: number };

  /** By a person, with a reason; or anew, as the unit can be reached again. */
  UnitAsked: Addressee & {
    incident: string;
    because: 'by-hand' | 'link-restored';
    reason?: string;
    /** The notification that was undeliverable. */
    replaces?: string;
  };
}
