/** How the files of sentences, one for each concept, are written. */
import type { EventContext } from '#domain/evaluation/event-context.js';
import type { EventOf, EventType } from '#domain/kernel/event.js';
import type { SentenceName } from '../language/catalogue.js';
import type { MessageValues, Say } from '../language/say.js';
import { plainText } from './plain-text.js';
import { time, value, type Part, type Sentence, type Tone } from './sentence.js';

export type SentenceOf<T extends EventType> = (event: EventOf<T>, say: Say, context: EventContext) => Sentence;

/** The sentences of the events that one concept declares: the compiler names a type that has none. */
export type Sentences<Events> = { readonly [T in keyof Events & EventType]: SentenceOf<T> };

/** Label, lead and text of the catalogue, each with the same values. */
export function sentence(say: Say, name: SentenceName, values: MessageValues = {}, tone?: Tone): Sentence {
  return {
    label: plainText(say(`event.${name}.label`, values), say),
    ...(tone && { tone }),
    lead: say(`event.${name}.lead`, values),
    text: say(`event.${name}.text`, values),
  };
}

/** For `{name, select, yes {…} other {…}}`. */
export function yes(holds: boolean): 'yes' | 'no' {
  return holds ? 'yes' : 'no';
}

/** When it arrives, if it does. @param at exercise time, ms */
export function arrival(id: string, at: number | null): MessageValues {
  return { id: value(id), lost: yes(at === null), time: timeOrNone(at) };
}

/** Nothing in the place of a time that there is not: a message names it only where there is one. */
export function timeOrNone(ms: number | null): Part {
  return ms === null ? '' : time(ms);
}
