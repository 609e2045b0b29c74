/** The texts of the console: the same keys and values in each language, each of them used, and punctuation as it is written there. */
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse, TYPE, type MessageFormatElement } from '@formatjs/icu-messageformat-parser';

const SOURCES = resolve('apps/console/src');
const FOLDER = join(SOURCES, 'language');
const LANGUAGES = ['en', 'ur', 'zh'] as const;
type Language = (typeof LANGUAGES)[number];

type Texts = ReadonlyMap<string, string>;

/** All texts of a language by `file:path.of.key`. */
function textsOf(language: Language): Texts {
  const texts = new Map<string, string>();
  for (const name of readdirSync(join(FOLDER, language))) {
    const file = name.replace('.json', '');
    const walk = (value: unknown, path: string): void => {
      if (typeof value === 'string') return void texts.set(`${file}:${path}`, value);
      for (const [key, inner] of Object.entries(value as object)) walk(inner, path === '' ? key : `${path}.${key}`);
    };
    walk(JSON.parse(readFileSync(join(FOLDER, language, name), 'utf8')), '');
  }
  return texts;
}

/** Names of the values that a text takes. */
function valuesIn(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element): string[] => {
    switch (element.type) {
      case TYPE.literal:
      case TYPE.pound:
        return [];
      case TYPE.plural:
      case TYPE.select:
        return [element.value, ...Object.values(element.options).flatMap(({ value }) => valuesIn(value))];
      case TYPE.tag:
        return [element.value, ...valuesIn(element.children)];
      default:
        return [element.value];
    }
  });
}

const valuesOf = (text: string): readonly string[] => [...new Set(valuesIn(parse(text)))].toSorted();

/** What the text itself says, without its values. */
function literalsIn(elements: readonly MessageFormatElement[]): string[] {
  return elements.flatMap((element): string[] => {
    switch (element.type) {
      case TYPE.literal:
        return [element.value];
      case TYPE.plural:
      case TYPE.select:
        return Object.values(element.options).flatMap(({ value }) => literalsIn(value));
      case TYPE.tag:
        return literalsIn(element.children);
      default:
        return [];
    }
  });
}

const texts = Object.fromEntries(LANGUAGES.map((language) => [language, textsOf(language)])) as Record<Language, Texts>;
const english = [...texts.en];

function sources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return sources(path);
    return /\.tsx?$/.test(entry.name) && !entry.name.endsWith('.spec.ts') ? [readFileSync(path, 'utf8')] : [];
  });
}

describe('the catalogues of the console', () => {
  it.each(['ur', 'zh'] as const)('have the same keys in %s as in English', (language) => {
    expect([...texts[language].keys()].toSorted()).toEqual([...texts.en.keys()].toSorted());
  });

  it.each(['ur', 'zh'] as const)('take the same values in %s as in English', (language) => {
    const different = english
      .map(([key, text]) => [key, valuesOf(text), valuesOf(texts[language].get(key) ?? '')] as const)
      .filter(([, ours, theirs]) => ours.join() !== theirs.join());
    expect(different).toEqual([]);
  });

  it('write Chinese with full-width punctuation', () => {
    const half = [...texts.zh].filter(([, text]) =>
      literalsIn(parse(text)).some((part) =>
        /[\u4e00-\u9fff]\s*[,;:!?()]|[,;:!?()]\s*[\u4e00-\u9fff]|[\u4e00-\u9fff]\.(?:\s|$)/.test(part),
      ),
    );
    expect(half).toEqual([]);
  });

  it('write Urdu with the punctuation of Urdu', () => {
    const latin = [...texts.ur].filter(([, text]) =>
      literalsIn(parse(text)).some((part) => /[\u0600-\u06ff]\s*[,;?]|[\u0600-\u06ff]\.(?:\s|$)/.test(part)),
    );
    expect(latin).toEqual([]);
  });

  it('have a text for all that a page says', () => {
    const keys = [...texts.en.keys()];
    const missing = sources(SOURCES).flatMap((code) => {
      const own = [...code.matchAll(/useTranslation\(\s*'(\w+)'/g)].map(([, file]) => file);
      const hasText = (name: string, isWhole: boolean): boolean => {
        const [file, path = ''] = name.includes(':') ? name.split(':') : [undefined, name];
        const files = file === undefined ? own : [file];
        // Without a catalogue of its own the function comes from somewhere else, with any.
        return keys.some((key) => {
          const [inFile = '', rest = ''] = key.split(':');
          return (files.length === 0 || files.includes(inFile)) && (isWhole ? rest === path : rest.startsWith(path));
        });
      };
      const whole = [...code.matchAll(/\bt\(\s*'((?:\w+:)?[\w.-]+)'/g)].map(([, name = '']) => name);
      const started = [...code.matchAll(/\bt\(\s*`((?:\w+:)?[\w.-]+)\$\{/g)].map(([, name = '']) => name);
      return [
        ...whole.filter((name) => !hasText(name, true)),
        ...started.filter((name) => !hasText(name, false)).map((name) => `${name}…`),
      ];
    });
    expect(missing).toEqual([]);
  });

  it('hold nothing that no page says', () => {
    const code = sources(SOURCES).join('\n');
    // A key is written out, or made from a text with a gap: `lane.${name}`.
    const made = [...code.matchAll(/`((?:\w+:)?[\w.-]*)\$\{[^`]*`/g)]
      .map(([, start = '']) => start)
      .filter((start) => /[.:]$/.test(start));
    const written = new Set([...code.matchAll(/['"`]((?:\w+:)?[\w.-]+)['"`]/g)].map(([, text]) => text));
    const isUsed = (key: string): boolean => {
      const [file = '', path = ''] = key.split(':');
      return [path, `${file}:${path}`].some(
        (name) => written.has(name) || made.some((start) => name.startsWith(start)),
      );
    };
    expect([...texts.en.keys()].filter((key) => !isUsed(key))).toEqual([]);
  });
});
