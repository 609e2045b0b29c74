/** The one line that names an alert in English: in an incident, a list, a feed or a report. */
import type { Alert, AlertInfo } from './alert.js';
import type { LocalizedText } from '../kernel/localized-text.js';

/** CAP 1.2, 3.2.2: an info block without a language is in `en-US`. */
const DEFAULT_LANGUAGE = 'en-US';

/** Whether a language tag is English of any region. Tags are compared without regard to case (RFC 3066, section 2.1). */
function isEnglish(language: string): boolean {
  return /^en(?:-|$)/i.test(language);
}

/**
 * The headline of the first English block that has one, else the event of the first English block that has one; failing
 * that, the first headline or event of any block; failing that, the identifier. A blank text counts as absent.
 */
export function headlineOf({ info = [], identifier }: Pick<Alert, 'info' | 'identifier'>): string {
  const english = info.filter(({ language = DEFAULT_LANGUAGE }) => isEnglish(language));
  return firstOf(english, 'headline') ?? firstOf(english, 'event') ?? info.map(lineOf).find(isFilled) ?? identifier;
}

/** The headline in each language of the alert, English of any region under `en`; a blank headline gives way to the event. */
export function headlinesOf({ info = [], identifier }: Pick<Alert, 'info' | 'identifier'>): LocalizedText {
  const lines = new Map<string, string>();
  for (const block of info) {
    const { language = DEFAULT_LANGUAGE } = block;
    const line = lineOf(block);
    if (isEnglish(language)) lines.set('en', headlineOf({ info, identifier }));
    else if (isFilled(line) && !lines.has(language)) lines.set(language, line);
  }
  return Object.fromEntries(lines);
}

function firstOf(blocks: readonly AlertInfo[], field: 'headline' | 'event'): string | undefined {
  return blocks.map((block) => block[field]).find(isFilled);
}

function lineOf({ headline, event }: AlertInfo): string {
  return isFilled(headline) ? headline : event;
}

function isFilled(text: string | undefined): text is string {
  return text !== undefined && text.trim() !== '';
}
