/** What passes between the sides. */
import type { Facts } from '../words/facts.js';
import { exchangeTables } from '../words/exchange-rows.js';
import { html, type Markup } from './markup.js';
import { sideBadge, table } from './parts.js';

export function exchange(facts: Facts): Markup {
  const { text } = facts.words;
  const tables = exchangeTables(facts);
  if (tables.length === 0) return html`<p>${text('exchange.none')}</p>`;
  return html`${tables.map(({ title, heads, rows }) => {
      const bySide = rows.some(({ side }) => side !== undefined);
      const names = heads.map((name) => `${name === 'what' ? '' : '#'}${text(`head.${name}`)}`);
      return html`<h3>${title}</h3>
        ${table(
          [...(bySide ? [text('head.side')] : []), ...names],
          rows.map(({ side, cells }) => [...(bySide ? [sideBadge(side)] : []), ...cells]),
        )}`;
    })}
    <p class="note">${text('exchange.note')}</p>`;
}
