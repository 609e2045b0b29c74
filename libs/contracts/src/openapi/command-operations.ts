/** The routes by which people act on an exercise. Each is a command: stored first, then waited for. */
import type { z } from 'zod';
import type { CommandType } from '#domain/kernel/command.js';
import { refusalsOf } from '#domain/engine/command-specs.js';
import { rolesFor } from '#domain/release/permissions.js';
import {
  askBody,
  assignBody,
  cancelBody,
  closeBody,
  commanderBody,
  commandDone,
  commandPending,
  declineBody,
  escalateBody,
  handOverBody,
  noteBody,
  overrideBody,
  progressBody,
  resolveBody,
  restartBody,
} from '../http/commands.js';
import type { ProblemCode } from '../http/problem-codes.js';
import { improvementBody, observationBody, ratingBody } from '../http/evaluation.js';
import { emptyBody, runToBody, speedBody, startBody } from '../http/exercises.js';
import { changeLabelBody } from '../http/labels.js';
import { decisionBody, messageBody } from '../http/messages.js';
import { decideReleaseBody, proposeReleaseBody, requestReleaseBody, withdrawReleaseBody } from '../http/releases.js';
import { dutyBody, linkBody, modeBody } from '../http/units.js';
import { type Body, CALCULATION_PROBLEMS, type Operation, SCENARIO_BYTES } from './operation.js';

const exercise = '/v1/exercises/{exercise}';

const COMMAND_HEADERS = {
  'Idempotency-Key':
    'The same key with the same body is one command, and gets the same answer; with another body it is refused.',
  Prefer:
    '`wait=n` (RFC 7240): wait up to n seconds, 0 to 10, for the outcome; default 2. `respond-async` alone waits for nothing.',
} as const;

const ANSWERS = {
  200: { description: 'Applied; the events that came of it.', schema: commandDone },
  202: { description: 'Stored for good, but not applied within the wait.', schema: commandPending },
} as const;

interface CommandRoute {
  /** Who may give it, and what the rules may refuse it with, follow from that. */
  readonly type: CommandType;
  readonly method?: 'POST' | 'PUT';
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly body: z.ZodType;
  readonly bodyOptional?: boolean;
  /** Absent: as much as any command. */
  readonly bodyBytes?: number;
  /** What the API refuses itself, beside what it refuses of every command. */
  readonly problems?: readonly ProblemCode[];
}

/** The entry of a route by which a command comes in. */
export function command(route: CommandRoute): Operation {
  const body: Body = {
    schema: route.body,
    ...(route.bodyOptional === true && { optional: true }),
    ...(route.bodyBytes !== undefined && { maxBytes: route.bodyBytes }),
  };
  return {
    method: route.method ?? 'POST',
    path: `${exercise}${route.path}`,
    tag: route.tag,
    summary: route.summary,
    command: route.type,
    roles: rolesFor(route.type),
    headers: COMMAND_HEADERS,
    body,
    answers: ANSWERS,
    problems: [
      ...refusalsOf(route.type),
      ...(route.problems ?? []),
      ...(route.bodyBytes === SCENARIO_BYTES ? CALCULATION_PROBLEMS : []),
      'EXERCISE_OF_OTHER_ENGINE',
      'IDEMPOTENCY_KEY_INVALID',
      'IDEMPOTENCY_KEY_REUSED',
      'TOO_MANY_WAITING',
      'INBOX_FULL',
    ],
  };
}

