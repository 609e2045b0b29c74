/**
 * Names that people choose for themselves. Two names that look the same must be the same, or one person could stand for
 * another: letters of one writing only, nothing invisible, and a key by which names are compared.
 */
import { identifierFault } from './identifier-characters.js';

const MAX_NAME = 60;

/** The half of an error that says what would be right. */
export const PERSON_NAME_FORM =
  `1 to ${MAX_NAME} characters: letters of one writing (Latin, Arabic or Chinese), digits, single spaces, and . ' - between them, ` +
  'composed (Unicode NFC)';

const WRITINGS = [/\p{Script=Latin}/u, /\p{Script=Arabic}/u, /\p{Script=Han}/u] as const;
/** Latin letters beyond these and their accents look like others: `ɑ`, `ı`, `ℓ`, full-width letters. */
const LATIN = /^[A-Za-zßæÆœŒøØłŁđĐþÞðÐ]\p{Mn}*$/u;
const TAKEN = /^[\p{L}\p{Mn}\p{Mc}\p{Nd}]+(?:[ .'-]{1,2}[\p{L}\p{Mn}\p{Mc}\p{Nd}]+)*\.?$/u;
const MARKS_IN_A_ROW = /\p{M}{4}/u;

/** What is wrong with a name: a word or two; undefined when nothing is. Linear in the text. */
export function personNameFault(name: string): string | undefined {
  if (name.length === 0 || name.length > MAX_NAME) return `${name.length} characters`;
  const fault = identifierFault(name);
  if (fault !== undefined) return fault;
  if (!TAKEN.test(name) || name.includes('  ')) return 'another character than these, or one in a wrong place';
  if (MARKS_IN_A_ROW.test(name.normalize('NFD'))) return 'too many marks on one letter';
  const letters = Array.from(name).filter((character) => /\p{L}/u.test(character));
  if (letters.length === 0) return 'no letter';
  const writings = WRITINGS.filter((writing) => letters.some((letter) => writing.test(letter)));
  if (writings.length !== 1) return writings.length === 0 ? 'another writing' : 'two writings';
  const [writing] = writings;
  const stray = letters.find((letter) => writing?.test(letter) !== true || isLookAlike(letter));
  return stray === undefined ? undefined : `the letter ${stray}`;
}

function isLookAlike(letter: string): boolean {
  if (letter.normalize('NFKC') !== letter) return true;
  return WRITINGS[0].test(letter) && !LATIN.test(letter.normalize('NFD'));
}

/** Letters that are typed for one another, or drawn alike; each stands for the first. */
const ALIKE: readonly string[] = ['l1i|', 'o0', 'یيىې', 'کكڪ', 'ہهھةۃە', '\u0621\u0674', 'وؤ'];
const ALIKE_OF = new Map(
  ALIKE.flatMap((group) => {
    const [first = '', ...others] = Array.from(group);
    return others.map((letter) => [letter, first] as const);
  }),
);

/** The same for all names that a person may take for one another: case, accents of a keyboard, and `l`, `1` and `I`. */
export function nameKey(name: string): string {
  const plain = name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
  return Array.from(plain, (letter) => arabicDigit(letter) ?? ALIKE_OF.get(letter) ?? letter).join('');
}

/** U+0660 to U+0669 and U+06F0 to U+06F9 are the same digits in two keyboards. */
function arabicDigit(letter: string): string | undefined {
  const code = letter.codePointAt(0) ?? 0;
  if (code >= 0x0660 && code <= 0x0669) return String.fromCodePoint(code - 0x0660 + 0x06f0);
  return undefined;
}
