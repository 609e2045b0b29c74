/** What chains are going to do, as far as it can be foretold. Plain JSON. */
import type { ExerciseTime } from '../kernel/exercise-time.js';
import type { ChainId, UnitId } from '../kernel/ids.js';
import type { Scenario } from '../exercise/scenario.js';
import type { Side } from '../kernel/side.js';
import type { Requirement } from '../policy/policy.js';
import type { TargetWorld, Unreached } from '../policy/resolve-targets.js';
import type { Action, Link, UnitState } from '../unit/unit.js';

/** `State` is one: then duties and links are those of now. */
export interface ExplainWorld extends TargetWorld {
  readonly scenario: Scenario;
  readonly units: Readonly<Record<UnitId, Pick<UnitState, 'duty'> & { readonly link?: Link }>>;
  /** Absent: the scenario's. */
  readonly links?: Partial<Record<Side, Link>>;
}

/** What a chain would do if nobody ever answered. */
export interface ChainPlan {
  readonly chain: ChainId;
  readonly route: string;
  readonly remindEveryMs: number | null;
  readonly expireAfterMs: number;
  readonly ackExpiresMs: number | null;
  readonly steps: readonly PlannedStep[];
  /** Exercise time of `EscalationExhausted`, ms. */
  readonly exhaustedAt: ExerciseTime;
}

export interface PlannedStep {
  readonly step: number;
  readonly stepId: string;
  /** 0 for the first pass. */
  readonly round: number;
  /** Exercise time, ms. */
  readonly startsAt: ExerciseTime;
  readonly requirement: Requirement;
  readonly addressees: readonly PlannedAddressee[];
  readonly unreached: readonly Unreached[];
  /** Exercise time at which its time is up, ms; `null` when the step is skipped. */
  readonly deadline: ExerciseTime | null;
  /**
   * Why the chain goes on. `skipped`: no target resolves. `impossible`: too few can be asked, or reached over their
   * link, or their notifications expire before the deadline.
   */
  readonly ends: 'timeout' | 'skipped' | 'impossible';
  /** Exercise time at which the chain goes on, ms. */
  readonly endsAt: ExerciseTime;
  /** It would start only after the exercise is over. */
  readonly beyondExercise: boolean;
}

export interface PlannedAddressee {
  readonly unit: UnitId;
  readonly side: Side;
  readonly action: Action;
  /** The link to it is down: the notification would be undeliverable. */
  readonly cutOff: boolean;
}