export const COMMAND_OPERATIONS = {
  startExercise: command({
    type: 'StartExercise',
    path: '/start',
    tag: 'Exercises',
    summary: 'STARTEX',
    body: startBody,
    bodyOptional: true,
  }),
  pauseExercise: command({
    type: 'PauseExercise',
    path: '/pause',
    tag: 'Exercises',
    summary: 'Pause: the exercise clock stands, no timer fires',
    body: emptyBody,
    bodyOptional: true,
  }),
  resumeExercise: command({
    type: 'ResumeExercise',
    path: '/resume',
    tag: 'Exercises',
    summary: 'Resume after a pause',
    body: emptyBody,
    bodyOptional: true,
  }),
  setSpeed: command({
    type: 'SetSpeed',
    path: '/speed',
    tag: 'Exercises',
    summary: 'Set the speed of the exercise clock',
    body: speedBody,
  }),
  runExerciseTo: command({
    type: 'RunTo',
    path: '/run-to',
    tag: 'Exercises',
    summary: 'Run, on if the clock stands, until an exercise time, and stand there; null takes that back',
    body: runToBody,
  }),
  stepExercise: command({
    type: 'StepExercise',
    path: '/step',
    tag: 'Exercises',
    summary: 'While paused: go to the next time at which something is due, let it happen, and stand there',
    body: emptyBody,
    bodyOptional: true,
  }),
  endExercise: command({
    type: 'EndExercise',
    path: '/end',
    tag: 'Exercises',
    summary: 'ENDEX, final',
    body: emptyBody,
    bodyOptional: true,
  }),
  acknowledgeNotification: command({
    type: 'AcknowledgeNotification',
    path: '/notifications/{notification}/acknowledge',
    tag: 'Notifications',
    summary: 'Acknowledge in the name of the unit',
    body: emptyBody,
    bodyOptional: true,
  }),
  declineNotification: command({
    type: 'DeclineNotification',
    path: '/notifications/{notification}/decline',
    tag: 'Notifications',
    summary: 'Decline in the name of the unit',
    body: declineBody,
  }),
  resolveIncident: command({
    type: 'ResolveIncident',
    path: '/incidents/{incident}/resolve',
    tag: 'Incidents',
    summary: 'Resolve; open notifications are withdrawn',
    body: resolveBody,
    bodyOptional: true,
  }),
  closeIncident: command({
    type: 'CloseIncident',
    path: '/incidents/{incident}/close',
    tag: 'Incidents',
    summary: 'Close, final; an incident of both sides is closed when both have decided so',
    body: closeBody,
    bodyOptional: true,
  }),
  cancelIncident: command({
    type: 'CancelIncident',
    path: '/incidents/{incident}/cancel',
    tag: 'Incidents',
    summary: 'Cancel, final; an incident of both sides is cancelled when both have decided so',
    body: cancelBody,
    bodyOptional: true,
  }),
  withdrawDecision: command({
    type: 'WithdrawDecision',
    path: '/incidents/{incident}/withdraw-decision',
    tag: 'Incidents',
    summary: 'Withdraw what your side has decided, while it waits for the other side',
    body: emptyBody,
    bodyOptional: true,
  }),
  proposeCommander: command({
    type: 'ProposeCommander',
    path: '/incidents/{incident}/commander/propose',
    tag: 'Incidents',
    summary: 'Propose who decides for both sides about an incident',
    body: commanderBody,
    problems: ['UNKNOWN_ACCOUNT'],
  }),
  confirmCommander: command({
    type: 'ConfirmCommander',
    path: '/incidents/{incident}/commander/confirm',
    tag: 'Incidents',
    summary: 'Confirm the incident commander that the other side has proposed',
    body: commanderBody,
  }),
  assignIncident: command({
    type: 'AssignIncident',
    path: '/incidents/{incident}/assign',
    tag: 'Incidents',
    summary: 'Assign an incident to somebody of your side',
    body: assignBody,
    problems: ['UNKNOWN_ACCOUNT'],
  }),
  handOver: command({
    type: 'HandOver',
    path: '/incidents/{incident}/hand-over',
    tag: 'Incidents',
    summary: 'Offer to hand an incident over, with a briefing; you stay in charge until it is confirmed',
    body: handOverBody,
    problems: ['UNKNOWN_ACCOUNT'],
  }),
  confirmHandover: command({
    type: 'ConfirmHandover',
    path: '/incidents/{incident}/confirm-handover',
    tag: 'Incidents',
    summary: 'Confirm the handover that was offered to you',
    body: emptyBody,
    bodyOptional: true,
  }),
  noteIncident: command({
    type: 'NoteIncident',
    path: '/incidents/{incident}/notes',
    tag: 'Incidents',
    summary: 'Write a note on an incident, for the own side or for everybody who may know of it; it cannot be changed',
    body: noteBody,
  }),
  recordDecision: command({
    type: 'RecordDecision',
    path: '/incidents/{incident}/decisions',
    tag: 'Incidents',
    summary: 'Put a decision on record: options, decision and reason; it cannot be changed',
    body: decisionBody,
  }),
  sendMessage: command({
    type: 'SendMessage',
    path: '/messages',
    tag: 'Messages',
    summary: 'Send a message, a report, a request for information or an answer',
    body: messageBody,
  }),
  markMessageRead: command({
    type: 'MarkMessageRead',
    path: '/messages/{message}/read',
    tag: 'Messages',
    summary: 'Mark a message as read, in the name of each of its addresses that the caller speaks for',
    body: emptyBody,
    bodyOptional: true,
  }),
  escalateIncident: command({
    type: 'EscalateIncident',
    path: '/incidents/{incident}/escalate',
    tag: 'Incidents',
    summary: 'Start the next step now',
    body: escalateBody,
    bodyOptional: true,
  }),
  askUnit: command({
    type: 'AskUnit',
    path: '/incidents/{incident}/ask',
    tag: 'Incidents',
    summary: 'Ask a unit for an action by hand, with a reason; operators ask units of their own side',
    body: askBody,
  }),
  restartChain: command({
    type: 'RestartChain',
    path: '/incidents/{incident}/chains/{chain}/restart',
    tag: 'Incidents',
    summary: 'Start a halted or exhausted chain again from its first step; it asks everyone anew',
    body: restartBody,
    bodyOptional: true,
  }),
  overrideAcknowledgement: command({
    type: 'OverrideAcknowledgement',
    path: '/incidents/{incident}/override',
    tag: 'Incidents',
    summary: 'Count a side as having acknowledged, with a reason',
    body: overrideBody,
  }),
  reportProgress: command({
    type: 'ReportProgress',
    path: '/incidents/{incident}/progress',
    tag: 'Incidents',
    summary: 'Report that a unit is en route, on scene or clear',
    body: progressBody,
  }),
  requestRelease: command({
    type: 'RequestRelease',
    path: '/releases/requests',
    tag: 'Releases',
    summary: 'Ask the releasing desk of the other side; its answer never says whether there is anything',
    body: requestReleaseBody,
  }),
  proposeRelease: command({
    type: 'ProposeRelease',
    path: '/releases',
    tag: 'Releases',
    summary: 'Propose to release an incident of your side: its alerts, standing answers and notes, as you choose',
    body: proposeReleaseBody,
  }),
  decideRelease: command({
    type: 'DecideRelease',
    path: '/releases/{release}/decide',
    tag: 'Releases',
    summary: 'Approve, give a tear line only, or decline; not by the account that proposed it',
    body: decideReleaseBody,
  }),
  withdrawRelease: command({
    type: 'WithdrawRelease',
    path: '/releases/{release}/withdraw',
    tag: 'Releases',
    summary: 'Take back a proposal, or a request of your side',
    body: withdrawReleaseBody,
    bodyOptional: true,
  }),
  changeLabel: command({
    type: 'ChangeLabel',
    path: '/labels',
    tag: 'Releases',
    summary: 'Change the label of an alert, a message, a note or a decision, or confirm it',
    body: changeLabelBody,
  }),
  setDuty: command({
    type: 'SetDuty',
    method: 'PUT',
    path: '/units/{unit}/duty',
    tag: 'Units',
    summary: 'Send a unit off duty, or call it back',
    body: dutyBody,
  }),
  setMode: command({
    type: 'SetMode',
    method: 'PUT',
    path: '/units/{unit}/mode',
    tag: 'Units',
    summary: 'Switch a unit between simulated, played and remote',
    body: modeBody,
  }),
  setUnitLink: command({
    type: 'SetLink',
    method: 'PUT',
    path: '/units/{unit}/link',
    tag: 'Units',
    summary: 'Set the link to one unit',
    body: linkBody,
  }),
  setSideLink: command({
    type: 'SetLink',
    method: 'PUT',
    path: '/links/{side}',
    tag: 'Units',
    summary: 'Set the link to a whole side: PAK or CHN',
    body: linkBody,
  }),
  recordObservation: command({
    type: 'RecordObservation',
    path: '/observations',
    tag: 'Evaluation',
    summary: 'Record what an evaluator saw; after ENDEX, too',
    body: observationBody,
  }),
  rateObjective: command({
    type: 'RateObjective',
    path: '/ratings',
    tag: 'Evaluation',
    summary: 'Rate an objective in the place of the proposed rating, with a reason; after ENDEX, too',
    body: ratingBody,
  }),
  planImprovement: command({
    type: 'PlanImprovement',
    path: '/improvements',
    tag: 'Evaluation',
    summary: 'Add a row to the improvement plan; after ENDEX, too',
    body: improvementBody,
  }),
} as const satisfies Record<string, Operation>;
