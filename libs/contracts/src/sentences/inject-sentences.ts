/** What the events of the script say. */
import type { InjectEvents } from '#domain/inject/inject-events.js';
import type { EventOf } from '#domain/kernel/event.js';
import type { Say } from '../language/say.js';
import { word } from '../language/words.js';
import { authoredPart } from './authored.js';
import { mayKnow, refusalParts } from './phrases.js';
import { authored, duration, side, time, value, type Part } from './sentence.js';
import { sentence, yes, type Sentences } from './sentence-of.js';

export const injectSentences: Sentences<InjectEvents> = {
  InjectScheduled: ({ data }, say) =>
    sentence(say, 'InjectScheduled', { inject: value(data.inject), due: time(data.due) }),
  InjectFired: ({ data: { inject, kind, time: count } }, say) => {
    const values = { inject: value(inject), kind: word(say, `word.injectKind.${kind}`) };
    return sentence(say, 'InjectFired', { ...values, again: yes(count !== 1), count: value(count) }, 'bold');
  },
  InjectSkipped: ({ data }, say) =>
    sentence(say, 'InjectSkipped', { inject: value(data.inject), why: skipReason(data, say) }, 'warn'),
  InjectDelayed: ({ data }, say) => sentence(say, 'InjectDelayed', { inject: value(data.inject), due: time(data.due) }),
  InjectImprovised: ({ data: { inject } }, say) => {
    const kind = word(say, `word.injectKind.${inject.kind}`);
    return sentence(say, 'InjectImprovised', { inject: value(inject.id), kind, due: time(inject.at) });
  },
  AcknowledgementOverdue: ({ data }, say) => {
    const known = yes(mayKnow(data.incident, data.side));
    return sentence(
      say,
      'AcknowledgementOverdue',
      { side: side(data.side), known, duration: duration(data.forMs) },
      'warn',
    );
  },
  MessageSent: ({ data: { from, text } }, say) =>
    sentence(say, 'MessageSent', {
      signed: yes(from !== undefined),
      from: from ? authoredPart(from, say.language) : '',
      text: authoredPart(text, say.language),
    }),
  NoteTaken: ({ data }, say) => sentence(say, 'NoteTaken', { text: authoredPart(data.text, say.language) }),
};

function skipReason({ reason, code, message }: EventOf<'InjectSkipped'>['data'], say: Say): Part | Part[] {
  if (reason === 'refused') {
    const refusal = refusalParts(say, code ?? reason, message ?? reason);
    return say('phrase.refused', { message: refusal, code: value(code ?? reason) });
  }
  if (reason === 'by-command' && message !== undefined) return authored(message);
  return word(say, `word.injectSkip.${reason}`);
}
