/** The sections of the page. Every statement links to the events that it rests on. */
import type { Actor } from '#domain/kernel/event.js';
import type { IncidentCourse, Moment } from '#domain/evaluation/figures.js';
import { shareOf } from '#domain/evaluation/figures.js';
import { english } from '#contracts/sentences/english.js';
import { RATINGS } from '#domain/evaluation/evaluation.js';
import type { IncidentPath, ObjectiveEvaluation } from '#domain/evaluation/report.js';
import type { Spread } from '#domain/evaluation/spread.js';
import { SIDES } from '#domain/kernel/side.js';
import { overallRows, spreadCells, timeText, verification, type Facts } from '../words/facts.js';
import { asTyped, html, inLanguage, type Markup } from './markup.js';
import { eventLinks, ratingBadge, sideBadge, table } from './parts.js';
import type { Pictures } from './pictures.js';
import {
  expiredText,
  judgementCounts,
  JUDGEMENTS,
  lengthText,
  otherLanguages,
  percentText,
  plural,
  RATING_MEANINGS,
  RATING_NAMES,
  roleText,
  whyUnrated,
} from '../words/words.js';

export function summary(facts: Facts): Markup {
  const { report } = facts;
  const { figures, log, counts, expectations: all } = report;
  const { overall } = figures;
  const met = all.filter(({ verdict }) => verdict.judgement === 'met').length;
  const missed = all.filter(({ verdict }) => verdict.judgement === 'missed').length;
  const unjudged = all.filter(({ verdict }) => verdict.judgement === 'unjudged').length;
  const { toJointAcknowledgement: joint, lag } = overall;
  const tiles: [string, string][] = [
    [String(figures.incidents.length), `incidents, from ${plural(counts.alerts, 'alert')}`],
    [
      joint.p50 === undefined ? '–' : lengthText(joint.p50),
      `to joint acknowledgement (median; ${joint.count} of ${joint.of})`,
    ],
    [
      lag.p50 === undefined ? '–' : lengthText(lag.p50),
      `lag between the sides (median); PAK second ${overall.later.PAK}×, CHN ${overall.later.CHN}×`,
    ],
    [String(overall.escalations), `escalations; ${plural(overall.exhausted, 'chain')} exhausted`],
    [
      percentText(shareOf(overall.notifications, 'acknowledged')),
      `of ${overall.notifications.asked} notifications acknowledged`,
    ],
    [
      `${met} / ${met + missed}`,
      `expectations met${report.score === undefined ? '' : `; ${percentText(report.score)} by weight`}${unjudged === 0 ? '' : `; ${unjudged} not judged`}`,
    ],
    [String(report.observations.length), `observations, ${plural(report.improvements.length, 'improvement')} planned`],
    [String(counts.injects), `injects; ${plural(counts.refusals, 'command')} refused by the rules`],
  ];
  const description = report.scenario.description;
  return html`${description && html`<p>${inLanguage('en', english(description))}</p>`}
    <div class="tiles">
      ${tiles.map(([figure, words]) => html`<div class="tile"><b>${figure}</b><span>${words}</span></div>`)}
    </div>
    <dl class="facts">
      ${
        report.exercise === undefined
          ? html`<dt>Run</dt>
              <dd>${facts.run}</dd>`
          : html`<dt>Exercise</dt>
              <dd><code>${report.exercise}</code></dd>`
      }
      <dt>Scenario</dt>
      <dd><code>${report.scenario.id}</code>, seed <code>${report.seed}</code></dd>
      <dt>Exercise time</dt>
      <dd>${timeText(log.until)} of ${timeText(report.scenario.durationMs)}${log.hasEnded ? '' : '; not ended'}</dd>
      <dt>Units</dt>
      <dd>
        ${SIDES.map((side) => html`${sideBadge(side)} ${report.units.filter((unit) => unit.side === side).length} `)}
      </dd>
      <dt>Log</dt>
      <dd>${log.events} events, head hash <code>${log.headHash}</code> (<a href="#verify">how to verify it</a>)</dd>
    </dl>`;
}

export function objectives(facts: Facts): Markup {
  const { objectives: all } = facts.report;
  if (all.length === 0) return html`<p class="note">The scenario names no objectives.</p>`;
  const rows = all.map((one) => [
    html`<b>${one.objective}</b
      ><span class="also"
        >${judgementCounts(one.proposed)}${one.proposed.score === undefined ? '' : `; ${percentText(one.proposed.score)} by weight`}</span
      >`,
    ratingCell(one),
    html`${proposalText(facts, one)}${given(facts, one)}`,
  ]);
  return html`${table(['Objective', 'Rating', 'Why'], rows)}
    <p class="note">
      The rating is proposed from the log: the gravest of what the log holds against the objective, P where there is
      nothing. While one of its expectations is not judged, an objective is not rated yet. The log cannot show harm to
      other activities or to law; an evaluator confirms or overrules it, with a reason. The scale (HSEEP):
    </p>
    <dl class="facts">
      ${RATINGS.map(
        (rating) =>
          html`<dt>${ratingBadge(rating)}</dt>
            <dd><b>${RATING_NAMES[rating]}.</b> ${RATING_MEANINGS[rating]}</dd>`,
      )}
    </dl>`;
}

