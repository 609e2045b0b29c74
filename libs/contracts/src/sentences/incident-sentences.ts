/** What the events of incidents say. */
import { requiredSides } from '#domain/escalation/requirement.js';
import type { IncidentEvents } from '#domain/incident/incident-events.js';
import type { EventOf } from '#domain/kernel/event.js';
import type { LocalizedText } from '#domain/kernel/localized-text.js';
import { SIDES } from '#domain/kernel/side.js';
import type { Say } from '../language/say.js';
import { listed, word } from '../language/words.js';
import { authoredIn, filled } from './authored.js';
import { actorParts, tlp } from './phrases.js';
import { authored, severity, side, site, unit, type Part, type Sentence } from './sentence.js';
import { arrival, sentence, yes, type Sentences } from './sentence-of.js';

export const incidentSentences: Sentences<IncidentEvents> = {
  IncidentOpened: ({ data }, say, { headlines }) => {
    const values = {
      severity: severity(data.severity),
      categories: listed(
        say,
        data.categories.map((category) => [word(say, `word.category.${category}`)]),
        'categories',
      ),
      placed: yes(data.site !== undefined),
      site: data.site === undefined ? '' : site(data.site),
      headline: headline(data, headlines, say),
    };
    return sentence(say, 'IncidentOpened', values, 'bold');
  },
  IncidentLabelChanged: ({ data }, say) =>
    sentence(say, 'IncidentLabelChanged', { from: tlp(data.from), to: tlp(data.to) }, 'warn'),
  IncidentWithheld: (_, say) => sentence(say, 'IncidentWithheld', {}, 'warn'),
  IncidentChanged: ({ data }, say) =>
    sentence(
      say,
      data.graver ? 'IncidentChanged.raised' : 'IncidentChanged.changed',
      { changes: changes(data, say) },
      'warn',
    ),
  IncidentReopened: ({ data }, say) => sentence(say, 'IncidentReopened', { severity: severity(data.severity) }, 'warn'),
  IncidentResponding: ({ data }, say) => sentence(say, 'IncidentResponding', { unit: unit(data.unit) }, 'good'),
  IncidentResolved: ({ data, actor }, say) => {
    const byHand = data.reason !== 'all-clear';
    const values = {
      byHand: yes(byHand),
      actor: byHand ? actorParts(say, actor) : '',
      stated: yes(Boolean(data.text)),
      text: authored(data.text ?? ''),
    };
    return sentence(say, 'IncidentResolved', values, 'good');
  },
  IncidentClosed: ({ data, actor }, say) => {
    const byHand = data.reason === 'command';
    return sentence(say, 'IncidentClosed', { how: data.reason, actor: byHand ? actorParts(say, actor) : '' }, 'good');
  },
  IncidentCancelled: (_, say) => sentence(say, 'IncidentCancelled'),
  JointAcknowledgementChanged: jointAcknowledgement,
  AcknowledgementOverridden: ({ data }, say) =>
    sentence(say, 'AcknowledgementOverridden', { side: side(data.side), reason: authored(data.reason) }, 'warn'),
  IncidentNoted: ({ data, actor, audience }, say) =>
    sentence(say, 'IncidentNoted', {
      readers: audience,
      actor: data.released === undefined ? actorParts(say, actor) : side(data.released),
      text: authored(data.text),
    }),
  UnitsInformed: ({ data }, say) =>
    sentence(say, 'UnitsInformed', {
      units: listed(
        say,
        data.updates.map((update) => [unit(update.unit)]),
      ),
      news: listed(
        say,
        data.about.map((about) => [word(say, `word.news.${about}`)]),
        'clauses',
      ),
    }),
  UpdateDelivered: ({ data }, say) => sentence(say, 'UpdateDelivered', { unit: unit(data.unit) }),
  UpdateUndeliverable: ({ data }, say) => sentence(say, 'UpdateUndeliverable', { unit: unit(data.unit) }, 'warn'),
  UpdateTransmissionPlanned: ({ data }, say) =>
    sentence(say, 'UpdateTransmissionPlanned', arrival(data.update, data.deliverAt)),
};

/** The event has it in English only. */
function headline(data: EventOf<'IncidentOpened'>['data'], headlines: LocalizedText | undefined, say: Say): Part {
  const title = authoredIn(headlines ?? {}, say.language);
  if (filled(title.text) !== undefined) return authored(title.text, title.language);
  return authored(filled(data.headline) ?? data.facts.event.join(', '), 'en');
}

function changes({ changed, from, severity: to, site: where }: EventOf<'IncidentChanged'>['data'], say: Say): Part[] {
  const parts = changed.map((fact): Part[] => {
    if (fact === 'severity') return say('phrase.change.severity', { from: severity(from), to: severity(to) });
    if (fact !== 'site') return say(`phrase.change.${fact}`);
    return where === undefined ? say('phrase.change.noPlace') : say('phrase.change.place', { site: site(where) });
  });
  return listed(say, parts, 'clauses');
}

/** Which side stands, and which is missing. An incident that only one side may know of says nothing about the other. */
function jointAcknowledgement({ data, audience }: EventOf<'JointAcknowledgementChanged'>, say: Say): Sentence {
  if (data.state === 'joint') {
    const [first, second] = SIDES;
    return sentence(say, 'JointAcknowledgementChanged.joint', { first: side(first), second: side(second) }, 'good');
  }
  const sides = audience === 'PAK' || audience === 'CHN' ? requiredSides(audience) : SIDES;
  const single = sides.length === 1;
  if (data.state === 'none') {
    return sentence(say, 'JointAcknowledgementChanged.none', { single: yes(single), side: side(data.side) }, 'warn');
  }
  if (single) return sentence(say, 'JointAcknowledgementChanged.single', { side: side(data.side) }, 'good');
  const [standing] = data.acknowledged;
  const missing = SIDES.find((one) => one !== standing);
  const known = standing !== undefined && missing !== undefined;
  const values = { standing: known ? side(standing) : '', missing: known ? side(missing) : '' };
  return sentence(say, 'JointAcknowledgementChanged.partial', { known: yes(known), ...values }, 'warn');
}
