/** The sections of the page. Every statement links to the events that it rests on. */
import type { IncidentCourse, Moment } from '#domain/evaluation/figures.js';
import { shareOf } from '#domain/evaluation/figures.js';
import { RATINGS } from '#domain/evaluation/evaluation.js';
import type { Judgement } from '#domain/expectation/expectation.js';
import { listed } from '#contracts/language/words.js';
import type { ReportKey } from '#contracts/language/report-language.js';
import { plainText } from '#contracts/sentences/plain-text.js';
import type { Words } from '../words/words.js';
import type { IncidentPath, ObjectiveEvaluation } from '#domain/evaluation/report.js';
import type { Spread } from '#domain/evaluation/spread.js';
import { SIDES } from '#domain/kernel/side.js';
import { overallRows, timeText, verification, type Facts } from '../words/facts.js';
import { asTyped, html, inLanguage, type Markup } from './markup.js';
import { eventLinks, ratingBadge, sideBadge, table } from './parts.js';
import type { Pictures } from './pictures.js';
import { percentText } from '../words/words.js';

export function cover(facts: Facts): Markup {
  const { report, words, cover: rows } = facts;
  const { description } = report.scenario;
  return html`${
      report.interim
        ? html`<p class="interim"><b>${words.text('interim.text', { at: timeText(report.log.until) })}</b></p>`
        : ''
    }${description && html`<p>${words.authored(description)}</p>`}
    <dl class="facts">
      ${rows.map(
        ([name, values]) =>
          html`<dt>${name}</dt>
            <dd>${values.map((value) => html`<span class="value">${asTyped(value)}</span>`)}</dd>`,
      )}
      <dt>${words.text('cover.log')}</dt>
      <dd>
        ${words.text('cover.logText', { count: report.log.events, hash: report.log.headHash })} (<a href="#verify"
          >${words.text('cover.howToVerify')}</a
        >)
      </dd>
    </dl>`;
}

export function summary({ report, words }: Facts): Markup {
  const { figures, counts, expectations: all } = report;
  const { overall } = figures;
  const { text } = words;
  const judged = (judgement: Judgement) => all.filter(({ verdict }) => verdict.judgement === judgement).length;
  const [met, missed, unjudged] = [judged('met'), judged('missed'), judged('unjudged')];
  const { toJointAcknowledgement: joint, lag } = overall;
  const tiles: [string, string][] = [
    [
      String(figures.incidents.length),
      text('tile.incidents', { incidents: figures.incidents.length, alerts: counts.alerts }),
    ],
    [words.length(joint.p50), text('tile.joint', { count: String(joint.count), of: String(joint.of) })],
    [words.length(lag.p50), text('tile.lag', { pak: String(overall.later.PAK), chn: String(overall.later.CHN) })],
    [
      String(overall.escalations),
      text('tile.escalations', { escalations: overall.escalations, exhausted: overall.exhausted }),
    ],
    [
      percentText(shareOf(overall.notifications, 'acknowledged')),
      text('tile.acknowledged', { asked: overall.notifications.asked }),
    ],
    [
      `${met} / ${met + missed}`,
      inClauses(words, [
        text('tile.met'),
        ...(report.score === undefined ? [] : [text('tile.byWeight', { percent: percentText(report.score) })]),
        ...(unjudged === 0 ? [] : [text('tile.unjudged', { count: String(unjudged) })]),
      ]),
    ],
    [
      String(report.observations.length),
      text('tile.observations', { observations: report.observations.length, improvements: report.improvements.length }),
    ],
    [String(counts.injects), text('tile.injects', { injects: counts.injects, refusals: counts.refusals })],
  ];
  return html`<div class="tiles">
    ${tiles.map(([figure, label]) => html`<div class="tile"><b>${figure}</b><span>${label}</span></div>`)}
  </div>`;
}

function inClauses({ say }: Words, parts: readonly string[]): string {
  return plainText(
    listed(
      say,
      parts.map((part) => [part]),
      'clauses',
    ),
    say,
  );
}

