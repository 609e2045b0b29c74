/** The state of an exercise: a plain serialisable value, changed by `evolve` alone. */
import type { Policy } from '../policy/policy.js';
import type { EvaluationCounts } from '../evaluation/evaluation.js';
import type { Severity } from '../alert/alert.js';
import type { Incident } from '../incident/incident.js';
import type { Script } from '../inject/script.js';
import type { Notification } from '../notification/notification.js';
import type { ReleaseClass, Side, StreamSeqs } from '../kernel/side.js';
import type { Scenario } from '../exercise/scenario.js';
import type { Link, UnitState } from '../unit/unit.js';
import type { Timers } from '../kernel/timers.js';

export type ExerciseStatus = 'planned' | 'running' | 'paused' | 'ended';

export interface State {
  /** Pinned at the opening; not part of a snapshot. */
  readonly scenario: Scenario;
  readonly seed: string;
  status: ExerciseStatus;
  speed: number;
  /** Raised at each change of the clock; a wake-up with an older one means nothing. */
  generation: number;
  /** The last number of each stream. */
  seqs: StreamSeqs;
  /** Exercise time of the latest event, ms. */
  time: number;
  /** Incidents opened so far, per class. */
  counters: Record<ReleaseClass, number>;
  policies: Record<number, Policy>;
  policyVersion: number;
  links: Record<Side, Link>;
  units: Record<string, UnitState>;
  /** What is closed or cancelled has left these five. */
  incidents: Record<string, Incident>;
  notifications: Record<string, Notification>;
  /** Alert id → the incident it belongs to and whether it still counts. */
  alerts: Record<string, AlertEntry>;
  /** Incident id → the ids of its alerts. */
  members: Record<string, string[]>;
  /** `class|site|category` → the incidents of that kind, the one with the latest alert last. */
  correlation: Record<string, string[]>;
  /** `class|alert id` → the message that referenced it before it came; the latest 10,000 at least. */
  awaited: Record<string, AwaitedAlert>;
  /** Where the script stands. */
  readonly script: Script;
  timers: Timers;
  /** Absent: nobody has evaluated yet. */
  evaluation?: EvaluationCounts;
}

export interface AlertEntry {
  readonly incident: string;
  /** Neither superseded nor cancelled, and one that counts (an `Alert` or an `Update`). */
  active: boolean;
  /** Its severity, if that counts for the incident. */
  severity?: Severity | undefined;
  /** The Update that took its place. */
  supersededBy?: string | undefined;
}

export interface AwaitedAlert {
  readonly by: string;
  readonly msgType: 'Update' | 'Cancel';
}
