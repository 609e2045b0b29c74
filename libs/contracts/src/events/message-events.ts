/** Messages, reports, requests for information and their answers. */
import { z } from 'zod';
import type { MessageId } from '#domain/kernel/ids.js';
import type { Address } from '#domain/message/address.js';
import type { MessageEvents } from '#domain/message/message-events.js';
import { MESSAGE_KINDS } from '#domain/message/message.js';
import { branded } from '../json/branded.js';
import { count, exerciseTime, incident, marking, releaseClass, unit } from './event-parts.js';
import type { EventSpecs } from './event-spec.js';

export const messageId = branded<MessageId>(
  z.string().meta({ description: 'Id of the message, counted per class: `MSG-0001`, `MSG-PAK-0001`, `MSG-CHN-0001`.' }),
);
const address = branded<Address>(
  z.string().meta({ description: '`unit:ID`, `desk:PAK`, `desk:CHN`, or `control` for exercise control.' }),
);
export const tearLineId = z.string().meta({ description: 'Id of the tear line that went to the other side.' });
export const messageParts = {
  kind: z.enum(MESSAGE_KINDS),
  from: address,
  to: z.array(address),
  class: releaseClass,
  subject: z.string().optional(),
  text: z
    .union([z.string(), z.record(z.string(), z.string())])
    .meta({ description: 'As it was written, or by language.' }),
  incident: incident.optional(),
  inReplyTo: messageId.optional().meta({ description: 'Id of the message that it replies to.' }),
  answerBy: exerciseTime.optional().meta({ description: 'Of a request: when an answer is wanted; exercise time, ms.' }),
  tearLine: tearLineId.optional(),
  reviewAt: z.string().optional().meta({ description: 'When the label is to be looked at again.' }),
  label: marking,
};
export const by = address.meta({ description: 'In whose name: an address.' });

export const messageEvents = {
  MessagePosted: {
    description: 'Somebody wrote a message, a report, a request for information or an answer.',
    data: { message: messageId, ...messageParts },
    isCourse: true,
  },
  MessageRead: {
    description: 'A message was read, the first time in the name of this address.',
    data: { message: messageId, by, label: marking },
    isCourse: true,
  },
  MessageAnswered: {
    description: 'A request for information has its first answer in the name of this address.',
    data: {
      message: messageId,
      by,
      answer: messageId
        .optional()
        .meta({ description: 'Id of the answer, where all readers of the request may know of it.' }),
      tearLine: tearLineId.optional(),
      late: z.literal(true).optional().meta({ description: 'The request was overdue.' }),
      label: marking,
    },
    isCourse: true,
  },
  MessageReminded: {
    description: 'Half of the time of a request has passed without an answer.',
    data: { message: messageId, to: z.array(address), label: marking },
    isCourse: true,
  },
  MessageOverdue: {
    description: 'The time of a request has passed without an answer.',
    data: { message: messageId, to: z.array(address), label: marking },
    isCourse: true,
  },
  MessageReplyPlanned: {
    description: 'What a simulated unit is going to answer to a request, and when. For controllers.',
    data: {
      message: messageId,
      unit,
      rule: count
        .optional()
        .meta({ description: "The answer's place among those of the unit, from 0; absent: nothing is known." }),
      at: exerciseTime.nullable().meta({ description: 'Exercise time, ms; null: it cannot answer now.' }),
    },
    isCourse: true,
  },
} satisfies EventSpecs<MessageEvents>;
