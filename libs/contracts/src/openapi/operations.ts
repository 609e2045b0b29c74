/** The route table: the API's routes, the document at `/docs` and the check of who may do what are all made from it. */
import { z } from 'zod';
import {
  accessRecordPage,
  accessRecordQuery,
  accountList,
  accountView,
  changeRoleBody,
  createAccountBody,
  createdToken,
  createTokenBody,
  tokenList,
} from '../http/accounts.js';
import {
  alertBody,
  alertPage,
  alertQuery,
  alertView,
  CAP_MEDIA_TYPE,
  SUBMIT_DESCRIPTION,
  submitAnswer,
  submitQuery,
} from '../http/alerts.js';
import { commandPage, commandQuery, commandView } from '../http/commands.js';
import { explainBody, explanation, incidentExplanation, lintAnswer, lintBody } from '../http/escalation.js';
import { policyView } from '../policy/policy-schema.js';
import { eventPage, eventQuery, eventStreamQuery, eventView } from '../http/events.js';
import {
  createExerciseBody,
  createExerciseQuery,
  exercisePage,
  exerciseQuery,
  exerciseView,
} from '../http/exercises.js';
import { liveness, readiness } from '../http/health.js';
import {
  incidentPage,
  incidentQuery,
  incidentView,
  notificationPage,
  notificationQuery,
  notificationView,
} from '../http/incidents.js';
import { reportQuery } from '../http/reports.js';
import { snapshotQuery, snapshotView } from '../http/snapshots.js';
import { RECORDING_MEDIA_TYPE, recordingLine } from '../recording/recording-lines.js';
import { unitPage, unitQuery, unitView } from '../http/units.js';
import { createLinkBody, oneTimeLink, setPasswordBody } from '../http/sessions.js';
import { reportDocument } from '../report/report-document.js';
import { COMMAND_OPERATIONS } from './command-operations.js';
import { DIRECTION_OPERATIONS } from './direction-operations.js';
import type { Operation } from './operation.js';
import { INVITATION_OPERATIONS, PRESENCE_OPERATIONS, SESSION_OPERATIONS } from './people-operations.js';
import {
  ALERT_BYTES,
  ALERTS_BYTES,
  CALCULATION_PROBLEMS,
  COMMAND_BYTES,
  operation,
  SCENARIO_BYTES,
} from './operation.js';

const exercise = '/v1/exercises/{exercise}';
const CONTROLLER = ['controller'] as const;
const READERS = ['controller', 'evaluator', 'operator', 'observer'] as const;
const EVERYBODY = ['controller', 'evaluator', 'operator', 'observer', 'service'] as const;

const CAP_MESSAGE =
  'One CAP 1.2 message, in any encoding that its declaration or the charset names (WHATWG Encoding). What breaks a MUST of the ' +
  'standard is refused; what is only unusual is a warning.';

/** A route that reads: a list, or one thing. */
function reading(tag: string, path: string, summary: string, schema: z.ZodType, query?: z.ZodObject): Operation {
  return {
    method: 'GET',
    path: `${exercise}${path}`,
    tag,
    summary,
    roles: READERS,
    ...(query !== undefined && { query, problems: ['CURSOR_INVALID'] }),
    answers: { 200: { description: summary, schema } },
  };
}

/** A route whose answer can also be had as a CAP message, by the `Accept` header. */
function asCap(entry: Operation, description: string): Operation {
  const ok = entry.answers[200];
  if (ok === undefined) throw new Error(`${entry.path} answers nothing`);
  return { ...entry, answers: { 200: { ...ok, also: { [CAP_MEDIA_TYPE]: description } } } };
}

