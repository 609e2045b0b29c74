/** Messages of the trainer over everybody's screen, which stay until they are read. They are no part of an exercise's log. */
import { z } from 'zod';
import { ROLES } from '#domain/kernel/role.js';
import { SIDES } from '#domain/kernel/side.js';
import { noteText } from './people.js';
import { hasForbiddenCharacter } from '../json/characters.js';
import { ADDRESSED_ROLES } from './roles.js';

const text = z
  .string()
  .min(1)
  .max(1_000)
  .refine((value) => !hasForbiddenCharacter(value) && value.trim() !== '', { params: { code: 'FORBIDDEN_CHARACTER' } });

const announcementText = z
  .strictObject({ en: text.optional(), ur: text.optional(), zh: text.optional() })
  .refine((texts) => Object.values(texts).some((one) => one !== undefined), {
    params: { code: 'TOO_FEW', right: 'a text in at least one of en, ur and zh' },
  })
  .meta({ id: 'AnnouncementText', description: 'In one to three languages.' });

export const announceBody = z
  .strictObject({
    text: announcementText,
    side: z.enum(SIDES).optional().meta({ description: 'Only to people of this side; absent: of all and none.' }),
    role: z.enum(ADDRESSED_ROLES).optional().meta({ description: 'Only to people in this role; absent: in all.' }),
    note: noteText.optional().meta({ description: 'For controllers: why it was sent.' }),
  })
  .meta({ id: 'Announce' });

const receipt = z
  .object({
    account: z.string(),
    name: z.string(),
    role: z.enum(ROLES),
    side: z.enum(SIDES).optional(),
    readAt: z.iso.datetime().optional().meta({ description: 'Absent: not read yet.' }),
  })
  .meta({ id: 'ReadReceipt' });

export const announcementView = z
  .object({
    id: z.string(),
    at: z.iso.datetime().meta({ description: 'When it was sent, wall clock.' }),
    text: announcementText,
    addressed: z
      .boolean()
      .meta({ description: 'Whether it is for the caller, too. False for a controller who only sees to it.' }),
    readAt: z.iso.datetime().optional().meta({ description: 'When the caller read it; absent: not yet.' }),
    withdrawnAt: z.iso.datetime().optional().meta({ description: 'From then on it covers no screen.' }),
    side: z.enum(SIDES).optional().meta({ description: 'For controllers: to whom it went.' }),
    role: z.enum(ADDRESSED_ROLES).optional().meta({ description: 'For controllers: to whom it went.' }),
    note: z.string().optional().meta({ description: 'For controllers.' }),
    by: z.string().optional().meta({ description: 'For controllers: the account that sent it.' }),
    receipts: z.array(receipt).optional().meta({
      description:
        'For controllers: all who have been in the exercise, or are bound to it, and are addressed; who has read it, and when.',
    }),
  })
  .meta({ id: 'Announcement' });

export const announcementList = z.object({ items: z.array(announcementView) }).meta({ id: 'AnnouncementList' });

export type AnnouncementView = z.infer<typeof announcementView>;
export type ReadReceipt = z.infer<typeof receipt>;
