/** Invitations: a link, a QR code or a PIN by which people come in and choose a name. */
import { z } from 'zod';
import { SIDES } from '#domain/kernel/side.js';
import { SIDE_DESCRIPTION, UNITS_DESCRIPTION } from './accounts.js';
import { localizedText } from './exercises.js';
import { idText } from './paging.js';
import { language, noteText, personName, unitIds } from './people.js';
import { INVITED_ROLES } from './roles.js';

const DAY_MINUTES = 1_440;

export const createInvitationBody = z
  .strictObject({
    role: z.enum(INVITED_ROLES),
    side: z.enum(SIDES).optional().meta({ description: SIDE_DESCRIPTION }),
    units: unitIds.optional().meta({ description: UNITS_DESCRIPTION }),
    exercise: idText.optional().meta({ description: 'For this exercise only; absent: for all.' }),
    minutes: z
      .number()
      .int()
      .min(1)
      .max(30 * DAY_MINUTES)
      .optional()
      .meta({ description: 'How long it is valid; absent: a day. Who has come in stays in.' }),
    uses: z
      .number()
      .int()
      .min(1)
      .max(500)
      .optional()
      .meta({ description: 'How many people may come by it; absent: one.' }),
    note: noteText.optional().meta({ description: 'For the controllers: whom it is meant for.' }),
  })
  .meta({ id: 'CreateInvitation' });

const INVITATION_STATES = ['open', 'used up', 'expired', 'revoked'] as const;

export const invitationView = z
  .object({
    id: z.string(),
    code: z.string().meta({ description: 'Five letters and digits, typed together with the PIN.' }),
    role: z.enum(INVITED_ROLES),
    side: z.enum(SIDES).optional(),
    units: z.array(z.string()).optional(),
    exercise: z.string().optional(),
    note: z.string().optional(),
    state: z.enum(INVITATION_STATES),
    uses: z.number().int().meta({ description: 'How many people have come by it.' }),
    maxUses: z.number().int(),
    createdAt: z.iso.datetime(),
    createdBy: z
      .string()
      .optional()
      .meta({ description: 'The account that made it. Absent: the command line on the server.' }),
    expiresAt: z.iso.datetime(),
    revokedAt: z.iso.datetime().optional(),
  })
  .meta({ id: 'Invitation' });

export const createdInvitation = z
  .object({
    ...invitationView.shape,
    key: z.string().meta({ description: 'The secret of the link. Shown this once; only its hash is kept.' }),
    pin: z.string().meta({ description: 'Eight digits. Shown this once; only its hash is kept.' }),
    path: z.string().meta({
      description:
        'What follows the address of the console in the link, and so the text of the QR code. The secret stands after `#`, so that no log holds it.',
    }),
  })
  .meta({ id: 'CreatedInvitation' });

export const invitationList = z.object({ items: z.array(invitationView) }).meta({ id: 'InvitationList' });

export const revokeInvitationQuery = z.strictObject({
  people: z.enum(['keep', 'remove']).optional().meta({
    description: '`remove` also disables the accounts that came by it, at once. Default: `keep`.',
  }),
});

/** The link's secret, or what people type. White space, hyphens and case do not matter in code and PIN. */
const shown = {
  key: z.string().min(1).max(200).optional().meta({ description: 'What the link holds after `key=`.' }),
  code: z.string().min(1).max(20).optional().meta({ description: 'Of the invitation, together with the PIN.' }),
  pin: z.string().min(1).max(20).optional(),
};

export const previewInvitationBody = z.strictObject(shown).meta({
  id: 'PreviewInvitation',
  description: 'Either `key`, or `code` and `pin`.',
});

export const redeemInvitationBody = z.strictObject({ ...shown, name: personName, language: language.optional() }).meta({
  id: 'RedeemInvitation',
  description: 'Either `key`, or `code` and `pin`; and the name that the person chooses.',
});

/** What somebody who holds it may know before coming in. */
export const invitationPreview = z
  .object({
    role: z.enum(INVITED_ROLES),
    side: z.enum(SIDES).optional(),
    units: z.array(z.object({ id: z.string(), name: localizedText })).optional(),
    exercise: z.object({ id: z.string(), title: localizedText }).optional(),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'InvitationPreview' });

/** What follows the console's address in the link of an invitation. */
export function invitationPath(key: string): string {
  return `/#/join?key=${encodeURIComponent(key)}`;
}

export type InvitationView = z.infer<typeof invitationView>;
export type CreatedInvitation = z.infer<typeof createdInvitation>;
