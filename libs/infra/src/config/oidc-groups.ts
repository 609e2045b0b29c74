/** Which role the groups of an identity provider have here: a list in YAML or JSON, in the order of precedence. */
import { parse } from 'yaml';
import { z } from 'zod';
import { accountProblems } from '#contracts/http/accounts.js';
import { idText } from '#contracts/http/paging.js';
import { unitIds } from '#contracts/http/people.js';
import { INVITED_ROLES } from '#contracts/http/roles.js';
import { SIDES } from '#domain/kernel/side.js';

/** Programs do not sign in at an identity provider: they have tokens. */
const rule = z
  .strictObject({
    group: z.string().min(1).max(500),
    role: z.enum(INVITED_ROLES),
    side: z.enum(SIDES).optional(),
    exercise: idText.optional(),
    units: unitIds.optional(),
  })
  .superRefine((value, context) => {
    for (const { path, message } of accountProblems(value)) {
      context.addIssue({ code: 'custom', path: [path], message });
    }
  });

const rules = z.array(rule).min(1).max(200);

/** One group, and what its members may do. */
export type GroupRule = z.infer<typeof rule>;

/** The text of the list, checked. A group that stands there twice is an error: the second one would never count. */
export const groupRules = z.string().transform((text, context): GroupRule[] => {
  const wrong = (what: string): never[] => {
    context.addIssue({ code: 'custom', message: `a list of { group, role, side, exercise, units }; ${what}` });
    return [];
  };
  let value: unknown;
  try {
    value = parse(text, { maxAliasCount: 0 });
  } catch {
    return wrong('it is neither YAML nor JSON');
  }
  const read = rules.safeParse(value);
  if (!read.success) {
    const [issue] = read.error.issues;
    return wrong(`${issue?.path.join('.') || 'the list'}: ${issue?.message ?? 'wrong'}`);
  }
  const groups = read.data.map(({ group }) => group);
  const twice = groups.find((group, index) => groups.indexOf(group) !== index);
  return twice === undefined ? read.data : wrong(`${JSON.stringify(twice)} is there twice`);
});

/**
 * The first rule of the list whose group the person is in; the order of the person's groups does not matter.
 * @returns undefined when no group has a role
 */
export function ruleFor(list: readonly GroupRule[], groups: readonly string[]): GroupRule | undefined {
  return list.find(({ group }) => groups.includes(group));
}