export function objectives(facts: Facts): Markup {
  const { objectives: all } = facts.report;
  if (all.length === 0) return html`<p class="note">${facts.words.text('objective.none')}</p>`;
  const rows = all.map((one) => [
    html`<b>${one.objective}</b
      ><span class="also"
        >${inClauses(facts.words, [facts.words.judgementCounts(one.proposed), ...(one.proposed.score === undefined ? [] : [facts.words.text('tile.byWeight', { percent: percentText(one.proposed.score) })])])}</span
      >`,
    ratingCell(facts, one),
    html`${proposalText(facts, one)}${given(facts, one)}`,
  ]);
  return html`${table([facts.words.text('head.objective'), facts.words.text('head.rating'), facts.words.text('head.why')], rows)}
    <p class="note">${facts.words.text('objective.scale')}</p>
    <dl class="facts">
      ${RATINGS.map(
        (rating) =>
          html`<dt>${ratingBadge(facts.words, rating)}</dt>
            <dd>
              <b>${facts.words.word(`word.rating.${rating}`)}</b
              ><br />${facts.words.word(`word.ratingMeaning.${rating}`)}
            </dd>`,
      )}
    </dl>`;
}

function ratingCell({ words }: Facts, { rating, proposed, given: said }: ObjectiveEvaluation): Markup {
  const { text } = words;
  const last = said.at(-1);
  const badge = ratingBadge(words, rating);
  if (last === undefined) {
    return html`${badge}<span class="also"
        >${text(rating === undefined ? 'objective.notRated' : 'objective.proposed')}</span
      >`;
  }
  const by = { role: last.actor.kind === 'account' ? last.actor.role : 'other' };
  if (proposed.rating === undefined) return html`${badge}<span class="also">${text('objective.given', by)}</span>`;
  const isSame = proposed.rating === rating;
  return html`${badge} ${isSame ? '' : ratingBadge(words, proposed.rating, 'overruled')}<span class="also"
      >${text(isSame ? 'objective.confirmed' : 'objective.overruled', by)}</span
    >`;
}

function proposalText(facts: Facts, { proposed }: ObjectiveEvaluation): Markup {
  const { rating, grounds } = proposed;
  if (rating === undefined && grounds.length === 0) return html`<p>${facts.words.whyUnrated(proposed)}</p>`;
  if (grounds.length === 0) return html`<p>${facts.words.text('objective.noGrounds')}</p>`;
  return html`${rating === undefined ? html`<p>${facts.words.whyUnrated(proposed)}</p>` : ''}${grounds.map(
    (ground) =>
      html`<p>
        ${ratingBadge(facts.words, ground.rating)} ${facts.ground(ground)} (${eventLinks(facts, ground.evidence)})
      </p>`,
  )}`;
}

