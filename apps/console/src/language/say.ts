/** The catalogue of what the product says about events and values, in the language of the page. */
import { useTranslation } from './use-translation.js';
import { loadLanguage as loadSay } from '#contracts/language/load-language.js';
import type { Language } from '#contracts/language/languages.js';
import type { Say } from '#contracts/language/say.js';

const loaded = new Map<string, Say>();

/** Before the page is drawn in the language. */
export async function prepareSay(language: Language): Promise<void> {
  if (!loaded.has(language)) loaded.set(language, await loadSay(language));
}

export function useSay(): Say {
  const { i18n } = useTranslation();
  const say = loaded.get(i18n.language);
  if (say === undefined) throw new Error(`the catalogue of "${i18n.language}" is not loaded`);
  return say;
}
