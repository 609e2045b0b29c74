/** What the events of incidents say. */
import { requiredSides } from '#domain/escalation/requirement.js';
import type { IncidentEvents } from '#domain/incident/incident-events.js';
import type { Actor, EventData, EventOf } from '#domain/kernel/event.js';
import type { LocalizedText } from '#domain/kernel/localized-text.js';
import { SIDES } from '#domain/kernel/side.js';
import type { MessageValues, Say } from '../language/say.js';
import { listed, word } from '../language/words.js';
import { authoredIn, filled } from './authored.js';
import { actorParts, tlp } from './phrases.js';
import { authored, severity, side, site, unit, value, type Part, type Sentence } from './sentence.js';
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
  IncidentResolved: ({ data, actor }, say) => sentence(say, 'IncidentResolved', decidedBy(say, actor, data), 'good'),
  IncidentClosed: ({ data, actor }, say) => sentence(say, 'IncidentClosed', decidedBy(say, actor, data), 'good'),
  IncidentCancelled: ({ data, actor }, say) => sentence(say, 'IncidentCancelled', decidedBy(say, actor, data)),
  CommanderProposed: ({ data }, say) =>
    sentence(say, 'CommanderProposed', { side: side(data.side), account: nameOf(data.name, data.account) }, 'warn'),
  CommanderChosen: ({ data }, say) => sentence(say, 'CommanderChosen', { account: nameOf(data.name, data.account) }),
  IncidentAssigned: ({ data }, say) =>
    sentence(say, 'IncidentAssigned', { side: side(data.side), account: nameOf(data.name, data.account) }),
  HandoverOffered: ({ data }, say) => {
    const values = { ...handoverParts(data), briefing: authored(data.briefing) };
    return sentence(say, 'HandoverOffered', values, 'warn');
  },
  HandedOver: ({ data }, say) => sentence(say, 'HandedOver', handoverParts(data)),
  SideDecided: ({ data, actor }, say) => {
    const { decision, reason } = data;
    const values = { side: side(data.side), decision, actor: actorParts(say, actor), ...stated(reason) };
    return sentence(say, 'SideDecided', values, 'warn');
  },
  SideDecisionWithdrawn: ({ data, actor }, say) => {
    const values = { side: side(data.side), decision: data.decision, actor: actorParts(say, actor) };
    return sentence(say, 'SideDecisionWithdrawn', values, 'warn');
  },
  DecisionDeadlocked: ({ data }, say) => {
    const [first, second] = SIDES;
    const one = data.PAK === undefined ? second : first;
    const values = {
      because: data.because,
      first: side(one),
      second: side(one === first ? second : first),
      firstDecision: data[one] ?? 'none',
      secondDecision: data[second] ?? 'none',
    };
    return sentence(say, 'DecisionDeadlocked', values, 'warn');
  },
  JointAcknowledgementChanged: jointAcknowledgement,
  AcknowledgementOverridden: ({ data }, say) =>
    sentence(say, 'AcknowledgementOverridden', { side: side(data.side), reason: authored(data.reason) }, 'warn'),
  IncidentNoted: ({ data, actor, audience }, say) =>
    sentence(say, 'IncidentNoted', {
      readers: audience,
      actor: data.released === undefined ? actorParts(say, actor) : side(data.released),
      text: authored(data.text),
    }),
  DecisionRecorded: ({ data, actor, audience }, say) =>
    sentence(
      say,
      'DecisionRecorded',
      {
        readers: audience,
        actor: actorParts(say, actor),
        decision: authored(data.decision),
        reason: authored(data.reason),
        options: listed(
          say,
          data.options.map((option) => [authored(option)]),
        ),
      },
      'bold',
    ),
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

interface Decided {
  readonly reason?: string;
  readonly text?: string;
  readonly override?: boolean;
}

/** Who decided it: one side's people, both sides, or somebody for both. Else it came of itself. */
function decidedBy(say: Say, actor: Actor, { reason, text, override }: Decided): MessageValues {
  const how = reason === 'command' ? (override === true ? 'override' : 'hand') : (reason ?? 'alerts');
  return { how, actor: reason === 'command' ? actorParts(say, actor) : '', ...stated(text) };
}

/** The words of a person, where there are some. */
function stated(text: string | undefined): MessageValues {
  return { stated: yes(Boolean(text)), text: authored(text ?? '') };
}

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

/** An account by its name, as a person wrote it; one that the log has no name of, by its id. */
function nameOf(name: string | undefined, account: string): Part {
  return name === undefined ? value(account) : authored(name);
}

function handoverParts({ from, to, fromName, toName }: EventData['HandoverOffered'] | EventData['HandedOver']) {
  return { from: nameOf(fromName, from), to: nameOf(toName, to) };
}
