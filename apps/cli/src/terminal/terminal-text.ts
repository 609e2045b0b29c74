/** Text on its way to a terminal: made harmless, measured, cut to a width. */

/** Control characters, and those that turn the direction of what follows: they could make a line show what it is not. */
// eslint-disable-next-line no-control-regex
const HARMFUL = /[\u0000-\u001F\u007F-\u009F\u200E\u200F\u061C\u2028-\u202E\u2066-\u2069\uFEFF]+/g;

/** The text without anything that a terminal would act on: a space stands in its place. */
export function harmless(text: string): string {
  return text.replace(HARMFUL, ' ');
}

/** Scripts and symbols that take two columns (Unicode Standard Annex 11, East Asian Width W and F), coarsely. */
const WIDE =
  /[\u1100-\u115F\u2E80-\u303E\u3041-\u33FF\u3400-\u4DBF\u4E00-\u9FFF\uA000-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60\uFFE0-\uFFE6\u{1F300}-\u{1FAFF}\u{20000}-\u{3FFFD}]/u;
/** Marks that stand on the letter before them. */
const MARK = /\p{M}|\u200D/u;

function columnsOf(character: string): number {
  if (MARK.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}

/** How many columns a text takes. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += columnsOf(character);
  return width;
}

/** The text itself, or its beginning with `…` in the last column. */
export function clip(text: string, columns: number): string {
  return widthOf(text) <= columns ? text : cut(text, columns);
}

/** As much of the beginning as fits with a `…` after it, the sign that something is left out. */
export function cut(text: string, columns: number): string {
  let width = 0;
  let kept = '';
  for (const character of text) {
    width += columnsOf(character);
    if (width > columns - 1) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}

/** Filled with spaces up to a width. */
export function pad(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - widthOf(text)));
}
