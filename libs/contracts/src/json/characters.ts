/** Characters that no text of ours holds, whatever form it comes in. */

/**
 * NUL and the other C0 controls but tab, line feed and carriage return (PostgreSQL refuses the first, XML all of
 * them); U+FFFE, U+FFFF (not in XML); lone surrogates (no UTF-8 for them); and the bidi overrides, embeddings and
 * isolates: with them a log line can show something else than it says. Urdu needs none of these.
 */
// eslint-disable-next-line no-control-regex
const FORBIDDEN = /[\0-\x08\x0B\x0C\x0E-\x1F\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF\uD800-\uDFFF]/u;

/** The first forbidden character as `U+202E`, or undefined. */
export function findForbiddenCharacter(text: string): string | undefined {
  const at = text.search(FORBIDDEN);
  if (at < 0) return undefined;
  return `U+${text.charCodeAt(at).toString(16).toUpperCase().padStart(4, '0')}`;
}

export function hasForbiddenCharacter(text: string): boolean {
  return FORBIDDEN.test(text);
}

/** The half that says what would be right. */
export const ALLOWED_CHARACTERS =
  'leave out control characters (other than tab and line breaks), bidi controls, and halves of surrogate pairs';
