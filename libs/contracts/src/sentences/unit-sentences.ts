/** What the events of units and links say. */
import type { EventOf } from '#domain/kernel/event.js';
import type { UnitEvents } from '#domain/unit/unit-events.js';
import type { MessageValues, Say } from '../language/say.js';
import { word } from '../language/words.js';
import { duration, side, time, unit, value, type Part } from './sentence.js';
import { sentence, yes, type Sentences } from './sentence-of.js';

export const unitSentences: Sentences<UnitEvents> = {
  MovementsPlanned: ({ data }, say) =>
    sentence(say, 'MovementsPlanned', { unit: unit(data.unit), time: time(data.onScene) }),
  UnitProgressed: ({ data }, say) =>
    sentence(say, 'UnitProgressed', { unit: unit(data.unit), progress: word(say, `word.progress.${data.progress}`) }),
  UnitDutyChanged: ({ data }, say) => sentence(say, 'UnitDutyChanged', { unit: unit(data.unit), duty: data.duty }),
  UnitModeChanged: ({ data }, say) =>
    sentence(say, 'UnitModeChanged', { unit: unit(data.unit), mode: word(say, `word.mode.${data.mode}`) }),
  LinkChanged: ({ data }, say) => {
    const { link } = data;
    const status = word(say, `word.link.${link.status}`);
    const values = { whom: whom(data, say), status, ...figures(link) };
    return sentence(say, 'LinkChanged', values, link.status === 'up' ? 'plain' : 'warn');
  },
  UnitReachable: ({ data }, say) => sentence(say, 'UnitReachable', { unit: unit(data.unit) }),
};

type LinkChange = EventOf<'LinkChanged'>['data'];

function whom({ unit: id, side: of }: LinkChange, say: Say): Part | Part[] {
  if (id !== undefined) return unit(id);
  return of === undefined ? say('phrase.everybody') : side(of);
}

/** How late and how many messages are: players notice no figures. */
function figures(link: LinkChange['link']): MessageValues {
  if (link.status !== 'degraded' || !Object.hasOwn(link, 'latencyMs')) {
    return { measured: yes(false), latency: '', loss: '' };
  }
  return { measured: yes(true), latency: duration(link.latencyMs), loss: value(Math.round(link.loss * 100)) };
}