const READING_OPERATIONS = {
  listAlerts: reading('Alerts', '/alerts', 'List alerts', alertPage, alertQuery),
  readAlert: asCap(
    reading('Alerts', '/alerts/{alert}', 'Read an alert', alertView),
    'The alert as a CAP 1.2 message. Its note names the exercise; a signature that came with it is left out.',
  ),
  listIncidents: reading('Incidents', '/incidents', 'List incidents', incidentPage, incidentQuery),
  readIncident: asCap(
    reading('Incidents', '/incidents/{incident}', 'Read an incident', incidentView),
    'The latest alert of the incident that is in force, as a CAP 1.2 message; where none is, the message that ended it.',
  ),
  explainIncident: {
    ...reading(
      'Escalation',
      '/incidents/{incident}/explain',
      'Where an incident stands: each chain with its questions and what it waits for, and what the caller could do now',
      incidentExplanation,
    ),
    problems: ['INCIDENT_CLOSED', 'EXERCISE_OF_OTHER_ENGINE'],
  },
  listNotifications: reading(
    'Notifications',
    '/notifications',
    'List notifications',
    notificationPage,
    notificationQuery,
  ),
  readNotification: asCap(
    reading('Notifications', '/notifications/{notification}', 'Read a notification', notificationView),
    'The notification as a CAP 1.2 message to its unit, with sender, identifier and sent of its own. A CAP `Ack` or `Error` ' +
      'that references these three, posted to `/alerts`, answers the notification.',
  ),
  listUnits: reading('Units', '/units', 'List units', unitPage, unitQuery),
  readUnit: reading('Units', '/units/{unit}', 'Read a unit', unitView),
  listEvents: {
    ...reading('Events', '/events', 'The log after a number, as this viewer may see it', eventPage, eventQuery),
    problems: ['CURSOR_AHEAD'],
  },
  readEvent: reading('Events', '/events/{seq}', 'Read an event by its number', eventView),
  readPolicy: reading('Escalation', '/policy', 'The escalation policy that holds for incidents to come', policyView),
  lintExercise: {
    ...reading('Escalation', '/lint', 'What the lint says of the exercise; of its script to controllers', lintAnswer),
    problems: CALCULATION_PROBLEMS,
  },
} as const satisfies Record<string, Operation>;

