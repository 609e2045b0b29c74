/**
 * The texts of the page in its language. The hook of react-i18next copies the whole i18next instance for each component that is
 * mounted: in a jump of a replay, which mounts some hundred, that was half of the time.
 */
import type { i18n, TFunction } from 'i18next';
import type { Namespace } from './languages.js';
import { createContext, useContext, useMemo, useSyncExternalStore, type ReactNode } from 'react';

interface Translation {
  readonly i18n: i18n;
  /** Of one namespace: the same function until the language changes. */
  readonly textsOf: (namespace: Namespace) => TFunction;
}

const TranslationContext = createContext<Translation | undefined>(undefined);

export function TranslationProvider({ i18n, children }: { readonly i18n: i18n; readonly children: ReactNode }) {
  const language = useSyncExternalStore(
    (changed) => {
      i18n.on('languageChanged', changed);
      return () => i18n.off('languageChanged', changed);
    },
    () => i18n.language,
  );
  const translation = useMemo(() => translationOf(i18n, language), [i18n, language]);
  return <TranslationContext value={translation}>{children}</TranslationContext>;
}

/** A part of the page in a language of its own, whose texts are loaded. */
export function LanguagePart({ language, children }: { readonly language: string; readonly children: ReactNode }) {
  const { i18n } = useTranslation();
  const translation = useMemo(
    // Whoever asks for the language of the page gets that of the part.
    () => translationOf(Object.create(i18n, { language: { value: language } }) as i18n, language),
    [i18n, language],
  );
  return <TranslationContext value={translation}>{children}</TranslationContext>;
}

function translationOf(i18n: i18n, language: string): Translation {
  const made = new Map<string, TFunction>();
  const textsOf = (namespace: Namespace): TFunction => {
    const t = made.get(namespace) ?? i18n.getFixedT(language, namespace);
    made.set(namespace, t);
    return t;
  };
  return { i18n, textsOf };
}

/** @param namespace the file of the catalogue, for keys that name none */
export function useTranslation(namespace: Namespace = 'frame'): { readonly t: TFunction; readonly i18n: i18n } {
  const translation = useContext(TranslationContext);
  if (translation === undefined) throw new Error('useTranslation needs a TranslationProvider above it');
  return { t: translation.textsOf(namespace), i18n: translation.i18n };
}
