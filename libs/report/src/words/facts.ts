/** What both the page and the Markdown text say, prepared once: names, links' targets, rows in words. */
import { formatExerciseTime } from '#contracts/scenario/duration.js';
import { verifyCommands } from '../document/verify-commands.js';
import { expectationText, reasonText } from '#contracts/sentences/verdict-text.js';
import { stepReason } from '#contracts/sentences/phrases.js';
import type { LocalizedText } from '#domain/kernel/localized-text.js';
import type { Actor, LoggedEvent } from '#domain/kernel/event.js';
import type { Escalation, IncidentCourse } from '#domain/evaluation/figures.js';
import type { Ground } from '#domain/evaluation/ratings.js';
import type { UnitPlay } from '#domain/evaluation/play.js';
import type { AfterActionReport, IncidentPath, RecordedObservation } from '#domain/evaluation/report.js';
import { defaultTlp } from '#domain/release/label.js';
import type { Spread } from '#domain/evaluation/spread.js';
import { SIDES, type Side } from '#domain/kernel/side.js';
import { storyTimeMs } from '#domain/kernel/story-time.js';
import { listed } from '#contracts/language/words.js';
import { plainText } from '#contracts/sentences/plain-text.js';
import type { Verdict } from '#domain/expectation/expectation.js';
import { eventText, unreachedText } from './event-text.js';
import type { Words } from './words.js';

export class Facts {
  readonly title: string;
  readonly #events: ReadonlyMap<number, LoggedEvent>;
  readonly #units: ReadonlyMap<string, { readonly name: LocalizedText; readonly side: Side }>;
  readonly #sites: ReadonlyMap<string, LocalizedText>;
  readonly #expectations: ReadonlyMap<string, string>;
  readonly #people: ReadonlyMap<string, string>;

