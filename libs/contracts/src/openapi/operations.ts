/** The route table: the API's routes, the document at `/docs` and the check of who may do what are all made from it. */
import { z } from 'zod';
import { rolesFor } from '#domain/release/permissions.js';
import { alertBody, CAP_MEDIA_TYPE, SUBMIT_DESCRIPTION, submitAnswer, submitQuery } from '../http/alerts.js';
import { commandPage, commandQuery, commandView } from '../http/commands.js';
import { explainBody, explanation, lintAnswer, lintBody } from '../http/escalation.js';
import { eventStreamQuery, eventView } from '../http/events.js';
import {
  createExerciseBody,
  createExerciseQuery,
  exercisePage,
  exerciseQuery,
  exerciseView,
} from '../http/exercises.js';
import { liveness, readiness } from '../http/health.js';
import { scenarioList, scenarioPreview } from '../http/library.js';
import { recordingQuery } from '../http/recordings.js';
import { reportQuery } from '../http/reports.js';
import { CONTROLLERS, DIRECTORS, EVERYBODY, EXPORTERS, METRICS_READERS, READERS, SEATED } from '../http/roles.js';
import { snapshotQuery, snapshotView } from '../http/snapshots.js';
import { RECORDING_MEDIA_TYPE, sealedRecordingLine } from '../recording/recording-lines.js';
import { sealedSideExportLine } from '../recording/side-export-lines.js';
import { reportDocument } from '../report/report-document.js';
import { ACCOUNT_OPERATIONS } from './account-operations.js';
import { COMMAND_OPERATIONS } from './command-operations.js';
import { DIRECTION_OPERATIONS } from './direction-operations.js';
import { READING_OPERATIONS } from './reading-operations.js';
import type { Operation } from './operation.js';
import { REMOTE_OPERATIONS } from './remote-operations.js';
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

