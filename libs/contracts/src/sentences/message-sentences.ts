/** What the events of messages say. */
import { CONTROL, unitAt, type Address } from '#domain/message/address.js';
import type { MessageEvents } from '#domain/message/message-events.js';
import { SIDES } from '#domain/kernel/side.js';
import type { Say } from '../language/say.js';
import { listed, word } from '../language/words.js';
import { authoredPart } from './authored.js';
import { tlp } from './phrases.js';
import { authored, side, time, unit, value, type Part } from './sentence.js';
import { sentence, yes, type Sentences } from './sentence-of.js';

export const messageSentences: Sentences<MessageEvents> = {
  MessagePosted: ({ data }, say) =>
    sentence(
      say,
      'MessagePosted',
      {
        kind: word(say, `word.messageKind.${data.kind}`),
        message: value(data.message),
        from: addressParts(say, data.from),
        to: addresses(say, data.to),
        titled: yes(data.subject !== undefined),
        subject: authored(data.subject ?? ''),
        text: typeof data.text === 'string' ? authored(data.text) : authoredPart(data.text, say.language),
        label: tlp(data.label),
        timed: yes(data.answerBy !== undefined),
        answerBy: time(data.answerBy ?? 0),
      },
      'bold',
    ),
  MessageRead: ({ data }, say) =>
    sentence(say, 'MessageRead', { message: value(data.message), by: addressParts(say, data.by) }),
  MessageAnswered: ({ data }, say) =>
    sentence(
      say,
      'MessageAnswered',
      {
        message: value(data.message),
        by: addressParts(say, data.by),
        named: yes(data.answer !== undefined || data.tearLine !== undefined),
        answer: value(data.answer ?? data.tearLine ?? ''),
        late: yes(data.late === true),
      },
      data.late ? 'warn' : 'good',
    ),
  MessageReminded: ({ data }, say) =>
    sentence(say, 'MessageReminded', { message: value(data.message), to: addresses(say, data.to) }),
  MessageOverdue: ({ data }, say) =>
    sentence(say, 'MessageOverdue', { message: value(data.message), to: addresses(say, data.to) }, 'bad'),
  MessageReplyPlanned: ({ data }, say) =>
    sentence(say, 'MessageReplyPlanned', {
      unit: unit(data.unit),
      message: value(data.message),
      planned: yes(data.at !== null),
      at: time(data.at ?? 0),
      known: yes(data.rule !== undefined),
    }),
};

/** An address in words. */
function addressParts(say: Say, address: Address): Part[] {
  if (address === CONTROL) return say('phrase.address.control');
  const found = unitAt(address);
  if (found !== undefined) return [unit(found)];
  const of = SIDES.find((one) => address.endsWith(one));
  return of === undefined ? [value(address)] : say('phrase.address.desk', { side: side(of) });
}

function addresses(say: Say, to: readonly Address[]): Part[] {
  return listed(
    say,
    to.map((one) => addressParts(say, one)),
  );
}
