/** The report of a comparison, as text or as JSON. */
import { formatDuration, formatExerciseTime } from '#contracts/scenario/duration.js';
import type { Side } from '#domain/kernel/side.js';
import type { LoggedEvent } from '#domain/kernel/event.js';
import type { Figures } from '#domain/evaluation/figures.js';
import type { Spread } from '#domain/evaluation/spread.js';
import { canonicalJson } from '#log/canonical-json.js';
import { eventLine } from '../terminal/event-line.js';
import { lineText, MAX_COLUMNS } from '../terminal/line.js';
import type { Paint } from '../terminal/paint.js';
import { tableText } from '../terminal/table.js';
import { harmless } from '../terminal/terminal-text.js';
import { JUDGEMENT_WORDS } from '#contracts/sentences/verdict-text.js';
import type { Comparison, Difference, LogOutcome } from './compare-logs.js';
import { movedText } from './moved-inject.js';

/** For programs. Times are exercise time in ms. */
export function comparisonJson({ outcomes, ...comparison }: Comparison): string {
  const { isSame, isSameCourse, moved, different, courseDifferent, differences, firstOfCourse } = comparison;
  const report = {
    marking: 'EXERCISE',
    isSame,
    moved,
    different,
    course: { isSame: isSameCourse, different: courseDifferent, ...(firstOfCourse && { first: shown(firstOfCourse) }) },
    differences: differences.map(shown),
    logs: outcomes.map(({ file, events, hash, course, figures, verdicts }) => ({
      file,
      events,
      hash,
      course,
      figures: { overall: figures.overall, sides: figures.sides },
      expectations: verdicts,
    })),
  };
  return JSON.stringify(report, undefined, 2);
}

function shown({ parts, isOfCourse, a, b }: Difference) {
  return { parts, isOfCourse, a: shownEvent(a), b: shownEvent(b) };
}

/** Null where the log does not hold it. */
function shownEvent(event: LoggedEvent | undefined) {
  if (!event) return null;
  const { seq, at, type, audience, actor, cause, data } = event;
  return { seq, at, type, audience, actor, cause, data };
}

export function comparisonText(comparison: Comparison, paint: Paint): string {
  const { outcomes, moved } = comparison;
  const [a, b] = outcomes;
  const legend = `EXERCISE · A ${harmless(a.file)} (${a.events} events) · B ${harmless(b.file)} (${b.events} events)\n`;
  const result = `${logText(comparison, paint)}${courseText(comparison, paint)}`;
  const first = moved === undefined ? [] : [`${paint('bold', movedText(moved))} What followed:\n`];
  return [legend, ...first, result, ...differencesText(comparison, paint), figuresTable(a, b)].join('\n');
}

function logText({ isSame, outcomes: [a, b] }: Comparison, paint: Paint): string {
  return isSame
    ? `${paint('good', 'The same log')}: every event is the same in both, hash ${a.hash}\n`
    : `${paint('bad', 'Not the same log')}: ${inBoth(a.hash, b.hash)}\n`;
}

function courseText({ isSameCourse, firstOfCourse, outcomes }: Comparison, paint: Paint): string {
  const [a, b] = outcomes;
  if (isSameCourse) {
    return `${paint('good', 'The same course')}: the same things happened, no matter who ran it and how fast, course ${a.course}\n`;
  }
  const first = firstOfCourse
    ? `. The first difference in what happened:\n${differenceText(firstOfCourse, outcomes, paint)}`
    : '\n';
  return `${paint('bad', 'Not the same course')}: ${inBoth(a.course, b.course)}${first}`;
}

/** Enough of a hash to distinguish it from another. */
const HASH_BEGINNING = 16;

function inBoth(a: string, b: string): string {
  return `${a.slice(0, HASH_BEGINNING)}… in A, ${b.slice(0, HASH_BEGINNING)}… in B`;
}

function differencesText({ different, courseDifferent, differences, outcomes }: Comparison, paint: Paint): string[] {
  if (different === 0) return [];
  const which = differences.length < different ? `; showing the first ${differences.length} (--all shows all)` : '';
  const head = `${plural(different, 'difference')}, ${courseDifferent} of them in what happened${which}:\n`;
  return [`${head}${differences.map((difference) => differenceText(difference, outcomes, paint)).join('')}`];
}

function plural(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? '' : 's'}`;
}

function differenceText(difference: Difference, [a, b]: Comparison['outcomes'], paint: Paint): string {
  const { parts, isOfCourse } = difference;
  const about = isOfCourse ? '' : paint('dim', ' (how it was run, not what happened)');
  return [
    `- ${paint('bold', placeText(difference))}${parts.length === 0 ? '' : `: ${parts.join(', ')} differ${parts.length === 1 ? 's' : ''}`}${about}\n`,
    ...(difference.a ? [`  A ${eventText(difference.a, a, paint)}\n`] : []),
    ...(difference.b ? [`  B ${eventText(difference.b, b, paint)}\n`] : []),
    ...parts.flatMap((part) => partLines(part, difference.a?.[part], difference.b?.[part])),
  ].join('');
}

function placeText({ a, b }: Difference): string {
  if (a && b) return a.seq === b.seq ? `event ${a.seq}` : `event ${a.seq} of A, ${b.seq} of B`;
  return a ? `event ${a.seq} of A is missing in B` : `event ${b?.seq} of B is missing in A`;
}

function eventText(event: LoggedEvent, { scenario, contexts }: LogOutcome, paint: Paint): string {
  const sides = new Map<string, Side>(scenario?.units.map(({ id, side }) => [id, side]));
  const names = { nameOf: (id: string) => id, sideOf: (unit: string) => sides.get(unit) };
  const withData = { ...event, data: { ...event.data } };
  const line = eventLine(withData, names, contexts.get(event.seq));
  return lineText(line, paint, MAX_COLUMNS);
}

/** Of a part with fields only those that differ: `data.seed: A "a" · B "b"`. */
function partLines(name: string, a: unknown, b: unknown): string[] {
  if (!isObject(a) || !isObject(b)) return [`  ${name}: A ${partText(a)} · B ${partText(b)}\n`];
  const fields = [...new Set([...Object.keys(a), ...Object.keys(b)])].toSorted();
  return fields
    .filter((field) => canonicalJson([a[field] ?? null]) !== canonicalJson([b[field] ?? null]))
    .map((field) => `  ${name}.${harmless(field)}: A ${fieldText(a[field])} · B ${fieldText(b[field])}\n`);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const LONGEST_PART = 300;

function partText(value: unknown): string {
  return typeof value === 'number' ? formatExerciseTime(value) : fieldText(value);
}

function fieldText(value: unknown): string {
  const text = value === undefined ? '-' : canonicalJson(value);
  return harmless(text.length > LONGEST_PART ? `${text.slice(0, LONGEST_PART)}…` : text);
}

function figuresTable(a: LogOutcome, b: LogOutcome): string {
  const row = (name: string, text: (figures: Figures) => string): string[] => [name, text(a.figures), text(b.figures)];
  return tableText([
    ['From an incident’s opening (p50, p90, count)', 'A', 'B'],
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
  return `${lengthText(p50)}, ${lengthText(p90)} (${count} of ${of})`;
}

/** Whole seconds are read at a glance. */
function lengthText(ms: number): string {
  return formatDuration(ms < 1000 ? ms : Math.round(ms / 1000) * 1000);
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
