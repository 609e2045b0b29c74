/** The report as one HTML file: opens without a network, prints with its marking on each page. */
import type { AfterActionReport } from '#domain/evaluation/report.js';
import { loadCharts } from './charts.js';
import { Facts } from '../words/facts.js';
import { html, inLanguage, raw, type Markup } from './markup.js';
import { evaluation } from './evaluation-sections.js';
import { pictures } from './pictures.js';
import { appendix, escalations, expectations, incidents, objectives, responseTimes, summary } from './sections.js';
import { STYLES } from './styles.js';
import { MARKING, NOTICE, otherLanguages } from '../words/words.js';

export async function reportPage(report: AfterActionReport): Promise<string> {
  const facts = new Facts(report);
  const drawn = pictures(await loadCharts(), facts);
  const sections: { id: string; title: string; body: Markup; page?: boolean }[] = [
    { id: 'summary', title: 'Summary', body: summary(facts) },
    { id: 'objectives', title: 'Objectives and ratings', body: objectives(facts) },
    { id: 'timeline', title: 'Timeline by unit', body: drawn.timeline, page: true },
    { id: 'times', title: 'Response times', body: responseTimes(facts, drawn), page: true },
    { id: 'escalations', title: 'Escalations, and why', body: escalations(facts) },
    { id: 'expectations', title: 'Expectations and their evidence', body: expectations(facts) },
    ...evaluation(facts),
    { id: 'incidents', title: 'The path of each incident', body: incidents(facts), page: true },
    { id: 'events', title: 'Appendix: events, and how to verify them', body: appendix(facts), page: true },
  ];
  const page = html`<!doctype html>
    <html lang="en" dir="ltr">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <title>${MARKING}: ${facts.title}, after-action report</title>
        <style>
          ${raw(STYLES)}
        </style>
      </head>
      <body>
        <div class="band">${MARKING}<small>nothing in this report is real</small></div>
        <div class="watermark" aria-hidden="true">${MARKING}</div>
        <div class="edge" aria-hidden="true"><span>${MARKING}</span><span>${NOTICE}</span><span>${MARKING}</span></div>
        <main>
          <header>
            <p class="kicker">After-action report</p>
            <h1>${facts.title}</h1>
            <p class="titles">
              ${otherLanguages(report.scenario.title).map(([language, text]) => html`<span>${inLanguage(language, text)}</span> `)}
            </p>
          </header>
          <nav aria-label="Contents">
            <ol>
              ${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}
            </ol>
          </nav>
          ${sections.map(
            ({ id, title, body, page: onNewPage }) =>
              html`<section aria-labelledby="${id}">
                <h2 id="${id}" ${onNewPage === true ? raw(' class="page"') : undefined}>${title}</h2>
                ${body}
              </section> `,
          )}
        </main>
        <footer class="band">${NOTICE}</footer>
      </body>
    </html> `;
  return page.text;
}
