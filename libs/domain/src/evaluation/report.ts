/** The after-action report as data: computed from the log alone, each statement with the numbers of its events. */
import type { ExerciseTime } from '../kernel/exercise-time.js';
import type { IncidentId } from '../kernel/ids.js';
import type { LocalizedText } from '../kernel/localized-text.js';
import { headlinesOf } from '../alert/headline.js';
import type { Actor, EventData, EventOf, EventType, LoggedEvent } from '../kernel/event.js';
import type { Expectation, Verdict } from '../expectation/expectation.js';
import { judgeObserved, score } from './judge.js';
import { recordsIn, type RecordView } from '../incident/record-list.js';
import { LogObserver } from './observe-log.js';
import { observationsIn } from './observation-list.js';
import type { ReleaseClass, Side } from '../kernel/side.js';
import type { Marking } from '../release/label.js';
import type { Scenario } from '../exercise/scenario.js';
import type { UnitKind } from '../unit/unit.js';
import { EventContexts, type EventContext } from './event-context.js';
import type { ImprovementContent, ObservationContent, Rating, RatingContent } from './evaluation.js';
import type { Figures, Moment } from './figures.js';
import { proposeRatings, type ProposedRating } from './ratings.js';
import { PlayTally, type Play } from './play.js';
import { Tally } from './tally.js';
import { TimelineTally, type UnitTimeline } from './unit-timeline.js';

/** The location of the report's log. Files have the name that the user gave. */
export type LogSource =
  | { readonly kind: 'exercise'; readonly exercise: string }
  | { readonly kind: 'recording' | 'log'; readonly file: string }
  /** Nowhere: it was run for the report, in virtual time. */
  | { readonly kind: 'scenario'; readonly file: string };

/** What the log does not say of itself. */
export interface ReportContext {
  readonly source: LogSource;
  /** Absent: it was run in virtual time, or its log has no wall times. */
  readonly exercise?: string;
  /** Of the log's last event. */
  readonly headHash: string;
  /** Of accounts, by id: a log names them by id only. Absent: nobody there knows them. */
  readonly names?: ReadonlyMap<string, string>;
  /** Exercise time that the run has reached; absent: that of the last event. */
  readonly until?: ExerciseTime;
  /** When its first and last events happened, RFC 3339; absent: it was run in virtual time, or nobody knows. */
  readonly wall?: WallPeriod;
}

export interface WallPeriod {
  readonly from: string;
  readonly to: string;
}

export interface ObjectiveEvaluation {
  readonly objective: string;
  readonly proposed: ProposedRating;
  /** What evaluators said, latest last; the last one counts. */
  readonly given: readonly (RatingContent & Attributed)[];
  /** The evaluator's, else the proposed one. */
  readonly rating?: Rating;
}

export type Attributed = Moment & { readonly actor: Actor };

export type RecordedObservation = { readonly observation: string } & Omit<ObservationContent, 'label'> &
  Attributed & {
    /** Whom it is released to. Absent: to those who run the exercise only. */
    readonly class?: ReleaseClass;
    readonly label?: Marking;
  };
export type PlannedImprovement = { readonly improvement: string } & ImprovementContent & Attributed;

export interface IncidentPath {
  readonly incident: IncidentId;
  /** By language, as the alert that opened it says it. */
  readonly headline: LocalizedText;
  /** Numbers of its events, in order; without messages under way and plans. */
  readonly events: readonly number[];
}

