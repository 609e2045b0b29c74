import { lineText, mergeLines, type Line } from './line.js';
import { paintFor, piece } from './paint.js';
import { widthOf } from './terminal-text.js';

const noColour = paintFor({ isTTY: false });
const coloured = paintFor({ isTTY: true }, {});
const line = (text: Line['text'], word: Line['word'] = 'asks'): Line => ({
  time: 'T+00:03:20',
  incident: 'INC-0007',
  word,
  text,
});
const rows = (text: string): string[] => text.split('\n');
// eslint-disable-next-line no-control-regex
const withoutColours = (text: string): string => text.replaceAll(/\u001b\[[\d;]*m/g, '');

describe('a line of the feed', () => {
  it('begins with time, incident and word in columns', () => {
    expect(lineText(line(['PAK', ' spu-coast']), noColour)).toBe('T+00:03:20 INC-0007 asks        PAK spu-coast');
  });

  it('breaks between words, under its text, and never goes beyond 120 columns', () => {
    const units = Array.from({ length: 12 }, (_, i) => [
      i === 0 ? '' : ', ',
      piece('pak', 'PAK'),
      ` unit-${i} (respond)`,
    ]);
    const text = lineText(line(units.flat()), noColour, 300);
    expect(rows(text).length).toBeGreaterThan(1);
    for (const row of rows(text)) expect(widthOf(row)).toBeLessThanOrEqual(120);
    expect(rows(text)[1]).toMatch(/^ {32}\S/);
    expect(text.replaceAll(/\s+/g, ' ')).toContain('unit-11 (respond)');
  });

  it.each([1, 5, 30, 45, 60, 200])('never cuts off who alone may know of it: %i words', (words) => {
    const mark = piece('dim', '[PAK only]');
    for (const columns of [40, 60, 80, 81, 120]) {
      const text = lineText({ ...line(['word '.repeat(words).trim()]), mark }, noColour, columns);
      expect(text).toMatch(/ \[PAK only\]$/);
      expect(rows(text).length).toBeLessThanOrEqual(3);
      for (const row of rows(text)) expect(widthOf(row)).toBeLessThanOrEqual(Math.max(60, columns));
      if (words < 5) expect(text).not.toContain('…');
    }
  });

  it('cuts what takes more than three rows, and says so', () => {
    const text = lineText(line(['word '.repeat(200)]), noColour, 80);
    expect(rows(text)).toHaveLength(3);
    expect(text.endsWith('…')).toBe(true);
    for (const row of rows(text)) expect(widthOf(row)).toBeLessThanOrEqual(80);
  });

  it('counts Chinese characters as two columns and cuts a word that is wider than a row', () => {
    const text = lineText(line(['洪'.repeat(100)]), noColour, 100);
    expect(widthOf(text)).toBeLessThanOrEqual(100);
    expect(text.endsWith('…')).toBe(true);
  });

  it('lets nothing through that a terminal would act on', () => {
    const text = lineText(line(['fire\u001b[2J\u0007 \u202Eat gate\nT+99:99:99 forged']), noColour);
    expect(text).toBe('T+00:03:20 INC-0007 asks        fire [2J at gate T+99:99:99 forged');
  });

  it('has the same words with colours and without', () => {
    const told = line([piece('bad', 'Severe'), ' fire at ', piece('chn', 'CHN'), ' desk'], piece('bold', 'OPENED'));
    const text = lineText(told, coloured);
    expect(text).toContain('\u001b[');
    expect(withoutColours(text)).toBe(lineText(told, noColour));
  });
});

describe('colours', () => {
  it.each([
    ['no terminal', { isTTY: false }, {}],
    ['NO_COLOR is set', { isTTY: true }, { NO_COLOR: '1' }],
    ['a dumb terminal', { isTTY: true }, { TERM: 'dumb' }],
  ])('are left out: %s', (_, stream, env) => {
    expect(paintFor(stream, env)('bad', 'text')).toBe('text');
  });

  it('are there on a terminal when NO_COLOR is empty', () => {
    expect(paintFor({ isTTY: true }, { NO_COLOR: '' })('pak', 'PAK')).toBe('\u001b[32mPAK\u001b[0m');
  });
});

describe('lines that tell the same', () => {
  it('of several units at one moment are merged', () => {
    const merged = mergeLines([line(['PAK a'], 'reminds'), line(['CHN b'], 'reminds'), line(['PAK c'], 'ack')]);
    expect(merged.map(({ text }) => text.join(''))).toEqual(['PAK a, CHN b', 'PAK c']);
  });

  it('at different moments, of different incidents, or answers stay apart', () => {
    const other = { ...line(['x'], 'reminds'), incident: 'INC-0008' };
    const later = { ...line(['x'], 'reminds'), time: 'T+00:03:21' };
    const lines = [line(['x'], 'reminds'), other, later, line(['x'], 'ack'), line(['y'], 'ack')];
    expect(mergeLines(lines)).toEqual(lines);
  });
});
