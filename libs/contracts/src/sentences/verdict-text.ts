/** What a verdict says to people in the terminal and in the report. */
import type { Expectation, Judgement, Verdict } from '#domain/expectation/expectation.js';
import { inEnglish } from '../language/english.js';
import type { Say } from '../language/say.js';
import { plainText } from './plain-text.js';
import { expectationParts, reasonParts } from './verdict-parts.js';

export const JUDGEMENT_WORDS: Record<Judgement, string> = {
  met: 'met',
  missed: 'MISSED',
  'not-applicable': 'n/a',
  unjudged: 'not judged',
};

/** `it happened too late, at T+00:12:00 (by T+00:10:00)`. */
export function reasonText(verdict: Verdict, say: Say = inEnglish): string {
  return plainText(reasonParts(verdict, say), say);
}

/** The author's title, or what is expected in words of ours. */
export function expectationText(expectation: Expectation, say: Say = inEnglish): string {
  return plainText(expectationParts(expectation, say), say);
}
