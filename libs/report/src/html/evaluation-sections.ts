/** What evaluators put on record, as sections of the page. */
import { timeText, type Facts } from '../words/facts.js';
import { asTyped, html, type Markup } from './markup.js';
import { eventLinks, table } from './parts.js';
import { OBSERVATION_NAMES } from '../words/words.js';

export function evaluation(facts: Facts): { id: string; title: string; body: Markup }[] {
  const { observations, improvements } = facts.report;
  const seen = observations.map((one) => [
    html`<span class="id" id="${one.observation}">${one.observation}</span>`,
    html`<b>${OBSERVATION_NAMES[one.kind]}</b
      >${one.objective === undefined ? '' : html`<span class="also">${one.objective}</span>`}`,
    html`${asTyped(one.text)}${one.recommendation === undefined ? '' : html`<p><b>Recommendation:</b> ${asTyped(one.recommendation)}</p>`}`,
    html`${one.incident === undefined ? '' : html`<a class="id" href="#${one.incident}">${one.incident}</a> `}${one.capabilityElement ?? ''}`,
    html`${facts.who(one.actor)}, ${timeText(one.at)}`,
    eventLinks(facts, [...(one.evidence ?? []), one.seq]),
  ]);
  const plan = improvements.map((one) => [
    html`<span class="id">${one.improvement}</span>`,
    html`${asTyped(one.correctiveAction)}${one.observation === undefined ? '' : html` <span class="note">(<a href="#${one.observation}">${one.observation}</a>)</span>`}`,
    one.capabilityElement,
    asTyped(one.organization),
    one.contact === undefined ? '' : asTyped(one.contact),
    html`<span class="id">${one.start}</span>`,
    html`<span class="id">${one.completion}</span>`,
    eventLinks(facts, [one.seq]),
  ]);
  return [
    {
      id: 'observations',
      title: 'Observations',
      body:
        seen.length === 0
          ? html`<p class="note">No evaluator has recorded an observation.</p>`
          : table(['No.', 'Kind', 'Observation', 'About', 'By', '#Events'], seen),
    },
    {
      id: 'improvements',
      title: 'Improvement plan',
      body:
        plan.length === 0
          ? html`<p class="note">No corrective action is planned yet.</p>`
          : table(
              [
                'No.',
                'Corrective action',
                'Capability element',
                'Responsible',
                'Contact',
                'Start',
                'Completion',
                '#Event',
              ],
              plan,
            ),
    },
  ];
}
