/** Texts that authors wrote in several languages: the reader's, else English, else the first. */
import { useCallback } from 'react';
import { useTranslation } from '../language/use-translation.js';

type LocalizedText = Readonly<Record<string, string>>;

/** The text in the reader's language. Use {@link AuthoredText} where the reader should see that it is another one. */
export function useText(): (text: LocalizedText | undefined) => string {
  const { i18n } = useTranslation();
  const { language } = i18n;
  return useCallback(
    (text) => (text === undefined ? '' : (text[language] ?? text['en'] ?? Object.values(text)[0] ?? '')),
    [language],
  );
}
