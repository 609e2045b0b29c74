/** Words for values, and messages for problems. */
import { plainText } from '../sentences/plain-text.js';
import type { Part } from '../sentences/sentence.js';
import type { WordKey } from './catalogue.js';
import type { MessageValues, Say } from './say.js';

/** The word for one value: `word(say, 'word.severity.Severe')`. */
export function word(say: Say, key: WordKey, values?: MessageValues): string {
  return plainText(say(key, values), say);
}

/** What is wrong and what would be possible; undefined for a code that a newer server sent. @param code of a problem document */
export function problemText(say: Say, code: string): string | undefined {
  const key = `problem.${code}`;
  return say.has(key) ? plainText(say(key), say) : undefined;
}

/** Parts one after the other, as the language sets them apart: `a, b`. */
export function listed(
  say: Say,
  items: readonly (readonly Part[])[],
  by: 'list' | 'clauses' | 'categories' = 'list',
): Part[] {
  return items.flatMap((item, index) => (index === 0 ? item : [...say(`phrase.separator.${by}`), ...item]));
}
