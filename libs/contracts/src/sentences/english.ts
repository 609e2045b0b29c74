/** The English of an authored text, for the terminal and the report. */
import type { LocalizedText } from '#domain/kernel/localized-text.js';
import { authoredIn } from './authored.js';

/** A text without English is shown in its first language. */
export function english(text: LocalizedText): string {
  return authoredIn(text, 'en').text;
}