const CAP_MESSAGE =
  'One CAP 1.2 message, in any encoding that its declaration or the charset names (WHATWG Encoding). What breaks a MUST of the ' +
  'standard is refused; what is only unusual is a warning.';

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
    summary:
      'Metrics for Prometheus; not for tokens of one side or of one exercise, because its counts cover both sides and all exercises',
    roles: METRICS_READERS,
    answers: { 200: { description: 'In the text format.', schema: z.string(), mediaType: 'text/plain' } },
  }),

  createExercise: operation({
    method: 'POST',
    path: '/v1/exercises',
    tag: 'Exercises',
    summary: 'Open an exercise from a scenario',
    roles: CONTROLLERS,
    query: createExerciseQuery,
    body: {
      schema: createExerciseBody,
      maxBytes: SCENARIO_BYTES,
      also: {
        'application/yaml': 'A complete scenario file without includes; its faults are reported by line and column.',
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
  deleteExercise: operation({
    method: 'DELETE',
    path: exercise,
    tag: 'Exercises',
    summary: 'Delete an exercise that is planned or has ended, with everything that belongs to it',
    description:
      'Its log, its commands, its lists, its announcements, its invitations and the accounts that may touch no other exercise are ' +
      'deleted in one transaction and cannot be had back; export the recording first. What remains is one line in the record of ' +
      'access: who deleted it, and when. Sockets and streams that follow it get a `goodbye` with the code `EXERCISE_DELETED` and are ' +
      'closed.',
    roles: CONTROLLERS,
    answers: { 204: { description: 'Deleted.' } },
    problems: ['EXERCISE_UNDER_WAY'],
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
      'The exercise as a file: a recording, from which `tandem replay` has the same log; or with `side` what this side knows',
    description:
      'Controllers get the recording: the scenario and all commands. With `side`, and for commanders and releasing authorities, it is ' +
      'an export for one side: what this side may know, as it sees it, with a first line that says what the file is and which labels it ' +
      'holds. An export for one side cannot be replayed. `tandem verify FILE` checks both kinds without a server.',
    roles: EXPORTERS,
    query: recordingQuery,
    answers: {
      200: {
        description: 'JSON, one line after the other.',
        schema: z.union([sealedRecordingLine, sealedSideExportLine]),
        mediaType: RECORDING_MEDIA_TYPE,
      },
    },
  }),

  submitAlerts: operation({
    method: 'POST',
    path: `${exercise}/alerts`,
    tag: 'Alerts',
    summary: 'Send one alert or many',
    description: SUBMIT_DESCRIPTION,
    command: 'SubmitAlert',
    roles: rolesFor('SubmitAlert'),
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
      'LABEL_CONTRADICTION',
      'UNKNOWN_RECIPIENT',
      'NOT_YOUR_SIDE',
      'CLASS_NOT_ALLOWED',
      'EXERCISE_NOT_RUNNING',
      'EXERCISE_OF_OTHER_ENGINE',
      'IDEMPOTENCY_KEY_INVALID',
      'IDEMPOTENCY_KEY_REUSED',
      'INBOX_FULL',
      ...CALCULATION_PROBLEMS,
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
      200: {
        description:
          '`id` is the number of the event. Before the stream ends because the exercise was deleted, it brings an event named ' +
          '`goodbye`, whose data are a `code` and a `message`.',
        schema: eventView,
        mediaType: 'text/event-stream',
      },
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
    summary: 'The after-action report; of an exercise that has not ended, an interim one',
    roles: DIRECTORS,
    query: reportQuery,
    answers: {
      200: {
        description: 'Made from the log as it is now, evaluation included.',
        schema: reportDocument,
        also: { 'text/html': 'One page that opens offline and prints.', 'text/markdown': 'CommonMark with tables.' },
      },
    },
    problems: ['EXERCISE_NOT_STARTED', 'REPORT_TOO_LARGE', 'TOO_MANY_REPORTS', ...CALCULATION_PROBLEMS],
  }),
  explainAlert: operation({
    method: 'POST',
    path: `${exercise}/explain`,
    tag: 'Escalation',
    summary: 'Which route an alert would take and the plan it would run; nothing is stored',
    roles: SEATED,
    body: { schema: explainBody, maxBytes: ALERT_BYTES + COMMAND_BYTES },
    answers: { 200: { description: 'The explanation.', schema: explanation } },
    problems: [
      'ALERT_INVALID',
      'STATUS_REFUSED',
      'UNKNOWN_SITE',
      'LABEL_CONTRADICTION',
      'UNKNOWN_RECIPIENT',
      'NOT_YOUR_SIDE',
      ...CALCULATION_PROBLEMS,
    ],
  }),
  lintScenario: operation({
    method: 'POST',
    path: '/v1/lint',
    tag: 'Escalation',
    summary: 'Check a scenario as `tandem validate` does; nothing is stored',
    roles: SEATED,
    body: { schema: lintBody, maxBytes: SCENARIO_BYTES },
    answers: { 200: { description: 'What was found, at most 100 findings.', schema: lintAnswer } },
    problems: CALCULATION_PROBLEMS,
  }),

  listScenarios: operation({
    method: 'GET',
    path: '/v1/scenarios',
    tag: 'Library',
    summary: 'List the scenarios that the server offers',
    roles: CONTROLLERS,
    answers: { 200: { description: 'All of them, by the names of their files.', schema: scenarioList } },
    problems: CALCULATION_PROBLEMS,
  }),
  readScenario: operation({
    method: 'GET',
    path: '/v1/scenarios/{scenario}',
    tag: 'Library',
    summary: 'Read a scenario of the library: who, where, the script, what is expected, and its source',
    roles: CONTROLLERS,
    answers: { 200: { description: 'The scenario.', schema: scenarioPreview } },
    problems: CALCULATION_PROBLEMS,
  }),

  ...COMMAND_OPERATIONS,
  ...DIRECTION_OPERATIONS,
  ...REMOTE_OPERATIONS,
  ...PRESENCE_OPERATIONS,

  ...SESSION_OPERATIONS,
  ...INVITATION_OPERATIONS,
  ...ACCOUNT_OPERATIONS,
} as const satisfies Record<string, Operation>;

export type OperationId = keyof typeof OPERATIONS;
