/** What the events of alerts say. */
import type { AlertEvents } from '#domain/alert/alert-events.js';
import { word } from '../language/words.js';
import { alertTitle, englishInfo } from './authored.js';
import { authored, severity, value } from './sentence.js';
import { sentence, yes, type Sentences } from './sentence-of.js';

export const alertSentences: Sentences<AlertEvents> = {
  AlertAccepted: ({ data: { alert, joined } }, say) => {
    const info = englishInfo(alert);
    const title = alertTitle(alert, say.language);
    return sentence(say, 'AlertAccepted', {
      msgType: alert.msgType,
      kind: word(say, `word.msgType.${alert.msgType}`),
      sender: value(alert.sender),
      stated: yes(info !== undefined),
      severity: info === undefined ? '' : severity(info.severity),
      title: authored(title.text, title.language),
      joins: yes(joined !== 'opened'),
      how: word(say, `word.joined.${joined}`),
    });
  },
  AlertSuperseded: ({ data }, say) =>
    sentence(say, 'AlertSuperseded', { alert: value(data.alertId), by: value(data.by) }),
  AlertCancelled: ({ data }, say) =>
    sentence(say, 'AlertCancelled', { alert: value(data.alertId), by: value(data.by) }),
};
