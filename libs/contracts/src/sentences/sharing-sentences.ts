/** What one side lets the other know. */
import type { TearLineEvents } from '#domain/release/tear-line.js';
import { word } from '../language/words.js';
import { authoredPart } from './authored.js';
import { tlp } from './phrases.js';
import { side, value } from './sentence.js';
import { sentence, yes, type Sentences } from './sentence-of.js';

export const sharingSentences: Sentences<TearLineEvents> = {
  TearLineShared: ({ data }, say) =>
    sentence(
      say,
      'TearLineShared',
      {
        from: side(data.from),
        kind: word(say, `word.tearLineKind.${data.kind}`),
        text: authoredPart(data.text, say.language),
        label: tlp(data.label),
        instead: yes(data.replaces !== undefined),
        replaces: value(data.replaces ?? ''),
      },
      'bold',
    ),
};
