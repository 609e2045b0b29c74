/** The AsyncAPI 3.0 document of what passes through sockets and through the stream of server-sent events. */
import { eventView } from '../http/events.js';
import { SESSION_COOKIE } from '../http/sessions.js';
import {
  announcementMessage,
  attentionAnswer,
  attentionMessage,
  clockAnswer,
  clockMessage,
  eventsMessage,
  goodbyeMessage,
  joinAnswer,
  joinMessage,
  leaveAnswer,
  leaveMessage,
  presenceMessage,
} from '../push/messages.js';
import { type JsonSchema, SchemaComponents } from './json-schema.js';
import { EXERCISE_NOTICE } from './openapi-document.js';

export function asyncApiDocument(version: string): JsonSchema {
  const components = new SchemaComponents();
  const message = (name: string, summary: string, payload: JsonSchema): JsonSchema => ({ name, summary, payload });
  const messages = {
    join: message('join', 'Follow an exercise from a cursor on.', components.use(joinMessage, 'input')),
    joinAnswer: message('join (acknowledgement)', 'Joined, or why not.', components.use(joinAnswer, 'output')),
    leave: message('leave', 'Follow an exercise no longer.', components.use(leaveMessage, 'input')),
    leaveAnswer: message('leave (acknowledgement)', 'Left.', components.use(leaveAnswer, 'output')),
    attention: message(
      'attention',
      'Whether somebody sits before the page.',
      components.use(attentionMessage, 'input'),
    ),
    attentionAnswer: message('attention (acknowledgement)', 'Noted.', components.use(attentionAnswer, 'output')),
    presence: message('presence', 'Who is here, whenever it changes.', components.use(presenceMessage, 'output')),
    announcement: message('announcement', 'A message over the screen.', components.use(announcementMessage, 'output')),
    clock: message(
      'clock',
      "Read the clock of an exercise, to compare the server's time with one's own.",
      components.use(clockMessage, 'input'),
    ),
    clockAnswer: message('clock (acknowledgement)', 'What the clock shows.', components.use(clockAnswer, 'output')),
    events: message('events', 'Events, each once and in order.', components.use(eventsMessage, 'output')),
    goodbye: message(
      'goodbye',
      'Why the server closes the socket, or ends the stream.',
      components.use(goodbyeMessage, 'output'),
    ),
    event: message('event', 'One event; `id` is its number.', components.use(eventView, 'output')),
  };
  const ref = (path: string): JsonSchema => ({ $ref: `#/${path}` });
  const inChannel = (channel: string, names: readonly string[]): JsonSchema[] =>
    names.map((name) => ref(`channels/${channel}/messages/${name}`));
  const channelMessages = (names: readonly string[]): JsonSchema =>
    Object.fromEntries(names.map((name) => [name, ref(`components/messages/${name}`)]));

  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Tandem: live events',
      version,
      description:
        `${EXERCISE_NOTICE}\n\nA socket.io client (websocket transport) gives its token in the handshake, \`auth: { token }\`, ` +
        'or, from a page of this origin, the cookie of its session, and joins with `after`, the number of the last event that it ' +
        'has. It gets what it missed, then each event once and in order. A client that lets more pile up than the stated bound (SLOW_CLIENT_BYTES) is disconnected and catches up with ' +
        'its cursor. Server-sent events give the same.',
      license: { name: 'Apache-2.0' },
    },
    defaultContentType: 'application/json',
    servers: {
      socket: {
        host: 'localhost:3000',
        pathname: '/socket.io/',
        protocol: 'ws',
        description: 'socket.io 4, namespace `/`.',
        security: [ref('components/securitySchemes/token'), ref('components/securitySchemes/session')],
      },
      http: {
        host: 'localhost:3000',
        protocol: 'http',
        security: [ref('components/securitySchemes/bearer'), ref('components/securitySchemes/session')],
      },
    },
    channels: {
      socket: {
        address: '/',
        servers: [ref('servers/socket')],
        messages: channelMessages([
          'join',
          'joinAnswer',
          'leave',
          'leaveAnswer',
          'attention',
          'attentionAnswer',
          'events',
          'presence',
          'announcement',
          'clock',
          'clockAnswer',
          'goodbye',
        ]),
      },
      stream: {
        address: '/v1/exercises/{exercise}/events/stream',
        servers: [ref('servers/http')],
        parameters: { exercise: { description: 'Id of the exercise.' } },
        messages: channelMessages(['event', 'goodbye']),
      },
    },
    operations: {
      join: {
        action: 'receive',
        channel: ref('channels/socket'),
        messages: inChannel('socket', ['join']),
        reply: { channel: ref('channels/socket'), messages: inChannel('socket', ['joinAnswer']) },
      },
      leave: {
        action: 'receive',
        channel: ref('channels/socket'),
        messages: inChannel('socket', ['leave']),
        reply: { channel: ref('channels/socket'), messages: inChannel('socket', ['leaveAnswer']) },
      },
      attention: {
        action: 'receive',
        channel: ref('channels/socket'),
        messages: inChannel('socket', ['attention']),
        reply: { channel: ref('channels/socket'), messages: inChannel('socket', ['attentionAnswer']) },
      },
      clock: {
        action: 'receive',
        channel: ref('channels/socket'),
        messages: inChannel('socket', ['clock']),
        reply: { channel: ref('channels/socket'), messages: inChannel('socket', ['clockAnswer']) },
      },
      push: {
        action: 'send',
        channel: ref('channels/socket'),
        messages: inChannel('socket', ['events', 'presence', 'announcement', 'goodbye']),
      },
      stream: { action: 'send', channel: ref('channels/stream'), messages: inChannel('stream', ['event', 'goodbye']) },
    },
    components: {
      messages,
      schemas: components.sorted(),
      securitySchemes: {
        token: { type: 'httpApiKey', in: 'query', name: 'auth.token', description: 'In the handshake of socket.io.' },
        bearer: { type: 'http', scheme: 'bearer' },
        session: { type: 'httpApiKey', in: 'cookie', name: SESSION_COOKIE },
      },
    },
  };
}
