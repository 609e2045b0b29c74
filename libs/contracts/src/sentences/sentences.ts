/** What an event says to people, in the feed in the terminal, in the report and in the console. */
import type { EventContext } from '#domain/evaluation/event-context.js';
import type { DomainEvent, EventData, EventType } from '#domain/kernel/event.js';
import type { Say } from '../language/say.js';
import { alertSentences } from './alert-sentences.js';
import { escalationSentences } from './escalation-sentences.js';
import { evaluationSentences } from './evaluation-sentences.js';
import { exerciseSentences } from './exercise-sentences.js';
import { incidentSentences } from './incident-sentences.js';
import { injectSentences } from './inject-sentences.js';
import { labelSentences } from './label-sentences.js';
import { messageSentences } from './message-sentences.js';
import { notificationSentences } from './notification-sentences.js';
import { policySentences } from './policy-sentences.js';
import { releasingSentences } from './releasing-sentences.js';
import { sharingSentences } from './sharing-sentences.js';
import type { Sentence } from './sentence.js';
import type { SentenceOf, Sentences } from './sentence-of.js';
import { unitSentences } from './unit-sentences.js';

/** One for each type of event: the compiler names a type without one. */
const SENTENCES: Sentences<EventData> = {
  ...exerciseSentences,
  ...policySentences,
  ...alertSentences,
  ...incidentSentences,
  ...escalationSentences,
  ...notificationSentences,
  ...unitSentences,
  ...sharingSentences,
  ...messageSentences,
  ...labelSentences,
  ...releasingSentences,
  ...injectSentences,
  ...evaluationSentences,
};

/**
 * @param context what it needs to know of the events before it; `{}` where nothing is known
 * @returns undefined for a type that a newer version wrote
 * @throws TypeError when the event lacks what its type has, or has a value without a word
 */
export function sentenceOf(event: DomainEvent, context: EventContext, say: Say): Sentence | undefined {
  if (!Object.hasOwn(SENTENCES, event.type)) return undefined;
  // The compiler cannot see that the event and its sentence are of one type.
  return (SENTENCES[event.type] as SentenceOf<EventType>)(event, say, context);
}
