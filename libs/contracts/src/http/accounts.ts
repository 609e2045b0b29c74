/** Accounts and their tokens. */
import { z } from 'zod';
import { SIDES } from '#domain/kernel/side.js';
import { hasForbiddenCharacter } from '../json/characters.js';
import { idText } from './paging.js';

export const ROLES = ['controller', 'evaluator', 'operator', 'observer', 'service'] as const;
export type Role = (typeof ROLES)[number];

export const createAccountBody = z
  .strictObject({
    name: z
      .string()
      .min(1)
      .max(200)
      .refine((value) => !hasForbiddenCharacter(value), {
        params: { code: 'FORBIDDEN_CHARACTER', right: 'no control or bidi characters' },
      }),
    role: z.enum(ROLES),
    side: z.enum(SIDES).optional().meta({ description: 'Absent: sees what is released to both sides.' }),
    exercise: idText.optional().meta({ description: 'Bound to this exercise; absent: all.' }),
  })
  .meta({ id: 'CreateAccount' });

export const accountView = z
  .object({
    id: z.string(),
    name: z.string(),
    role: z.enum(ROLES),
    side: z.enum(SIDES).optional(),
    exercise: z.string().optional(),
    createdAt: z.iso.datetime(),
    disabledAt: z.iso.datetime().optional(),
  })
  .meta({ id: 'Account' });

export const accountList = z.object({ items: z.array(accountView) }).meta({ id: 'AccountList' });

const LAST_MOMENT = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

export const createTokenBody = z
  .strictObject({
    expiresAt: z.iso
      .datetime({ offset: true })
      // An offset may lead beyond the last year that has four digits.
      .refine((text) => Date.parse(text) <= LAST_MOMENT, { params: { right: 'a time before the year 10000' } })
      .optional()
      .meta({ description: 'Absent: never.' }),
  })
  .meta({ id: 'CreateToken' });

export const tokenView = z
  .object({
    id: z.string(),
    account: z.string(),
    createdAt: z.iso.datetime(),
    expiresAt: z.iso.datetime().optional(),
    revokedAt: z.iso.datetime().optional(),
  })
  .meta({ id: 'Token' });

export const createdToken = z
  .object({ ...tokenView.shape, secret: z.string().meta({ description: 'Shown this once; only its hash is kept.' }) })
  .meta({ id: 'CreatedToken' });

export const tokenList = z.object({ items: z.array(tokenView) }).meta({ id: 'TokenList' });
