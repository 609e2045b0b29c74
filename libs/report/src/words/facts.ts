/** What both the page and the Markdown text say, prepared once: names, links' targets, rows in words. */
import { formatExerciseTime } from '#contracts/scenario/duration.js';
import { verifyCommands } from '../document/verify-commands.js';
import { expectationText, reasonText } from '#contracts/sentences/verdict-text.js';
import { english } from '#contracts/sentences/english.js';
import { inEnglish } from '#contracts/language/english.js';
import { stepReason } from '#contracts/sentences/phrases.js';
import type { LocalizedText } from '#domain/kernel/localized-text.js';
import type { Actor, LoggedEvent } from '#domain/kernel/event.js';
import type { Escalation, IncidentCourse } from '#domain/evaluation/figures.js';
import type { Ground } from '#domain/evaluation/ratings.js';
import type { AfterActionReport, IncidentPath, LogSource } from '#domain/evaluation/report.js';
import type { Spread } from '#domain/evaluation/spread.js';
import type { Side } from '#domain/kernel/side.js';
import { eventText, unreachedText } from './event-text.js';
import { actorText, GROUND_WORDS, lengthText, UNANSWERED_WORDS } from './words.js';

export class Facts {
  readonly title: string;
  readonly #events: ReadonlyMap<number, LoggedEvent>;
  readonly #units: ReadonlyMap<string, { readonly name: LocalizedText; readonly side: Side }>;
  readonly #sites: ReadonlyMap<string, LocalizedText>;
  readonly #expectations: ReadonlyMap<string, string>;
  readonly #people: ReadonlyMap<string, string>;

  constructor(readonly report: AfterActionReport) {
    this.title = english(report.scenario.title);
    this.#events = new Map(report.events.map((event) => [event.seq, event]));
    this.#units = new Map(report.units.map((unit) => [unit.id, unit]));
    this.#sites = new Map(report.sites.map(({ id, name }) => [id, name]));
    this.#people = new Map(report.people.map(({ id, name }) => [id, name]));
    this.#expectations = new Map(
      report.expectations.map(({ expectation }) => [expectation.id, expectationText(expectation)]),
    );
  }

  /** Of a unit or a site, in English; its id where it is neither. */
  readonly nameOf = (id: string): string => {
    const name = this.#units.get(id)?.name ?? this.#sites.get(id);
    return name === undefined ? id : english(name);
  };

  readonly sideOf = (unit: string): Side | undefined => this.#units.get(unit)?.side;

  has(seq: number): boolean {
    return this.#events.has(seq);
  }

  event(seq: number): LoggedEvent | undefined {
    return this.#events.get(seq);
  }

  sentence(event: LoggedEvent): string {
    return eventText(event, this, this.report.contexts.get(event.seq));
  }

  /** Which run it is of; only an exercise has a name. */
  get run(): string {
    const { exercise, source } = this.report;
    if (exercise !== undefined) return exercise;
    return source.kind === 'log' ? 'as its log holds it' : 'in virtual time, nobody at the console';
  }

  /** Who did it, where it was somebody. */
  byWhom({ actor }: LoggedEvent): string {
    return actor.kind === 'account' ? this.who(actor) : '';
  }

  /** By name, where it is known. */
  who(actor: Actor): string {
    return actorText(actor, (account) => this.#people.get(account));
  }

  courseOf({ incident }: IncidentPath): IncidentCourse {
    const course = this.report.figures.incidents.find(({ id }) => id === incident);
    if (!course) throw new Error(`the report holds a path of ${incident} and no figures of it`);
    return course;
  }

  expectation(id: string): string {
    return this.#expectations.get(id) ?? id;
  }

  ground({ expectation, kind }: Ground): string {
    return `${this.expectation(expectation)}: ${GROUND_WORDS[kind]}`;
  }

  /** Why a step started, with whom it could not count on. */
  whyEscalated({ reason, unanswered, skipped }: Escalation): string {
    const who = unanswered.map(({ unit, reason: why }) => `${this.nameOf(unit)} ${UNANSWERED_WORDS[why]}`).join(', ');
    const nobody = unreachedText(skipped, this);
    return `${stepReason(inEnglish, reason)}${nobody}${who === '' ? '' : `; ${who}`}`;
  }

  readonly verdict = reasonText;
}

/** The rows of response times over all. */
export function overallRows({
  figures: { overall, sides },
}: AfterActionReport): { label: string; side?: Side; spread: Spread }[] {
  return [
    { label: 'First notification', spread: overall.toFirstNotification },
    { label: 'First acknowledgement', side: 'PAK', spread: sides.PAK.toFirstAcknowledgement },
    { label: 'First acknowledgement', side: 'CHN', spread: sides.CHN.toFirstAcknowledgement },
    { label: 'Joint acknowledgement', spread: overall.toJointAcknowledgement },
    { label: 'Lag between the sides', spread: overall.lag },
    { label: 'Responding', spread: overall.toResponding },
    { label: 'First unit on scene', spread: overall.toOnScene },
    { label: 'Resolved', spread: overall.toResolved },
  ];
}

/** p50, p90, worst and the count, as words. */
export function spreadCells({ p50, p90, worst, count, of }: Spread): [string, string, string, string] {
  const length = (ms: number | undefined) => (ms === undefined ? '–' : lengthText(ms));
  return [length(p50), length(p90), length(worst?.ms), `${count} of ${of}`];
}

export const timeText = formatExerciseTime;

/** How to check that nobody changed the log since. */
export function verification(report: AfterActionReport): { what: string; how: string; commands: readonly string[] } {
  const { events } = report.log;
  return {
    what:
      `The ${events} events of the log are chained: each one's SHA-256 hash covers the event and the hash before it. ` +
      'So this one value, the hash of the last event, stands for all of them; a log that was changed anywhere has another.',
    how: HOW[report.source.kind],
    commands: verifyCommands(report),
  };
}

const HOW: Readonly<Record<LogSource['kind'], string>> = {
  exercise:
    'The command reads the stored log, computes the chain anew, and fails when it leads elsewhere. What is evaluated after ' +
    'this report was made adds events, and so moves the hash on.',
  log: 'The command reads the file, computes the chain anew, and fails when it leads elsewhere.',
  recording: 'The command runs what was recorded again, chains its events anew, and fails when that leads elsewhere.',
  scenario:
    'The first command runs the scenario again with the same seed, on any machine, prints this hash, and keeps the log in a ' +
    'file. The second computes the chain of that file anew, and fails when it leads elsewhere.',
};
