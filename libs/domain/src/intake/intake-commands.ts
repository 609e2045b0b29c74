/** What people and programs may ask for: alerts. The rules answer with events or a `DomainError`. */
import type { AlertId } from '../kernel/ids.js';
import type { Alert } from '../alert/alert.js';

export interface IntakeCommands {
  /**
   * `references` are the ids that the messages named have if they are of the alert's own class; `narrower`, for each of them, those
   * that it has in the classes which the alert would widen. Absent: none is looked for.
   */
  SubmitAlert: { alertId: AlertId; references: AlertId[]; narrower?: readonly AlertId[][]; alert: Alert };
}
