/** Who played the exercise, and what the trainer did to it. */
import type { ReportKey } from '#contracts/language/report-language.js';
import { PLAYER_KINDS } from '#domain/evaluation/play.js';
import { timeText, type Facts } from '../words/facts.js';
import { interventionRows, messageCounts, playerRows, requestRows } from '../words/rows.js';
import { asTyped, html, type Markup } from './markup.js';
import { eventLinks, sideBadge, table } from './parts.js';

export function players(facts: Facts): Markup {
  const { play } = facts.report;
  const { text } = facts.words;
  const units = play.units.map((one) => [
    html`${sideBadge(facts.sideOf(one.unit))} ${facts.nameOf(one.unit)}`,
    html`${facts.modes(one).map((period) => html`<span class="value">${period}</span>`)}`,
    PLAYER_KINDS.map((kind) => one.answers[kind]).join(' / '),
    html`${one.answeredBy.map((id) => html`<span class="value">${asTyped(facts.account(id))}</span>`)}`,
  ]);
  return html`${table([text('head.unit'), text('head.mode'), text('head.answers'), text('head.people')], units)}
    <p class="note">${text('play.note')}</p>
    <h3>${text('play.byKind')}</h3>
    ${table(
      [
        text('head.player'),
        ...['asked', 'acknowledged', 'declined', 'median', 'p90', 'worst', 'count'].map(
          (name) => `#${text(`head.${name}` as ReportKey)}`,
        ),
      ],
      playerRows(facts),
    )}
    <p class="note">${text('times.fromSending')}</p>`;
}

export function interventions(facts: Facts): Markup {
  const { text } = facts.words;
  const rows = interventionRows(facts).map(({ at, sentence, by, seq }) => [
    timeText(at),
    sentence,
    asTyped(by),
    eventLinks(facts, [seq]),
  ]);
  return html`${
      rows.length === 0
        ? html`<p>${text('intervention.none')}</p>`
        : table([text('head.time'), text('head.happened'), text('head.by'), `#${text('head.event')}`], rows)
    }
    <p class="note">${text('intervention.note')}</p>`;
}

export function messages(facts: Facts): Markup {
  const { text } = facts.words;
  const counts = messageCounts(facts);
  if (counts === undefined) return html`<p>${text('message.none')}</p>`;
  const rows = requestRows(facts).map(({ at, sentence, outcome, events }) => [
    timeText(at),
    sentence,
    outcome,
    eventLinks(facts, events),
  ]);
  return html`<p>${counts}</p>
    ${
      rows.length === 0
        ? ''
        : table([text('head.time'), text('head.request'), text('head.outcome'), `#${text('head.events')}`], rows)
    }`;
}
