/** The report as Markdown (CommonMark with tables): for wikis, tickets and mail. The pictures are in the page only. */
import { PLAYER_KINDS } from '#domain/evaluation/play.js';
import { shareOf } from '#domain/evaluation/figures.js';
import { RATINGS } from '#domain/evaluation/evaluation.js';
import type { ObjectiveEvaluation } from '#domain/evaluation/report.js';
import { overallRows, timeText, verification, type Facts } from '../words/facts.js';
import { exchangeTables } from '../words/exchange-rows.js';
import { recordRows } from '../words/record-rows.js';
import { interventionRows, messageCounts, playerRows, requestRows } from '../words/rows.js';
import { MARKING, percentText } from '../words/words.js';
import type { ReportCatalogue } from '#contracts/language/report-language.js';

export function reportMarkdown(facts: Facts): string {
  const { report, words } = facts;
  const { text } = words;
  const local = text('notice');
  const notice = local.startsWith(MARKING) ? local : `${MARKING} · ${local}`;
  const parts = [
    `# ${safe(text('groundOf', { expectation: facts.title, ground: words.tag === 'en' ? 'after-action report' : text('title') }))}`,
    `**${notice}**`,
    report.interim ? `**${safe(text('interim.text', { at: timeText(report.log.until) }))}**` : '',
    words
      .others(report.scenario.title)
      .map(([language, title]) => `${safe(title)} (${safe(language)})`)
      .join(' · '),
    table(
      ['', ''],
      facts.cover.map(([name, values]) => [name, values.join(' · ')]),
    ),
    ...summary(facts),
    ...objectives(facts),
    ...players(facts),
    ...interventions(facts),
    ...responseTimes(facts),
    ...escalations(facts),
    ...messages(facts),
    ...records(facts),
    ...exchange(facts),
    ...expectations(facts),
    ...evaluation(facts),
    ...incidents(facts),
    ...events(facts),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n\n**${notice}**\n`;
}

type HeadName = keyof ReportCatalogue['head'];

function heads({ words }: Facts, ...names: readonly HeadName[]): string[] {
  return names.map((name) => words.text(`head.${name}`));
}

function section({ words }: Facts, name: keyof ReportCatalogue['section']): string {
  return `## ${words.text(`section.${name}`)}`;
}

function summary(facts: Facts): string[] {
  const { report, words } = facts;
  const { log, figures, counts } = report;
  const { overall } = figures;
  const { text } = words;
  const unjudged = report.expectations.filter(({ verdict }) => verdict.judgement === 'unjudged').length;
  const count = (figure: number | string, label: string) => `- ${figure} ${label}`;
  return [
    section(facts, 'summary'),
    [
      count(
        figures.incidents.length,
        text('tile.incidents', { incidents: figures.incidents.length, alerts: counts.alerts }),
      ),
      count(
        overall.escalations,
        text('tile.escalations', { escalations: overall.escalations, exhausted: overall.exhausted }),
      ),
      count(
        percentText(shareOf(overall.notifications, 'acknowledged')),
        text('tile.acknowledged', { asked: overall.notifications.asked }),
      ),
      `- ${text('tile.met')}: ${text('tile.byWeight', { percent: percentText(report.score) })}`,
      ...(unjudged === 0 ? [] : [`- ${text('tile.unjudged', { count: String(unjudged) })}`]),
      `- ${text('cover.log')}: ${text('cover.logText', { count: log.events, hash: log.headHash })}`,
    ].join('\n'),
  ];
}

function players(facts: Facts): string[] {
  const { text } = facts.words;
  const rows = facts.report.play.units.map((one) => [
    [facts.sideOf(one.unit), facts.nameOf(one.unit)].filter((part) => part !== undefined).join(' '),
    facts.modes(one).join(' · '),
    PLAYER_KINDS.map((kind) => one.answers[kind]).join(' / '),
    one.answeredBy.map((id) => facts.account(id)).join(' · '),
  ]);
  return [
    section(facts, 'players'),
    table(heads(facts, 'unit', 'mode', 'answers', 'people'), rows),
    text('play.note'),
    `### ${text('play.byKind')}`,
    table(
      heads(facts, 'player', 'asked', 'acknowledged', 'declined', 'median', 'p90', 'worst', 'count'),
      playerRows(facts),
    ),
  ];
}

function interventions(facts: Facts): string[] {
  const { text } = facts.words;
  const rows = interventionRows(facts).map(({ at, sentence, by, seq }) => [timeText(at), sentence, by, String(seq)]);
  return [
    section(facts, 'interventions'),
    rows.length === 0 ? text('intervention.none') : table(heads(facts, 'time', 'happened', 'by', 'event'), rows),
    text('intervention.note'),
  ];
}

function objectives(facts: Facts): string[] {
  const { report } = facts;
  if (report.objectives.length === 0) return [];
  const rows = report.objectives.map((one) => [one.objective, one.rating ?? '–', why(facts, one)]);
  return [
    section(facts, 'objectives'),
    table(heads(facts, 'objective', 'rating', 'why'), rows),
    RATINGS.map(
      (rating) =>
        `- **${rating}**: ${facts.words.word(`word.rating.${rating}`)}; ${facts.words.word(`word.ratingMeaning.${rating}`)}`,
    ).join('\n'),
  ];
}

function why(facts: Facts, { proposed, given }: ObjectiveEvaluation): string {
  const grounds = proposed.grounds.map(
    (ground) => `${ground.rating}: ${facts.ground(ground)} (${eventList(facts, ground.evidence)})`,
  );
  const said = given.map(
    ({ rating, reason, actor, seq }) =>
      `${facts.words.role(actor)} ${rating}: ${reason} (${facts.who(actor)}, ${facts.words.text('head.event')} ${seq})`,
  );
  const proposal =
    proposed.rating === undefined
      ? facts.words.whyUnrated(proposed)
      : `${facts.words.text('objective.proposed')} ${proposed.rating}`;
  return [proposal, ...grounds, ...said].join('; ');
}

function responseTimes(facts: Facts): string[] {
  const { report, nameOf, words } = facts;
  const overall = overallRows(facts).map(({ label, side, spread }) => [
    side === undefined ? label : `${side}: ${label}`,
    ...facts.spreadCells(spread),
    spread.worst ? String(spread.worst.seq) : '–',
  ]);
  const units = report.figures.units.map(({ unit, side, toAcknowledge, toOnScene, notifications: ends }) => [
    `${side}: ${nameOf(unit)}`,
    ...facts.spreadCells(toAcknowledge),
    words.length(toOnScene.p50),
    percentText(shareOf(ends, 'acknowledged')),
    percentText(shareOf(ends, 'declined')),
    words.expired(ends),
    percentText(shareOf(ends, 'undeliverable')),
  ]);
  return [
    section(facts, 'times'),
    words.text('times.fromOpening'),
    table(['', ...heads(facts, 'median', 'p90', 'worst', 'count', 'worstEvent')], overall),
    `### ${words.text('times.units')}`,
    words.text('times.fromSending'),
    table(
      heads(
        facts,
        'unit',
        'median',
        'p90',
        'worst',
        'count',
        'onScene',
        'acknowledged',
        'declined',
        'expired',
        'undeliverable',
      ),
      units,
    ),
  ];
}

function escalations(facts: Facts): string[] {
  const all = facts.report.figures.incidents.flatMap((course) => course.escalations).toSorted((a, b) => a.seq - b.seq);
  const rows = all.map((one) => [
    timeText(one.at),
    one.incident,
    `${one.chain}, ${one.stepId}`,
    facts.whyEscalated(one),
    String(one.seq),
  ]);
  return [
    section(facts, 'escalations'),
    rows.length === 0
      ? facts.words.text('none')
      : table(heads(facts, 'time', 'incident', 'step', 'why', 'event'), rows),
  ];
}

function messages(facts: Facts): string[] {
  const rows = requestRows(facts).map(({ at, sentence, outcome, events: seqs }) => [
    timeText(at),
    sentence,
    outcome,
    eventList(facts, seqs),
  ]);
  return [
    section(facts, 'messages'),
    messageCounts(facts) ?? facts.words.text('message.none'),
    rows.length === 0 ? '' : table(heads(facts, 'time', 'request', 'outcome', 'events'), rows),
  ];
}

function records(facts: Facts): string[] {
  const { text } = facts.words;
  const rows = recordRows(facts).map(({ id, at, kind, says, by, label, changes, events: seqs }) => [
    timeText(at),
    id,
    kind,
    says,
    by,
    label,
    changes.join('; '),
    eventList(facts, seqs),
  ]);
  return [
    section(facts, 'records'),
    rows.length === 0
      ? text('record.none')
      : table(heads(facts, 'time', 'number', 'kind', 'says', 'by', 'label', 'labelChanges', 'events'), rows),
    rows.length === 0 ? '' : text('record.note'),
  ];
}

function exchange(facts: Facts): string[] {
  const { text } = facts.words;
  const tables = exchangeTables(facts);
  return [
    section(facts, 'exchange'),
    ...(tables.length === 0 ? [text('exchange.none')] : []),
    ...tables.flatMap(({ title, heads: names, rows }) => {
      const bySide = rows.some(({ side }) => side !== undefined);
      return [
        `### ${title}`,
        table(
          heads(facts, ...(bySide ? (['side'] as const) : []), ...names),
          rows.map(({ side, cells }) => (side === undefined ? cells : [side, ...cells])),
        ),
      ];
    }),
    ...(tables.length === 0 ? [] : [text('exchange.note')]),
  ];
}

function expectations(facts: Facts): string[] {
  const rows = facts.report.expectations.map(({ expectation, verdict }) => [
    facts.words.word(`word.judgement.${verdict.judgement}`),
    facts.expectation(expectation.id),
    expectation.objective ?? '',
    facts.verdict(verdict),
    String(expectation.weight),
    eventList(facts, verdict.evidence),
  ]);
  if (rows.length === 0) return [];
  return [
    section(facts, 'expectations'),
    table(heads(facts, 'verdict', 'expected', 'objective', 'found', 'weight', 'evidence'), rows),
  ];
}

function evaluation(facts: Facts): string[] {
  const { report } = facts;
  const seen = report.observations.map((one) => [
    one.observation,
    facts.words.word(`word.observationKind.${one.kind}`),
    one.text,
    one.recommendation ?? '',
    one.capabilityElement === undefined ? '' : facts.words.word(`word.capabilityElement.${one.capabilityElement}`),
    [one.objective, one.incident].filter((part) => part !== undefined).join(', '),
    facts.releasedTo(one),
    facts.who(one.actor),
    eventList(facts, [...(one.evidence ?? []), one.seq]),
  ]);
  const plan = report.improvements.map((one) => [
    one.improvement,
    one.correctiveAction,
    facts.words.word(`word.capabilityElement.${one.capabilityElement}`),
    one.organization,
    one.contact ?? '',
    one.start ?? '',
    one.completion ?? '',
    one.observation ?? '',
  ]);
  return [
    section(facts, 'observations'),
    seen.length === 0
      ? facts.words.text('none')
      : table(
          heads(
            facts,
            'number',
            'kind',
            'observation',
            'recommendation',
            'element',
            'about',
            'releasedTo',
            'by',
            'events',
          ),
          seen,
        ),
    section(facts, 'improvements'),
    plan.length === 0
      ? facts.words.text('none')
      : table(
          heads(facts, 'number', 'action', 'element', 'responsible', 'contact', 'start', 'completion', 'observation'),
          plan,
        ),
  ];
}

function incidents(facts: Facts): string[] {
  return [
    section(facts, 'incidents'),
    ...facts.report.paths.flatMap((path) => {
      const course = facts.courseOf(path);
      const rows = path.events.flatMap((seq) => {
        const event = facts.event(seq);
        return event ? [[timeText(event.at), facts.sentence(event), String(seq)]] : [];
      });
      return [
        `### ${course.id}: ${safe(facts.words.authored(path.headline))}`,
        [
          facts.words.text('incident.class', { class: course.class }),
          facts.words.word(`word.severity.${course.severity}`),
          facts.words.word(`word.incidentStatus.${course.status}`),
        ].join(' · '),
        table(heads(facts, 'time', 'happened', 'event'), rows),
      ];
    }),
  ];
}

function events(facts: Facts): string[] {
  const { what, how, commands } = verification(facts);
  const rows = facts.report.events.map((event) => [
    String(event.seq),
    timeText(event.at),
    event.type,
    facts.sentence(event),
    facts.byWhom(event),
  ]);
  return [
    section(facts, facts.hasAppendix ? 'appendix' : 'verify'),
    what,
    `${facts.words.text('verify.head')} \`${facts.report.log.headHash}\``,
    how,
    ...commands.map((command) => code(command)),
    facts.hasAppendix ? table(heads(facts, 'number', 'time', 'event', 'says', 'by'), rows) : '',
  ];
}

function eventList({ words }: Facts, seqs: readonly number[]): string {
  return seqs.length === 0 ? '–' : `${words.tag === 'en' ? 'event' : words.text('head.event')} ${seqs.join(', ')}`;
}

/** However many backticks a file's name holds, it does not end the code. */
function code(text: string): string {
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `${fence}${text}${fence}` : `${fence} ${text} ${fence}`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(safe).join(' | ')} |`;
  return [line(head), `| ${head.map(() => '---').join(' | ')} |`, ...rows.map(line)].join('\n');
}

/** No text breaks out of its cell, becomes a heading, a link or HTML; control and bidi characters say nothing. */
function safe(text: string): string {
  return text
    .replace(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replace(/[\u200E\u200F\u202A-\u202E\u2066-\u2069]|\p{Surrogate}/gu, '')
    .replace(/[\\`*_[\]<>|&#~]/g, '\\$&');
}
