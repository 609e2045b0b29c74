/** The languages in which the product speaks. Whatever it says stands in a catalogue for each, with the same keys. */

/** BCP 47 tags. */
export const LANGUAGES = ['en', 'ur', 'zh'] as const;
export type Language = (typeof LANGUAGES)[number];

export const DIRECTIONS: Readonly<Record<Language, 'ltr' | 'rtl'>> = { en: 'ltr', ur: 'rtl', zh: 'ltr' };

/** Whether a tag is of the language, in any region or script: `zh-Hans-CN` is `zh`. Case does not count (RFC 5646, 2.1.1). */
export function isOfLanguage(tag: string, language: Language): boolean {
  const lower = tag.toLowerCase();
  return lower === language || lower.startsWith(`${language}-`);
}

/** The language of a tag, as a browser states it; undefined when the product does not speak it. */
export function languageOf(tag: string): Language | undefined {
  return LANGUAGES.find((language) => isOfLanguage(tag, language));
}
