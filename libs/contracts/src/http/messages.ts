/** Messages: what people send, and how they are read back. */
import { z } from 'zod';
import type { IncidentId, MessageId, UnitId } from '#domain/kernel/ids.js';
import type { Address } from '#domain/message/address.js';
import { MESSAGE_KINDS, REQUEST_STATUSES } from '#domain/message/message.js';
import { releasability } from '../alert/stored-alert.js';
import { LANGUAGE_KEY } from '../scenario/schema-fields.js';
import { by, messageId, messageParts, tearLineId } from '../events/message-events.js';
import { exerciseTime } from '../events/event-parts.js';
import { branded } from '../json/branded.js';
import { noteLabel, reason } from './commands.js';
import { actorView } from './events.js';
import { anyOf, idText, page, pageQuery } from './paging.js';
import { plainText } from './plain-text.js';

const MAX_TEXT = 5_000;
const MAX_ADDRESSES = 50;
/** 30 days. */
const MOST_MS = 30 * 86_400_000;

const addressText = z
  .string()
  .max(200)
  .regex(/^(?:unit:[^\s\p{C}]+|desk:(?:PAK|CHN)|control)$/u, 'it must be unit:ID, desk:PAK, desk:CHN or control')
  .meta({ description: '`unit:ID`, `desk:PAK`, `desk:CHN`, or `control` for exercise control.' });

const messageText = z
  .union([plainText(MAX_TEXT), z.record(z.string().regex(LANGUAGE_KEY), plainText(MAX_TEXT))])
  .meta({ description: 'Either a text, or texts by BCP 47 language tag.' });

export const messageBody = z
  .strictObject({
    kind: z.enum(MESSAGE_KINDS).meta({
      description: '`intelligence` and `situation` are reports; a `request` for information wants an `answer`.',
    }),
    to: z
      .array(branded<Address>(addressText))
      .max(MAX_ADDRESSES)
      .optional()
      .meta({ description: 'At least one address. An answer goes to the one who asked, in any case.' }),
    as: branded<UnitId>(idText).optional().meta({
      description:
        'The unit in whose name it is sent. Absent: the desk of the side, the unit of a liaison, or control.',
    }),
    subject: plainText(200).optional(),
    text: messageText,
    label: releasability,
    incident: branded<IncidentId>(idText).optional(),
    inReplyTo: branded<MessageId>(idText).optional().meta({ description: 'Of an answer: the request.' }),
    answerWithinMs: z.number().int().min(1_000).max(MOST_MS).optional().meta({
      description:
        'Of a request: how long an answer may take, in ms of exercise time. Absent: what the policy says, or as long as it takes.',
    }),
  })
  .refine(({ kind, answerWithinMs }) => kind === 'request' || answerWithinMs === undefined, {
    path: ['answerWithinMs'],
    params: { code: 'FORMAT', right: 'left out, unless kind is request' },
  })
  .meta({ id: 'SendMessage' });

export const decisionBody = z
  .strictObject({
    options: z.array(plainText(1_000)).min(1).max(20).meta({ description: 'What could have been done.' }),
    decision: plainText(1_000).meta({ description: 'What was decided: one of the options, or something else.' }),
    reason,
    shared: z.boolean().optional().meta({ description: 'Who reads it, as of a note. Default false.' }),
    label: noteLabel,
  })
  .meta({ id: 'RecordDecision' });

const { answerBy, ...parts } = messageParts;

export const messageView = z
  .object({
    id: messageId,
    ...parts,
    sentAt: exerciseTime,
    actor: actorView,
    readBy: z
      .array(z.object({ by, at: exerciseTime }))
      .meta({ description: 'Those who have read it, the first time each.' }),
    request: z
      .object({
        status: z.enum(REQUEST_STATUSES),
        answerBy,
        answers: z.array(
          z.object({
            by,
            at: exerciseTime,
            message: messageId.optional(),
            tearLine: tearLineId.optional(),
            late: z.literal(true).optional(),
          }),
        ),
      })
      .optional()
      .meta({ description: 'Of a request: what has become of it.' }),
  })
  .meta({ id: 'Message', description: 'A message, as far as the viewer may know of it.' });

export const messagePage = page('MessagePage', messageView);

export const messageQuery = z.strictObject({
  ...pageQuery,
  kind: anyOf(MESSAGE_KINDS),
  status: anyOf(REQUEST_STATUSES),
  address: addressText.optional().meta({ description: 'From or to this address.' }),
  incident: idText.optional().meta({ description: 'About this incident.' }),
});
