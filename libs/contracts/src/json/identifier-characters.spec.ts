import fc from 'fast-check';
import { identifierFault } from './identifier-characters.js';

const letters = {
  Latin: 'abcdeghijklmnopqrstuvxyzABCDEGHIJKLMNOPQRSTUVXYZéßøłž',
  Greek: 'αβγδεηικνορτυχΑΒΕΖΗΙΚΜΝΟΡΤΥΧώ',
  Cyrillic: 'абвгдеијкмнорсѕтухіАВЕКМНОРСТХІЈй',
} as const;
type Script = keyof typeof letters;
const SCRIPTS = Object.keys(letters) as Script[];
/** Of every script: digits, punctuation, signs. */
const COMMON = '0123456789-_.@/:#§№演مشق';

const charactersOf = (...texts: readonly string[]) => fc.constantFrom(...texts.flatMap((text) => Array.from(text)));
const wordOf = (script: Script) =>
  fc
    .array(charactersOf(letters[script], COMMON), { minLength: 1, maxLength: 30 })
    .map((characters) => characters.join('').normalize('NFC'));

describe('a name', () => {
  it.each(SCRIPTS)('wholly in %s, with digits and punctuation, is good', (script) => {
    fc.assert(fc.property(wordOf(script), (name) => expect(identifierFault(name)).toBeUndefined()));
  });

  it('with letters of two of these scripts is bad, wherever they stand, and the fault names the second', () => {
    const mixed = fc
      .tuple(fc.shuffledSubarray(SCRIPTS, { minLength: 2, maxLength: 2 }), fc.nat(), fc.nat())
      .chain(([[one = 'Latin', other = 'Greek'], first, at]) =>
        fc.record({
          one: fc.constant(one),
          other: fc.constant(other),
          name: wordOf(one).map((word) => {
            // At least one letter of each.
            const whole = Array.from(`${letters[one].charAt(first % letters[one].length)}${word}`);
            return whole.toSpliced(at % (whole.length + 1), 0, letters[other].charAt(at % 10)).join('');
          }),
        }),
      );
    fc.assert(
      fc.property(mixed, ({ one, other, name }) => {
        const [first, second] = SCRIPTS.filter((script) => script === one || script === other);
        expect(identifierFault(name.normalize('NFC'))).toMatch(new RegExp(`^${first} with ${second} U\\+[0-9A-F]{4}$`));
      }),
    );
  });

  it.each([
    ['a Cyrillic letter in a Latin name', 'd\u0435sk@unit.example', 'Latin with Cyrillic U+0435'],
    ['a Greek letter in a Latin name', 'P\u0391K-1', 'Latin with Greek U+0391'],
    ['all three', 'a\u03B1\u0430', 'Latin and Greek with Cyrillic U+0430'],
    ['a letter that is not composed', 'e\u0301', 'not NFC'],
  ])('%s is told by its place in Unicode', (_what, name, fault) => {
    expect(identifierFault(name)).toBe(fault);
  });

  it('is looked at in linear time', () => {
    const long = 'é'.repeat(2_000_000);
    expect(identifierFault(long)).toBeUndefined();
  });
});
