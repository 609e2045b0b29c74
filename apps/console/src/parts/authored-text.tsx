/** A text by its author, marked with its language where it is not the reader's. */
import { useTranslation } from '../language/use-translation.js';
import styles from './parts.module.css';

export function AuthoredText({ text }: { readonly text: Readonly<Record<string, string>> | undefined }) {
  const { i18n, t } = useTranslation('frame');
  if (text === undefined) return null;
  const language = [i18n.language, 'en'].find((one) => text[one] !== undefined) ?? Object.keys(text)[0];
  if (language === undefined) return null;
  const isOther = language !== i18n.language;
  return (
    <>
      <bdi lang={language}>{text[language]}</bdi>
      {isOther && (
        <span className={styles['fallback']} title={t('otherLanguage')}>
          {language}
        </span>
      )}
    </>
  );
}
