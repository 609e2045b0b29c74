/** The routes by which people act on an exercise. Each is a command: stored first, then waited for. */
import type { z } from 'zod';
import type { Role } from '../http/accounts.js';
import type { ProblemCode } from '../http/problem-codes.js';
import {
  commandDone,
  commandPending,
  declineBody,
  escalateBody,
  overrideBody,
  progressBody,
} from '../http/commands.js';
import { improvementBody, observationBody, ratingBody } from '../http/evaluation.js';
import { emptyBody, runToBody, speedBody, startBody } from '../http/exercises.js';
import { dutyBody, linkBody, modeBody } from '../http/units.js';
import type { Body, Operation } from './operation.js';

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
  readonly method?: 'POST' | 'PUT';
  readonly path: string;
  readonly tag: string;
  readonly summary: string;
  readonly roles: readonly Role[];
  readonly body: z.ZodType;
  readonly bodyOptional?: boolean;
  readonly problems: readonly ProblemCode[];
}

/** The entry of a route by which a command comes in. */
export function command(route: CommandRoute): Operation {
  const body: Body = { schema: route.body, ...(route.bodyOptional === true && { optional: true }) };
  return {
    method: route.method ?? 'POST',
    path: `${exercise}${route.path}`,
    tag: route.tag,
    summary: route.summary,
    roles: route.roles,
    headers: COMMAND_HEADERS,
    body,
    answers: ANSWERS,
    problems: [
      ...route.problems,
      'EXERCISE_NOT_RUNNING',
      'IDEMPOTENCY_KEY_INVALID',
      'IDEMPOTENCY_KEY_REUSED',
      'TOO_MANY_WAITING',
      'INBOX_FULL',
    ],
  };
}

const CONTROLLER = ['controller'] as const;
const EVALUATORS = ['controller', 'evaluator'] as const;
const OPERATORS = ['controller', 'operator'] as const;

