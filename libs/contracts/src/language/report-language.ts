/** The texts of the after-action report, in a catalogue of their own: nothing else needs them, and a browser loads none. */
import { plainText } from '../sentences/plain-text.js';
import type { Catalogue, MessageKey } from './catalogue.js';
import type { Language } from './languages.js';
import { sayIn, type MessageValues, type Say } from './say.js';
import type english from './report/en.json';

export type ReportCatalogue = typeof english;
export type ReportKey = Paths<ReportCatalogue>;

type Paths<Node> = {
  [Key in keyof Node & string]: Node[Key] extends string ? Key : `${Key}.${Paths<Node[Key]>}`;
}[keyof Node & string];

type Load<Texts> = () => Promise<{ readonly default: Texts }>;

const TEXTS: Readonly<Record<Language, readonly [Load<Catalogue>, Load<ReportCatalogue>]>> = {
  en: [
    () => import('./en.json', { with: { type: 'json' } }),
    () => import('./report/en.json', { with: { type: 'json' } }),
  ],
  ur: [
    () => import('./ur.json', { with: { type: 'json' } }),
    () => import('./report/ur.json', { with: { type: 'json' } }),
  ],
  zh: [
    () => import('./zh.json', { with: { type: 'json' } }),
    () => import('./report/zh.json', { with: { type: 'json' } }),
  ],
};

export interface ReportLanguage {
  /** Sentences about events, words for values. */
  readonly say: Say;
  /** A text of the report. In a language from right to left each value is isolated (U+2068, U+2069). */
  readonly text: (key: ReportKey, values?: Readonly<Record<string, string | number>>) => string;
}

/** @throws when a catalogue cannot be read */
export async function loadReportLanguage(language: Language): Promise<ReportLanguage> {
  const [base, own] = await Promise.all(
    TEXTS[language].map((load) => load()) as [Promise<{ default: Catalogue }>, Promise<{ default: ReportCatalogue }>],
  );
  const say = sayIn(language, base.default);
  const sayOwn = sayIn(language, own.default as unknown as Catalogue);
  return {
    say,
    text: (key, values = {}) => plainText(sayOwn(key as unknown as MessageKey, inParts(values)), say),
  };
}

/** Text that a value shows is a part; what chooses a form of the message (`select`) has to stay text. */
function inParts(values: Readonly<Record<string, string | number>>): MessageValues {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' || SELECTORS.has(name) ? value : { kind: 'value' as const, text: value },
    ]),
  );
}

const SELECTORS: ReadonlySet<string> = new Set(['role', 'class', 'direction', 'sided', 'withheld']);
