/** When the injects of a script fire at the earliest, and which conditions never hold, whatever happens. */
import type { Inject, InjectCondition } from '#domain/inject/inject.js';
import type { Reach } from './reach.js';

/**
 * When each inject fires at the earliest, ms; Infinity for one that never does. No condition holds before what it waits for has
 * happened, so the injects are settled in the order of their times, the earliest first, and each once.
 */
export function earliestTimes(
  injects: readonly Inject[],
  durationMs: number,
  reach: Reach,
): ReadonlyMap<string, number> {
  const times = new Map<string, number>(injects.map(({ id }) => [id, Infinity]));
  const never = new Set(injects.filter(({ when }) => when !== undefined && whyNever(when, reach) !== undefined));
  const waiting = new Map<string, Inject[]>();
  for (const inject of injects) {
    if (inject.when === undefined || never.has(inject)) continue;
    for (const id of new Set(waitedFor(inject.when))) waiting.set(id, [...(waiting.get(id) ?? []), inject]);
  }
  const open = new Map<Inject, number>();
  const look = (inject: Inject): void => {
    const time = never.has(inject) ? Infinity : earliestOf(inject, times, durationMs, reach);
    if (time < Infinity) open.set(inject, time);
  };
  injects.forEach(look);
  while (open.size > 0) {
    const [next, time] = [...open].reduce((first, each) => (each[1] < first[1] ? each : first));
    open.delete(next);
    if (time >= (times.get(next.id) ?? Infinity)) continue;
    times.set(next.id, time);
    for (const inject of waiting.get(next.id) ?? []) if (times.get(inject.id) === Infinity) look(inject);
  }
  return times;
}

/** The injects that the condition speaks of. */
function waitedFor(condition: InjectCondition): readonly string[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.flatMap(waitedFor);
    case 'not':
      return [];
    case 'fired':
      return [condition.inject];
    case 'unacknowledged':
    case 'escalated':
    case 'resolved':
    case 'declined':
      return condition.incident === undefined ? [] : [condition.incident];
    default:
      return condition satisfies never;
  }
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
