/** Signing in and out: sessions of people, held by a cookie. */
import { z } from 'zod';
import { ROLES } from '#domain/kernel/role.js';
import { RELEASE_CLASSES, SIDES } from '#domain/kernel/side.js';
import { language, newPassword, typedPassword } from './people.js';

/** The cookie's name; over TLS `__Host-` stands before it. */
export const SESSION_COOKIE = 'tandem-session';

export const signInBody = z
  .strictObject({
    name: z.string().min(1).max(200).meta({ description: 'Of the account; case does not matter.' }),
    password: typedPassword,
  })
  .meta({ id: 'SignIn' });

export const oneTimeBody = z
  .strictObject({ key: z.string().min(1).max(200).meta({ description: 'What the link holds after `key=`.' }) })
  .meta({ id: 'RedeemOneTimeLink' });

export const changePasswordBody = z
  .strictObject({ current: typedPassword, password: newPassword })
  .meta({ id: 'ChangePassword' });

export const setPasswordBody = z.strictObject({ password: newPassword }).meta({ id: 'SetPassword' });

export const sessionView = z
  .object({
    account: z.string(),
    name: z.string(),
    role: z.enum(ROLES),
    side: z.enum(SIDES).optional(),
    units: z.array(z.string()).optional().meta({
      description: 'The units that the person answers for. Absent: no unit in particular.',
    }),
    exercise: z.string().optional().meta({ description: 'The one exercise that it may touch; absent: all.' }),
    classes: z.array(z.enum(RELEASE_CLASSES)).optional().meta({ description: 'Of a service: what it may send.' }),
    language: language.optional().meta({ description: 'Chosen when an invitation was taken.' }),
    hasPassword: z.boolean(),
    by: z.enum(['session', 'token']).meta({ description: 'What let the caller in.' }),
    session: z.string().optional().meta({ description: 'Id of the session; absent for a token.' }),
    idleUntil: z.iso.datetime().optional().meta({
      description:
        'When the session ends unless it is used. Requests and messages of a socket are use; an open socket is not.',
    }),
    expiresAt: z.iso.datetime().optional().meta({
      description: 'When it ends however much it is used; of a token, when it expires.',
    }),
  })
  .meta({ id: 'Session', description: 'Who is asking.' });

const SESSION_ORIGINS = ['password', 'one-time link', 'invitation', 'OpenID Connect'] as const;

export const sessionListItem = z
  .object({
    id: z.string(),
    account: z.string(),
    name: z.string(),
    role: z.enum(ROLES),
    side: z.enum(SIDES).optional(),
    exercise: z.string().optional(),
    how: z.enum(SESSION_ORIGINS).meta({ description: 'How it began.' }),
    invitation: z.string().optional(),
    createdAt: z.iso.datetime(),
    lastUsedAt: z.iso.datetime().meta({ description: 'To the minute.' }),
    idleUntil: z.iso.datetime(),
    expiresAt: z.iso.datetime(),
    from: z.string().meta({ description: 'The network address at which it began.' }),
    program: z
      .string()
      .optional()
      .meta({ description: 'What the browser calls itself; anybody can write anything there.' }),
    current: z.boolean().meta({ description: 'Whether it is the one that asks.' }),
  })
  .meta({ id: 'SessionListItem' });

export const sessionList = z.object({ items: z.array(sessionListItem) }).meta({ id: 'SessionList' });

export const createLinkBody = z
  .strictObject({
    minutes: z.number().int().min(1).max(1_440).optional().meta({ description: 'How long it is valid; absent: 60.' }),
  })
  .meta({ id: 'CreateOneTimeLink' });

export const oneTimeLink = z
  .object({
    key: z.string().meta({ description: 'Shown this once; only its hash is kept.' }),
    path: z.string().meta({
      description: 'What follows the address of the console. The secret stands after `#`, so that no log holds it.',
    }),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: 'OneTimeLink', description: 'Signs in once.' });

/** What follows the console's address in a link that signs in once. */
export function oneTimePath(key: string): string {
  return `/#/welcome?key=${encodeURIComponent(key)}`;
}

export type SessionView = z.infer<typeof sessionView>;
export type SessionListItem = z.infer<typeof sessionListItem>;
export type SessionOrigin = (typeof SESSION_ORIGINS)[number];
