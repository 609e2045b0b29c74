/**
 * What passes through a socket (socket.io, websocket transport, namespace `/`). A client authenticates with
 * `auth: { token }` in the handshake, or by the cookie of its session, joins exercises with its cursor, and gets batches of events. The log is the truth, a
 * batch is a copy of a part of it: a client that kept `to` of the last batch loses nothing, whatever happens to the socket.
 */
import { z } from 'zod';
import { announcementView } from '../http/announcements.js';
import { eventView } from '../http/events.js';
import { EXERCISE_STATUSES } from '../http/exercises.js';
import { idText } from '../http/paging.js';
import { presence } from '../http/presence.js';
import { problemDocument } from '../http/problem-document.js';

/** How many exercises one socket may follow at a time. */
export const MAX_JOINED = 16;
/** Bytes of one message from a client. */
export const MAX_CLIENT_MESSAGE = 16 * 1024;

const seq = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

export const joinMessage = z
  .strictObject({
    exercise: idText,
    after: seq
      .optional()
      .meta({ description: 'Number of the last event that the client has; absent: 0, the beginning.' }),
  })
  .meta({ id: 'Join' });

export const leaveMessage = z.strictObject({ exercise: idText }).meta({ id: 'Leave' });

export const attentionMessage = z
  .strictObject({
    away: z
      .boolean()
      .meta({ description: 'Whether nobody sits before the page, such as when it was left alone for a while.' }),
  })
  .meta({ id: 'Attention' });

export const joinAnswer = z
  .union([
    z.object({ ok: z.literal(true), last: seq.meta({ description: 'Number of the last event in the log now.' }) }),
    z.object({ ok: z.literal(false), error: problemDocument }),
  ])
  .meta({ id: 'JoinAnswer' });

export const leaveAnswer = z
  .union([z.object({ ok: z.literal(true) }), z.object({ ok: z.literal(false), error: problemDocument })])
  .meta({ id: 'LeaveAnswer' });

export const attentionAnswer = z
  .union([z.object({ ok: z.literal(true) }), z.object({ ok: z.literal(false), error: problemDocument })])
  .meta({ id: 'AttentionAnswer' });

export const presenceMessage = z.object({ exercise: z.string(), ...presence.shape }).meta({
  id: 'PresenceMessage',
  description: 'Who is in the exercise, as the caller may know. It replaces the one before.',
});

export const announcementMessage = z.object({ exercise: z.string(), announcement: announcementView }).meta({
  id: 'AnnouncementMessage',
  description: 'A new announcement, or one that was read or withdrawn. It replaces the one of the same id.',
});
export const clockMessage = z.strictObject({ exercise: idText }).meta({ id: 'ReadClock' });

export const clockAnswer = z
  .union([
    z.object({
      ok: z.literal(true),
      serverTime: z.number().int().meta({ description: "The server's clock when it answered, ms since 1970." }),
      status: z.enum(EXERCISE_STATUSES),
      speed: z.number().meta({ description: 'Exercise time per wall time while it runs.' }),
      time: z.number().int().meta({ description: 'Exercise time at `serverTime`, ms, as this viewer sees it.' }),
    }),
    z.object({ ok: z.literal(false), error: problemDocument }),
  ])
  .meta({ id: 'ClockAnswer' });

export const eventsMessage = z
  .object({
    exercise: z.string(),
    from: seq.meta({ description: 'Number of the first event of the batch.' }),
    to: seq.meta({ description: 'Number of the last: the cursor to come back with.' }),
    events: z.array(eventView).min(1),
  })
  .meta({ id: 'Events', description: 'The events from..to, without gaps; the next batch begins at to + 1.' });

/**
 * Why the server is about to close the socket. One that is closed for being slow gets no such message: it would stand behind
 * all that the client has not read. After `ACCESS_CHANGED` and `SHUTTING_DOWN` it may connect again, after `UNAUTHENTICATED`
 * only with another token or session; after `EXERCISE_DELETED` for the other exercises that it has joined.
 */
const GOODBYE_CODES = ['UNAUTHENTICATED', 'ACCESS_CHANGED', 'EXERCISE_DELETED', 'SHUTTING_DOWN'] as const;

export const goodbyeMessage = z
  .object({
    code: z.enum(GOODBYE_CODES),
    message: z.string(),
    exercise: z.string().optional().meta({ description: 'The exercise that was deleted.' }),
  })
  .meta({
    id: 'Goodbye',
    description: 'Sent before the server closes the socket, and at the end of a stream whose exercise was deleted.',
  });

export type ClockMessage = z.infer<typeof clockMessage>;
export type ClockAnswer = z.infer<typeof clockAnswer>;
export type JoinMessage = z.infer<typeof joinMessage>;
export type LeaveMessage = z.infer<typeof leaveMessage>;
export type AttentionMessage = z.infer<typeof attentionMessage>;
export type AttentionAnswer = z.infer<typeof attentionAnswer>;
export type PresenceMessage = z.infer<typeof presenceMessage>;
export type AnnouncementMessage = z.infer<typeof announcementMessage>;
export type JoinAnswer = z.infer<typeof joinAnswer>;
export type LeaveAnswer = z.infer<typeof leaveAnswer>;
export type EventsMessage = z.infer<typeof eventsMessage>;
export type GoodbyeMessage = z.infer<typeof goodbyeMessage>;

/** For `Socket<ServerToClient, ClientToServer>` of socket.io-client, and the other way round on the server. */
export interface ClientToServer {
  join: (message: JoinMessage, answer: (answer: JoinAnswer) => void) => void;
  leave: (message: LeaveMessage, answer: (answer: LeaveAnswer) => void) => void;
  attention: (message: AttentionMessage, answer: (answer: AttentionAnswer) => void) => void;
  clock: (message: ClockMessage, answer: (answer: ClockAnswer) => void) => void;
}

export interface ServerToClient {
  events: (message: EventsMessage) => void;
  presence: (message: PresenceMessage) => void;
  announcement: (message: AnnouncementMessage) => void;
  goodbye: (message: GoodbyeMessage) => void;
}
