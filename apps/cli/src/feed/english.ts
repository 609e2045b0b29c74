import type { LocalizedText } from '#domain/alert/alert.js';

/** The terminal speaks English; what is not said in English is shown as it is. */
export function english(text: LocalizedText): string {
  return text['en'] ?? Object.values(text)[0] ?? '';
}
