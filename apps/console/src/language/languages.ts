/** The languages of the console, and what each needs of the page. */
import { createInstance, type i18n } from 'i18next';
import ICU from 'i18next-icu';
import { LANGUAGES, type Language, languageOf } from '#contracts/language/languages.js';
import { setDirection } from './page-language.js';
import { prepareSay } from './say.js';

export { LANGUAGES, type Language };

/** Each language in its own words. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', ur: 'اردو', zh: '中文' };

/** A file for each namespace. A screen loads those that it says something from; `namespaces.spec.ts` checks its list. */
const FILES = import.meta.glob<{ default: Record<string, unknown> }>('./{en,ur,zh}/*.json');

/** The files of a language, without `.json`. */
export type Namespace =
  | 'control'
  | 'coordination'
  | 'desk'
  | 'evaluate'
  | 'feed'
  | 'frame'
  | 'invitations'
  | 'library'
  | 'lobby'
  | 'messages'
  | 'labels'
  | 'releases'
  | 'policy'
  | 'remote'
  | 'replay'
  | 'report'
  | 'session'
  | 'wall';

export function isLanguage(text: string | null | undefined): text is Language {
  return LANGUAGES.includes(text as Language);
}

/** The language that this person chose before, or that the browser asks for. */
export function preferredLanguage(): Language {
  const chosen = new URLSearchParams(location.search).get('lang') ?? localStorage.getItem('language');
  if (isLanguage(chosen)) return chosen;
  return navigator.languages.map(languageOf).find((one) => one !== undefined) ?? 'en';
}

/** What the screens that are open, or were, have asked for; whichever language is chosen next needs it, too. */
const namespaces = new Set<Namespace>(['frame']);
/** The language of the page, and those of its parts. */
const spoken = new Set<Language>();

const instance = createInstance();

/** A screen's texts, before it is drawn: in each language that the page speaks. */
export async function loadNamespaces(wanted: readonly Namespace[]): Promise<void> {
  for (const namespace of wanted) namespaces.add(namespace);
  await Promise.all([...spoken].flatMap((language) => wanted.map((namespace) => loadTexts(language, namespace))));
}

async function loadTexts(language: Language, namespace: Namespace): Promise<void> {
  if (instance.hasResourceBundle(language, namespace)) return;
  const texts = await FILES[`./${language}/${namespace}.json`]?.();
  instance.addResourceBundle(language, namespace, texts?.default);
}

/** For a part of a page that speaks another language than the page. */
export async function addLanguage(language: Language): Promise<void> {
  spoken.add(language);
  await Promise.all([prepareSay(language), ...[...namespaces].map((namespace) => loadTexts(language, namespace))]);
}

export async function changeLanguage(language: Language): Promise<void> {
  await Promise.all([addLanguage(language), setDirection(language)]);
  await instance.changeLanguage(language);
}

export async function createLanguage(language: Language): Promise<i18n> {
  await instance.use(ICU).init({
    lng: language,
    fallbackLng: false,
    ns: ['frame'],
    defaultNS: 'frame',
    resources: {},
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  await changeLanguage(language);
  return instance;
}
