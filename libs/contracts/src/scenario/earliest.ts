/** When the injects of a script fire at the earliest, and which conditions never hold, whatever happens. */
import type { Inject, InjectCondition } from '#domain/inject/inject.js';
import type { Reach } from './reach.js';

/**
 * When each inject fires at the earliest, ms; Infinity for one that never does. The least fixed point: times only fall from
 * round to round, and there are no more rounds than injects in the longest chain of conditions.
 */
export function earliestTimes(
  injects: readonly Inject[],
  durationMs: number,
  reach: Reach,
): ReadonlyMap<string, number> {
  const times = new Map<string, number>(injects.map(({ id }) => [id, Infinity]));
  for (let changed = true; changed;) {
    changed = false;
    for (const inject of injects) {
      const time = earliestOf(inject, times, durationMs, reach);
      if (time < (times.get(inject.id) ?? Infinity)) {
        times.set(inject.id, time);
        changed = true;
      }
    }
  }
  return times;
}

function earliestOf(inject: Inject, times: ReadonlyMap<string, number>, durationMs: number, reach: Reach): number {
  const time =
    inject.when === undefined ? inject.at : earliestHolding(inject.when, times, reach) + (inject.delayMs ?? 0);
  // ENDEX comes before all that is due with it.
  return time < durationMs && time <= (inject.latestMs ?? Infinity) ? time : Infinity;
}

export function earliestHolding(condition: InjectCondition, times: ReadonlyMap<string, number>, reach: Reach): number {
  if (whyNever(condition, reach) !== undefined) return Infinity;
  const timeOf = (id: string | undefined): number => (id === undefined ? 0 : (times.get(id) ?? Infinity));
  switch (condition.kind) {
    case 'all':
      return condition.of.reduce((latest, part) => Math.max(latest, earliestHolding(part, times, reach)), 0);
    case 'any':
      return condition.of.reduce((first, part) => Math.min(first, earliestHolding(part, times, reach)), Infinity);
    case 'not':
      return 0;
    case 'unacknowledged':
      return timeOf(condition.incident) + condition.forMs;
    case 'escalated':
    case 'resolved':
    case 'declined':
      return timeOf(condition.incident);
    case 'fired':
      return timeOf(condition.inject);
    default:
      return condition satisfies never;
  }
}

/** Why it can never come to hold; undefined when it may, as far as can be told. */
export function whyNever(condition: InjectCondition, reach: Reach): string | undefined {
  switch (condition.kind) {
    case 'all': {
      const parts = condition.of.flatMap(conjuncts);
      const texts = new Set(parts.map((part) => JSON.stringify(part)));
      if (parts.some((part) => part.kind === 'not' && texts.has(JSON.stringify(part.of)))) {
        return 'its condition asks for something and for the opposite';
      }
      return condition.of.map((part) => whyNever(part, reach)).find((reason) => reason !== undefined);
    }
    case 'any': {
      const reasons = condition.of.map((part) => whyNever(part, reach));
      return reasons.includes(undefined) ? undefined : reasons[0];
    }
    case 'escalated':
      return reach.whyNotEscalated(condition.incident, condition.level);
    case 'declined':
      return reach.whyNotDeclined(condition.unit, condition.incident);
    case 'not':
    case 'unacknowledged':
    case 'resolved':
    case 'fired':
      return undefined;
    default:
      return condition satisfies never;
  }
}

function conjuncts(condition: InjectCondition): readonly InjectCondition[] {
  return condition.kind === 'all' ? condition.of.flatMap(conjuncts) : [condition];
}
