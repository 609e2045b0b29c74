/** The commonest slips in YAML, in words for people who write scenarios; the library's own are for those who write parsers. */

const MISALIGNED = 'This line begins in another column than the lines that it belongs to.';
const NO_KEY = 'This is neither "key: value" nor part of a text: the colon, or the space after it, is missing.';

const ADVICE: readonly (readonly [RegExp, string])[] = [
  [
    /^Nested mappings are not allowed in compact mappings/,
    'A text that holds a colon and a space must stand in quotes, and what is nested begins on a line of its own.',
  ],
  [/^Implicit keys need to be on a single line/, NO_KEY],
  [/^Implicit map keys need to be followed by map values/, NO_KEY],
  [/^Tabs are not allowed as indentation/, 'Indent with spaces; a tab is not taken.'],
  [/^Plain value cannot start with .*(.)$/, 'A text that begins with $1 must stand in quotes.'],
  [/^Missing closing (["'])quote/, 'A text begins with $1, and no $1 ends it.'],
  [/^Sequence item without - indicator/, MISALIGNED],
  [/^All mapping items must start at the same column/, MISALIGNED],
  [/^Flow sequence .*must/, 'A list begins with [, and no ] ends it in the lines that are indented under it.'],
  [/^Flow map .*must/, 'A map begins with {, and no } ends it in the lines that are indented under it.'],
  [/^Unexpected flow-(?:seq|map)-end token in YAML stream: "(.)/, 'No bracket is open that $1 could close.'],
  [
    /^Block collections are not allowed within flow/,
    'In [ ] or { } a comma is missing between two entries, or the quotes around a text that holds a colon and a space.',
  ],
  [/^Unexpected scalar at node end/, 'Something follows the closing quote; put the whole text into quotes.'],
];

/** @param message of the YAML library, without its place */
export function adviceFor(message: string): string {
  for (const [pattern, advice] of ADVICE) {
    const found = pattern.exec(message);
    if (found !== null) return advice.replaceAll('$1', () => found[1] ?? '');
  }
  return /[.!?]$/.test(message) ? message : `${message}.`;
}

/** A slip after which the library no longer reads what is written: what it reports further on is mostly an echo. */
export function isDerailing(message: string): boolean {
  return /^(?:Flow (?:sequence|map) .*must|Missing closing|Unexpected \S+ token)/.test(message);
}

export function isTab(message: string): boolean {
  return message.startsWith('Tabs are not allowed');
}
