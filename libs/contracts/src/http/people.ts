/** What describes a person, wherever one is shown or let in. */
import { z } from 'zod';
import { hasForbiddenCharacter } from '../json/characters.js';
import { nameKey, PERSON_NAME_FORM, personNameFault } from '../json/person-name.js';
import type { FieldProblem } from '../problem.js';
import { idText } from './paging.js';

/** The languages of the exercise's screens (BCP 47). */
const LANGUAGES = ['en', 'ur', 'zh'] as const;
export const language = z.enum(LANGUAGES);

export const personName = z
  .string()
  .refine((value) => personNameFault(value) === undefined, { params: { code: 'FORMAT', right: PERSON_NAME_FORM } })
  .meta({ description: `${PERSON_NAME_FORM}. Names that look alike count as the same.` });

const SHORTEST_PASSWORD = 10;
/** A password costs the same whatever its length; this bounds what is read. */
const LONGEST_PASSWORD = 200;

/** A password that is to be set. */
export const newPassword = z
  .string()
  .min(SHORTEST_PASSWORD)
  .max(LONGEST_PASSWORD)
  .meta({ description: `${SHORTEST_PASSWORD} to ${LONGEST_PASSWORD} characters, and not the name.` });

/** What keeps a password from being set for this name, and keeps the name from being signed in with. Empty: nothing does. */
export function passwordProblems(name: string, password: string): FieldProblem[] {
  const fault = personNameFault(name);
  if (fault !== undefined) {
    const message = `The account's name is to be signed in with, and cannot be (${fault}); it must be ${PERSON_NAME_FORM}.`;
    return [{ code: 'FORMAT', path: 'name', message }];
  }
  if (nameKey(password) !== nameKey(name)) return [];
  return [{ code: 'FORMAT', path: 'password', message: 'The password is the name; choose another one.' }];
}

/** A password as somebody types it, right or wrong. */
export const typedPassword = z.string().min(1).max(LONGEST_PASSWORD);

export const unitIds = z.array(idText).min(1).max(50).meta({
  description: 'Ids of the units of the side that the person answers for. Absent: for the side as a whole.',
});

/** A line that people write for one another. */
export const noteText = z
  .string()
  .min(1)
  .max(200)
  .refine((value) => !hasForbiddenCharacter(value), { params: { code: 'FORBIDDEN_CHARACTER' } });
