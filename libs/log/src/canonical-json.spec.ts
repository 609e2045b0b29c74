import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { canonicalJson } from './canonical-json.js';

describe('canonical JSON (RFC 8785)', () => {
  it('agrees with the reference library on any JSON value', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5, stringUnit: 'grapheme' }), (value) => {
        expect(canonicalJson(value)).toBe(canonicalize(value));
      }),
      { numRuns: 2_000 },
    );
  });

  it('sorts by UTF-16 code units, also where there are many keys', () => {
    const keys = ['\u20ac', '\r', '\ufb33', '1', '\ud83d\ude00', '\u0080', '\u00f6', 'a', 'B'];
    expect(Object.keys(JSON.parse(canonicalJson(Object.fromEntries(keys.map((key) => [key, 0]))))).toSorted()).toEqual(
      keys.toSorted(),
    );
    const many = Object.fromEntries(Array.from({ length: 200 }, (_, i) => [`k${(i * 7919) % 200}`, i]));
    expect(canonicalJson(many)).toBe(canonicalize(many));
    expect(canonicalJson({ '\u20ac': 1, '\ud83d\ude00': 2, '\ufb33': 3 })).toBe(
      '{"\u20ac":1,"\ud83d\ude00":2,"\ufb33":3}',
    );
  });

  it.each([
    [{ b: undefined, a: 1 }, '{"a":1}'],
    [{ a: undefined }, '{}'],
    [[undefined, null], '[null,null]'],
    [-0, '0'],
    [1e21, '1e+21'],
    ['\u0007"\\\u007f\u2028', '"\\u0007\\"\\\\\u007f\u2028"'],
  ])('writes %j', (value, text) => {
    expect(canonicalJson(value)).toBe(text);
  });

  it.each([NaN, Infinity, 10n, Symbol('s'), () => 1, '\ud800', { a: '\udc00'.repeat(100) }])(
    'refuses what JSON cannot hold',
    (value) => {
      expect(() => canonicalJson(value)).toThrow(TypeError);
    },
  );
});
