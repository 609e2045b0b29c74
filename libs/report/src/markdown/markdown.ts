/** The report as Markdown (CommonMark with tables): for wikis, tickets and mail. The pictures are in the page only. */
import { english } from '#contracts/sentences/english.js';
import { shareOf } from '#domain/evaluation/figures.js';
import { RATINGS } from '#domain/evaluation/evaluation.js';
import type { AfterActionReport, ObjectiveEvaluation } from '#domain/evaluation/report.js';
import { Facts, overallRows, spreadCells, timeText, verification } from '../words/facts.js';
import {
  expiredText,
  JUDGEMENTS,
  lengthText,
  NOTICE,
  OBSERVATION_NAMES,
  otherLanguages,
  percentText,
  RATING_MEANINGS,
  RATING_NAMES,
  roleText,
  whyUnrated,
} from '../words/words.js';

export function reportMarkdown(report: AfterActionReport): string {
  const facts = new Facts(report);
  const parts = [
    `# ${safe(facts.title)}: after-action report`,
    `**${NOTICE}**`,
    otherLanguages(report.scenario.title)
      .map(([language, text]) => `${safe(text)} (${safe(language)})`)
      .join(' · '),
    ...summary(facts),
    ...objectives(facts),
    ...responseTimes(facts),
    ...escalations(facts),
    ...expectations(facts),
    ...evaluation(facts),
    ...incidents(facts),
    ...events(facts),
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n\n**${NOTICE}**\n`;
}

function summary({ report, run }: Facts): string[] {
  const { log, figures, counts, scenario, seed, exercise } = report;
  const { overall } = figures;
  const unjudged = report.expectations.filter(({ verdict }) => verdict.judgement === 'unjudged').length;
  return [
    '## Summary',
    table(
      ['', ''],
      [
        [exercise === undefined ? 'Run' : 'Exercise', run],
        ['Scenario', `${scenario.id}, seed ${seed}`],
        ['Exercise time', `${timeText(log.until)} of ${timeText(scenario.durationMs)}`],
        ['Alerts, incidents', `${counts.alerts}, ${figures.incidents.length}`],
        ['Escalations, exhausted chains', `${overall.escalations}, ${overall.exhausted}`],
        [
          'Notifications acknowledged',
          `${percentText(shareOf(overall.notifications, 'acknowledged'))} of ${overall.notifications.asked}`,
        ],
        ['Expectations met, by weight', percentText(report.score)],
        ...(unjudged === 0 ? [] : [['Expectations not judged', String(unjudged)]]),
        ['Log', `${log.events} events, head hash ${log.headHash}`],
      ],
    ),
  ];
}

function objectives(facts: Facts): string[] {
  const { report } = facts;
  if (report.objectives.length === 0) return [];
  const rows = report.objectives.map((one) => [one.objective, one.rating ?? '–', why(facts, one)]);
  return [
    '## Objectives and ratings',
    table(['Objective', 'Rating', 'Why'], rows),
    RATINGS.map((rating) => `- **${rating}**: ${RATING_NAMES[rating]}. ${RATING_MEANINGS[rating]}`).join('\n'),
  ];
}

function why(facts: Facts, { proposed, given }: ObjectiveEvaluation): string {
  const grounds = proposed.grounds.map(
    (ground) => `${ground.rating}: ${facts.ground(ground)} (${eventList(ground.evidence)})`,
  );
  const said = given.map(
    ({ rating, reason, actor, seq }) => `${roleText(actor)} ${rating}: ${reason} (${facts.who(actor)}, event ${seq})`,
  );
  const proposal = proposed.rating === undefined ? whyUnrated(proposed) : `proposed ${proposed.rating}`;
  return [proposal, ...grounds, ...said].join('; ');
}

function responseTimes({ report, nameOf }: Facts): string[] {
  const overall = overallRows(report).map(({ label, side, spread }) => [
    side === undefined ? label : `${side}: ${label}`,
    ...spreadCells(spread),
    spread.worst ? String(spread.worst.seq) : '–',
  ]);
  const units = report.figures.units.map(({ unit, side, toAcknowledge, toOnScene, notifications: ends }) => [
    `${side}: ${nameOf(unit)}`,
    ...spreadCells(toAcknowledge),
    toOnScene.p50 === undefined ? '–' : lengthText(toOnScene.p50),
    percentText(shareOf(ends, 'acknowledged')),
    percentText(shareOf(ends, 'declined')),
    expiredText(ends),
    percentText(shareOf(ends, 'undeliverable')),
  ]);
  return [
    '## Response times',
    'From the opening of the incidents.',
    table(['', 'p50', 'p90', 'Worst', 'Count', 'Worst: event'], overall),
    'By unit, from the sending of a notification to its acknowledgement.',
    table(['Unit', 'p50', 'p90', 'Worst', 'Count', 'On scene, p50', 'Ack.', 'Declined', 'Expired', 'Undeliv.'], units),
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
    '## Escalations, and why',
    rows.length === 0 ? 'None.' : table(['Time', 'Incident', 'Step', 'Why', 'Event'], rows),
  ];
}

function expectations(facts: Facts): string[] {
  const rows = facts.report.expectations.map(({ expectation, verdict }) => [
    JUDGEMENTS[verdict.judgement],
    facts.expectation(expectation.id),
    expectation.objective ?? '',
    facts.verdict(verdict),
    String(expectation.weight),
    eventList(verdict.evidence),
  ]);
  if (rows.length === 0) return [];
  return ['## Expectations', table(['Verdict', 'Expected', 'Objective', 'Found', 'Weight', 'Evidence'], rows)];
}

function evaluation(facts: Facts): string[] {
  const { report } = facts;
  const seen = report.observations.map((one) => [
    one.observation,
    OBSERVATION_NAMES[one.kind],
    one.text,
    one.recommendation ?? '',
    one.capabilityElement ?? '',
    [one.objective, one.incident].filter((part) => part !== undefined).join(', '),
    facts.who(one.actor),
    eventList([...(one.evidence ?? []), one.seq]),
  ]);
  const plan = report.improvements.map((one) => [
    one.improvement,
    one.correctiveAction,
    one.capabilityElement,
    one.organization,
    one.contact ?? '',
    one.start ?? '',
    one.completion ?? '',
    one.observation ?? '',
  ]);
  return [
    '## Observations',
    seen.length === 0
      ? 'None.'
      : table(['No.', 'Kind', 'Observation', 'Recommendation', 'Element', 'About', 'By', 'Events'], seen),
    '## Improvement plan',
    plan.length === 0
      ? 'None.'
      : table(
          [
            'No.',
            'Corrective action',
            'Capability element',
            'Responsible',
            'Contact',
            'Start',
            'Completion',
            'Observation',
          ],
          plan,
        ),
  ];
}

function incidents(facts: Facts): string[] {
  return [
    '## The path of each incident',
    ...facts.report.paths.flatMap((path) => {
      const course = facts.courseOf(path);
      const rows = path.events.flatMap((seq) => {
        const event = facts.event(seq);
        return event ? [[timeText(event.at), facts.sentence(event), String(seq)]] : [];
      });
      return [
        `### ${course.id}: ${safe(english(path.headline))}`,
        `${course.class}, ${course.severity}, ${course.status}`,
        table(['Time', 'What happened', 'Event'], rows),
      ];
    }),
  ];
}

function events(facts: Facts): string[] {
  const { what, how, commands } = verification(facts.report);
  const rows = facts.report.events.map((event) => [
    String(event.seq),
    timeText(event.at),
    event.type,
    facts.sentence(event),
    facts.byWhom(event),
  ]);
  return [
    '## Appendix: events, and how to verify them',
    what,
    `Head hash: \`${facts.report.log.headHash}\``,
    how,
    ...commands.map((command) => code(command)),
    table(['No.', 'Time', 'Event', 'What it says', 'By'], rows),
  ];
}

function eventList(seqs: readonly number[]): string {
  return seqs.length === 0 ? '–' : `event ${seqs.join(', ')}`;
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
