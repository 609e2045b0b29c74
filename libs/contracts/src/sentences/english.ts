/** The English of an authored text. System text is English; a text without English is shown in its first language. */
import type { Alert } from '#domain/alert/alert.js';
import type { LocalizedText } from '#domain/kernel/localized-text.js';
import { headlineOf, isEnglish } from '#domain/alert/headline.js';

export function english(text: LocalizedText): string {
  const [, said = ''] = Object.entries(text).find(([language]) => isEnglish(language)) ?? Object.entries(text)[0] ?? [];
  return text['en'] ?? said;
}

type Info = NonNullable<Alert['info']>[number];

/** CAP 1.2, 3.2.2: an `info` block without a language is in `en-US`. */
export function englishInfo({ info = [] }: Pick<Alert, 'info'>): Info | undefined {
  return info.find(({ language = 'en-US' }) => isEnglish(language)) ?? info[0];
}

/** The headline in English; the event where the headline is blank; the note or the identifier where there is neither. */
export function alertTitle(alert: Pick<Alert, 'info' | 'note' | 'identifier'>): string {
  return alert.info === undefined ? (filled(alert.note) ?? alert.identifier) : headlineOf(alert);
}

/** The text, unless it is blank. */
export function filled(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : text;
}