function given(facts: Facts, { given: all }: ObjectiveEvaluation): Markup {
  return html`${all.map(
    ({ rating, reason, actor, seq }) =>
      html`<p>
        <b>${capital(facts.words.role(actor))}: ${rating}.</b> ${asTyped(reason)}
        <span class="note">${facts.who(actor)}, ${eventLinks(facts, [seq])}</span>
      </p>`,
  )}`;
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

function worstLink(facts: Facts, { worst }: Spread): Markup {
  return worst ? eventLinks(facts, [worst.seq]) : html`–`;
}

export function responseTimes(facts: Facts, drawn: Pictures): Markup {
  const { figures } = facts.report;
  const { words } = facts;
  const { text } = words;
  const number = (key: ReportKey) => `#${text(key)}`;
  const spread = [number('head.median'), number('head.p90'), number('head.worst')];
  const overall = overallRows(facts).map(({ label, side, spread: of }) => [
    html`${sideBadge(side)} ${label}`,
    ...facts.spreadCells(of),
    worstLink(facts, of),
  ]);
  const sides = SIDES.map((side) => {
    const { toFirstNotification, toAcknowledge, notifications } = figures.sides[side];
    const [n50, n90] = facts.spreadCells(toFirstNotification);
    return [
      sideBadge(side),
      n50,
      n90,
      ...facts.spreadCells(toAcknowledge),
      percentText(shareOf(notifications, 'acknowledged')),
    ];
  });
  const units = figures.units.map(({ unit, side, toAcknowledge, toOnScene, notifications: ends }) => [
    html`${sideBadge(side)} ${facts.nameOf(unit)}`,
    ...facts.spreadCells(toAcknowledge).slice(0, 3),
    words.length(toOnScene.p50),
    ends.asked,
    percentText(shareOf(ends, 'acknowledged')),
    percentText(shareOf(ends, 'declined')),
    words.expired(ends),
    percentText(shareOf(ends, 'undeliverable')),
  ]);
  return html`<h3>${text('times.overall')}</h3>
    ${drawn.overall} ${table(['', ...spread, number('head.count'), number('head.worstEvent')], overall)}
    <p class="note">${text('times.percentiles')}</p>
    <h3>${text('times.sides')}</h3>
    ${table(
      [
        text('head.side'),
        number('head.notified'),
        number('head.notified90'),
        ...spread,
        number('head.count'),
        number('head.acknowledged'),
      ],
      sides,
    )}
    <h3>${text('times.units')}</h3>
    ${drawn.units}
    ${table(
      [
        text('head.unit'),
        ...spread,
        number('head.onScene'),
        number('head.asked'),
        number('head.acknowledged'),
        number('head.declined'),
        number('head.expired'),
        number('head.undeliverable'),
      ],
      units,
    )}
    <h3>${text('times.ends')}</h3>
    ${drawn.ends}`;
}

export function escalations(facts: Facts): Markup {
  const { incidents: courses } = facts.report.figures;
  const all = courses.flatMap((course) => course.escalations).toSorted((a, b) => a.seq - b.seq);
  const exhausted = courses.flatMap((course) => course.exhausted.map((one) => ({ ...one, incident: course.id })));
  if (all.length + exhausted.length === 0) return html`<p>${facts.words.text('escalation.none')}</p>`;
  const rows = all.map((one) => [
    timeText(one.at),
    html`<a class="id" href="#${one.incident}">${one.incident}</a>`,
    facts.words.text('escalation.step', {
      chain: one.chain,
      step: one.stepId,
      round: one.round === 0 ? 0 : one.round + 1,
    }),
    facts.whyEscalated(one),
    eventLinks(facts, [one.seq]),
  ]);
  const ends = exhausted.map((one) => [
    timeText(one.at),
    html`<a class="id" href="#${one.incident}">${one.incident}</a>`,
    one.chain,
    facts.words.text('escalation.exhausted'),
    eventLinks(facts, [one.seq]),
  ]);
  return table(
    [
      facts.words.text('head.time'),
      facts.words.text('head.incident'),
      facts.words.text('head.step'),
      facts.words.text('head.why'),
      `#${facts.words.text('head.event')}`,
    ],
    [...rows, ...ends],
  );
}

export function expectations(facts: Facts): Markup {
  const { expectations: all } = facts.report;
  if (all.length === 0) return html`<p class="note">${facts.words.text('expectation.none')}</p>`;
  const rows = all.map(({ expectation, verdict }) => [
    html`<span class="verdict ${verdict.judgement}">${facts.words.word(`word.judgement.${verdict.judgement}`)}</span>`,
    html`${facts.expectation(expectation.id)}${
      expectation.title &&
      facts.words
        .others(expectation.title)
        .map(([language, text]) => html`<span class="also">${inLanguage(language, text)}</span>`)
    }`,
    expectation.objective ?? '',
    facts.verdict(verdict),
    expectation.weight,
    eventLinks(facts, verdict.evidence),
  ]);
  return table(
    [
      facts.words.text('head.verdict'),
      facts.words.text('head.expected'),
      facts.words.text('head.objective'),
      facts.words.text('head.found'),
      `#${facts.words.text('head.weight')}`,
      `#${facts.words.text('head.evidence')}`,
    ],
    rows,
  );
}

export function incidents(facts: Facts): Markup {
  const { paths } = facts.report;
  if (paths.length === 0) return html`<p class="note">${facts.words.text('incident.none')}</p>`;
  return html`${paths.map((path) => incident(facts, path))}`;
}

function incident(facts: Facts, path: IncidentPath): Markup {
  const course = facts.courseOf(path);
  const rows = path.events.flatMap((seq) => {
    const event = facts.event(seq);
    return event
      ? [[timeText(event.at), withActor(facts.sentence(event), facts.byWhom(event)), eventLinks(facts, [seq])]]
      : [];
  });
  return html`<article class="incident" id="${course.id}">
    <h3>${course.id} · ${facts.words.authored(path.headline)}</h3>
    ${facts.words.others(path.headline).map(([language, text]) => html`<p class="also">${inLanguage(language, text)}</p>`)}
    <p class="note">
      ${facts.words.text('incident.class', { class: course.class })} ·
      ${facts.words.word(`word.severity.${course.severity}`)} ·
      ${facts.words.word(`word.incidentStatus.${course.status}`)}${course.site === undefined ? '' : ` · ${facts.nameOf(course.site)}`}
      · ${milestones(facts, course)}
    </p>
    ${table([facts.words.text('head.time'), facts.words.text('head.happened'), `#${facts.words.text('head.event')}`], rows)}
  </article> `;
}

function withActor(sentence: string, by: string): Markup {
  return by === '' ? html`${sentence}` : html`${sentence} <span class="note">· ${by}</span>`;
}

function milestones(facts: Facts, course: IncidentCourse): Markup {
  const reached: [string, Moment | undefined][] = [
    [facts.words.text('incident.notified'), course.firstNotification],
    ['PAK', course.acknowledgedBy.PAK],
    ['CHN', course.acknowledgedBy.CHN],
    [facts.words.text('incident.joint'), course.jointAcknowledgement],
    [facts.words.text('incident.responding'), course.responding],
    [facts.words.text('incident.onScene'), course.onScene],
    [facts.words.text('incident.resolved'), course.resolved],
  ];
  const shown = reached.flatMap(([name, moment]) =>
    moment
      ? [
          html`${facts.words.text('incident.after', { name, length: facts.words.length(moment.at - course.opened.at) })}
          (${eventLinks(facts, [moment.seq])})`,
        ]
      : [],
  );
  return html`${shown.map((text, index) => html`${index === 0 ? '' : ' · '}${text}`)}`;
}

export function appendix(facts: Facts): Markup {
  const { events, log } = facts.report;
  const { what, how, commands } = verification(facts);
  const { text } = facts.words;
  const rows = events.map(
    (event) =>
      html`<tr id="e${event.seq}">
        <td class="number">${event.seq}</td>
        <td class="time">${timeText(event.at)}</td>
        <td>${event.type}</td>
        <td>${'incident' in event.data ? event.data.incident : ''}</td>
        <td>${withActor(facts.sentence(event), facts.byWhom(event))}</td>
      </tr> `,
  );
  return html`<h3 id="verify">${text('section.verify')}</h3>
    <p>${what}</p>
    <p>${text('verify.head')} <code>${log.headHash}</code></p>
    <p>${how}</p>
    ${commands.map((command) => html`<p><code>${command}</code></p>`)} ${facts.hasAppendix ? eventTable() : ''}`;
  function eventTable(): Markup {
    return html`<h3>${text('appendix.title')}</h3>
      <p class="note">${text('appendix.note', { shown: String(events.length), all: String(log.events) })}</p>
      <table class="events">
        <colgroup>
          <col style="width:4.5em" />
          <col style="width:7em" />
          <col style="width:17em" />
          <col style="width:7em" />
          <col />
        </colgroup>
        <thead>
          <tr>
            <th scope="col" class="number">${text('head.number')}</th>
            <th scope="col">${text('head.time')}</th>
            <th scope="col">${text('head.event')}</th>
            <th scope="col">${text('head.incident')}</th>
            <th scope="col">${text('head.says')}</th>
          </tr>
        </thead>
        <tbody>
          ${rows}
        </tbody>
      </table>`;
  }
}
