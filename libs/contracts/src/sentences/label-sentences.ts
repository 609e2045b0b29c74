/** What the events of labels say. */
import { isSame } from '#domain/release/label.js';
import type { LabelEvents } from '#domain/labelling/label-events.js';
import type { WrittenEvent } from '#domain/incident/writing.js';
import type { LabelledKind } from '#domain/kernel/labelled-thing.js';
import type { MessageValues, Say } from '../language/say.js';
import { listed, word } from '../language/words.js';
import { authoredPart } from './authored.js';
import { tlp } from './phrases.js';
import { authored, value, type Part } from './sentence.js';
import { sentence, yes, type Sentences } from './sentence-of.js';

export const labelSentences: Sentences<LabelEvents> = {
  LabelChanged: ({ data }, say) => {
    const { from, to, set, seenBy = [], tearLine, reason } = data;
    const values = {
      ...thing(say, data),
      from: tlp(from),
      to: tlp(to),
      seen: yes(seenBy.length > 0),
      seenBy: listed(
        say,
        seenBy.map((one) => [value(one)]),
      ),
      torn: yes(tearLine !== undefined),
      tearLine: value(tearLine ?? ''),
      reviewed: yes(set.reviewAt !== undefined),
      reviewAt: value(set.reviewAt ?? ''),
      stated: yes(reason !== undefined),
      reason: authored(reason ?? ''),
    };
    return isSame(from, to)
      ? sentence(say, 'LabelChanged.confirmed', values)
      : sentence(say, 'LabelChanged.changed', values, 'warn');
  },
  LabelWithheld: ({ data }, say) => sentence(say, 'LabelWithheld', thing(say, data), 'warn'),
  LabelDisclosed: ({ data }, say) =>
    sentence(
      say,
      'LabelDisclosed',
      { ...thing(say, data), label: tlp(data.label), text: textOf(data.said, say) },
      'warn',
    ),
  LabelReviewDue: ({ data }, say) =>
    sentence(say, 'LabelReviewDue', { ...thing(say, data), label: tlp(data.label) }, 'warn'),
};

/** What it says, in the words of who wrote it. */
function textOf({ type, data }: WrittenEvent, say: Say): Part {
  switch (type) {
    case 'DecisionRecorded':
      return authored(data.decision);
    case 'IncidentNoted':
    case 'ObservationRecorded':
      return authored(data.text);
    case 'MessagePosted':
      return typeof data.text === 'string' ? authored(data.text) : authoredPart(data.text, say.language);
    default:
      return type satisfies never;
  }
}

function thing(say: Say, { of, id }: { readonly of: LabelledKind; readonly id: string }): MessageValues {
  return { kind: word(say, `word.labelledKind.${of}`), id: value(id) };
}
