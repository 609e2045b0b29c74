/** The routes that read lists and single things of an exercise: part of the route table. */
import { z } from 'zod';
import { alertPage, alertQuery, alertView, CAP_MEDIA_TYPE } from '../http/alerts.js';
import { incidentExplanation, lintAnswer, policyInForce, policyProposals, policyQuery } from '../http/escalation.js';
import { eventPage, eventQuery, eventView } from '../http/events.js';
import {
  incidentPage,
  incidentQuery,
  incidentView,
  notificationPage,
  notificationQuery,
  notificationView,
} from '../http/incidents.js';
import { messagePage, messageQuery, messageView } from '../http/messages.js';
import { recordPage, recordQuery } from '../http/records.js';
import { releaseList, releasePreview } from '../http/releases.js';
import { READERS } from '../http/roles.js';
import { unitPage, unitQuery, unitView } from '../http/units.js';
import type { Operation } from './operation.js';
import { CALCULATION_PROBLEMS } from './operation.js';

const exercise = '/v1/exercises/{exercise}';

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

export const READING_OPERATIONS = {
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
    problems: ['INCIDENT_CLOSED', 'EXERCISE_OF_OTHER_ENGINE', ...CALCULATION_PROBLEMS],
  },
  listReleases: reading(
    'Releases',
    '/releases',
    'What the releasing desk of your side has to decide, and what your side has asked of the other',
    releaseList,
  ),
  previewRelease: {
    ...reading(
      'Releases',
      '/releases/{release}/preview',
      'What the other side is going to read if the proposal is approved now',
      releasePreview,
    ),
    problems: ['RELEASE_NOT_PROPOSED', 'RELEASE_ENDED', 'RELEASE_EMPTY', 'INCIDENT_CLOSED'],
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
  listMessages: reading('Messages', '/messages', 'List messages, the latest first', messagePage, messageQuery),
  readMessage: reading('Messages', '/messages/{message}', 'Read a message', messageView),
  listRecords: reading(
    'Incidents',
    '/records',
    'List the notes and decisions about incidents that you may read now, the latest first',
    recordPage,
    recordQuery,
  ),
  listUnits: reading('Units', '/units', 'List units', unitPage, unitQuery),
  readUnit: reading('Units', '/units/{unit}', 'Read a unit', unitView),
  listEvents: {
    ...reading('Events', '/events', 'The log after a number, as this viewer may see it', eventPage, eventQuery),
    problems: ['CURSOR_AHEAD'],
  },
  readEvent: reading('Events', '/events/{seq}', 'Read an event by its number', eventView),
  readPolicy: {
    ...reading('Escalation', '/policy', 'The escalation policy that holds for incidents to come', policyInForce),
    query: policyQuery,
    problems: ['CLASS_NOT_ALLOWED'],
  },
  listPolicyProposals: reading(
    'Escalation',
    '/policy/proposals',
    'The policies that one side has proposed to the other, latest first',
    policyProposals,
  ),
  lintExercise: {
    ...reading('Escalation', '/lint', 'What the lint says of the exercise; of its script to controllers', lintAnswer),
    problems: CALCULATION_PROBLEMS,
  },
} as const satisfies Record<string, Operation>;
