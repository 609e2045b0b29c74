import fc from 'fast-check';
import { readDocument } from './read-document.js';

/** Each fault as `line:column code message`. */
function faultsOf(text: string): string[] {
  return readDocument(text).faults.map(({ line, column, code, message }) => `${line}:${column} ${code} ${message}`);
}

describe('the text of a scenario file', () => {
  it('is YAML 1.2: `no` is a text, a duration and a time are texts, JSON is a subset', () => {
    expect(readDocument('a: no\nb: 1h30m\nc: T+00:10\nd: 2026-01-01\ne: 0.5\nf: true').value).toEqual({
      a: 'no',
      b: '1h30m',
      c: 'T+00:10',
      d: '2026-01-01',
      e: 0.5,
      f: true,
    });
    expect(readDocument('{"a": [1, {"b": null}]}').value).toEqual({ a: [1, { b: null }] });
  });

  it('reads JSON as a JSON parser does, if it has no forbidden key or character', () => {
    const key = fc
      .stringMatching(/^[a-z][a-z0-9-]{0,8}$/)
      .filter((text) => text !== 'constructor' && text !== 'prototype');
    const text = fc.stringMatching(/^[\w :#&*!|>'"%@,[\]{}-]{0,12}$/);
    const { value } = fc.letrec((tie) => ({
      value: fc.oneof({ maxDepth: 4 }, text, fc.integer(), fc.boolean(), tie('list'), tie('map')),
      list: fc.array(tie('value'), { maxLength: 4 }),
      map: fc.dictionary(key, tie('value'), { maxKeys: 4, noNullPrototype: true }),
    }));
    fc.assert(
      fc.property(fc.dictionary(key, value, { noNullPrototype: true }), (data) => {
        for (const space of [0, 2]) expect(readDocument(JSON.stringify(data, undefined, space)).value).toEqual(data);
      }),
    );
  });

  it('has a position for each value and each key; for a missing value, that of the value around it', () => {
    const source = readDocument('a: 1\nlist:\n  - name: x\n  - { name: y }\n');
    expect(source.positionOf(['a'])).toEqual({ line: 1, column: 4 });
    expect(source.positionOf(['list', 1, 'name'])).toEqual({ line: 4, column: 13 });
    expect(source.positionOf(['list', 1, 'name'], 'key')).toEqual({ line: 4, column: 7 });
    expect(source.positionOf(['list', 0, 'missing'])).toEqual({ line: 3, column: 5 });
  });

  it('rejects anchors, aliases, merge keys, tags and directives, all at once', () => {
    expect(faultsOf('a: &x [1]\nb: *x\nc:\n  <<: *x\nd: !!str 5\n')).toEqual([
      '1:4 YAML_FEATURE The anchor "&x" is not supported; write the part out, or move it to a file and include it.',
      '2:4 YAML_FEATURE The alias "*x" is not supported; write the part out, or move it to a file and include it.',
      '4:3 YAML_FEATURE The merge key << is not supported; write the part out, or include it.',
      '4:7 YAML_FEATURE The alias "*x" is not supported; write the part out, or move it to a file and include it.',
      '5:4 YAML_FEATURE The tag "!!str" is not supported; remove it.',
    ]);
    expect(faultsOf('%YAML 1.1\n---\na: 1\n')[0]).toContain('1:1 YAML_FEATURE The directive');
  });

  it('rejects a bomb of aliases without building it', () => {
    const levels = Array.from({ length: 30 }, (_, i) => `l${i + 1}: &l${i + 1} [${`*l${i},`.repeat(9)}]`);
    expect(faultsOf(['l0: &l0 [x]', ...levels].join('\n'))).toHaveLength(100);
  });

  it('rejects a second document', () => {
    expect(faultsOf('a: 1\n---\nb: 2\n')).toEqual([
      '2:1 SEVERAL_DOCUMENTS A second document begins here (---); a file contains one scenario.',
    ]);
  });

  it('reports each duplicate key, and the line of the first', () => {
    expect(faultsOf('a: 1\nb:\n  c: 1\n  c: 2\na: 3\n')).toEqual([
      '4:3 DUPLICATE_KEY b.c occurs twice; the first is in line 3.',
      '5:1 DUPLICATE_KEY a occurs twice; the first is in line 1.',
    ]);
  });

  it.each([
    ['flow lists', '['.repeat(100_000)],
    ['flow maps', '{a: '.repeat(30_000)],
    ['lists in one line', '- '.repeat(60_000)],
    ['indented maps', Array.from({ length: 1_000 }, (_, i) => `${' '.repeat(i)}a:`).join('\n')],
  ])('rejects deep nesting: %s', (_name, text) => {
    expect(readDocument(text).faults.map(({ code }) => code)).toContain('YAML_TOO_DEEP');
  });

  it.each([
    ['signs', '['.repeat(1_000_000)],
    ['anchors', `a: ${'&a '.repeat(300_000)}`],
    ['keys', Array.from({ length: 100_000 }, (_, i) => `k${i}: 1`).join('\n')],
  ])('stops at too many lexemes: %s', (_name, text) => {
    expect(readDocument(text).faults.map(({ code }) => code)).toEqual(['TOO_LARGE']);
  });

  it('names the place of each value that it could not read', () => {
    const { unread } = readDocument('a:\n  - .inf\n  - "x\\x01"\n  - *b\n');
    expect(unread).toEqual([
      ['a', 0],
      ['a', 1],
      ['a', 2],
    ]);
  });

  it('accepts lists of many entries', () => {
    expect(readDocument(`a: [${'1,'.repeat(60_000)}]`).faults).toEqual([]);
  });

  it('reports where the text is not YAML', () => {
    expect(faultsOf('a: [1, 2\nb: 3\n')[0]).toMatch(/^\d+:\d+ MALFORMED_YAML This is not YAML: /);
    expect(faultsOf('')).toEqual(['1:1 EMPTY_FILE The file is empty.']);
  });

  it.each([
    ['a: b: c\n', '1:4', 'Put text that contains a colon and a space in quotes'],
    ['a: x\n  y: 2\n', '1:4', 'begin a nested block on a new line'],
    ['a:b\nc: 1\n', '1:1', 'the colon, or the space after it, is missing'],
    ['a: 1\nfoo\n', '2:1', 'the colon, or the space after it, is missing'],
    ['a:\n- id: a\n\tname: b\n', '3:1', 'not tabs'],
    ['a: @b\n', '1:4', 'Put text that begins with @ in quotes.'],
    ['a: "abc\n', '2:1', 'A text begins with " but has no closing ".'],
    ['a:\n  - id: a\n   name: b\n', '3:1', 'begins in another column'],
    ['a:\n  b: 1\n c: 2\n', '3:1', 'begins in another column'],
    ['a: [1, 2\nb: 1\n', '2:1', 'A list begins with [ but has no closing ]'],
    ['a: {b: 1\nc: 1\n', '2:1', 'A map begins with { but has no closing }'],
    ['a: {b: 1 c: 2}\n', '1:8', 'a comma between two entries is missing'],
    ['a: {b: c: d}\n', '1:8', 'the quotes around text that contains a colon'],
    ['{"a": 1', '1:8', 'A map begins with { but has no closing }'],
    ['a: "x" y\n', '1:8', 'put the whole text in quotes'],
    ['a:\n  - id: a\n\tname: b\n\tkind: c\n  - id: b\n\tname: d\n', '3:1', 'not tabs'],
    ['\ta: 1\n\tb: 2\n', '1:1', 'not tabs'],
    ['a: [b, [c, d]\ne: 3\nf: [1]\n', '2:1', 'A list begins with [ but has no closing ]'],
    ['a:\n  - b: { c: 1, d: 2\n    e: f\n  - g: h\n    i: j\n', '3:5', 'A map begins with { but has no closing }'],
    ['a: [1, 2]]\nb: 1\nc: 3\n', '1:10', 'There is no open bracket for this ].'],
    ['a: {b: 1}}\nc: 3\n', '1:10', 'There is no open bracket for this }.'],
    ['a: "\\q"\n', '1:5', 'Invalid escape sequence \\q.'],
  ])('says once what is wrong with %j', (text, place, words) => {
    const faults = faultsOf(text);
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(`${place} MALFORMED_YAML This is not YAML: `);
    expect(faults[0]).toContain(words);
  });

  it('refuses keys that reach a prototype, keys that are no text, and numbers without bounds', () => {
    expect(faultsOf('__proto__: 1\n? [a]\n: 2\nc: .inf\n')).toEqual([
      '1:1 FORBIDDEN_KEY The key "__proto__" is not allowed; choose another.',
      expect.stringContaining('INVALID_KEY'),
      '4:4 NUMBER_OUT_OF_RANGE c is Infinity; a number must be finite.',
    ]);
  });
});
