/** Accounts, their tokens, and the record of who was given access and used it. */
import { z } from 'zod';
import { type Need, ROLES, ROLE_TRAITS, type Role, type RoleTraits, rolesWith } from '#domain/kernel/role.js';
import { RELEASE_CLASSES, SIDES, type ReleaseClass, type Side } from '#domain/kernel/side.js';
import { hasForbiddenCharacter } from '../json/characters.js';
import type { FieldProblem } from '../problem.js';
import { anyOf, idText, page, pageQuery } from './paging.js';
import { language, newPassword, passwordProblems, unitIds } from './people.js';
import { ACCESS_ACTIONS } from './access-actions.js';

const sided = (need: Need) => rolesWith(({ side }) => side === need);
const named = (roles: readonly Role[]) => roles.join(', ');
export const SIDE_DESCRIPTION = `${named(sided('required'))} must have one; ${named(sided('none'))} have none. ${named(sided('optional'))} without a side see what is released to both sides, and act for neither.`;
export const UNITS_DESCRIPTION = `The units of its side that the account answers for; it is bound to one exercise then. Required for ${named(
  rolesWith(({ units }) => units === 'required'),
)}; possible for ${named(rolesWith(({ units }) => units === 'optional'))}.`;

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
    side: z.enum(SIDES).optional().meta({ description: SIDE_DESCRIPTION }),
    classes: z.array(z.enum(RELEASE_CLASSES)).min(1).max(RELEASE_CLASSES.length).optional().meta({
      description: 'The classes of alerts that a service may send. Required for services, and for them only.',
    }),
    units: unitIds.optional().meta({ description: UNITS_DESCRIPTION }),
    exercise: idText.optional().meta({ description: 'Bound to this exercise; absent: all.' }),
    password: newPassword.optional().meta({
      description: 'With it a person signs in by name; absent: by tokens and links only. Services have none.',
    }),
  })
  .meta({ id: 'CreateAccount' });

/** What an account may do, anew and as a whole. */
export const changeRoleBody = z
  .strictObject({
    role: z.enum(ROLES),
    side: z.enum(SIDES).optional(),
    classes: z.array(z.enum(RELEASE_CLASSES)).min(1).max(RELEASE_CLASSES.length).optional(),
    units: unitIds.optional(),
  })
  .meta({ id: 'ChangeRole', description: 'What is left out is taken away.' });

interface Rights {
  readonly role: Role;
  readonly side?: Side | undefined;
  readonly classes?: readonly ReleaseClass[] | undefined;
  readonly units?: readonly string[] | undefined;
  readonly exercise?: string | undefined;
  /** With `password`: what is signed in with. */
  readonly name?: string;
  readonly password?: string | undefined;
}

/**
 * What keeps an account from being created: those who act have a side, those who send alerts have a list of classes.
 * Empty: nothing does.
 */
export function accountProblems({ role, side, classes, units, exercise, name, password }: Rights): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const add = (code: FieldProblem['code'], path: string, message: string) => problems.push({ code, path, message });
  const needs: RoleTraits = ROLE_TRAITS[role];
  if (needs.side === 'required' && side === undefined) {
    add('MISSING_FIELD', 'side', `The role ${role} acts for one side; give the side, ${SIDES.join(' or ')}.`);
  }
  if (needs.side === 'none' && side !== undefined) {
    add('INPUT_INVALID', 'side', `The role ${role} is of no side; leave the side out.`);
  }
  if (needs.classes === 'required' && classes === undefined) {
    const all = RELEASE_CLASSES.join(', ');
    add('MISSING_FIELD', 'classes', `A service needs the classes of alerts that it may send: any of ${all}.`);
  }
  if (needs.classes === 'none' && classes !== undefined) {
    add('INPUT_INVALID', 'classes', `Only a service has classes; leave them out for ${role}.`);
  }
  const foreign = classes?.find((one) => side !== undefined && one !== 'JOINT' && one !== side);
  if (foreign !== undefined) {
    add('INPUT_INVALID', 'classes', `A service of ${side} cannot send class ${foreign}; use JOINT or ${side}.`);
  }
  problems.push(...unitProblems({ role, units, exercise }));
  if (password !== undefined && !needs.isPerson) {
    add('INPUT_INVALID', 'password', 'Services come in by tokens; leave the password out.');
  } else if (password !== undefined && name !== undefined) problems.push(...passwordProblems(name, password));
  return problems;
}

/** Units are of one exercise, and so is an account that answers for some. */
function unitProblems({ role, units, exercise }: Pick<Rights, 'role' | 'units' | 'exercise'>): FieldProblem[] {
  const need = ROLE_TRAITS[role].units;
  const problem = (code: FieldProblem['code'], path: string, message: string) => [{ code, path, message }];
  if (units === undefined) {
    if (need !== 'required') return [];
    return problem('MISSING_FIELD', 'units', `The role ${role} plays units of its side; give at least one unit.`);
  }
  if (need === 'none') {
    const roles = named(rolesWith(({ units: has }) => has !== 'none'));
    return problem('INPUT_INVALID', 'units', `Units are for ${roles} only; leave them out for ${role}.`);
  }
  if (exercise !== undefined) return [];
  return problem('INPUT_INVALID', 'units', 'Units are of one exercise, and this account is bound to none.');
}

export const accountView = z
  .object({
    id: z.string(),
    name: z.string(),
    role: z.enum(ROLES),
    side: z.enum(SIDES).optional(),
    classes: z.array(z.enum(RELEASE_CLASSES)).optional().meta({ description: 'Of a service: what it may send.' }),
    exercise: z.string().optional(),
    units: z.array(z.string()).optional().meta({ description: 'The units that the person answers for.' }),
    language: language.optional(),
    invitation: z.string().optional().meta({ description: 'The invitation by which the person came.' }),
    hasPassword: z.boolean(),
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
      .meta({ description: 'Absent: 12 hours from now for people, 90 days from now for services.' }),
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

export const accessRecordView = z
  .object({
    id: z.string(),
    action: z.enum(ACCESS_ACTIONS).meta({
      description:
        '`token-used` and `refused` are counted: one record for each token and address, or each address and reason, in an hour.',
    }),
    at: z.iso.datetime().meta({ description: 'When it was done, or the first time that is counted here.' }),
    lastAt: z.iso.datetime().optional().meta({ description: 'The latest time that is counted here.' }),
    count: z.number().int().meta({ description: 'Of `refused`: how many attempts.' }),
    account: z.string().optional().meta({ description: 'Whose access it is.' }),
    token: z.string().optional(),
    session: z.string().optional(),
    invitation: z.string().optional(),
    by: z
      .string()
      .optional()
      .meta({ description: 'The account that did it. Absent: nobody was logged in, such as on the command line.' }),
    from: z.string().meta({
      description:
        'The network address, `command line`, `tandem start` or `upgrade`; of IPv6 the first 64 bits where attempts are counted.',
    }),
    detail: z.string().optional(),
  })
  .meta({ id: 'AccessRecord' });

export const accessRecordPage = page('AccessRecordPage', accessRecordView);

export const accessRecordQuery = z.strictObject({
  ...pageQuery,
  action: anyOf(ACCESS_ACTIONS),
  account: idText.optional().meta({ description: 'Only the access of this account.' }),
});