export interface AfterActionReport {
  readonly source: LogSource;
  readonly exercise?: string;
  /** Made before ENDEX: what it says may change. */
  readonly interim: boolean;
  readonly wall?: WallPeriod;
  readonly scenario: Pick<Scenario, 'id' | 'title' | 'description' | 'sponsor' | 'startsAt' | 'durationMs'>;
  readonly seed: string;
  /** Who acted in it, as far as they are known by name; in the order in which they came in. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly log: {
    readonly events: number;
    readonly headHash: string;
    readonly hasEnded: boolean;
    readonly until: ExerciseTime;
  };
  readonly counts: { readonly alerts: number; readonly injects: number; readonly refusals: number };
  readonly sites: readonly { readonly id: string; readonly name: LocalizedText }[];
  readonly units: readonly {
    readonly id: string;
    readonly name: LocalizedText;
    readonly side: Side;
    readonly kind: UnitKind;
  }[];
  readonly play: Play;
  readonly figures: Figures;
  readonly timeline: UnitTimeline;
  readonly paths: readonly IncidentPath[];
  readonly expectations: readonly { readonly expectation: Expectation; readonly verdict: Verdict }[];
  /** By weight of what could be judged, 0 to 1; absent: nothing could. */
  readonly score?: number;
  readonly objectives: readonly ObjectiveEvaluation[];
  readonly observations: readonly RecordedObservation[];
  readonly improvements: readonly PlannedImprovement[];
  /** Notes and entries of decision logs, each once, under the label that it carries at the end of the log. */
  readonly records: readonly RecordView[];
  /** Every event that a statement of the report rests on, in order. */
  readonly events: readonly LoggedEvent[];
  /** By the event's number, where its sentence needs to know of earlier events. */
  readonly contexts: ReadonlyMap<number, EventContext>;
}

/** What nobody asks a report for, unless it is the proof of something. */
const UNDER_WAY: ReadonlySet<EventType> = new Set<EventType>([
  'TransmissionPlanned',
  'AnswerPlanned',
  'MovementsPlanned',
  'InjectScheduled',
  'NotificationSent',
  'NotificationDelivered',
  'NotificationReminded',
]);

export class ReportBuilder {
  readonly #tally: Tally;
  readonly #timeline: TimelineTally;
  readonly #play: PlayTally;
  readonly #observer: LogObserver;
  readonly #events: LoggedEvent[] = [];
  readonly #following = new EventContexts();
  readonly #contexts = new Map<number, EventContext>();
  readonly #headlines = new Map<IncidentId, LocalizedText>();
  readonly #paths = new Map<IncidentId, number[]>();
  readonly #ratings: (RatingContent & Attributed)[] = [];
  readonly #improvements: PlannedImprovement[] = [];
  readonly #accounts = new Set<string>();
  #count = 0;
  #alerts = 0;
  #injects = 0;
  #refusals = 0;

  #seed: string;

  constructor(private readonly scenario: Scenario) {
    this.#seed = scenario.seed;
    this.#tally = new Tally(scenario.units);
    this.#timeline = new TimelineTally(scenario);
    this.#play = new PlayTally(scenario.units);
    this.#observer = new LogObserver(scenario);
  }

  /** The next event of the log. */
  add(event: LoggedEvent): void {
    this.#count++;
    this.#tally.add(event);
    this.#timeline.add(event);
    this.#play.add(event);
    this.#observer.add(event);
    this.#events.push(event);
    this.#follow(event);
    const context = this.#following.next(event);
    if (Object.keys(context).length > 0) this.#contexts.set(event.seq, context);
    const { at, seq, actor } = event;
    if (actor.kind === 'account') this.#accounts.add(actor.id);
    switch (event.type) {
      case 'ExerciseStarted':
        this.#seed = event.data.seed;
        return;
      case 'AlertAccepted':
        this.#alerts++;
        return this.#headline(event);
      case 'InjectFired':
        this.#injects++;
        return;
      case 'CommandRefused':
        this.#refusals++;
        return;
      case 'ObjectiveRated':
        this.#ratings.push({ ...event.data, at, seq, actor });
        return;
      case 'ImprovementPlanned':
        this.#improvements.push({ ...event.data, at, seq, actor });
        return;
      default:
    }
  }

