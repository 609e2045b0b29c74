/** The commonest mistakes in YAML, explained for scenario authors; the library's messages are written for parser authors. */

const MISALIGNED = 'This line begins in another column than the other lines of its block.';
const NO_KEY = 'This is neither "key: value" nor part of a text: the colon, or the space after it, is missing.';

const ADVICE: readonly (readonly [RegExp, string])[] = [
  [
    /^Nested mappings are not allowed in compact mappings/,
    'Put text that contains a colon and a space in quotes, and begin a nested block on a new line.',
  ],
  [/^Implicit keys need to be on a single line/, NO_KEY],
  [/^Implicit map keys need to be followed by map values/, NO_KEY],
  [/^Tabs are not allowed as indentation/, 'Indent with spaces, not tabs.'],
  [/^Plain value cannot start with .*(.)$/, 'Put text that begins with $1 in quotes.'],
  [/^Missing closing (["'])quote/, 'A text begins with $1 but has no closing $1.'],
  [/^Sequence item without - indicator/, MISALIGNED],
  [/^All mapping items must start at the same column/, MISALIGNED],
  [/^Flow sequence .*must/, 'A list begins with [ but has no closing ] in the lines that are indented under it.'],
  [/^Flow map .*must/, 'A map begins with { but has no closing } in the lines that are indented under it.'],
  [/^Unexpected flow-(?:seq|map)-end token in YAML stream: "(.)/, 'There is no open bracket for this $1.'],
  [
    /^Block collections are not allowed within flow/,
    'Within [ ] or { }, a comma between two entries is missing, or the quotes around text that contains a colon and a space.',
  ],
  [/^Unexpected scalar at node end/, 'Something follows the closing quote; put the whole text in quotes.'],
];

/** @param message of the YAML library, without its place */
export function adviceFor(message: string): string {
  for (const [pattern, advice] of ADVICE) {
    const found = pattern.exec(message);
    if (found !== null) return advice.replaceAll('$1', () => found[1] ?? '');
  }
  return /[.!?]$/.test(message) ? message : `${message}.`;
}

/** A mistake after which the library misreads the text: most of its later errors follow from this one. */
export function isDerailing(message: string): boolean {
  return /^(?:Flow (?:sequence|map) .*must|Missing closing|Unexpected \S+ token)/.test(message);
}

export function isTab(message: string): boolean {
  return message.startsWith('Tabs are not allowed');
}
