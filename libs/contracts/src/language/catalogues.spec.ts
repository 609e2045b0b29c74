/** The catalogues of the product and of the report have the same messages in all languages, each in its own script. */
import {
  parse,
  TYPE,
  type MessageFormatElement,
  type PluralElement,
  type SelectElement,
} from '@formatjs/icu-messageformat-parser';
import en from './en.json' with { type: 'json' };
import ur from './ur.json' with { type: 'json' };
import zh from './zh.json' with { type: 'json' };
import reportEn from './report/en.json' with { type: 'json' };
import reportUr from './report/ur.json' with { type: 'json' };
import reportZh from './report/zh.json' with { type: 'json' };

type Messages = ReadonlyMap<string, string>;

function messages(node: object, path = ''): Messages {
  return new Map(
    Object.entries(node).flatMap(([key, value]) =>
      typeof value === 'string' ? [[path + key, value] as const] : [...messages(value as object, `${path}${key}.`)],
    ),
  );
}

/** The values that a message names, with the branches that it has for each; its tags. Each language has its own plural forms. */
function placeholders(elements: readonly MessageFormatElement[]): string[] {
  const found = elements.flatMap((element): string[] => {
    switch (element.type) {
      case TYPE.argument:
        return [element.value];
      case TYPE.select:
        return [`${element.value}: ${Object.keys(element.options).toSorted().join(' ')}`, ...inBranches(element)];
      case TYPE.plural:
        return [element.value, ...inBranches(element)];
      case TYPE.tag:
        return [`<${element.value}>`, ...placeholders(element.children)];
      default:
        return [];
    }
  });
  return [...new Set(found)].toSorted();
}

function inBranches({ options }: SelectElement | PluralElement): string[] {
  return Object.values(options).flatMap(({ value }) => placeholders(value));
}

/** What a message says itself; U+FFFC in the place of each value. */
function texts(elements: readonly MessageFormatElement[]): string[] {
  const branches: string[] = [];
  const text = elements
    .map((element) => {
      if (element.type === TYPE.literal) return element.value;
      if (element.type === TYPE.tag) branches.push(...texts(element.children));
      if (element.type === TYPE.select || element.type === TYPE.plural) {
        for (const { value } of Object.values(element.options)) branches.push(...texts(value));
      }
      return '\uFFFC';
    })
    .join('');
  return [text, ...branches];
}

/** Names of formats and standards, codes and letters of sides: the same in every language. */
const CODES = /TLP:[A-Z]+(?:\+STRICT)?|\b(?:CAP|JSON|XML|HTML|UTF-8|SHA-256|HSEEP|base64|https|PAK|CHN|P)\b/g;
const HAN_BESIDE_HALF_WIDTH = /\p{Script=Han}\s*[,.:;!?()'"]|[,.:;!?()'"]\s*\p{Script=Han}/u;
const ARABIC_BESIDE_LATIN_STOP = /\p{Script=Arabic}\s*[,;?.]/u;

/** Where in the catalogue of a language a text has what it may not have. */
function found(catalogue: object, pattern: RegExp): [string, string][] {
  return [...messages(catalogue)].flatMap(([key, message]) =>
    texts(parse(message))
      .map((text): [string, string] => [key, text.replace(CODES, '')])
      .filter(([, text]) => pattern.test(text)),
  );
}

const ALL = [
  ['the product', { en, ur, zh }],
  ['the report', { en: reportEn, ur: reportUr, zh: reportZh }],
] as const;

describe.each(ALL)('the catalogues of %s', (_, catalogues) => {
  const english = messages(catalogues.en);

  describe.each(['ur', 'zh'] as const)('in %s', (language) => {
    const catalogue = catalogues[language];
    const own = messages(catalogue);

    it('have the keys of the English one', () => {
      expect([...own.keys()].toSorted()).toEqual([...english.keys()].toSorted());
    });

    it('have the placeholders of the English one in each message', () => {
      for (const [key, message] of english) {
        expect([key, placeholders(parse(own.get(key) ?? ''))]).toEqual([key, placeholders(parse(message))]);
      }
    });

    it('have a text wherever English has one', () => {
      const empty = [...own].filter(([key, message]) => (message === '') !== (english.get(key) === ''));
      // Units of a duration are set apart by a space, or not.
      expect(empty.map(([key]) => key).filter((key) => key !== 'phrase.separator.duration')).toEqual([]);
    });

    it('have no word in Latin letters but codes', () => {
      expect(found(catalogue, /\p{Script=Latin}/u)).toEqual([]);
    });
  });

  it('are in Latin letters in English', () => {
    expect(found(catalogues.en, /\p{Script=Arabic}|\p{Script=Han}/u)).toEqual([]);
  });

  it('are in Arabic letters in Urdu, with its own comma, semicolon, question mark and full stop', () => {
    expect(found(catalogues.ur, /\p{Script=Han}/u)).toEqual([]);
    expect(found(catalogues.ur, ARABIC_BESIDE_LATIN_STOP)).toEqual([]);
    // Letters of Arabic that Urdu writes with other ones.
    expect(found(catalogues.ur, /[\u0643\u064A\u0629\u0649]/u)).toEqual([]);
  });

  it('have no half-width punctuation beside Han characters or values in Chinese', () => {
    expect(found(catalogues.zh, /\p{Script=Arabic}/u)).toEqual([]);
    expect(found(catalogues.zh, HAN_BESIDE_HALF_WIDTH)).toEqual([]);
    expect(found(catalogues.zh, /\uFFFC[,:;!?()]|[,:;!?()]\uFFFC/u)).toEqual([]);
  });
});
