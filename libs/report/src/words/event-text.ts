/** What an event says in a report: a short sentence without its time and its incident, which stand beside it. */
import { inEnglish } from '#contracts/language/english.js';
import type { Say } from '#contracts/language/say.js';
import { unreachedParts } from '#contracts/sentences/phrases.js';
import { plainText, type Names } from '#contracts/sentences/plain-text.js';
import { sentenceOf } from '#contracts/sentences/sentences.js';
import type { LoggedEvent } from '#domain/kernel/event.js';
import type { Unreached } from '#domain/policy/resolve-targets.js';
import type { EventContext } from '#domain/evaluation/event-context.js';

/** An event of a newer version, which has no sentence here, is shown by its data. */
export function eventText(event: LoggedEvent, names: Names, context: EventContext = {}, say: Say = inEnglish): string {
  const sentence = sentenceOf(event, context, say);
  if (!sentence) return dataText(event.data);
  const [first = '', ...rest] = [...sentence.lead, ...sentence.text];
  const beginning = typeof first === 'string' ? `${first.slice(0, 1).toUpperCase()}${first.slice(1)}` : first;
  return plainText([beginning, ...rest], say, names);
}

/** Whom a step would have asked, and why that was nobody. */
export function unreachedText(unreached: readonly Unreached[], names: Names, say: Say = inEnglish): string {
  return plainText(unreachedParts(say, unreached), say, names);
}

function dataText(data: object): string {
  return Object.entries(data)
    .map(([key, value]) => `${key} ${typeof value === 'object' ? JSON.stringify(value) : String(value)}`)
    .join(', ');
}