function ratingCell({ rating, proposed, given: said }: ObjectiveEvaluation): Markup {
  const last = said.at(-1);
  if (last === undefined) {
    return html`${ratingBadge(rating)}<span class="also">${rating === undefined ? 'not rated' : 'proposed'}</span>`;
  }
  if (proposed.rating === undefined) {
    return html`${ratingBadge(rating)}<span class="also">given by ${aRole(last.actor)}</span>`;
  }
  const before = proposed.rating === rating ? '' : ratingBadge(proposed.rating, 'overruled');
  return html`${ratingBadge(rating)} ${before}<span class="also"
      >${before === '' ? 'confirmed' : 'overruled'} by ${aRole(last.actor)}</span
    >`;
}

function proposalText(facts: Facts, { proposed }: ObjectiveEvaluation): Markup {
  const { rating, grounds } = proposed;
  if (rating === undefined && grounds.length === 0) return html`<p>${whyUnrated(proposed)}</p>`;
  if (grounds.length === 0) return html`<p>All that was expected came about in time, at the first call.</p>`;
  return html`${rating === undefined ? html`<p>${whyUnrated(proposed)}</p>` : ''}${grounds.map(
    (ground) =>
      html`<p>${ratingBadge(ground.rating)} ${facts.ground(ground)} (${eventLinks(facts, ground.evidence)})</p>`,
  )}`;
}

function given(facts: Facts, { given: all }: ObjectiveEvaluation): Markup {
  return html`${all.map(
    ({ rating, reason, actor, seq }) =>
      html`<p>
        <b>${capital(roleText(actor))}: ${rating}.</b> ${asTyped(reason)}
        <span class="note">${facts.who(actor)}, ${eventLinks(facts, [seq])}</span>
      </p>`,
  )}`;
}

function aRole(actor: Actor): string {
  const role = roleText(actor);
  return `${/^[aeiou]/.test(role) ? 'an' : 'a'} ${role}`;
}

