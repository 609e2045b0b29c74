/** What the sections of the page are made of: tables, badges, links to events. */
import type { Words } from '../words/words.js';
import type { Rating } from '#domain/evaluation/evaluation.js';
import type { Side } from '#domain/kernel/side.js';
import type { Facts } from '../words/facts.js';
import { html, type Markup } from './markup.js';

type Cell = Markup | string | number;

export function table(head: readonly string[], rows: readonly (readonly Cell[])[], kind = ''): Markup {
  const numeric = new Set(head.flatMap((title, index) => (title.startsWith('#') ? [index] : [])));
  const cell = (value: Cell, index: number) =>
    html`<td${numeric.has(index) ? html` class="number"` : undefined}>${value}</td>`;
  return html`<div class="wide">
    <table class="${kind}">
      <thead>
        <tr>
          ${head.map(
            (title, index) =>
              html`<th scope="col" ${numeric.has(index) ? html` class="number"` : undefined}>
                ${title.replace(/^#/, '')}
              </th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${rows.map(
          (row) =>
            html`<tr>
              ${row.map(cell)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** Links to the appendix; the number alone where it holds no such event. */
export function eventLinks(facts: Facts, seqs: readonly number[]): Markup {
  const link = (seq: number) => (facts.has(seq) ? html`<a class="event" href="#e${seq}">${seq}</a>` : html`${seq}`);
  return html`${seqs.map((seq, index) => html`${index === 0 ? '' : ', '}${link(seq)}`)}`;
}

export function sideBadge(side: Side | undefined): Markup {
  return side === undefined ? html`` : html`<span class="side ${side}">${side}</span>`;
}

export function ratingBadge(words: Words, rating: Rating | undefined, more = ''): Markup {
  return rating === undefined
    ? html`<span class="rating" title="${words.text('objective.notRated')}">–</span>`
    : html`<span class="rating ${rating} ${more}" title="${words.word(`word.rating.${rating}`)}">${rating}</span>`;
}
