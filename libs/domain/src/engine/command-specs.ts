/** What is known of each command: when it is taken, which rule decides it, and what that may refuse it with. */
import type { InjectId } from '../kernel/ids.js';
import { planImprovement, rateObjective, recordObservation } from '../evaluation/decide-evaluation.js';
import { endExercise, pauseExercise, resumeExercise, setSpeed, startExercise } from '../exercise/decide-exercise.js';
import { runTo, stepExercise } from '../exercise/halt.js';
import { askUnit } from '../escalation/ask-unit.js';
import { escalateNow, overrideAcknowledgement, restartChain } from '../escalation/by-hand.js';
import { giveAnswers } from '../incident/decide-answer.js';
import { cancelIncident, closeIncident, reportProgress, resolveIncident } from '../incident/decide-incident.js';
import { recordDecision } from '../incident/decision.js';
import {
  assignIncident,
  confirmCommander,
  confirmHandover,
  handOver,
  proposeCommander,
} from '../incident/incident-command.js';
import { withdrawDecision } from '../incident/joint-decision.js';
import { noteIncident } from '../incident/note.js';
import { delayInject, fireNow, improviseInject, skipInject } from '../inject/command-inject.js';
import { decideAlert } from '../intake/decide-alert.js';
import type { CommandOf, CommandType } from '../kernel/command.js';
import type { DomainErrorCode } from '../kernel/domain-error.js';
import type { Draft } from '../kernel/event.js';
import { changeLabel } from '../labelling/change-label.js';
import { markMessageRead, sendMessage } from '../message/decide-message.js';
import { changePolicy } from '../policy/change-policy.js';
import {
  approvePolicy,
  changeOwnPolicy,
  dropOwnPolicy,
  proposePolicy,
  rejectPolicy,
  withdrawPolicy,
} from '../policy/two-keys.js';
import { decideRelease, proposeRelease, requestRelease, withdrawRelease } from '../releasing/decide-release.js';
import { setDuty, setLink, setMode } from '../unit/decide-unit.js';
// What commands there are.
import './command.js';
import type { State } from './state.js';

export interface CommandSpec<T extends CommandType> {
  /** What it leads to. Changes nothing. @throws DomainError with one of `refusals` */
  decide(this: void, state: State, command: CommandOf<T>): Draft[];
  /** The rule checks itself whether the exercise is in a state for it. Else it must run or be paused. */
  readonly checksStatus?: true;
  /** Beside `NOT_PERMITTED`, which the engine checks before the rule is asked: see {@link refusalsOf}. */
  readonly refusals: readonly DomainErrorCode[];
  /** The inject that the command makes fire: what comes of it is of the script. */
  inject?(this: void, command: CommandOf<T>): InjectId;
}

const NOT_UNDER_WAY = ['EXERCISE_NOT_RUNNING'] as const;
const ANSWER = [
  ...NOT_UNDER_WAY,
  'UNKNOWN_NOTIFICATION',
  'INCIDENT_CLOSED',
  'NOT_YOUR_SIDE',
  'NOT_YOUR_UNIT',
  'NOTIFICATION_ENDED',
  'NOTIFICATION_NOT_DELIVERED',
  'ANSWER_PENDING',
  'INCIDENT_ALREADY_RESOLVED',
] as const;
const INCIDENT = [...NOT_UNDER_WAY, 'UNKNOWN_INCIDENT', 'INCIDENT_CLOSED'] as const;
/** What one side decides about an incident that both sides know of. */
const DECISION = ['REASON_REQUIRED', 'ALREADY_DECIDED'] as const;
const LABEL = ['LABEL_CONTRADICTION', 'UNKNOWN_RECIPIENT', 'TIME_HAS_PASSED'] as const;
/** Taken before STARTEX, too. */
const UNIT = ['EXERCISE_ENDED', 'UNKNOWN_UNIT', 'NOT_YOUR_SIDE'] as const;
const INJECT = [...NOT_UNDER_WAY, 'UNKNOWN_INJECT', 'INJECT_ALREADY_FIRED'] as const;
/** What an alert of the script may be refused for: the engine sends it, which is of no side. */
const SCRIPTED_ALERT = [
  'UNKNOWN_SITE',
  'UNKNOWN_RECIPIENT',
  'DUPLICATE_ALERT',
  'RELEASE_WIDENED',
  'LABEL_CONTRADICTION',
  'UNKNOWN_REFERENCE',
] as const;
const POLICY = ['POLICY_NOT_NEWER', 'SOVEREIGNTY_RULE', 'POLICY_INVALID'] as const;
/** A policy that one side has proposed. */
const PROPOSAL = [...NOT_UNDER_WAY, 'UNKNOWN_PROPOSAL', 'PROPOSAL_ENDED'] as const;
/** Evaluators may write after ENDEX, but not before STARTEX. */
const EVALUATION = [...NOT_UNDER_WAY, 'UNKNOWN_OBJECTIVE'] as const;

