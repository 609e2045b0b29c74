/** What people and programs may ask for: alerts. The rules answer with events or a `DomainError`. */
import type { AlertId } from '../kernel/ids.js';
import type { Alert } from '../alert/alert.js';

export interface IntakeCommands {
  /**
   * `references` are the ids that the messages named have if they are of the alert's own class; `narrower`, for each of them, those
   * that it has in the classes which the alert would widen; `others`, those that it has as a message of somebody else in the
   * alert's own class. Absent: none is looked for.
   */
  SubmitAlert: {
    alertId: AlertId;
    references: AlertId[];
    narrower?: readonly AlertId[][];
    others?: readonly AlertId[][];
    alert: Alert;
  };
}
