/** The languages of the console, and what each needs of the page. */
import { createInstance, type i18n } from 'i18next';
import ICU from 'i18next-icu';
import { LANGUAGES, type Language, languageOf } from '#contracts/language/languages.js';
import { setDirection } from './page-language.js';
import { prepareSay } from './say.js';

export { LANGUAGES, type Language };

/** Each language in its own words. */
export const LANGUAGE_NAMES: Readonly<Record<Language, string>> = { en: 'English', ur: 'اردو', zh: '中文' };

/** A file per screen; together they are the catalogue of a language. */
const FILES = import.meta.glob<{ default: Record<string, unknown> }>('./{en,ur,zh}/*.json');

export function isLanguage(text: string | null | undefined): text is Language {
  return LANGUAGES.includes(text as Language);
}

/** The language that this person chose before, or that the browser asks for. */
export function preferredLanguage(): Language {
  const chosen = new URLSearchParams(location.search).get('lang') ?? localStorage.getItem('language');
  if (isLanguage(chosen)) return chosen;
  return navigator.languages.map(languageOf).find((one) => one !== undefined) ?? 'en';
}

async function catalogueOf(language: Language): Promise<Record<string, Record<string, unknown>>> {
  const files = Object.entries(FILES).filter(([path]) => path.startsWith(`./${language}/`));
  const loaded = await Promise.all(
    files.map(async ([path, load]) => [path.slice(5, -5), (await load()).default] as const),
  );
  return Object.fromEntries(loaded);
}

/** One file for all pages of a language: the page shows nothing before it has its words. */
export async function loadLanguage(instance: i18n, language: Language): Promise<void> {
  await Promise.all([loadTexts(instance, language), setDirection(language)]);
  await instance.changeLanguage(language);
}

/** For a part of a page that speaks another language than the page. */
export async function loadTexts(instance: i18n, language: Language): Promise<void> {
  const isLoaded = instance.hasResourceBundle(language, 'frame');
  const [catalogue] = await Promise.all([isLoaded ? {} : catalogueOf(language), prepareSay(language)]);
  for (const [namespace, texts] of Object.entries(catalogue)) {
    instance.addResourceBundle(language, namespace, texts, true, true);
  }
}

export async function createLanguage(language: Language): Promise<i18n> {
  const instance = createInstance();
  await instance.use(ICU).init({
    lng: language,
    fallbackLng: false,
    ns: ['frame'],
    defaultNS: 'frame',
    resources: {},
    interpolation: { escapeValue: false },
    returnNull: false,
  });
  await loadLanguage(instance, language);
  return instance;
}
