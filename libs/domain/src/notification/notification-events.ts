/** What can happen to notifications and their answers, in the past tense. */
import type { Side } from '../kernel/side.js';
import type { Action } from '../unit/unit.js';

export interface NotificationEvents {
  NotificationSent: { notification: string; incident: string; unit: string; attempt: number };
  NotificationDelivered: { notification: string; incident: string; unit: string };
  NotificationReminded: { notification: string; incident: string; unit: string; attempt: number };
  NotificationAcknowledged: { notification: string; incident: string; unit: string; side: Side; action: Action };
  NotificationDeclined: { notification: string; incident: string; unit: string; reason: string };
  NotificationExpired: { notification: string; incident: string; unit: string };
  NotificationWithdrawn: { notification: string; incident: string; unit: string; reason: string };
  NotificationUndeliverable: { notification: string; incident: string; unit: string; reason: 'link-down' };
  LateAcknowledgement: { notification: string; incident: string; unit: string; side: Side; action: Action };
  AcknowledgementLapsed: { notification: string; incident: string; unit: string; side: Side };

  /** An answer that does not count yet, as the link is degraded or down. Only the unit's side knows of it. */
  AnswerGiven: {
    notification: string;
    incident: string;
    unit: string;
    answer: 'acknowledge' | 'decline';
    reason?: string;
    link: 'degraded' | 'down';
  };
  /** For controllers only. `null`: it is lost, and the unit may answer again. */
  AnswerTransmissionPlanned: { notification: string; incident: string; arrivesAt: number | null };
  /** For controllers only: the link went down while the answer was under way. */
  AnswerKept: { notification: string; incident: string };

  /** For controllers only: what the simulation is going to do. */
  TransmissionPlanned: { notification: string; incident: string; deliverAt: number | null };
  AnswerPlanned: {
    notification: string;
    incident: string;
    answer: 'acknowledge' | 'decline' | 'silent';
    at: number | null;
  };
}
