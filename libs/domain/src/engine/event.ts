/** Everything that can happen in an exercise: the events of all concepts. The log is a list of these; all else is derived. */
import type { AlertEvents } from '../alert/alert-events.js';
import type { EscalationEvents } from '../escalation/escalation-events.js';
import type { EvaluationEvents } from '../evaluation/evaluation-events.js';
import type { ExerciseEvents } from '../exercise/exercise-events.js';
import type { IncidentEvents } from '../incident/incident-events.js';
import type { InjectEvents } from '../inject/inject-events.js';
import type { LabelEvents } from '../labelling/label-events.js';
import type { MessageEvents } from '../message/message-events.js';
import type { NotificationEvents } from '../notification/notification-events.js';
import type { PolicyEvents } from '../policy/policy-events.js';
import type { TearLineEvents } from '../release/tear-line.js';
import type { ReleasingEvents } from '../releasing/releasing-events.js';
import type { UnitEvents } from '../unit/unit-events.js';

declare module '../kernel/event.js' {
  interface EventData
    extends
      ExerciseEvents,
      PolicyEvents,
      AlertEvents,
      IncidentEvents,
      EscalationEvents,
      NotificationEvents,
      UnitEvents,
      TearLineEvents,
      MessageEvents,
      ReleasingEvents,
      LabelEvents,
      InjectEvents,
      EvaluationEvents {}
}
