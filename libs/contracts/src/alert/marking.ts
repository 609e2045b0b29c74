/**
 * Markings: the `tandem:` names of the exercise profile. A sender's slip in the name of a release class must not make
 * its alert known to both sides, so every name that looks like one of ours is either read or refused.
 *
 * A name is compared in one folded form: compatibility characters in their plain form (NFKD), without accents, white
 * space, control characters and invisible characters, in lower case. `Tandem：Class` and `tandem:\nclass` are
 * `tandem:class`.
 */

export const PREFIX = 'tandem:';

/** `exercise` holds them under these paths. A name with `keyed` is followed by a dot and a key, such as `nationals.CHN`. */
const NAMES = [
  { name: 'site', path: 'site' },
  { name: 'source', path: 'source' },
  { name: 'confidence', path: 'confidence' },
  { name: 'class', path: 'releasability.class' },
  { name: 'tlp', path: 'releasability.tlp' },
  { name: 'nationals', path: 'nationals', keyed: 'CHN', keyOf: (key: string) => key.toUpperCase() },
  { name: 'casualties', path: 'casualties', keyed: 'injured', keyOf: (key: string) => key },
  { name: 'releasableTo', path: 'releasability.releasableTo' },
  { name: 'tearLineTlp', path: 'releasability.tearLineTlp' },
  { name: 'reviewAt', path: 'releasability.reviewAt' },
  { name: 'tearLine', path: 'releasability.tearLine', keyed: 'en', keyOf: languageKey },
] as const;

/** The names that the profile knows, with a sample key for those that take one. */
export const MARKING_NAMES: readonly string[] = NAMES.map((each) =>
  'keyed' in each ? `${each.name}.${each.keyed}` : each.name,
);

const ANY_NAME = NAMES.map(({ name }) => name.toLowerCase()).join('|');

/** `tandem` with a colon or the like, or directly before a known name; other punctuation may stand around it. */
const LOOKS_LIKE = new RegExp(`^[^\\p{L}\\p{N}]*tandem(?:[^\\p{L}\\p{N}]*(?:${ANY_NAME})|[^\\p{L}\\p{N}._/-])`, 'u');
/** A whole marking within a text: prefix, known name and value. */
const WITHIN_TEXT = new RegExp(`tandem[:=](?:${ANY_NAME})(?:\\.[a-z0-9-]+)?[:=]`);
/** A class or a label with one of its values, whatever stands between: `tandem class PAK`. */
const LABEL_WITHIN_TEXT =
  /tandem[^\p{L}\p{N}]{0,3}(?:class[^\p{L}\p{N}]{0,3}(?:pak|chn|joint)|tlp[^\p{L}\p{N}]{0,3}(?:tlp|red|amber|green|clear))/u;

// eslint-disable-next-line no-control-regex
const ASCII = /^[\0-\x7F]*$/;
/** What folding removes from ASCII text is white space and controls, so this is enough to rule most texts out. */
// eslint-disable-next-line no-control-regex
const ASCII_PREFIX = /t[\0-\x20\x7F]*a[\0-\x20\x7F]*n[\0-\x20\x7F]*d[\0-\x20\x7F]*e[\0-\x20\x7F]*m/i;
/** Arabic script, Chinese characters and common punctuation: none of them folds to a letter of the prefix. */
const OTHER_SCRIPT = String.raw`\u0600-\u06FF\u2010-\u201D\u3001-\u3011\u4E00-\u9FFF\uFF08-\uFF0C`;
const IN_OTHER_SCRIPT = new RegExp(`[${OTHER_SCRIPT}]+`, 'g');
/** A letter of the prefix, or what may fold to one. */
const LETTER = new RegExp(String.raw`[dD]|[^\0-\x7F${OTHER_SCRIPT}]`);
const REMOVED = /[\s\p{C}\p{M}\p{Z}\p{Default_Ignorable_Code_Point}]+/gu;

/** The plain form with its case kept. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(REMOVED, '');
}

/** Whether the text could hold the prefix; cheap for the many that do not. */
function mayHold(text: string): boolean {
  if (!LETTER.test(text)) return false;
  const rest = ASCII.test(text) ? text : text.replace(IN_OTHER_SCRIPT, '');
  return !ASCII.test(rest) || ASCII_PREFIX.test(rest);
}

/** Whether the name of a parameter or a code looks like one of ours. */
export function looksLikeMarking(name: string): boolean {
  return mayHold(name) && LOOKS_LIKE.test(plain(name).toLowerCase());
}

/** Whether a text contains a whole marking, such as `tandem:class=PAK`. */
export function containsMarking(text: string): boolean {
  if (!mayHold(text)) return false;
  const folded = plain(text).toLowerCase();
  return WITHIN_TEXT.test(folded) || LABEL_WITHIN_TEXT.test(folded);
}

/** The path below `exercise` of a marking's name; undefined if the profile has no such name. */
export function markingPath(name: string): string | undefined {
  const folded = plain(name);
  if (folded.slice(0, PREFIX.length).toLowerCase() !== PREFIX) return undefined;
  const [own = '', ...keys] = folded.slice(PREFIX.length).split('.');
  const entry = NAMES.find((each) => each.name.toLowerCase() === own.toLowerCase());
  if (entry === undefined) return undefined;
  if (!('keyed' in entry)) return keys.length === 0 ? entry.path : undefined;
  const [key = ''] = keys;
  return keys.length === 1 && /^[A-Za-z0-9-]+$/.test(key) ? `${entry.path}.${entry.keyOf(key)}` : undefined;
}

const EQUALS = /[=\u207C\u208C\uFE66\uFF1D]/;

/** The name and the value of a code such as `tandem:class=PAK`; undefined without an equals sign. */
export function splitCode(code: string): { readonly name: string; readonly value: string } | undefined {
  const at = code.search(EQUALS);
  return at < 0 ? undefined : { name: code.slice(0, at), value: code.slice(at + 1) };
}

/** The one of these words that the text means, whatever its case and white space; else the text itself. */
export function wordOf(text: string, words: readonly string[]): string {
  const folded = plain(text).toLowerCase();
  return words.find((word) => word.toLowerCase() === folded) ?? text;
}

/** RFC 3066, section 2.1: tags are compared without regard to case; a language is written in lower case. */
function languageKey(tag: string): string {
  const [language = '', ...rest] = tag.split('-');
  return [language.toLowerCase(), ...rest].join('-');
}