export const COMMANDS: { readonly [T in CommandType]: CommandSpec<T> } = {
  StartExercise: {
    decide: startExercise,
    checksStatus: true,
    refusals: ['EXERCISE_ALREADY_STARTED', 'EXERCISE_ENDED', 'SPEED_OUT_OF_RANGE'],
  },
  PauseExercise: { decide: pauseExercise, refusals: NOT_UNDER_WAY },
  ResumeExercise: { decide: resumeExercise, checksStatus: true, refusals: ['EXERCISE_NOT_PAUSED'] },
  SetSpeed: { decide: setSpeed, refusals: [...NOT_UNDER_WAY, 'SPEED_OUT_OF_RANGE'] },
  RunTo: { decide: runTo, refusals: [...NOT_UNDER_WAY, 'TIME_HAS_PASSED'] },
  StepExercise: { decide: stepExercise, refusals: [...NOT_UNDER_WAY, 'EXERCISE_NOT_PAUSED', 'NOTHING_DUE'] },
  EndExercise: { decide: endExercise, refusals: NOT_UNDER_WAY },
  // A CAP Ack or Error answers a notification.
  SubmitAlert: {
    decide: decideAlert,
    refusals: [
      ...ANSWER,
      ...SCRIPTED_ALERT,
      'UNIT_AT_CAPACITY',
      'CLASS_NOT_ALLOWED',
      'NOT_YOUR_SENDER',
      'TOO_MANY_SENDERS',
    ],
  },
  AcknowledgeNotification: {
    decide: (state, { data, actor }) => giveAnswers(state, [data.notification], { answer: 'acknowledge' }, actor),
    refusals: [...ANSWER, 'UNIT_AT_CAPACITY'],
  },
  DeclineNotification: {
    decide: (state, { data: { notification, reason }, actor }) =>
      giveAnswers(state, [notification], { answer: 'decline', reason }, actor),
    refusals: ANSWER,
  },
  ReportProgress: {
    decide: reportProgress,
    refusals: [
      ...INCIDENT,
      'UNKNOWN_UNIT',
      'NOT_YOUR_SIDE',
      'NOT_YOUR_UNIT',
      'UNIT_NOT_ENGAGED',
      'PROGRESS_OUT_OF_ORDER',
    ],
  },
  ResolveIncident: {
    decide: resolveIncident,
    refusals: [...INCIDENT, ...DECISION, 'INCIDENT_ALREADY_RESOLVED'],
  },
  CloseIncident: { decide: closeIncident, refusals: [...INCIDENT, ...DECISION, 'INCIDENT_NOT_RESOLVED'] },
  CancelIncident: {
    decide: cancelIncident,
    refusals: [...INCIDENT, ...DECISION, 'INCIDENT_ALREADY_RESOLVED'],
  },
  WithdrawDecision: { decide: withdrawDecision, refusals: [...INCIDENT, 'NOTHING_DECIDED'] },
  ProposeCommander: { decide: proposeCommander, refusals: [...INCIDENT, 'NOT_JOINT', 'ALREADY_IN_COMMAND'] },
  ConfirmCommander: {
    decide: confirmCommander,
    refusals: [...INCIDENT, 'NOT_JOINT', 'ALREADY_IN_COMMAND', 'NOTHING_PROPOSED'],
  },
  AssignIncident: { decide: assignIncident, refusals: INCIDENT },
  HandOver: { decide: handOver, refusals: [...INCIDENT, 'NOT_IN_CHARGE'] },
  ConfirmHandover: { decide: confirmHandover, refusals: [...INCIDENT, 'NOTHING_TO_CONFIRM'] },
  NoteIncident: { decide: noteIncident, refusals: [...INCIDENT, ...LABEL] },
  RecordDecision: { decide: recordDecision, refusals: [...INCIDENT, ...LABEL] },
  EscalateIncident: {
    decide: escalateNow,
    refusals: [...INCIDENT, 'INCIDENT_ALREADY_RESOLVED', 'UNKNOWN_CHAIN', 'NOTHING_TO_ESCALATE'],
  },
  RestartChain: {
    decide: restartChain,
    refusals: [...INCIDENT, 'INCIDENT_ALREADY_RESOLVED', 'UNKNOWN_CHAIN', 'CHAIN_NOT_RESTARTABLE'],
  },
  AskUnit: {
    decide: askUnit,
    refusals: [
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
  },
  OverrideAcknowledgement: {
    decide: overrideAcknowledgement,
    refusals: [...INCIDENT, 'INCIDENT_ALREADY_RESOLVED', 'NOT_YOUR_SIDE', 'SIDE_ALREADY_ACKNOWLEDGED'],
  },
  SendMessage: {
    decide: sendMessage,
    refusals: [
      ...INCIDENT,
      'UNKNOWN_MESSAGE',
      'UNKNOWN_UNIT',
      'UNKNOWN_RECIPIENT',
      'NOT_YOUR_SIDE',
      'NOT_YOUR_UNIT',
      'NOT_ADDRESSED',
      'NOT_A_REQUEST',
      'CLASS_NOT_ALLOWED',
      'LABEL_CONTRADICTION',
      'RELEASE_WIDENED',
      'TEAR_LINE_MISSING',
      'TIME_HAS_PASSED',
    ],
  },
  MarkMessageRead: {
    decide: markMessageRead,
    refusals: [...NOT_UNDER_WAY, 'UNKNOWN_MESSAGE', 'NOT_ADDRESSED'],
  },
  RequestRelease: { decide: requestRelease, refusals: [...NOT_UNDER_WAY, 'NOT_YOUR_SIDE', 'UNKNOWN_TEAR_LINE'] },
  ProposeRelease: {
    decide: proposeRelease,
    refusals: [
      ...INCIDENT,
      'INCIDENT_ALREADY_RESOLVED',
      'ALREADY_RELEASED',
      'UNKNOWN_RELEASE',
      'RELEASE_ENDED',
      'UNKNOWN_ALERT',
      'UNKNOWN_NOTIFICATION',
      'UNKNOWN_NOTE',
      'RELEASE_EMPTY',
    ],
  },
  DecideRelease: {
    decide: decideRelease,
    refusals: [
      ...NOT_UNDER_WAY,
      'UNKNOWN_RELEASE',
      'RELEASE_ENDED',
      'NOT_OVERDUE',
      'REASON_REQUIRED',
      'RELEASE_NOT_PROPOSED',
      'PROPOSER_CANNOT_APPROVE',
      'INCIDENT_CLOSED',
      'RELEASE_EMPTY',
      'TEAR_LINE_MISSING',
    ],
  },
  WithdrawRelease: {
    decide: withdrawRelease,
    refusals: [...NOT_UNDER_WAY, 'UNKNOWN_RELEASE', 'RELEASE_ENDED', 'RELEASE_NOT_PROPOSED'],
  },
  ChangeLabel: {
    decide: changeLabel,
    refusals: [
      ...NOT_UNDER_WAY,
      ...LABEL,
      'UNKNOWN_ALERT',
      'UNKNOWN_MESSAGE',
      'UNKNOWN_NOTE',
      'UNKNOWN_OBSERVATION',
      'NOT_YOUR_SIDE',
      'REASON_REQUIRED',
    ],
  },
  SetDuty: { decide: setDuty, checksStatus: true, refusals: UNIT },
  SetMode: { decide: setMode, checksStatus: true, refusals: UNIT },
  SetLink: { decide: setLink, checksStatus: true, refusals: UNIT },
  RecordObservation: {
    decide: recordObservation,
    checksStatus: true,
    refusals: [...EVALUATION, ...LABEL, 'UNKNOWN_INCIDENT', 'UNKNOWN_EVENT'],
  },
  RateObjective: { decide: rateObjective, checksStatus: true, refusals: EVALUATION },
  PlanImprovement: { decide: planImprovement, checksStatus: true, refusals: [...EVALUATION, 'UNKNOWN_OBSERVATION'] },
  FireInject: { decide: fireNow, refusals: [...INJECT, ...SCRIPTED_ALERT], inject: ({ data }) => data.inject },
  SkipInject: { decide: skipInject, refusals: [...INJECT, 'INJECT_ALREADY_SKIPPED'] },
  DelayInject: { decide: delayInject, refusals: [...INJECT, 'INJECT_NOT_SCHEDULED', 'TIME_HAS_PASSED'] },
  ImproviseInject: {
    decide: improviseInject,
    refusals: [...NOT_UNDER_WAY, ...SCRIPTED_ALERT, 'DUPLICATE_INJECT', 'TIME_HAS_PASSED', 'UNKNOWN_UNIT'],
    inject: ({ data }) => data.inject.id,
  },
  ChangePolicy: {
    decide: changePolicy,
    refusals: [...NOT_UNDER_WAY, ...POLICY, 'REASON_REQUIRED'],
  },
  ProposePolicy: { decide: proposePolicy, refusals: [...NOT_UNDER_WAY, ...POLICY, 'PROPOSAL_WAITING'] },
  ApprovePolicy: { decide: approvePolicy, refusals: [...PROPOSAL, ...POLICY, 'PROPOSER_CANNOT_APPROVE'] },
  RejectPolicy: { decide: rejectPolicy, refusals: [...PROPOSAL, 'PROPOSER_CANNOT_APPROVE'] },
  WithdrawPolicy: { decide: withdrawPolicy, refusals: [...PROPOSAL, 'NOT_YOUR_SIDE'] },
  ChangeOwnPolicy: { decide: changeOwnPolicy, refusals: [...NOT_UNDER_WAY, ...POLICY] },
  DropOwnPolicy: { decide: dropOwnPolicy, refusals: [...NOT_UNDER_WAY, 'NO_OWN_POLICY'] },
};

/** For a command of any type: the compiler cannot see that command and spec are of one type. */
export function specOf(type: CommandType): CommandSpec<CommandType> {
  return COMMANDS[type] as CommandSpec<CommandType>;
}

/** All codes that a command may be refused with. */
export function refusalsOf(type: CommandType): readonly DomainErrorCode[] {
  return ['NOT_PERMITTED', ...COMMANDS[type].refusals];
}
