/** The incidents that have not ended, and their alerts. */
import type { AlertId, IncidentId } from '../kernel/ids.js';
import type { Severity } from '../alert/alert.js';
import { present } from '../kernel/present.js';
import type { ReleaseClass, Side } from '../kernel/side.js';
import type { NotificationWorld } from '../notification/notification-state.js';
import type { Policy } from '../policy/policy.js';
import { policyKey, type PolicySlice } from '../policy/policy-state.js';
import type { LabelReviewSlice } from '../release/label-review.js';
import type { TearLineSlice } from '../release/tear-line.js';
import type { Incident } from './incident.js';
import type { Written } from './writing.js';

export interface IncidentSlice {
  /** Incidents opened so far, per class. */
  counters: Record<ReleaseClass, number>;
  incidents: Record<IncidentId, Incident>;
  /**
   * Of incidents that have ended and that a label kept from some of their class: their marking, as `markingText` writes it. Whoever
   * could not read one does not learn that it has ended.
   */
  endedMarkings?: Record<IncidentId, string>;
  /** `class|site|category` → the incidents of that kind, the one with the latest alert last. */
  correlation: Record<string, IncidentId[]>;
  /** Alert id → the incident it belongs to and whether it still counts. */
  alerts: Record<AlertId, AlertEntry>;
  /** Incident id → the ids of its alerts. */
  members: Record<IncidentId, AlertId[]>;
  /** `class|alert id` → the message that referenced it before it came; the latest 10,000 at least. */
  awaited: Record<string, AwaitedAlert>;
  /** Notes and entries of decision logs by id, of incidents that have not ended. Absent until the first. */
  written?: Record<string, Written>;
  /** `owner|sender` → the account that speaks under this name (`senders.ts`). */
  senders: Record<string, string>;
}

export type IncidentWorld = NotificationWorld & PolicySlice & IncidentSlice & TearLineSlice & LabelReviewSlice;

export interface AlertEntry {
  readonly incident: IncidentId;
  /** Neither superseded nor cancelled, and one that counts (an `Alert` or an `Update`). */
  active: boolean;
  /** Its severity, if that counts for the incident. */
  severity?: Severity | undefined;
  /** As `markingText` writes it; absent: that of its class. */
  marking?: string | undefined;
  /** The id of its tear line, if it has one. */
  tearLine?: string | undefined;
  /** Of a JOINT one: the side that brought it in; undefined: no side did. */
  readonly owner?: Side | undefined;
  /** Of one side's: as markings name who sent it; undefined: the script. */
  readonly originator?: string | undefined;
  /** The Update that took its place. */
  supersededBy?: AlertId | undefined;
}

export interface AwaitedAlert {
  readonly by: AlertId;
  readonly msgType: 'Update' | 'Cancel';
}

export function incidentOf(state: Pick<IncidentSlice, 'incidents'>, id: IncidentId): Incident {
  return present(state.incidents[id], 'incident', id);
}

/** The policy as of the incident's opening. */
export function policyOf(state: Pick<PolicySlice, 'policies'>, incident: Incident): Policy {
  const key = policyKey(incident);
  return present(state.policies[key], 'policy', key);
}