export const OPERATIONS = {
  live: operation({
    method: 'GET',
    path: '/health/live',
    tag: 'Health',
    summary: 'Whether the process answers',
    roles: 'public',
    answers: { 200: { description: 'It does.', schema: liveness } },
  }),
  ready: operation({
    method: 'GET',
    path: '/health/ready',
    tag: 'Health',
    summary: 'Whether it can work: the database, and Redis where it is used',
    roles: 'public',
    answers: {
      200: { description: 'It can.', schema: readiness },
      503: { description: 'It cannot now.', schema: readiness },
    },
  }),
  metrics: operation({
    method: 'GET',
    path: '/metrics',
    tag: 'Health',
    summary: 'Metrics for Prometheus; not for tokens of one side or of one exercise, because counts tell of all',
    roles: ['controller', 'service'],
    answers: { 200: { description: 'In the text format.', schema: z.string(), mediaType: 'text/plain' } },
  }),

  createExercise: operation({
    method: 'POST',
    path: '/v1/exercises',
    tag: 'Exercises',
    summary: 'Open an exercise from a scenario',
    roles: CONTROLLER,
    query: createExerciseQuery,
    body: {
      schema: createExerciseBody,
      maxBytes: SCENARIO_BYTES,
      also: {
        'application/yaml': 'A scenario file that holds everything itself; its faults are told by line and column.',
      },
    },
    answers: { 201: { description: 'Opened, not started.', schema: exerciseView } },
    problems: CALCULATION_PROBLEMS,
  }),
  listExercises: operation({
    method: 'GET',
    path: '/v1/exercises',
    tag: 'Exercises',
    summary: 'List exercises',
    roles: EVERYBODY,
    query: exerciseQuery,
    answers: { 200: { description: 'Latest first.', schema: exercisePage } },
    problems: ['CURSOR_INVALID'],
  }),
  readExercise: operation({
    method: 'GET',
    path: exercise,
    tag: 'Exercises',
    summary: 'Read an exercise and its clock',
    roles: EVERYBODY,
    answers: { 200: { description: 'The exercise.', schema: exerciseView } },
  }),
  readSnapshot: operation({
    method: 'GET',
    path: `${exercise}/snapshot`,
    tag: 'Exercises',
    summary: 'The exercise as the caller knows it: the state that the events of its stream give, and their last number',
    description:
      'A client keeps it up to date with the events after `seq`, by a socket, the stream of server-sent events, or the list of events.',
    roles: READERS,
    query: snapshotQuery,
    answers: { 200: { description: 'As of the latest event.', schema: snapshotView } },
    problems: ['EXERCISE_OF_OTHER_ENGINE'],
  }),

  exportRecording: operation({
    method: 'GET',
    path: `${exercise}/recording`,
    tag: 'Exercises',
    summary:
      'The exercise as a recording: its scenario and all its commands, from which `tandem replay` has the same log',
    roles: CONTROLLER,
    answers: {
      200: { description: 'One line after the other.', schema: recordingLine, mediaType: RECORDING_MEDIA_TYPE },
    },
  }),

  submitAlerts: operation({
    method: 'POST',
    path: `${exercise}/alerts`,
    tag: 'Alerts',
    summary: 'Send one alert or many',
    description: SUBMIT_DESCRIPTION,
    roles: ['controller', 'service'],
    query: submitQuery,
    headers: {
      'Idempotency-Key':
        'The same key with another body is refused; of lines each 500 are a body of their own, so that more may follow.',
    },
    body: {
      schema: alertBody,
      maxBytes: ALERTS_BYTES,
      also: {
        [CAP_MEDIA_TYPE]: CAP_MESSAGE,
        'application/xml': CAP_MESSAGE,
        'text/xml': CAP_MESSAGE,
        'application/x-ndjson': 'One alert in each line, read as it comes.',
      },
    },
    answers: {
      202: { description: 'Something new was stored.', schema: submitAnswer },
      200: { description: 'All were stored before.', schema: submitAnswer },
    },
    problems: [
      'DTD_FORBIDDEN',
      'MALFORMED_XML',
      'XML_TOO_DEEP',
      'XML_TOO_MANY_ELEMENTS',
      'XML_TOO_MANY_ATTRIBUTES',
      'NOT_CAP',
      'CAP_VERSION',
      'ALERT_INVALID',
      'ACTUAL_REFUSED',
      'STATUS_REFUSED',
      'TOO_FEW',
      'TOO_MANY',
      'NOTHING_ACCEPTED',
      'UNKNOWN_SITE',
      'NOT_YOUR_SIDE',
      'CLASS_NOT_ALLOWED',
      'EXERCISE_NOT_RUNNING',
      'EXERCISE_OF_OTHER_ENGINE',
      'IDEMPOTENCY_KEY_INVALID',
      'IDEMPOTENCY_KEY_REUSED',
      'INBOX_FULL',
    ],
  }),

  ...READING_OPERATIONS,

  streamEvents: operation({
    method: 'GET',
    path: `${exercise}/events/stream`,
    tag: 'Events',
    summary: 'The log as server-sent events: what was missed, then what happens',
    roles: READERS,
    query: eventStreamQuery,
    headers: { 'Last-Event-ID': 'The number of the last event that the client has.' },
    answers: {
      200: { description: '`id` is the number of the event.', schema: eventView, mediaType: 'text/event-stream' },
    },
    problems: ['CURSOR_AHEAD'],
  }),
  listCommands: operation({
    method: 'GET',
    path: `${exercise}/commands`,
    tag: 'Commands',
    summary: 'List commands and their outcomes; those of others only for controllers',
    roles: EVERYBODY,
    query: commandQuery,
    answers: { 200: { description: 'Latest first.', schema: commandPage } },
    problems: ['CURSOR_INVALID'],
  }),
  readCommand: operation({
    method: 'GET',
    path: `${exercise}/commands/{command}`,
    tag: 'Commands',
    summary: 'Read a command and its outcome; an alert is a command under its own id',
    roles: EVERYBODY,
    answers: { 200: { description: 'The command.', schema: commandView } },
  }),
  readReport: operation({
    method: 'GET',
    path: `${exercise}/report`,
    tag: 'Evaluation',
    summary: 'The after-action report of an exercise that has ended',
    roles: ['controller', 'evaluator'],
    query: reportQuery,
    answers: {
      200: {
        description: 'Made from the log as it is now, evaluation included.',
        schema: reportDocument,
        also: { 'text/html': 'One page that opens offline and prints.', 'text/markdown': 'CommonMark with tables.' },
      },
    },
    problems: ['EXERCISE_NOT_ENDED', 'REPORT_TOO_LARGE', 'TOO_MANY_REPORTS'],
  }),
  explainAlert: operation({
    method: 'POST',
    path: `${exercise}/explain`,
    tag: 'Escalation',
    summary: 'Which route an alert would take and the plan it would run; nothing is stored',
    roles: READERS,
    body: { schema: explainBody, maxBytes: ALERT_BYTES + COMMAND_BYTES },
    answers: { 200: { description: 'The explanation.', schema: explanation } },
    problems: ['ALERT_INVALID', 'STATUS_REFUSED', 'UNKNOWN_SITE', 'NOT_YOUR_SIDE', ...CALCULATION_PROBLEMS],
  }),
  lintScenario: operation({
    method: 'POST',
    path: '/v1/lint',
    tag: 'Escalation',
    summary: 'Check a scenario as `tandem validate` does; nothing is stored',
    roles: READERS,
    body: { schema: lintBody, maxBytes: SCENARIO_BYTES },
    answers: { 200: { description: 'What was found, at most 100 findings.', schema: lintAnswer } },
    problems: CALCULATION_PROBLEMS,
  }),

  ...COMMAND_OPERATIONS,
  ...DIRECTION_OPERATIONS,
  ...PRESENCE_OPERATIONS,

  ...SESSION_OPERATIONS,
  ...INVITATION_OPERATIONS,

  createAccount: operation({
    method: 'POST',
    path: '/v1/accounts',
    tag: 'Accounts',
    summary: 'Create an account',
    roles: CONTROLLER,
    body: { schema: createAccountBody },
    answers: { 201: { description: 'Created; it has no token yet.', schema: accountView } },
    problems: ['NAME_TAKEN', 'TOO_MANY_CALCULATIONS'],
  }),
  listAccounts: operation({
    method: 'GET',
    path: '/v1/accounts',
    tag: 'Accounts',
    summary: 'List accounts',
    roles: CONTROLLER,
    answers: { 200: { description: 'Oldest first.', schema: accountList } },
  }),
  disableAccount: operation({
    method: 'DELETE',
    path: '/v1/accounts/{account}',
    tag: 'Accounts',
    summary: 'Disable an account; its tokens and sessions stop working at once, with their sockets and streams',
    roles: CONTROLLER,
    answers: { 204: { description: 'Disabled.' } },
    problems: ['LAST_CONTROLLER'],
  }),
  changeRole: operation({
    method: 'PUT',
    path: '/v1/accounts/{account}/role',
    tag: 'Accounts',
    summary: 'Give an account another role, side or units; its sockets and streams end at once, and may come again',
    roles: CONTROLLER,
    body: { schema: changeRoleBody },
    answers: { 200: { description: 'Changed.', schema: accountView } },
    problems: ['LAST_CONTROLLER', 'NAME_TAKEN'],
  }),
  setPassword: operation({
    method: 'PUT',
    path: '/v1/accounts/{account}/password',
    tag: 'Accounts',
    summary: 'Set or reset the password of an account; all its sessions end',
    roles: CONTROLLER,
    body: { schema: setPasswordBody },
    answers: { 204: { description: 'Set.' } },
    problems: ['NAME_TAKEN', 'TOO_MANY_CALCULATIONS'],
  }),
  createOneTimeLink: operation({
    method: 'POST',
    path: '/v1/accounts/{account}/links',
    tag: 'Accounts',
    summary: 'Create a link that signs a person in once; its secret is shown this once',
    roles: CONTROLLER,
    body: { schema: createLinkBody, optional: true },
    answers: { 201: { description: 'Created.', schema: oneTimeLink } },
  }),
  createToken: operation({
    method: 'POST',
    path: '/v1/accounts/{account}/tokens',
    tag: 'Accounts',
    summary: 'Create a token; its secret is shown this once',
    roles: CONTROLLER,
    body: { schema: createTokenBody, optional: true },
    answers: { 201: { description: 'Created.', schema: createdToken } },
  }),
  listTokens: operation({
    method: 'GET',
    path: '/v1/accounts/{account}/tokens',
    tag: 'Accounts',
    summary: 'List the tokens of an account, without their secrets',
    roles: CONTROLLER,
    answers: { 200: { description: 'Oldest first.', schema: tokenList } },
  }),
  revokeToken: operation({
    method: 'DELETE',
    path: '/v1/accounts/{account}/tokens/{token}',
    tag: 'Accounts',
    summary: 'Revoke a token; its sockets and streams end at once',
    roles: CONTROLLER,
    answers: { 204: { description: 'Revoked.' } },
    problems: ['LAST_CONTROLLER'],
  }),
  listAccessRecords: operation({
    method: 'GET',
    path: '/v1/access-records',
    tag: 'Accounts',
    summary: 'Who was given access, used it, lost it or was refused, and from where',
    roles: CONTROLLER,
    query: accessRecordQuery,
    answers: { 200: { description: 'Latest first.', schema: accessRecordPage } },
    problems: ['CURSOR_INVALID'],
  }),
} as const satisfies Record<string, Operation>;

export type OperationId = keyof typeof OPERATIONS;
