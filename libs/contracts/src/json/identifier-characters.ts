/**
 * Characters of the names that identify a message or its sender. Two names that look the same must be the same, or one
 * could stand for the other: so only composed characters (NFC), and none that has no shape of its own.
 */

/** Controls, format characters, private use and unassigned; and what else is drawn as nothing. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/u;
// eslint-disable-next-line no-control-regex
const PLAIN = /^[\x21-\x7E]*$/;

/** The half of an error that says what would be right. */
export const IDENTIFIER_FORM = 'composed (Unicode NFC) and free of control, format and invisible characters';

/** What is wrong with the name: `U+200B`, or `not NFC`; undefined when nothing is. Linear in the text. */
export function identifierFault(name: string): string | undefined {
  if (PLAIN.test(name)) return undefined;
  const invisible = INVISIBLE.exec(name)?.[0].codePointAt(0);
  if (invisible !== undefined) return `U+${invisible.toString(16).toUpperCase().padStart(4, '0')}`;
  return name.normalize('NFC') === name ? undefined : 'not NFC';
}
