/** What can happen to notifications and their answers, in the past tense. */
import type { ExerciseTime } from '../kernel/exercise-time.js';
import type { IncidentId, NotificationId, UnitId } from '../kernel/ids.js';
import type { Side } from '../kernel/side.js';
import type { Action } from '../unit/unit.js';

export interface NotificationEvents {
  NotificationSent: { notification: NotificationId; incident: IncidentId; unit: UnitId; attempt: number };
  NotificationDelivered: { notification: NotificationId; incident: IncidentId; unit: UnitId };
  NotificationReminded: { notification: NotificationId; incident: IncidentId; unit: UnitId; attempt: number };
  NotificationAcknowledged: {
    notification: NotificationId;
    incident: IncidentId;
    unit: UnitId;
    side: Side;
    action: Action;
  };
  NotificationDeclined: { notification: NotificationId; incident: IncidentId; unit: UnitId; reason: string };
  NotificationExpired: { notification: NotificationId; incident: IncidentId; unit: UnitId };
  NotificationWithdrawn: { notification: NotificationId; incident: IncidentId; unit: UnitId; reason: string };
  NotificationUndeliverable: {
    notification: NotificationId;
    incident: IncidentId;
    unit: UnitId;
    reason: 'not-reached';
  };
  LateAcknowledgement: { notification: NotificationId; incident: IncidentId; unit: UnitId; side: Side; action: Action };
  AcknowledgementLapsed: { notification: NotificationId; incident: IncidentId; unit: UnitId; side: Side };

  /** An answer that does not count yet, as the link is degraded or down. Only the unit's side knows of it. */
  AnswerGiven: {
    notification: NotificationId;
    incident: IncidentId;
    unit: UnitId;
    answer: 'acknowledge' | 'decline';
    reason?: string;
    link: 'degraded' | 'down';
  };
  /** For controllers only. `null`: it is lost, and the unit may answer again. */
  AnswerTransmissionPlanned: { notification: NotificationId; incident: IncidentId; arrivesAt: ExerciseTime | null };
  /** For controllers only: the link went down while the answer was under way. */
  AnswerKept: { notification: NotificationId; incident: IncidentId };

  /** For controllers only: what the simulation is going to do. */
  TransmissionPlanned: { notification: NotificationId; incident: IncidentId; deliverAt: ExerciseTime | null };
  AnswerPlanned: {
    notification: NotificationId;
    incident: IncidentId;
    answer: 'acknowledge' | 'decline' | 'silent';
    at: ExerciseTime | null;
  };
}
