/** Loads one language, for a browser that needs no more than its reader's. */
import type { Catalogue } from './catalogue.js';
import type { Language } from './languages.js';
import { sayIn, type Say } from './say.js';

const CATALOGUES: Readonly<Record<Language, () => Promise<{ readonly default: Catalogue }>>> = {
  en: () => import('./en.json', { with: { type: 'json' } }),
  ur: () => import('./ur.json', { with: { type: 'json' } }),
  zh: () => import('./zh.json', { with: { type: 'json' } }),
};

/** Each call makes a new one: keep it. @throws when the catalogue cannot be fetched */
export async function loadLanguage(language: Language): Promise<Say> {
  const { default: catalogue } = await CATALOGUES[language]();
  return sayIn(language, catalogue);
}
