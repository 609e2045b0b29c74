import fc from 'fast-check';
import { InputError } from '../problem.js';
import { parseJson } from './strict-json.js';

/** The code, path and message of the refusal. */
function refusal(input: string | Buffer): { code: string; path: string; message: string } {
  try {
    parseJson(input);
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    return { code: error.code, path: error.problems[0]?.path ?? '?', message: error.message };
  }
  throw new Error('taken, and should have been refused');
}

describe('strict JSON', () => {
  it('takes what JSON.parse takes, when nothing in it is ambiguous', () => {
    const clean = fc.jsonValue({ maxDepth: 6, noUnicodeString: true }).filter((value) => !hasOddity(value));
    fc.assert(
      fc.property(clean, (value) => {
        const text = JSON.stringify(value);
        expect(parseJson(Buffer.from(text))).toEqual(JSON.parse(text));
      }),
      { seed: 7 },
    );
  });

  it('keeps Urdu, Chinese, emoji, line breaks and tabs', () => {
    const value = { text: 'مشق\u200f 演习 🚒\n\t\r' };
    expect(parseJson(JSON.stringify(value))).toEqual(value);
    expect(parseJson('{"text":"\\ud83d\\ude92"}')).toEqual({ text: '🚒' });
  });

  it('drops a byte order mark', () => {
    expect(parseJson(Buffer.from('\ufeff{"a":1}'))).toEqual({ a: 1 });
  });

  it.each([
    ['{"a":}', 'position 5', 'a'],
    ['{"a":1,}', 'position 7', ''],
    ['[1,2', 'position 4', ''],
    ['{"a":"x', 'position 7', 'a'],
    ['{"a":"\\x"}', 'position 6', 'a'],
    ['{"a":"\u0001"}', 'position 6', 'a'],
    ['', 'position 0', ''],
    ['nul', 'position 0', ''],
    ['01', 'position 1', ''],
    ['{"a":1} x', 'position 8', ''],
    ['{"a":[{"b":tru}]}', 'position 11', 'a[0].b'],
    ["{'a':1}", 'position 1', ''],
  ])('says where %s is not JSON', (text, position, path) => {
    const found = refusal(text);
    expect(found).toMatchObject({ code: 'MALFORMED_JSON', path });
    expect(found.message).toContain(position);
  });

  it('names the line and column', () => {
    expect(refusal('{\n  "a": 1,\n  "b": x\n}').message).toContain('line 3, column 8');
  });

  it('refuses bytes that are not UTF-8', () => {
    expect(refusal(Buffer.from([0x22, 0xff, 0x22])).code).toBe('WRONG_ENCODING');
    expect(refusal(Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22])).code).toBe('WRONG_ENCODING');
  });

  it.each([
    ['{"a":1,"a":1}', 'a'],
    ['{"a":{"b":1,"c":2,"b":3}}', 'a.b'],
    ['[{"x":1},{"x":1,"y":{"z":":"},"x":2}]', '[1].x'],
    ['{"a":1,"\\u0061":2}', 'a'],
  ])('refuses a key that stands twice: %s', (text, path) => {
    expect(refusal(text)).toMatchObject({ code: 'DUPLICATE_KEY', path });
  });

  it('does not take colons and brackets inside strings for structure', () => {
    const value = { 'a:b': '":,{[[[', c: '\\":' };
    expect(parseJson(JSON.stringify(value))).toEqual(value);
  });

  it.each([
    ['{"__proto__":{"admin":true}}', '__proto__'],
    ['{"a":[{"constructor":1}]}', 'a[0].constructor'],
    ['{"prototype":1}', 'prototype'],
    ['{"\\u005f_proto__":1}', '__proto__'],
  ])('refuses a key that reaches the prototype: %s', (text, path) => {
    expect(refusal(text)).toMatchObject({ code: 'FORBIDDEN_KEY', path });
  });

  it.each([
    ['{"a":1e400}', 'a'],
    ['{"a":-1e400}', 'a'],
    ['[9007199254740993]', '[0]'],
    ['[12345678901234567890]', '[0]'],
    [`[${'9'.repeat(100_000)}]`, '[0]'],
  ])('refuses a number that it could not keep', (text, path) => {
    expect(refusal(text)).toMatchObject({ code: 'NUMBER_OUT_OF_RANGE', path });
  });

  it('takes the largest safe integer and small fractions', () => {
    expect(parseJson('[9007199254740991,-9007199254740991,0.1,1e-7]')).toEqual([
      9007199254740991, -9007199254740991, 0.1, 1e-7,
    ]);
  });

  it.each([
    ['a lone high surrogate', '{"a":"\\ud800"}'],
    ['a lone low surrogate', '{"a":"\\udc00x"}'],
    ['surrogates in the wrong order', '{"a":"\\udc00\\ud800"}'],
    ['NUL', '{"a":"\\u0000"}'],
    ['backspace', '{"a":"\\b"}'],
    ['form feed', '{"a":"\\f"}'],
    ['escape', '{"a":"\\u001b[31m"}'],
    ['a bidi override, raw', '{"a":"x\u202ey"}'],
    ['a bidi isolate, escaped', '{"a":"\\u2066"}'],
  ])('refuses %s in a text', (_, text) => {
    expect(refusal(text)).toMatchObject({ code: 'FORBIDDEN_CHARACTER', path: 'a' });
  });

  it('refuses a forbidden character in a key, and shows it escaped', () => {
    const found = refusal('{"a\u202e":1}');
    expect(found.code).toBe('FORBIDDEN_CHARACTER');
    expect(found.message).not.toContain('\u202e');
  });

  it('takes 32 levels and refuses 33', () => {
    expect(parseJson(`${'['.repeat(32)}${']'.repeat(32)}`)).toBeDefined();
    expect(refusal(`${'['.repeat(33)}${']'.repeat(33)}`).code).toBe('JSON_TOO_DEEP');
    expect(() => parseJson('[[1]]', { maxDepth: 1 })).toThrow(/deeper than 1/);
  });

  it('refuses 100,000 levels without parsing them', () => {
    expect(refusal('['.repeat(100_000)).code).toBe('JSON_TOO_DEEP');
    expect(refusal('{"a":'.repeat(100_000)).code).toBe('JSON_TOO_DEEP');
  });

  it('shortens what it quotes', () => {
    expect(refusal(`{"a":"${'x'.repeat(1000)}\\u0000"}`).message.length).toBeLessThan(400);
  });

  it('never fails with anything but an InputError', () => {
    const pieces = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ':',
      ',',
      '"',
      '\\',
      'a',
      '1',
      '-',
      'e',
      'true',
      '\\u',
      ' ',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 20 }), (parts) => {
        try {
          parseJson(parts.join(''));
        } catch (error) {
          expect(error).toBeInstanceOf(InputError);
        }
      }),
      { seed: 11, numRuns: 2000 },
    );
  });
});

describe('the number of values', () => {
  it('is bounded before any is made, whatever stands in texts', () => {
    const start = process.memoryUsage().heapUsed;
    for (const text of [`[${'0,'.repeat(8_000_000)}0]`, `[${'[],'.repeat(2_000_000)}0]`]) {
      expect(() => parseJson(text)).toThrow(expect.objectContaining({ code: 'JSON_TOO_MANY_VALUES', status: 400 }));
    }
    expect(process.memoryUsage().heapUsed - start).toBeLessThan(64 * 1024 * 1024);
    expect(parseJson(JSON.stringify([','.repeat(1_500_000)]))).toHaveLength(1);
    expect(parseJson(`[${'0,'.repeat(999_999)}0]`)).toHaveLength(1_000_000);
  });
});

function hasOddity(value: unknown): boolean {
  const text = JSON.stringify(value);
  return (
    /__proto__|constructor|prototype/.test(text) ||
    (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value)) ||
    (typeof value === 'object' && value !== null && Object.values(value).some(hasOddity)) ||
    /\\[bfu]/.test(text)
  );
}