  report({ source, exercise, headHash, until, names, wall }: ReportContext): AfterActionReport {
    const { scenario } = this;
    const { id, title, description, sponsor, startsAt, durationMs, sites, units } = scenario;
    const observed = this.#observer.observed(until);
    const verdicts = judgeObserved(scenario, observed);
    const figures = this.#tally.figures(observed.until);
    const objectives = proposeRatings({ scenario, verdicts, observed, courses: figures.incidents }).map((proposed) =>
      this.#evaluated(proposed),
    );
    const weighed = score(scenario, verdicts);
    const body = {
      source,
      ...(exercise !== undefined && { exercise }),
      interim: !observed.hasEnded,
      ...(wall && { wall }),
      scenario: {
        id,
        title,
        durationMs,
        ...(description && { description }),
        ...(sponsor && { sponsor }),
        ...(startsAt && { startsAt }),
      },
      seed: this.#seed,
      people: [...this.#accounts].flatMap((account) => {
        const name = names?.get(account);
        return name === undefined ? [] : [{ id: account, name }];
      }),
      log: { events: this.#count, headHash, hasEnded: observed.hasEnded, until: observed.until },
      counts: { alerts: this.#alerts, injects: this.#injects, refusals: this.#refusals },
      sites: sites.map(({ id: site, name }) => ({ id: site, name })),
      units: units.map(({ id: unit, name, side, kind }) => ({ id: unit, name, side, kind })),
      play: this.#play.play(observed.until),
      figures,
      timeline: this.#timeline.timeline(),
      paths: figures.incidents.map(({ id: incident, headline }) => ({
        incident,
        headline: this.#headlines.get(incident) ?? { en: headline },
        events: this.#paths.get(incident) ?? [],
      })),
      expectations: (scenario.expectations ?? []).flatMap((expectation, index) => {
        const verdict = verdicts[index];
        return verdict ? [{ expectation, verdict }] : [];
      }),
      ...(weighed !== undefined && { score: weighed }),
      objectives,
      observations: observationsIn(this.#events).map(recorded),
      improvements: this.#improvements,
      records: recordsIn(this.#events),
    };
    const cited = new Set<number>();
    citationsIn(body, cited);
    return {
      ...body,
      events: this.#events.filter(({ seq, type }) => cited.has(seq) || !UNDER_WAY.has(type)),
      contexts: this.#contexts,
    };
  }

  #evaluated(proposed: ProposedRating): ObjectiveEvaluation {
    const given = this.#ratings.filter(({ objective }) => objective === proposed.objective);
    const rating = given.at(-1)?.rating ?? proposed.rating;
    return { objective: proposed.objective, proposed, given, ...(rating !== undefined && { rating }) };
  }

  #follow({ seq, type, data }: LoggedEvent): void {
    if (UNDER_WAY.has(type) || !('incident' in data) || data.incident === undefined) return;
    if (type === 'ObservationRecorded') return;
    const path = this.#paths.get(data.incident);
    if (path) path.push(seq);
    else this.#paths.set(data.incident, [seq]);
  }

  /** Of the first alert: an incident is called what it was opened for. A blank headline gives way to the event. */
  #headline({ data }: EventOf<'AlertAccepted'>): void {
    if (data.incident === undefined || this.#headlines.has(data.incident)) return;
    const headlines = headlinesOf(data.alert);
    if (Object.keys(headlines).length > 0) this.#headlines.set(data.incident, headlines);
  }
}

function recorded({ data, audience, at, seq, actor }: LoggedEvent): RecordedObservation {
  const releasedTo = audience === 'CONTROL' ? {} : { class: audience };
  return { ...(data as EventData['ObservationRecorded']), ...releasedTo, at, seq, actor };
}

/** Every event number in a part of the report: `seq`, `evidence`, and the steps of paths. */
function citationsIn(value: unknown, cited: Set<number>): void {
  if (Array.isArray(value)) {
    for (const item of value) citationsIn(item, cited);
    return;
  }
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value) as [string, unknown][]) {
    if (key === 'seq' && typeof part === 'number') cited.add(part);
    else if ((key === 'evidence' || key === 'events') && Array.isArray(part)) {
      for (const seq of part) if (typeof seq === 'number') cited.add(seq);
    } else citationsIn(part, cited);
  }
}
