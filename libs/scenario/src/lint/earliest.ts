/** The earliest times at which the injects of a script fire, and conditions that can never hold. */
import type { Inject, InjectCondition } from '#domain/inject/inject.js';
import type { Feasibility } from './feasibility.js';

/**
 * The earliest time of each inject, ms; Infinity for one that never fires. A condition cannot hold before the events that it
 * waits for, so the injects are settled once each, in the order of their times.
 */
export function earliestTimes(
  injects: readonly Inject[],
  durationMs: number,
  feasibility: Feasibility,
): ReadonlyMap<string, number> {
  const times = new Map<string, number>(injects.map(({ id }) => [id, Infinity]));
  const never = new Set(injects.filter(({ when }) => when !== undefined && whyNever(when, feasibility) !== undefined));
  const waiting = new Map<string, Inject[]>();
  for (const inject of injects) {
    if (inject.when === undefined || never.has(inject)) continue;
    for (const id of new Set(waitedFor(inject.when, feasibility)))
      waiting.set(id, [...(waiting.get(id) ?? []), inject]);
  }
  const open = new Map<Inject, number>();
  const look = (inject: Inject): void => {
    const time = never.has(inject) ? Infinity : earliestOf(inject, times, durationMs, feasibility);
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

/** The injects that the condition depends on. */
function waitedFor(condition: InjectCondition, feasibility: Feasibility): readonly string[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.of.flatMap((part) => waitedFor(part, feasibility));
    case 'not':
      return [];
    case 'fired':
      return [condition.inject];
    case 'knows':
      return feasibility.knowledge.bringers(condition.side, condition);
    case 'unacknowledged':
    case 'escalated':
    case 'resolved':
    case 'declined':
      return condition.incident === undefined ? [] : [condition.incident];
    default:
      return condition satisfies never;
  }
}

function earliestOf(
  inject: Inject,
  times: ReadonlyMap<string, number>,
  durationMs: number,
  feasibility: Feasibility,
): number {
  const time =
    inject.when === undefined ? inject.at : earliestHolding(inject.when, times, feasibility) + (inject.delayMs ?? 0);
  // ENDEX comes before an inject that is due at the same time.
  return time < durationMs && time <= (inject.latestMs ?? Infinity) ? time : Infinity;
}

export function earliestHolding(
  condition: InjectCondition,
  times: ReadonlyMap<string, number>,
  feasibility: Feasibility,
): number {
  if (whyNever(condition, feasibility) !== undefined) return Infinity;
  const timeOf = (id: string | undefined): number => (id === undefined ? 0 : (times.get(id) ?? Infinity));
  switch (condition.kind) {
    case 'all':
      return condition.of.reduce((latest, part) => Math.max(latest, earliestHolding(part, times, feasibility)), 0);
    case 'any':
      return condition.of.reduce((first, part) => Math.min(first, earliestHolding(part, times, feasibility)), Infinity);
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
    case 'knows':
      return Math.min(...feasibility.knowledge.bringers(condition.side, condition).map(timeOf));
    default:
      return condition satisfies never;
  }
}

/** Why the condition can never hold; undefined when it may. */
export function whyNever(condition: InjectCondition, feasibility: Feasibility): string | undefined {
  switch (condition.kind) {
    case 'all': {
      const parts = condition.of.flatMap(conjuncts);
      const texts = new Set(parts.map((part) => JSON.stringify(part)));
      if (parts.some((part) => part.kind === 'not' && texts.has(JSON.stringify(part.of)))) {
        return 'its condition requires something and its opposite';
      }
      return condition.of.map((part) => whyNever(part, feasibility)).find((reason) => reason !== undefined);
    }
    case 'any': {
      const reasons = condition.of.map((part) => whyNever(part, feasibility));
      return reasons.includes(undefined) ? undefined : reasons[0];
    }
    case 'escalated':
      return feasibility.whyNotEscalated(condition.incident, condition.level);
    case 'declined':
      return feasibility.whyNotDeclined(condition.unit, condition.incident);
    case 'knows':
      return feasibility.knowledge.whyNotKnown(condition.side, condition);
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
