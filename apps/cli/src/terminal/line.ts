/** A line of the live feed: columns and pieces, broken between words, painted last so that no colour is cut in half. */
import type { Colour, Paint, Piece } from './paint.js';
import { clip, cut, harmless, pad, widthOf } from './terminal-text.js';

/** The widest that a line gets, however wide the terminal is. */
export const MAX_COLUMNS = 120;
/** And the narrowest: below it, a terminal breaks the lines by itself. */
const MIN_COLUMNS = 60;
/** What takes more rows is cut. */
const MAX_ROWS = 3;

export interface Line {
  /** `T+00:03:20`. */
  readonly time: string;
  /** The incident that it is about; empty: the exercise itself. */
  readonly incident: string;
  /** What happened, in a word. */
  readonly word: Piece;
  readonly text: readonly Piece[];
  /** Who alone may know of it. Of a text that is cut it is never cut off. */
  readonly mark?: Piece;
}

const TIME_COLUMNS = 11;
const INCIDENT_COLUMNS = 9;
const WORD_COLUMNS = 12;
const LEFT = TIME_COLUMNS + INCIDENT_COLUMNS + WORD_COLUMNS;

/**
 * One row or a few; the further ones stand under the text of the first.
 * @param columns the width of the terminal
 */
export function lineText(line: Line, paint: Paint, columns = MAX_COLUMNS): string {
  const width = Math.max(MIN_COLUMNS, Math.min(columns, MAX_COLUMNS)) - LEFT;
  const rows = rowsOf(line, width).map((row) => row.map(({ colour, text }) => paint(colour, text)).join(''));
  const word = plain(line.word);
  const left =
    paint('dim', column(line.time, TIME_COLUMNS)) +
    column(line.incident, INCIDENT_COLUMNS) +
    paint(word.colour, column(word.text, WORD_COLUMNS));
  return [left + (rows[0] ?? ''), ...rows.slice(1).map((row) => ' '.repeat(LEFT) + row)]
    .map((row) => row.trimEnd())
    .join('\n');
}

interface PaintedText {
  readonly colour: Colour;
  readonly text: string;
}

function plain(part: Piece): PaintedText {
  const { colour, text } = typeof part === 'string' ? { colour: 'plain' as const, text: part } : part;
  return { colour, text: harmless(text) };
}

function column(text: string, columns: number): string {
  return pad(clip(harmless(text), columns - 1), columns);
}

function rowsOf({ text, mark }: Line, width: number): PaintedText[][] {
  if (mark === undefined) return wrapped(text, width, width);
  const sign = plain(mark);
  const needed = widthOf(sign.text) + 1;
  const rows = wrapped(text, width, width - needed);
  const last = rows.at(-1) ?? [];
  if (rowWidth(last) + needed > width) return [...rows, [sign]];
  return [...rows.slice(0, -1), [...last, { colour: 'plain', text: ' ' }, sign]];
}

/**
 * Words that stand without a space between them, though of several colours, stay together.
 * @param lastWidth of the last row that there may be
 */
function wrapped(pieces: readonly Piece[], width: number, lastWidth: number): PaintedText[][] {
  const rows: PaintedText[][] = [[]];
  let used = 0;
  let room = width;
  for (const word of wordsOf(pieces)) {
    const needed = rowWidth(word);
    const gap = used === 0 ? 0 : 1;
    if (used + gap + needed > room && used > 0) {
      if (rows.length === MAX_ROWS) return [...rows.slice(0, -1), endWithMark(rows.at(-1) ?? [], room)];
      rows.push([]);
      used = 0;
      room = rows.length === MAX_ROWS ? lastWidth : width;
    }
    const row = rows.at(-1) ?? [];
    if (used > 0) row.push({ colour: 'plain', text: ' ' });
    row.push(...(needed > room ? cutTo(word, room) : word));
    used = rowWidth(row);
  }
  return rows;
}

function rowWidth(row: readonly PaintedText[]): number {
  return widthOf(row.map(({ text }) => text).join(''));
}

function wordsOf(pieces: readonly Piece[]): PaintedText[][] {
  const words: PaintedText[][] = [[]];
  for (const { colour, text } of pieces.map(plain)) {
    for (const [index, part] of text.split(/ +/).entries()) {
      if (index > 0) words.push([]);
      if (part !== '') words.at(-1)?.push({ colour, text: part });
    }
  }
  return words.filter((word) => word.length > 0);
}

function cutTo(word: readonly PaintedText[], width: number): PaintedText[] {
  return [{ colour: word[0]?.colour ?? 'plain', text: cut(word.map(({ text }) => text).join(''), width) }];
}

/** The sign that something is left out; one column of the row must be free for it. */
function endWithMark(row: readonly PaintedText[], width: number): PaintedText[] {
  const isFull = rowWidth(row) >= width;
  const last = row.at(-1);
  if (!isFull || last === undefined) return [...row, { colour: 'plain', text: '…' }];
  return [...row.slice(0, -1), { ...last, text: cut(`${last.text} `, widthOf(last.text)) }];
}

const MERGED: ReadonlySet<string> = new Set(['reminds', 'withdrawn', 'expired', 'not reached']);

/** Joins lines that say the same about several units at one moment. */
export function mergeLines(lines: readonly Line[]): Line[] {
  const merged: Line[] = [];
  for (const line of lines) {
    const last = merged.at(-1);
    const word = plain(line.word).text;
    const isSame =
      last?.time === line.time &&
      last.incident === line.incident &&
      plain(last.word).text === word &&
      MERGED.has(word) &&
      plain(last.mark ?? '').text === plain(line.mark ?? '').text;
    if (isSame) merged[merged.length - 1] = { ...last, text: [...last.text, ', ', ...line.text] };
    else merged.push(line);
  }
  return merged;
}
