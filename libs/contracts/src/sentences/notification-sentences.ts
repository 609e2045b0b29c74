/** What the events of notifications and their answers say. */
import type { NotificationEvents } from '#domain/notification/notification-events.js';
import type { Action } from '#domain/unit/unit.js';
import type { Say } from '../language/say.js';
import { word } from '../language/words.js';
import { authored, unit, value, type Part } from './sentence.js';
import { arrival, sentence, timeOrNone, yes, type Sentences } from './sentence-of.js';

export const notificationSentences: Sentences<NotificationEvents> = {
  NotificationSent: ({ data }, say) => sentence(say, 'NotificationSent', { unit: unit(data.unit) }),
  NotificationDelivered: ({ data }, say) => sentence(say, 'NotificationDelivered', { unit: unit(data.unit) }),
  NotificationReminded: ({ data }, say) =>
    sentence(say, 'NotificationReminded', { unit: unit(data.unit), attempt: value(data.attempt) }),
  NotificationAcknowledged: ({ data }, say) =>
    sentence(say, 'NotificationAcknowledged', { will: will(data, say) }, 'good'),
  NotificationDeclined: ({ data }, say) =>
    sentence(say, 'NotificationDeclined', { unit: unit(data.unit), reason: declined(data.reason, say) }, 'warn'),
  // A unit that was not reached is not called silent. An answer that was given may still be under way.
  NotificationExpired: ({ data }, say, { delivered }) =>
    sentence(say, 'NotificationExpired', { unit: unit(data.unit), reached: yes(delivered !== false) }, 'warn'),
  NotificationWithdrawn: ({ data }, say) =>
    sentence(say, 'NotificationWithdrawn', { unit: unit(data.unit), reason: withdrawal(data.reason, say) }),
  NotificationUndeliverable: ({ data }, say) =>
    sentence(say, 'NotificationUndeliverable', { unit: unit(data.unit) }, 'bad'),
  LateAcknowledgement: ({ data }, say) => sentence(say, 'LateAcknowledgement', { will: will(data, say) }, 'good'),
  AcknowledgementLapsed: ({ data }, say) => sentence(say, 'AcknowledgementLapsed', { unit: unit(data.unit) }, 'warn'),
  AnswerGiven: ({ data }, say) => sentence(say, 'AnswerGiven', { unit: unit(data.unit), link: data.link }),
  AnswerTransmissionPlanned: ({ data }, say) =>
    sentence(say, 'AnswerTransmissionPlanned', arrival(data.notification, data.arrivesAt)),
  AnswerKept: ({ data }, say) => sentence(say, 'AnswerKept', { id: value(data.notification) }),
  TransmissionPlanned: ({ data }, say) =>
    sentence(say, 'TransmissionPlanned', arrival(data.notification, data.deliverAt)),
  AnswerPlanned: ({ data: { notification, answer, at } }, say) =>
    sentence(say, 'AnswerPlanned', {
      id: value(notification),
      answered: yes(at !== null),
      answer: word(say, `word.answer.${answer}`),
      time: timeOrNone(at),
    }),
};

function will({ unit: id, action }: { readonly unit: string; readonly action: Action }, say: Say): Part[] {
  return say(`phrase.will.${action}`, { unit: unit(id) });
}

/** A person's reason is in that person's words; the rules have some of their own. */
function declined(reason: string, say: Say): Part {
  const key = `word.declineReason.${reason}`;
  return say.has(key) ? say(key).join('') : authored(reason);
}

/** The rules give reasons that have words; that of another version is shown as it is. */
function withdrawal(reason: string, say: Say): Part {
  const key = `word.withdrawal.${reason}`;
  return say.has(key) ? say(key).join('') : authored(reason.replaceAll('-', ' '), 'en');
}