function capital(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}`;
}

const SPREAD_HEAD = ['#p50', '#p90', '#Worst', '#Count'];

function worstLink(facts: Facts, { worst }: Spread): Markup {
  return worst ? eventLinks(facts, [worst.seq]) : html`–`;
}

export function responseTimes(facts: Facts, drawn: Pictures): Markup {
  const { figures } = facts.report;
  const overall = overallRows(facts.report).map(({ label, side, spread }) => [
    html`${sideBadge(side)} ${label}`,
    ...spreadCells(spread),
    worstLink(facts, spread),
  ]);
  const sides = SIDES.map((side) => {
    const { toFirstNotification, toAcknowledge, notifications } = figures.sides[side];
    const [n50, n90] = spreadCells(toFirstNotification);
    const [a50, a90, a100, count] = spreadCells(toAcknowledge);
    return [sideBadge(side), n50, n90, a50, a90, a100, count, percentText(shareOf(notifications, 'acknowledged'))];
  });
  const units = figures.units.map(({ unit, side, toAcknowledge, toOnScene, notifications: ends }) => [
    html`${sideBadge(side)} ${facts.nameOf(unit)}`,
    ...spreadCells(toAcknowledge).slice(0, 3),
    toOnScene.p50 === undefined ? '–' : lengthText(toOnScene.p50),
    ends.asked,
    percentText(shareOf(ends, 'acknowledged')),
    percentText(shareOf(ends, 'declined')),
    expiredText(ends),
    percentText(shareOf(ends, 'undeliverable')),
  ]);
  return html`<h3>By side</h3>
    ${drawn.overall} ${table(['', ...SPREAD_HEAD, '#Worst: event'], overall)}
    <p class="note">
      Percentiles are times that were measured (nearest rank). The count says in how many of the incidents that it
      concerns it came about; what never did is in no percentile. Of a unit, it says how many of the notifications it
      acknowledged that reached it in time to be answered. A side has acknowledged when a unit of it did; a controller’s
      override counts for the joint acknowledgement only.
    </p>
    ${table(['Side', '#Notified p50', '#p90', '#Acknowledges p50', '#p90', '#Worst', '#Count', '#Acknowledged'], sides)}
    <h3>By unit</h3>
    ${drawn.units}
    ${table(['Unit', '#p50', '#p90', '#Worst', '#On scene, p50', '#Asked', '#Ack.', '#Declined', '#Expired', '#Undeliv.'], units)}
    <h3>How notifications ended</h3>
    ${drawn.ends}`;
}

export function escalations(facts: Facts): Markup {
  const { incidents: courses } = facts.report.figures;
  const all = courses.flatMap((course) => course.escalations).toSorted((a, b) => a.seq - b.seq);
  const exhausted = courses.flatMap((course) => course.exhausted.map((one) => ({ ...one, incident: course.id })));
  if (all.length + exhausted.length === 0) return html`<p>Nothing escalated: each first call was enough.</p>`;
  const rows = all.map((one) => [
    timeText(one.at),
    html`<a class="id" href="#${one.incident}">${one.incident}</a>`,
    html`${one.chain}, step ${one.stepId}${one.round === 0 ? '' : `, round ${one.round + 1}`}`,
    facts.whyEscalated(one),
    eventLinks(facts, [one.seq]),
  ]);
  const ends = exhausted.map((one) => [
    timeText(one.at),
    html`<a class="id" href="#${one.incident}">${one.incident}</a>`,
    one.chain,
    'exhausted: nobody was left to ask',
    eventLinks(facts, [one.seq]),
  ]);
  return table(['Time', 'Incident', 'Chain and step', 'Why', '#Event'], [...rows, ...ends]);
}

export function expectations(facts: Facts): Markup {
  const { expectations: all } = facts.report;
  if (all.length === 0) return html`<p class="note">The scenario has no expectations.</p>`;
  const rows = all.map(({ expectation, verdict }) => [
    html`<span class="verdict ${verdict.judgement}">${JUDGEMENTS[verdict.judgement]}</span>`,
    html`${facts.expectation(expectation.id)}${
      expectation.title &&
      otherLanguages(expectation.title).map(
        ([language, text]) => html`<span class="also">${inLanguage(language, text)}</span>`,
      )
    }`,
    expectation.objective ?? '',
    facts.verdict(verdict),
    expectation.weight,
    eventLinks(facts, verdict.evidence),
  ]);
  return table(['Verdict', 'Expected', 'Objective', 'What was found', '#Weight', '#Evidence'], rows);
}

export function incidents(facts: Facts): Markup {
  const { paths } = facts.report;
  if (paths.length === 0) return html`<p class="note">No incident was opened.</p>`;
  return html`${paths.map((path) => incident(facts, path))}`;
}

function incident(facts: Facts, path: IncidentPath): Markup {
  const course = facts.courseOf(path);
  const rows = path.events.flatMap((seq) => {
    const event = facts.event(seq);
    return event
      ? [[timeText(event.at), withActor(facts, facts.sentence(event), facts.byWhom(event)), eventLinks(facts, [seq])]]
      : [];
  });
  return html`<article class="incident" id="${course.id}">
    <h3>${course.id} · ${english(path.headline)}</h3>
    ${otherLanguages(path.headline).map(([language, text]) => html`<p class="also">${inLanguage(language, text)}</p>`)}
    <p class="note">
      ${course.class === 'JOINT' ? 'Joint' : `${course.class} only`} · ${course.severity} ·
      ${course.status}${course.site === undefined ? '' : ` · ${facts.nameOf(course.site)}`} ·
      ${milestones(facts, course)}
    </p>
    ${table(['Time', 'What happened', '#Event'], rows)}
  </article> `;
}

function withActor(_facts: Facts, sentence: string, by: string): Markup {
  return by === '' ? html`${sentence}` : html`${sentence} <span class="note">· ${by}</span>`;
}

function milestones(facts: Facts, course: IncidentCourse): Markup {
  const reached: [string, Moment | undefined][] = [
    ['notified', course.firstNotification],
    ['PAK', course.acknowledgedBy.PAK],
    ['CHN', course.acknowledgedBy.CHN],
    ['joint', course.jointAcknowledgement],
    ['responding', course.responding],
    ['on scene', course.onScene],
    ['resolved', course.resolved],
  ];
  const shown = reached.flatMap(([name, moment]) =>
    moment
      ? [html`${name} after ${lengthText(moment.at - course.opened.at)} (${eventLinks(facts, [moment.seq])})`]
      : [],
  );
  return html`${shown.map((text, index) => html`${index === 0 ? '' : ' · '}${text}`)}`;
}

export function appendix(facts: Facts): Markup {
  const { events, log } = facts.report;
  const { what, how, commands } = verification(facts.report);
  const rows = events.map(
    (event) =>
      html`<tr id="e${event.seq}">
        <td class="number">${event.seq}</td>
        <td class="time">${timeText(event.at)}</td>
        <td>${event.type}</td>
        <td>${'incident' in event.data ? event.data.incident : ''}</td>
        <td>${withActor(facts, facts.sentence(event), facts.byWhom(event))}</td>
      </tr> `,
  );
  return html`<h3 id="verify">How to verify the log</h3>
    <p>${what}</p>
    <p>Head hash: <code>${log.headHash}</code></p>
    <p>${how}</p>
    ${commands.map((command) => html`<p><code>${command}</code></p>`)}
    <h3>The events that this report rests on</h3>
    <p class="note">
      ${events.length} of ${log.events}. Left out is what no statement refers to: messages under way, and what the
      simulation planned.
    </p>
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
          <th scope="col" class="number">No.</th>
          <th scope="col">Time</th>
          <th scope="col">Event</th>
          <th scope="col">Incident</th>
          <th scope="col">What it says</th>
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>`;
}
