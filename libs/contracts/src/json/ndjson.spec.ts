import fc from 'fast-check';
import type { NdjsonItem } from './ndjson.js';
import { NdjsonSplitter } from './ndjson.js';

function split(chunks: readonly Buffer[], maxLineBytes?: number): (readonly [number, string])[] {
  const splitter = new NdjsonSplitter(maxLineBytes);
  const items: NdjsonItem[] = [];
  // The chunk is written over afterwards, as a stream may do; what was held back must not change with it.
  for (const chunk of chunks) {
    items.push(...splitter.push(chunk).map(copied));
    chunk.fill(0x21);
  }
  items.push(...splitter.end());
  return items.map((item) => [item.line, 'bytes' in item ? item.bytes.toString() : item.problem.code] as const);
}

function copied(item: NdjsonItem): NdjsonItem {
  return 'bytes' in item ? { line: item.line, bytes: Buffer.from(item.bytes) } : item;
}

function cut(text: string, size: number): Buffer[] {
  const bytes = Buffer.from(text);
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += size) chunks.push(Buffer.from(bytes.subarray(at, at + size)));
  return chunks;
}

describe('NDJSON splitter', () => {
  it('gives each line once, wherever the chunks are cut', () => {
    const text = '{"a":1}\n{"b":"演习"}\r\n\n  \t\n{"c":3}';
    const lines = [
      [1, '{"a":1}'],
      [2, '{"b":"演习"}'],
      [5, '{"c":3}'],
    ];
    for (let size = 1; size <= text.length + 10; size++) expect(split(cut(text, size))).toEqual(lines);
  });

  it('agrees with splitting the whole, for any text and any cut', () => {
    const text = fc.string({ unit: fc.constantFrom('a', '\n', '\r', ' ', 'é'), maxLength: 60 });
    fc.assert(
      fc.property(text, fc.integer({ min: 1, max: 9 }), (whole, size) => {
        const wanted = whole
          .split('\n')
          .map((line, i) => [i + 1, line.replace(/\r$/, '')] as const)
          .filter(([, line]) => !/^[ \t]*$/.test(line));
        expect(split(cut(whole, size))).toEqual(wanted);
      }),
      { seed: 3, numRuns: 500 },
    );
  });

  it('takes half a line that the stream ends in, for the parser to judge', () => {
    expect(split([Buffer.from('{"a":1}\n{"b":')])).toEqual([
      [1, '{"a":1}'],
      [2, '{"b":'],
    ]);
  });

  it('takes a line of the greatest length, with either line end, and refuses one byte more', () => {
    const most = 'x'.repeat(10);
    for (const size of [1, 3, 100]) {
      expect(split(cut(`${most}\r\n${most}\n${most}`, size), 10)).toEqual([1, 2, 3].map((line) => [line, most]));
      expect(split(cut(`${most}y\n${most}y\r\nok\n${most}y`, size), 10)).toEqual([
        [1, 'LINE_TOO_LONG'],
        [2, 'LINE_TOO_LONG'],
        [3, 'ok'],
        [4, 'LINE_TOO_LONG'],
      ]);
    }
  });

  it('tells a line of 10 MB once, by its number, as soon as it is known, and goes on after it', () => {
    const splitter = new NdjsonSplitter();
    const seen: string[] = [];
    const note = (items: NdjsonItem[]): void => {
      for (const item of items)
        seen.push('bytes' in item ? `${item.line} ${item.bytes.toString()}` : `${item.line} ${item.problem.code}`);
    };
    note(splitter.push(Buffer.from('{"a":1}\n')));
    const chunk = Buffer.alloc(64 * 1024, 'x');
    for (let i = 0; i < 6; i++) note(splitter.push(chunk));
    expect(seen).toEqual(['1 {"a":1}', '2 LINE_TOO_LONG']);
    for (let i = 0; i < 154; i++) note(splitter.push(chunk));
    note(splitter.push(Buffer.from('x\n{"b":2}\n')));
    note(splitter.end());
    expect(seen).toEqual(['1 {"a":1}', '2 LINE_TOO_LONG', '3 {"b":2}']);
  });

  it('gives nothing for an empty stream', () => {
    expect(split([])).toEqual([]);
    expect(split([Buffer.from('\n\n')])).toEqual([]);
  });
});