  constructor(
    readonly report: AfterActionReport,
    readonly words: Words,
    /** Without it, no event is listed, and none can be linked to. */
    readonly hasAppendix = true,
  ) {
    this.title = words.authored(report.scenario.title);
    this.#events = new Map(report.events.map((event) => [event.seq, event]));
    this.#units = new Map(report.units.map((unit) => [unit.id, unit]));
    this.#sites = new Map(report.sites.map(({ id, name }) => [id, name]));
    this.#people = new Map(report.people.map(({ id, name }) => [id, name]));
    this.#expectations = new Map(
      report.expectations.map(({ expectation }) => [expectation.id, expectationText(expectation, words.say)]),
    );
  }

  /** Of a unit or a site, in the language of the report; its id where it is neither. */
  readonly nameOf = (id: string): string => {
    const name = this.#units.get(id)?.name ?? this.#sites.get(id);
    return name === undefined ? id : this.words.authored(name);
  };

  readonly sideOf = (unit: string): Side | undefined => this.#units.get(unit)?.side;

  has(seq: number): boolean {
    return this.hasAppendix && this.#events.has(seq);
  }

  event(seq: number): LoggedEvent | undefined {
    return this.#events.get(seq);
  }

  sentence(event: LoggedEvent): string {
    return eventText(event, this, this.report.contexts.get(event.seq), this.words.say);
  }

  /** Which run it is of; only an exercise has a name. */
  get run(): string {
    const { exercise, source } = this.report;
    if (exercise !== undefined) return exercise;
    return this.words.text(source.kind === 'log' ? 'run.log' : 'run.virtual');
  }

  /** Who did it, where it was somebody. */
  byWhom({ actor }: LoggedEvent): string {
    return actor.kind === 'account' ? this.who(actor) : '';
  }

  /** Whom an observation is released to, with its TLP label. */
  releasedTo({ class: releasedTo, label }: RecordedObservation): string {
    if (releasedTo === undefined) return this.words.text('observation.control');
    return `${releasedTo} ${label?.tlp ?? defaultTlp(releasedTo)}`;
  }

  /** By name, where it is known. */
  who(actor: Actor): string {
    return this.words.actor(actor, (account) => this.#people.get(account));
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
    return this.words.text('groundOf', {
      expectation: this.expectation(expectation),
      ground: this.words.text(`ground.${kind}`),
    });
  }

  /** Why a step started, with whom it could not count on. */
  whyEscalated({ reason, unanswered, skipped }: Escalation): string {
    const { say, text } = this.words;
    const who = unanswered.map(({ unit, reason: why }) => text(`unanswered.${why}`, { unit: this.nameOf(unit) }));
    const join = (by: 'list' | 'clauses', parts: readonly string[]) =>
      plainText(
        listed(
          say,
          parts.map((part) => [part]),
          by,
        ),
        say,
      );
    const why = `${stepReason(say, reason)}${unreachedText(skipped, this, say)}`;
    return who.length === 0 ? why : join('clauses', [why, join('list', who)]);
  }

  verdict(verdict: Verdict): string {
    return reasonText(verdict, this.words.say);
  }

  /** p50, p90, worst and the count, as words. */
  spreadCells({ p50, p90, worst, count, of }: Spread): [string, string, string, string] {
    const { words } = this;
    return [
      words.length(p50),
      words.length(p90),
      words.length(worst?.ms),
      words.text('times.countOf', { count: String(count), of: String(of) }),
    ];
  }

  /** An account, as it took part. */
  account(id: string): string {
    const { participants } = this.report.play;
    const one = participants.find((participant) => participant.id === id);
    return one ? this.who({ kind: 'account', ...one }) : id;
  }

  /** The modes of a unit over time: `played: T+00:00:00 to T+00:30:00`. */
  modes({ periods }: UnitPlay): readonly string[] {
    return periods.map(({ mode, from, to }) =>
      this.words.text('play.period', {
        mode: this.words.word(`word.mode.${mode}`),
        from: timeText(from),
        to: timeText(to),
      }),
    );
  }

  /** What stands on the cover, as name and values. */
  get cover(): readonly (readonly [string, readonly string[]])[] {
    const { report, words } = this;
    const { text } = words;
    const { scenario, log, wall, exercise, play } = report;
    const started = storyTimeMs(scenario, 0);
    const date = (ms: number) => new Date(ms).toISOString().slice(0, 16).replace('T', ' ');
    const participants = play.participants.map((one) =>
      text('cover.participant', { who: this.who({ kind: 'account', ...one }), acts: one.acts }),
    );
    const units = SIDES.map((side) => `${side}: ${String(report.units.filter((unit) => unit.side === side).length)}`);
    const until = text('cover.timeOf', { until: timeText(log.until), duration: timeText(scenario.durationMs) });
    return [
      [text(exercise === undefined ? 'cover.run' : 'cover.exercise'), [this.run]],
      [text('cover.scenario'), [scenario.id, text('cover.seed', { seed: report.seed })]],
      [text('cover.story'), [text('cover.wallPeriod', { from: date(started), to: date(started + log.until) })]],
      ...(wall
        ? [
            [
              text('cover.wall'),
              [text('cover.wallPeriod', { from: date(Date.parse(wall.from)), to: date(Date.parse(wall.to)) })],
            ] as const,
          ]
        : []),
      [text('cover.time'), report.interim ? [until, text('cover.notEnded')] : [until]],
      ...(scenario.sponsor ? [[text('cover.sponsor'), [words.authored(scenario.sponsor)]] as const] : []),
      [text('cover.places'), report.sites.map(({ name }) => words.authored(name))],
      [text('cover.participants'), participants.length === 0 ? [text('cover.nobody')] : participants],
      [text('cover.units'), units],
      [text('cover.handling'), [text('cover.handlingText')]],
    ];
  }
}

/** The rows of response times over all. */
export function overallRows({
  report: {
    figures: { overall, sides, messages },
  },
  words: { text },
}: Facts): { label: string; side?: Side; spread: Spread }[] {
  return [
    { label: text('times.first'), spread: overall.toFirstNotification },
    { label: text('times.firstAcknowledgement'), side: 'PAK', spread: sides.PAK.toFirstAcknowledgement },
    { label: text('times.firstAcknowledgement'), side: 'CHN', spread: sides.CHN.toFirstAcknowledgement },
    { label: text('times.joint'), spread: overall.toJointAcknowledgement },
    { label: text('times.lag'), spread: overall.lag },
    { label: text('times.decisionLag'), spread: overall.decisionLag },
    { label: text('times.responding'), spread: overall.toResponding },
    { label: text('times.onScene'), spread: overall.toOnScene },
    { label: text('times.resolved'), spread: overall.toResolved },
    { label: text('times.shared'), spread: overall.toShared },
    { label: text('times.answered'), spread: messages.toAnswered },
  ];
}

export const timeText = formatExerciseTime;

/** How to check that nobody changed the log since. */
export function verification({ report, words: { text } }: Facts): {
  what: string;
  how: string;
  commands: readonly string[];
} {
  return {
    what: text('verify.what', { count: String(report.log.events) }),
    how: text(`verify.${report.source.kind}`),
    commands: verifyCommands(report),
  };
}
