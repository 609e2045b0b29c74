/**
 * Characters of the names that identify a message or its sender. Two names that look the same must be the same, or one
 * could stand for the other: so only composed characters (NFC), none that has no shape of its own, and no letters that look
 * like those of another script in the same name (Unicode Technical Standard #39, section 5.1, of the scripts that share shapes).
 */

/** Controls, format characters, private use and unassigned; and what else is drawn as nothing. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
/** Many of their letters look the same. Digits, punctuation and combining marks belong to every script. */
const SHARING_SHAPES = [
  ['Latin', /\p{Script=Latin}/u],
  ['Greek', /\p{Script=Greek}/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
] as const;
// eslint-disable-next-line no-control-regex
const PLAIN = /^[\x21-\x7E]*$/;

/** The half of an error that says what would be right. */
export const IDENTIFIER_FORM =
  'composed (Unicode NFC), free of control, format and invisible characters, and not of Latin, Greek and Cyrillic letters mixed';

/**
 * What is wrong with the name: `U+200B`, `not NFC`, or `Latin with Cyrillic U+0430`; undefined when nothing is. Linear in the
 * text.
 */
export function identifierFault(name: string): string | undefined {
  if (PLAIN.test(name)) return undefined;
  const invisible = INVISIBLE.exec(name)?.[0].codePointAt(0);
  if (invisible !== undefined) return codePointText(invisible);
  return name.normalize('NFC') === name ? mixture(name) : 'not NFC';
}

/** The scripts of which letters stand together, with the first letter of the last of them. */
function mixture(name: string): string | undefined {
  const found = SHARING_SHAPES.flatMap(([script, letter]) => {
    const first = letter.exec(name)?.[0].codePointAt(0);
    return first === undefined ? [] : [{ script, first }];
  });
  const last = found.pop();
  if (last === undefined || found.length === 0) return undefined;
  return `${found.map(({ script }) => script).join(' and ')} with ${last.script} ${codePointText(last.first)}`;
}

function codePointText(codePoint: number): string {
  return `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
}
