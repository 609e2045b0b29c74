/** Remote units: where their programs are reached, what was delivered to them, and their answers. */
import { alertBody, CAP_MEDIA_TYPE } from '../http/alerts.js';
import {
  deliveryPage,
  deliveryQuery,
  endpointBody,
  endpointList,
  endpointView,
  unitAnswer,
} from '../http/remote-units.js';
import { ALERT_BYTES, type Operation } from './operation.js';

const exercise = '/v1/exercises/{exercise}';
const endpoint = `${exercise}/units/{unit}/endpoint`;
const CONTROLLER = ['controller'] as const;
const CAP_ANSWER = 'One CAP 1.2 message: an Ack or an Error.';

export const REMOTE_OPERATIONS = {
  listEndpoints: {
    method: 'GET',
    path: `${exercise}/endpoints`,
    tag: 'Remote units',
    summary: 'List the endpoints of the programs that play units, without their secrets',
    roles: CONTROLLER,
    answers: { 200: { description: 'By unit.', schema: endpointList } },
  },
  readEndpoint: {
    method: 'GET',
    path: endpoint,
    tag: 'Remote units',
    summary: 'Read the endpoint of the program that plays a unit, without its secret',
    roles: CONTROLLER,
    answers: { 200: { description: 'The endpoint.', schema: endpointView } },
  },
  setEndpoint: {
    method: 'PUT',
    path: endpoint,
    tag: 'Remote units',
    summary: 'Set the endpoint of the program that plays a unit',
    description:
      'What waits to be delivered is sent at once, and the circuit breaker is closed. Nothing is delivered before the mode of the ' +
      'unit is `remote`.',
    roles: CONTROLLER,
    body: { schema: endpointBody },
    answers: {
      200: { description: 'Changed.', schema: endpointView },
      201: { description: 'Set for the first time, with its secret.', schema: endpointView },
    },
    problems: ['ADDRESS_NOT_ALLOWED'],
  },
  removeEndpoint: {
    method: 'DELETE',
    path: endpoint,
    tag: 'Remote units',
    summary: 'Remove the endpoint of a unit; its program can neither receive nor answer any more',
    roles: CONTROLLER,
    answers: { 204: { description: 'Removed; its deliveries stay on the list.' } },
  },
  listDeliveries: {
    method: 'GET',
    path: `${exercise}/deliveries`,
    tag: 'Remote units',
    summary: 'List the messages to the programs of remote units, each with its attempts',
    roles: CONTROLLER,
    query: deliveryQuery,
    answers: { 200: { description: 'Latest first.', schema: deliveryPage } },
    problems: ['CURSOR_INVALID'],
  },
  answerForUnit: {
    method: 'POST',
    path: `${exercise}/units/{unit}/answers`,
    tag: 'Remote units',
    summary: 'Answer notifications as the program of a remote unit',
    description:
      'A CAP Ack acknowledges, an Error declines, the notifications to this unit whose messages it references. The request is signed ' +
      "with the endpoint's secret, by the Standard Webhooks specification. The same message again is the same answer.",
    roles: 'public',
    headers: {
      'webhook-id': 'Id of the message; the same when it is sent again.',
      'webhook-timestamp': 'When it was sent, seconds since 1970; at most five minutes from now.',
      'webhook-signature': '`v1,` and the HMAC-SHA-256 of `id.timestamp.body` in base64.',
    },
    body: {
      schema: alertBody,
      maxBytes: ALERT_BYTES,
      also: { [CAP_MEDIA_TYPE]: CAP_ANSWER, 'application/xml': CAP_ANSWER, 'text/xml': CAP_ANSWER },
    },
    answers: {
      200: { description: 'The answer is given.', schema: unitAnswer },
      202: { description: 'Stored; it is applied as soon as a worker is back.', schema: unitAnswer },
    },
    problems: [
      'URI_TOO_LONG',
      'SIGNATURE_INVALID',
      'SIGNATURE_EXPIRED',
      'REQUEST_REPLAYED',
      'NOT_AN_ANSWER',
      'UNIT_NOT_REMOTE',
      'CROSS_SITE',
      'RATE_LIMITED',
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
      'UNKNOWN_SITE',
      'NOT_YOUR_SIDE',
      'NOT_YOUR_SENDER',
      'TOO_MANY_SENDERS',
      'UNKNOWN_REFERENCE',
      'UNKNOWN_NOTIFICATION',
      'NOTIFICATION_ENDED',
      'NOTIFICATION_NOT_DELIVERED',
      'ANSWER_PENDING',
      'UNIT_AT_CAPACITY',
      'INCIDENT_CLOSED',
      'INCIDENT_ALREADY_RESOLVED',
      'EXERCISE_NOT_RUNNING',
      'EXERCISE_ENDED',
      'EXERCISE_OF_OTHER_ENGINE',
      'INBOX_FULL',
      'TOO_MANY_WAITING',
    ],
  },
} as const satisfies Record<string, Operation>;
