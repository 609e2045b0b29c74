/** What can happen to the policy, in the past tense. */
import type { ExerciseTime } from '../kernel/exercise-time.js';
import type { Side } from '../kernel/side.js';
import type { Policy } from './policy.js';

export interface PolicyEvents {
  /** For controllers only. `reason`: absent in a log that is older than reasons. */
  PolicyChanged: { policy: Policy; reason?: string };
  /** `proposal`: `POL-0001`. `answerBy`: when it counts as deadlocked; absent: never. */
  PolicyProposed: { proposal: string; side: Side; policy: Policy; reason: string; answerBy?: ExerciseTime };
  /** In force from now on for incidents that both sides know of. `side`: which has approved it; `policy`, `version`: of the proposal. */
  PolicyApproved: { proposal: string; side: Side; policy: string; version: number; reason?: string };
  PolicyRejected: { proposal: string; side: Side; reason: string };
  PolicyWithdrawn: { proposal: string; side: Side; reason?: string };
  /** The time that the policy in force gives is over. `waitingFor`: the side that has not answered. */
  PolicyDeadlocked: { proposal: string; waitingFor: Side };
  /** For the side itself only. */
  OwnPolicyChanged: { side: Side; policy: Policy; reason?: string };
  /** For the side itself only. `policy`, `version`: of the one that no longer counts for incidents to come. */
  OwnPolicyDropped: { side: Side; policy: string; version: number; reason?: string };
}
