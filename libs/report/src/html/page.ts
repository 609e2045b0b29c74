/** The report as one HTML file: opens without a network, prints with its marking on each page. */
import { timeText, type Facts } from '../words/facts.js';
import { MARKING } from '../words/words.js';
import { loadCharts } from './charts.js';
import { evaluation } from './evaluation-sections.js';
import { exchange } from './exchange-section.js';
import { records } from './records-section.js';
import { interventions, messages, players } from './play-sections.js';
import { html, inLanguage, raw, type Markup } from './markup.js';
import { pictures } from './pictures.js';
import {
  appendix,
  cover,
  escalations,
  expectations,
  incidents,
  objectives,
  responseTimes,
  summary,
} from './sections.js';
import { STYLES } from './styles.js';

export async function reportPage(facts: Facts): Promise<string> {
  const { report, words } = facts;
  const { text } = words;
  const drawn = pictures(await loadCharts(words), facts);
  const sections: { id: string; title: string; body: Markup }[] = [
    { id: 'summary', title: text('section.summary'), body: summary(facts) },
    { id: 'objectives', title: text('section.objectives'), body: objectives(facts) },
    { id: 'players', title: text('section.players'), body: players(facts) },
    { id: 'interventions', title: text('section.interventions'), body: interventions(facts) },
    { id: 'timeline', title: text('section.timeline'), body: drawn.timeline },
    { id: 'times', title: text('section.times'), body: responseTimes(facts, drawn) },
    { id: 'escalations', title: text('section.escalations'), body: escalations(facts) },
    { id: 'messages', title: text('section.messages'), body: messages(facts) },
    { id: 'records', title: text('section.records'), body: records(facts) },
    { id: 'exchange', title: text('section.exchange'), body: exchange(facts) },
    { id: 'expectations', title: text('section.expectations'), body: expectations(facts) },
    ...evaluation(facts),
    { id: 'incidents', title: text('section.incidents'), body: incidents(facts) },
    {
      id: 'events',
      title: text(facts.hasAppendix ? 'section.appendix' : 'section.verify'),
      body: appendix(facts),
    },
  ];
  const local = text('marking');
  // The word of the standard stands on every page, beside that of the reader's language.
  const marking = [
    MARKING,
    ...(local === MARKING ? [] : [local]),
    ...(report.interim ? [text('interim.mark'), timeText(report.log.until)] : []),
  ].join(' · ');
  const notice = text('notice');
  const page = html`<!doctype html>
    <html lang="${words.tag}" dir="${words.direction}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${marking}: ${facts.title}, ${text('title')}</title>
        <style>
          ${raw(STYLES)}
        </style>
      </head>
      <body>
        <div class="band">${marking}<small>${text('noticeShort')}</small></div>
        <div class="watermark" aria-hidden="true">${MARKING}</div>
        <div class="edge" aria-hidden="true"><span>${marking}</span><span>${notice}</span><span>${marking}</span></div>
        <main>
          <header>
            <p class="kicker">${text('title')}</p>
            <h1>${facts.title}</h1>
            <p class="titles">
              ${words.others(report.scenario.title).map(([language, title]) => html`<span>${inLanguage(language, title)}</span> `)}
            </p>
            ${cover(facts)}
          </header>
          <nav aria-label="${text('contents')}">
            <ol>
              ${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}
            </ol>
          </nav>
          ${sections.map(
            ({ id, title, body }, index) =>
              html`<section aria-labelledby="${id}">
                <h2 id="${id}" ${index === 0 ? raw(' class="page"') : undefined}>${title}</h2>
                ${body}
              </section> `,
          )}
        </main>
        <footer class="band">${notice}</footer>
      </body>
    </html> `;
  return page.text;
}
