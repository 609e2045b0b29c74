/** Who has put what on record: each evaluator has a sheet of their own, and all of them together are the evaluation. */
import type { EventView, EventViewOf } from '#contracts/http/events.js';
import type { Rating } from '#domain/evaluation/evaluation.js';
import type { EvaluationLog } from './evaluation-log.js';

export interface GivenRating {
  readonly by: string;
  readonly rating: Rating;
  readonly event: EventViewOf<'ObjectiveRated'>;
}

export interface Sheet {
  readonly observations: readonly EventViewOf<'ObservationRecorded'>[];
  readonly ratings: readonly EventViewOf<'ObjectiveRated'>[];
  readonly improvements: readonly EventViewOf<'ImprovementPlanned'>[];
}

/** @param account absent: of everybody. The latest first. */
export function sheetOf(log: EvaluationLog, account: string | undefined): Sheet {
  const own = <T extends EventView>(events: readonly T[]) =>
    events.filter(({ actor }) => account === undefined || actor.id === account).toReversed();
  return {
    observations: own(log.observations),
    ratings: own([...ratingsGiven(log).values()].flat().map(({ event }) => event)).toSorted((a, b) => b.seq - a.seq),
    improvements: own(log.improvements),
  };
}

/** By objective, the latest rating of each evaluator, in the order in which they were given. */
export function ratingsGiven({ ratings }: Pick<EvaluationLog, 'ratings'>): ReadonlyMap<string, readonly GivenRating[]> {
  const given = new Map<string, GivenRating[]>();
  for (const event of ratings) {
    const { objective, rating } = event.data;
    const by = event.actor.id ?? '';
    const others = (given.get(objective) ?? []).filter((one) => one.by !== by);
    given.set(objective, [...others, { by, rating, event }]);
  }
  return given;
}

/** How many evaluators have put something on record. */
export function countEvaluators({ observations, ratings, improvements }: EvaluationLog): number {
  return new Set([...observations, ...ratings, ...improvements].map(({ actor }) => actor.id)).size;
}

/** The events that an observation rests on: number of the event → how many observations. */
export function observedEvents({ observations }: Pick<EvaluationLog, 'observations'>): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const { data } of observations) {
    for (const seq of data.evidence ?? []) counts.set(seq, (counts.get(seq) ?? 0) + 1);
  }
  return counts;
}
