/** Authored texts in the reader's language; without one, in English; without that, in the first one. */
import type { Alert } from '#domain/alert/alert.js';
import { headlineOf, headlinesOf } from '#domain/alert/headline.js';
import type { LocalizedText } from '#domain/kernel/localized-text.js';
import { isOfLanguage, type Language } from '../language/languages.js';
import { authored, type Part } from './sentence.js';

export interface AuthoredText {
  readonly text: string;
  /** The BCP 47 tag under which it was written; absent: not known. */
  readonly language?: string;
  /** Whether it is in another language than the reader's, which a page has to mark. */
  readonly isFallback: boolean;
}

/** A text of no language at all is empty. */
export function authoredIn(text: LocalizedText, language: Language): AuthoredText {
  const tag = tagOf(text, language) ?? tagOf(text, 'en') ?? Object.keys(text)[0];
  if (tag === undefined) return { text: '', isFallback: false };
  return { text: text[tag] ?? '', language: tag, isFallback: !isOfLanguage(tag, language) };
}

/** The tag without a region, if it is there, before one with a region. */
function tagOf(text: LocalizedText, language: Language): string | undefined {
  return Object.hasOwn(text, language) ? language : Object.keys(text).find((tag) => isOfLanguage(tag, language));
}

/** As a part of a sentence. */
export function authoredPart(text: LocalizedText, language: Language): Part {
  const found = authoredIn(text, language);
  return authored(found.text, found.language);
}

type Info = NonNullable<Alert['info']>[number];

/** CAP 1.2, 3.2.2: an `info` block without a language is in `en-US`. */
export function englishInfo({ info = [] }: Pick<Alert, 'info'>): Info | undefined {
  return info.find(({ language = 'en-US' }) => isOfLanguage(language, 'en')) ?? info[0];
}

/** The headline; the event where the headline is blank; the note or the identifier where there is neither. */
export function alertTitle(alert: Pick<Alert, 'info' | 'note' | 'identifier'>, language: Language): AuthoredText {
  if (alert.info === undefined) return { text: filled(alert.note) ?? alert.identifier, isFallback: false };
  const headlines = headlinesOf(alert);
  if (Object.keys(headlines).length === 0) return { text: headlineOf(alert), isFallback: false };
  return authoredIn(headlines, language);
}

/** The text, unless it is blank. */
export function filled(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : text;
}
