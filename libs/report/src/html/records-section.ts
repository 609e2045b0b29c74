/** Notes and decisions that people put on record. */
import { timeText, type Facts } from '../words/facts.js';
import { recordRows } from '../words/record-rows.js';
import { asTyped, html, type Markup } from './markup.js';
import { eventLinks, table } from './parts.js';

export function records(facts: Facts): Markup {
  const { text } = facts.words;
  const rows = recordRows(facts).map(({ id, at, kind, says, by, label, changes, events }) => [
    timeText(at),
    html`<span class="id">${id}</span><span class="also">${kind}</span>`,
    asTyped(says),
    asTyped(by),
    html`${label}${changes.map((change) => html`<span class="also">${change}</span>`)}`,
    eventLinks(facts, events),
  ]);
  if (rows.length === 0) return html`<p>${text('record.none')}</p>`;
  const heads = (['time', 'number', 'says', 'by', 'label'] as const).map((name) => text(`head.${name}`));
  return html`${table([...heads, `#${text('head.events')}`], rows)}
    <p class="note">${text('record.note')}</p>`;
}
