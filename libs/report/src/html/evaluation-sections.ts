/** What evaluators put on record, as sections of the page. */
import { timeText, type Facts } from '../words/facts.js';
import type { ReportCatalogue } from '#contracts/language/report-language.js';
import { asTyped, html, type Markup } from './markup.js';
import { eventLinks, table } from './parts.js';

export function evaluation(facts: Facts): { id: string; title: string; body: Markup }[] {
  const { observations, improvements } = facts.report;
  const { words } = facts;
  const head = (...names: readonly (keyof ReportCatalogue['head'])[]) =>
    names.map((name) => words.text(`head.${name}`));
  const seen = observations.map((one) => [
    html`<span class="id" id="${one.observation}">${one.observation}</span>`,
    html`<b>${words.word(`word.observationKind.${one.kind}`)}</b
      >${one.objective === undefined ? '' : html`<span class="also">${one.objective}</span>`}`,
    html`${asTyped(one.text)}${one.recommendation === undefined ? '' : html`<p><b>${words.text('observation.recommendation')}</b> ${asTyped(one.recommendation)}</p>`}`,
    html`${one.incident === undefined ? '' : html`<a class="id" href="#${one.incident}">${one.incident}</a> `}${one.capabilityElement === undefined ? '' : words.word(`word.capabilityElement.${one.capabilityElement}`)}`,
    facts.releasedTo(one),
    html`${facts.who(one.actor)}, ${timeText(one.at)}`,
    eventLinks(facts, [...(one.evidence ?? []), one.seq]),
  ]);
  const plan = improvements.map((one) => [
    html`<span class="id">${one.improvement}</span>`,
    html`${asTyped(one.correctiveAction)}${one.observation === undefined ? '' : html` <span class="note">(<a href="#${one.observation}">${one.observation}</a>)</span>`}`,
    words.word(`word.capabilityElement.${one.capabilityElement}`),
    asTyped(one.organization),
    one.contact === undefined ? '' : asTyped(one.contact),
    html`<span class="id">${one.start}</span>`,
    html`<span class="id">${one.completion}</span>`,
    eventLinks(facts, [one.seq]),
  ]);
  return [
    {
      id: 'observations',
      title: words.text('section.observations'),
      body:
        seen.length === 0
          ? html`<p class="note">${words.text('observation.none')}</p>`
          : table(
              [...head('number', 'kind', 'observation', 'about', 'releasedTo', 'by'), `#${words.text('head.events')}`],
              seen,
            ),
    },
    {
      id: 'improvements',
      title: words.text('section.improvements'),
      body:
        plan.length === 0
          ? html`<p class="note">${words.text('improvement.none')}</p>`
          : table(
              [
                ...head('number', 'action', 'element', 'responsible', 'contact', 'start', 'completion'),
                `#${words.text('head.event')}`,
              ],
              plan,
            ),
    },
  ];
}
