/** What people may ask for: that the other side lets them know, and that a thing of their own side is released. */
import type { AlertId, IncidentId, NoteId, NotificationId } from '../kernel/ids.js';
import type { LocalizedText } from '../kernel/localized-text.js';
import type { Side } from '../kernel/side.js';
import type { TearLineTlp } from '../release/label.js';

/** What of an incident is released, by kind of thing. */
export interface ChosenThings {
  readonly alerts: readonly AlertId[];
  /** With standing answers. */
  readonly notifications: readonly NotificationId[];
  readonly notes: readonly NoteId[];
}

export const RELEASE_DECISIONS = ['approve', 'tear-line', 'decline'] as const;
export type ReleaseDecision = (typeof RELEASE_DECISIONS)[number];

export interface ReleasingCommands {
  /** To the releasing desk of the other side. `from`: in whose name, of an account without a side; `tearLine`: of what it asks for more. */
  RequestRelease: { from?: Side; tearLine?: string; text: string };
  /**
   * `alerts`, `notifications`: absent, all that there are; `notes`: absent, none. `join`: the JOINT incident that takes it in; absent: a
   * new one. `answers`: the request that the other side made, by its id on this side.
   */
  ProposeRelease: {
    incident: IncidentId;
    alerts?: readonly AlertId[];
    notifications?: readonly NotificationId[];
    notes?: readonly NoteId[];
    join?: IncidentId;
    answers?: string;
    reason: string;
  };
  /** `text`, `tlp`: the tear line, in the place of the thing itself. */
  DecideRelease: {
    release: string;
    decision: ReleaseDecision;
    text?: LocalizedText;
    tlp?: TearLineTlp;
    reason?: string;
    shareReason?: boolean;
  };
  /** A request by the side that made it (`REQ-CHN-0001`), or a proposal by its owner's side (`REL-PAK-0001`). */
  WithdrawRelease: { release: string; reason?: string };
}
