/** The words for values of the domain, in the reader's language. */
import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';

/** `word('incidentStatus', 'responding')`. A value without a word is shown as it is. */
export function useWord(): (kind: string, value: string) => string {
  const { t, i18n } = useTranslation('words');
  return useCallback(
    (kind, value) => (i18n.exists(`words:${kind}.${value}`) ? t(`${kind}.${value}`) : value),
    [t, i18n],
  );
}