export const COMMAND_OPERATIONS = {
  startExercise: command({
    path: '/start',
    tag: 'Exercises',
    summary: 'STARTEX',
    roles: CONTROLLER,
    body: startBody,
    bodyOptional: true,
    problems: ['EXERCISE_ALREADY_STARTED', 'EXERCISE_ENDED'],
  }),
  pauseExercise: command({
    path: '/pause',
    tag: 'Exercises',
    summary: 'Pause: the exercise clock stands, no timer fires',
    roles: CONTROLLER,
    body: emptyBody,
    bodyOptional: true,
    problems: [],
  }),
  resumeExercise: command({
    path: '/resume',
    tag: 'Exercises',
    summary: 'Resume after a pause',
    roles: CONTROLLER,
    body: emptyBody,
    bodyOptional: true,
    problems: ['EXERCISE_NOT_PAUSED'],
  }),
  setSpeed: command({
    path: '/speed',
    tag: 'Exercises',
    summary: 'Set the speed of the exercise clock',
    roles: CONTROLLER,
    body: speedBody,
    problems: ['SPEED_OUT_OF_RANGE'],
  }),
  runExerciseTo: command({
    path: '/run-to',
    tag: 'Exercises',
    summary: 'Run, on if the clock stands, until an exercise time, and stand there; null takes that back',
    roles: CONTROLLER,
    body: runToBody,
    problems: ['TIME_HAS_PASSED'],
  }),
  stepExercise: command({
    path: '/step',
    tag: 'Exercises',
    summary: 'While paused: go to the next time at which something is due, let it happen, and stand there',
    roles: CONTROLLER,
    body: emptyBody,
    bodyOptional: true,
    problems: ['EXERCISE_NOT_PAUSED', 'NOTHING_DUE'],
  }),
  endExercise: command({
    path: '/end',
    tag: 'Exercises',
    summary: 'ENDEX, final',
    roles: CONTROLLER,
    body: emptyBody,
    bodyOptional: true,
    problems: [],
  }),
  acknowledgeNotification: command({
    path: '/notifications/{notification}/acknowledge',
    tag: 'Notifications',
    summary: 'Acknowledge in the name of the unit',
    roles: OPERATORS,
    body: emptyBody,
    bodyOptional: true,
    problems: ['NOTIFICATION_ENDED', 'UNIT_AT_CAPACITY', 'NOT_YOUR_SIDE'],
  }),
  declineNotification: command({
    path: '/notifications/{notification}/decline',
    tag: 'Notifications',
    summary: 'Decline in the name of the unit',
    roles: OPERATORS,
    body: declineBody,
    problems: ['NOTIFICATION_ENDED', 'NOT_YOUR_SIDE'],
  }),
  resolveIncident: command({
    path: '/incidents/{incident}/resolve',
    tag: 'Incidents',
    summary: 'Resolve',
    roles: OPERATORS,
    body: emptyBody,
    bodyOptional: true,
    problems: ['INCIDENT_CLOSED', 'INCIDENT_ALREADY_RESOLVED'],
  }),
  closeIncident: command({
    path: '/incidents/{incident}/close',
    tag: 'Incidents',
    summary: 'Close, final',
    roles: CONTROLLER,
    body: emptyBody,
    bodyOptional: true,
    problems: ['INCIDENT_CLOSED'],
  }),
  escalateIncident: command({
    path: '/incidents/{incident}/escalate',
    tag: 'Incidents',
    summary: 'Start the next step now',
    roles: OPERATORS,
    body: escalateBody,
    bodyOptional: true,
    problems: ['INCIDENT_CLOSED', 'NOTHING_TO_ESCALATE', 'UNKNOWN_CHAIN'],
  }),
  overrideAcknowledgement: command({
    path: '/incidents/{incident}/override',
    tag: 'Incidents',
    summary: 'Count a side as having acknowledged, with a reason',
    roles: CONTROLLER,
    body: overrideBody,
    problems: ['INCIDENT_CLOSED', 'SIDE_ALREADY_ACKNOWLEDGED'],
  }),
  reportProgress: command({
    path: '/incidents/{incident}/progress',
    tag: 'Incidents',
    summary: 'Report that a unit is en route, on scene or clear',
    roles: OPERATORS,
    body: progressBody,
    problems: ['UNIT_NOT_ENGAGED', 'PROGRESS_OUT_OF_ORDER', 'NOT_YOUR_SIDE'],
  }),
  setDuty: command({
    method: 'PUT',
    path: '/units/{unit}/duty',
    tag: 'Units',
    summary: 'Send a unit off duty, or call it back',
    roles: CONTROLLER,
    body: dutyBody,
    problems: ['UNKNOWN_UNIT'],
  }),
  setMode: command({
    method: 'PUT',
    path: '/units/{unit}/mode',
    tag: 'Units',
    summary: 'Switch a unit between simulated, played and remote',
    roles: CONTROLLER,
    body: modeBody,
    problems: ['UNKNOWN_UNIT'],
  }),
  setUnitLink: command({
    method: 'PUT',
    path: '/units/{unit}/link',
    tag: 'Units',
    summary: 'Set the link to one unit',
    roles: CONTROLLER,
    body: linkBody,
    problems: ['UNKNOWN_UNIT'],
  }),
  setSideLink: command({
    method: 'PUT',
    path: '/links/{side}',
    tag: 'Units',
    summary: 'Set the link to a whole side: PAK or CHN',
    roles: CONTROLLER,
    body: linkBody,
    problems: [],
  }),
  recordObservation: command({
    path: '/observations',
    tag: 'Evaluation',
    summary: 'Record what an evaluator saw; after ENDEX, too',
    roles: EVALUATORS,
    body: observationBody,
    problems: ['UNKNOWN_OBJECTIVE', 'UNKNOWN_INCIDENT', 'UNKNOWN_EVENT'],
  }),
  rateObjective: command({
    path: '/ratings',
    tag: 'Evaluation',
    summary: 'Rate an objective in the place of the proposed rating, with a reason; after ENDEX, too',
    roles: EVALUATORS,
    body: ratingBody,
    problems: ['UNKNOWN_OBJECTIVE'],
  }),
  planImprovement: command({
    path: '/improvements',
    tag: 'Evaluation',
    summary: 'Add a row to the improvement plan; after ENDEX, too',
    roles: EVALUATORS,
    body: improvementBody,
    problems: ['UNKNOWN_OBJECTIVE', 'UNKNOWN_OBSERVATION'],
  }),
} as const satisfies Record<string, Operation>;
