/** Whether two runs differ by one inject that stands at another time in the script. */
import { formatExerciseTime } from '#contracts/scenario/duration.js';
import type { Inject } from '#domain/inject/inject.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import { canonicalJson } from '#log/canonical-json.js';
import { harmless } from '../terminal/terminal-text.js';

export interface MovedInject {
  readonly inject: string;
  /** Exercise time, ms. */
  readonly from: number;
  readonly to: number;
}

/** Undefined where more than that differs, nothing does, or a scenario is not known. */
export function movedInject(a: Scenario | undefined, b: Scenario | undefined): MovedInject | undefined {
  if (a === undefined || b === undefined || !isSame(surroundings(a), surroundings(b))) return undefined;
  const [script, other] = [a.injects ?? [], b.injects ?? []];
  if (script.length !== other.length) return undefined;
  const inB = new Map<string, Inject>(other.map((inject) => [inject.id, inject]));
  const different = script.filter((inject) => !isSame(placeOf(inject), placeOf(inB.get(inject.id))));
  const [moved, ...others] = different;
  if (moved === undefined || others.length > 0) return undefined;
  const [from, to] = [moved.at, inB.get(moved.id)?.at];
  return from === undefined || to === undefined ? undefined : { inject: moved.id, from, to };
}

export function movedText({ inject, from, to }: MovedInject): string {
  return harmless(`Inject ${inject} was moved from ${formatExerciseTime(from)} to ${formatExerciseTime(to)}.`);
}

/** All but the script, and what people only read. */
function surroundings({ policy, sites, units, rules, seed, durationMs, links }: Scenario): object {
  return { policy, sites, units, rules, seed, durationMs, links: links ?? null };
}

/** When an inject fires. What an alert says of its own time follows from that. */
function placeOf(inject: Inject | undefined): object | null {
  if (inject === undefined) return null;
  const { kind, at, when } = inject;
  return { kind, at: at ?? null, when: when ?? null };
}

function isSame(a: unknown, b: unknown): boolean {
  return canonicalJson(a) === canonicalJson(b);
}
