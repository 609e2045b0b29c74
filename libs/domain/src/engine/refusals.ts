/** Which codes the rules may refuse a command with. Documents of the wire are made of it, and each log is held against it. */
import type { CommandType } from '../kernel/command.js';
import type { DomainErrorCode } from '../kernel/domain-error.js';

/** Of what is taken only while the exercise runs or is paused. */
const NOT_UNDER_WAY = ['EXERCISE_NOT_RUNNING'] as const;

const ANSWER = [
  ...NOT_UNDER_WAY,
  'UNKNOWN_NOTIFICATION',
  'INCIDENT_CLOSED',
  'NOT_YOUR_SIDE',
  'NOTIFICATION_ENDED',
  'NOTIFICATION_NOT_DELIVERED',
  'ANSWER_PENDING',
  'INCIDENT_ALREADY_RESOLVED',
] as const;
const INCIDENT = [...NOT_UNDER_WAY, 'UNKNOWN_INCIDENT', 'INCIDENT_CLOSED'] as const;
/** Taken before STARTEX, too. */
const UNIT = ['EXERCISE_ENDED', 'UNKNOWN_UNIT', 'NOT_YOUR_SIDE'] as const;
const INJECT = [...NOT_UNDER_WAY, 'UNKNOWN_INJECT', 'INJECT_ALREADY_FIRED'] as const;
/** What an alert of the script may be refused for: the engine sends it, which is of no side. */
const SCRIPTED_ALERT = ['UNKNOWN_SITE', 'DUPLICATE_ALERT', 'RELEASE_WIDENED', 'UNKNOWN_REFERENCE'] as const;
/** Evaluators may write after ENDEX, but not before STARTEX. */
const EVALUATION = [...NOT_UNDER_WAY, 'NOT_PERMITTED', 'UNKNOWN_OBJECTIVE'] as const;

export const REFUSALS = {
  StartExercise: ['EXERCISE_ALREADY_STARTED', 'EXERCISE_ENDED', 'SPEED_OUT_OF_RANGE'],
  PauseExercise: NOT_UNDER_WAY,
  ResumeExercise: ['EXERCISE_NOT_PAUSED'],
  SetSpeed: [...NOT_UNDER_WAY, 'SPEED_OUT_OF_RANGE'],
  RunTo: [...NOT_UNDER_WAY, 'TIME_HAS_PASSED'],
  StepExercise: [...NOT_UNDER_WAY, 'EXERCISE_NOT_PAUSED', 'NOTHING_DUE'],
  EndExercise: NOT_UNDER_WAY,
  // A CAP Ack or Error answers a notification.
  SubmitAlert: [...ANSWER, ...SCRIPTED_ALERT, 'UNIT_AT_CAPACITY'],
  AcknowledgeNotification: [...ANSWER, 'UNIT_AT_CAPACITY'],
  DeclineNotification: ANSWER,
  ReportProgress: [...INCIDENT, 'UNKNOWN_UNIT', 'NOT_YOUR_SIDE', 'UNIT_NOT_ENGAGED', 'PROGRESS_OUT_OF_ORDER'],
  ResolveIncident: [...INCIDENT, 'INCIDENT_ALREADY_RESOLVED'],
  CloseIncident: [...INCIDENT, 'INCIDENT_NOT_RESOLVED'],
  EscalateIncident: [...INCIDENT, 'INCIDENT_ALREADY_RESOLVED', 'UNKNOWN_CHAIN', 'NOTHING_TO_ESCALATE'],
  RestartChain: [...INCIDENT, 'INCIDENT_ALREADY_RESOLVED', 'UNKNOWN_CHAIN', 'CHAIN_NOT_RESTARTABLE'],
  AskUnit: [
    ...INCIDENT,
    'INCIDENT_ALREADY_RESOLVED',
    'UNKNOWN_UNIT',
    'NOT_YOUR_SIDE',
    'NOT_RELEASABLE',
    'SOVEREIGNTY_RULE',
    'LACKS_AUTHORITY',
    'UNIT_OFF_DUTY',
    'ALREADY_ASKED',
    'ALREADY_ACKNOWLEDGED',
  ],
  OverrideAcknowledgement: [
    ...INCIDENT,
    'INCIDENT_ALREADY_RESOLVED',
    'NOT_PERMITTED',
    'NOT_YOUR_SIDE',
    'SIDE_ALREADY_ACKNOWLEDGED',
  ],
  SetDuty: UNIT,
  SetMode: UNIT,
  SetLink: UNIT,
  RecordObservation: [...EVALUATION, 'UNKNOWN_INCIDENT', 'UNKNOWN_EVENT'],
  RateObjective: EVALUATION,
  PlanImprovement: [...EVALUATION, 'UNKNOWN_OBSERVATION'],
  FireInject: [...INJECT, ...SCRIPTED_ALERT],
  SkipInject: [...INJECT, 'INJECT_ALREADY_SKIPPED'],
  DelayInject: [...INJECT, 'INJECT_NOT_SCHEDULED', 'TIME_HAS_PASSED'],
  ImproviseInject: [...NOT_UNDER_WAY, ...SCRIPTED_ALERT, 'DUPLICATE_INJECT', 'TIME_HAS_PASSED', 'UNKNOWN_UNIT'],
  ChangePolicy: [...NOT_UNDER_WAY, 'POLICY_NOT_NEWER', 'SOVEREIGNTY_RULE', 'POLICY_INVALID'],
} as const satisfies Record<CommandType, readonly DomainErrorCode[]>;

export function mayBeRefused(type: CommandType, code: DomainErrorCode): boolean {
  const foreseen: readonly DomainErrorCode[] = REFUSALS[type];
  return foreseen.includes(code);
}
