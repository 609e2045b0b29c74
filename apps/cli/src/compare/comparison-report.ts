/** What is told of a comparison, as text or as JSON. */
import { formatDuration, formatExerciseTime } from '#contracts/scenario/duration.js';
import type { LoggedEvent } from '#domain/engine/event.js';
import type { Figures } from '#domain/evaluation/figures.js';
import type { Spread } from '#domain/evaluation/spread.js';
import { eventLine } from '../feed/event-line.js';
import { lineText, MAX_COLUMNS } from '../feed/line.js';
import type { Paint } from '../feed/paint.js';
import { tableText } from '../feed/table.js';
import { harmless } from '../feed/terminal-text.js';
import { JUDGEMENT_WORDS } from '#contracts/scenario/verdict-text.js';
import type { Comparison, FirstDifference, LogOutcome } from './compare-logs.js';

/** For programs. Times are exercise time in ms. */
export function comparisonJson({ first, different, outcomes }: Comparison): string {
  const report = {
    marking: 'EXERCISE',
    isSame: different === 0,
    different,
    ...(first && { first: { seq: first.seq, parts: first.parts, a: shown(first.a), b: shown(first.b) } }),
    logs: outcomes.map(({ file, events, figures, verdicts }) => ({
      file,
      events,
      figures: { overall: figures.overall, sides: figures.sides },
      expectations: verdicts,
    })),
  };
  return JSON.stringify(report, undefined, 2);
}

/** Null where the log has ended. */
function shown(event: LoggedEvent | undefined) {
  if (!event) return null;
  const { seq, at, type, audience, actor, cause, data } = event;
  return { seq, at, type, audience, actor, cause, data };
}

export function comparisonText({ first, different, outcomes }: Comparison, paint: Paint): string {
  const [a, b] = outcomes;
  const legend = `EXERCISE · A ${harmless(a.file)} (${a.events} events) · B ${harmless(b.file)} (${b.events} events)\n`;
  const told = first
    ? `${differenceText(first, outcomes, paint)}${different} of ${Math.max(a.events, b.events)} events are not the same.\n`
    : `${paint('good', 'The same log')}: each event is the same in both.\n`;
  return [legend, told, figuresTable(a, b)].join('\n');
}

function differenceText(first: FirstDifference, [a, b]: Comparison['outcomes'], paint: Paint): string {
  const what = first.parts.length === 0 ? 'only one log goes on' : `another ${first.parts.join(', ')}`;
  return [
    `${paint('bad', `They part at event ${first.seq}`)}: ${what}.\n`,
    `  A ${eventText(first.a, a, paint)}\n`,
    `  B ${eventText(first.b, b, paint)}\n`,
    ...first.parts.map((part) => `  ${part}: A ${partText(first.a?.[part])} · B ${partText(first.b?.[part])}\n`),
  ].join('');
}

function eventText(event: LoggedEvent | undefined, { scenario, events }: LogOutcome, paint: Paint): string {
  if (!event) return `has ended, after event ${events}`;
  const sides = new Map(scenario?.units.map(({ id, side }) => [id, side]));
  const shownEvent = { ...event, data: { ...event.data } };
  return lineText(
    eventLine(shownEvent, (unit) => sides.get(unit)),
    paint,
    MAX_COLUMNS,
  );
}

const LONGEST_PART = 300;

function partText(value: unknown): string {
  const text = typeof value === 'number' ? formatExerciseTime(value) : (JSON.stringify(value) ?? '-');
  return harmless(text.length > LONGEST_PART ? `${text.slice(0, LONGEST_PART)}…` : text);
}

function figuresTable(a: LogOutcome, b: LogOutcome): string {
  const row = (name: string, text: (figures: Figures) => string): string[] => [name, text(a.figures), text(b.figures)];
  return tableText([
    ['From an incident’s opening (p50, p90, how many)', 'A', 'B'],
    row('to its first notification', ({ overall }) => spreadText(overall.toFirstNotification)),
    row('to the first acknowledgement', ({ overall }) => spreadText(overall.toFirstAcknowledgement)),
    row('  by PAK', ({ sides }) => spreadText(sides.PAK.toFirstAcknowledgement)),
    row('  by CHN', ({ sides }) => spreadText(sides.CHN.toFirstAcknowledgement)),
    row('to joint acknowledgement', ({ overall }) => spreadText(overall.toJointAcknowledgement)),
    row('to the first unit on scene', ({ overall }) => spreadText(overall.toOnScene)),
    row('to its resolution', ({ overall }) => spreadText(overall.toResolved)),
    row('Incidents', ({ incidents }) => String(incidents.length)),
    row('Escalations', ({ overall }) => String(overall.escalations)),
    row('Notifications', ({ overall }) => String(overall.notifications.asked)),
    ...expectationRows(a, b),
  ]);
}

function spreadText({ count, of, p50, p90 }: Spread): string {
  if (p50 === undefined || p90 === undefined) return `- (0 of ${of})`;
  return `${formatDuration(p50)}, ${formatDuration(p90)} (${count} of ${of})`;
}

/** In the order of A, then what only B expects. */
function expectationRows(a: LogOutcome, b: LogOutcome): string[][] {
  const ids = new Set([...(a.verdicts ?? []), ...(b.verdicts ?? [])].map(({ expectation }) => expectation));
  const word = ({ verdicts }: LogOutcome, id: string): string => {
    const verdict = verdicts?.find(({ expectation }) => expectation === id);
    return verdict ? JUDGEMENT_WORDS[verdict.judgement] : '-';
  };
  return [...ids].map((id) => [`Expectation ${id}`, word(a, id), word(b, id)]);
}
