/** What people and programs may ask of an exercise: the commands of all concepts. */
import type { EscalationCommands } from '../escalation/escalation-commands.js';
import type { EvaluationCommands } from '../evaluation/evaluation-commands.js';
import type { ExerciseCommands } from '../exercise/exercise-commands.js';
import type { IncidentCommands } from '../incident/incident-commands.js';
import type { InjectCommands } from '../inject/inject-commands.js';
import type { IntakeCommands } from '../intake/intake-commands.js';
import type { LabelCommands } from '../labelling/label-commands.js';
import type { MessageCommands } from '../message/message-commands.js';
import type { PolicyCommands } from '../policy/policy-commands.js';
import type { ReleasingCommands } from '../releasing/releasing-commands.js';
import type { UnitCommands } from '../unit/unit-commands.js';

declare module '../kernel/command.js' {
  interface CommandData
    extends
      ExerciseCommands,
      IntakeCommands,
      IncidentCommands,
      EscalationCommands,
      UnitCommands,
      MessageCommands,
      InjectCommands,
      PolicyCommands,
      ReleasingCommands,
      LabelCommands,
      EvaluationCommands {}
}
