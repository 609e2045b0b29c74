/** The English of an authored text. System text is English; a text without English is shown in its first language. */
import type { Alert, LocalizedText } from '#domain/alert/alert.js';

/** Whether a language tag (BCP 47) is English of any region: `en`, `en-GB`. */
export function isEnglish(language: string): boolean {
  return /^en(-|$)/i.test(language);
}

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
  const info = englishInfo(alert);
  return filled(info?.headline) ?? filled(info?.event) ?? filled(alert.note) ?? alert.identifier;
}

/** The text, unless it is blank. */
export function filled(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : text;
}
