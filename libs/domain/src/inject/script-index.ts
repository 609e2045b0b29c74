/** Look-ups in a scenario's injects. A scenario never changes, so the index is kept with it. */
import type { AlertId, InjectId, UnitId } from '../kernel/ids.js';
import type { Side } from '../kernel/side.js';
import type { Inject, InjectCondition, ScriptedScenario } from './inject.js';

/** That this side has not acknowledged for so long is to be noticed. */
export interface Watch {
  readonly side: Side;
  readonly forMs: number;
}

export type SingleCondition = Exclude<InjectCondition, { of: unknown }>;

export type ConditionalInject = Inject & { readonly when: InjectCondition };

export interface ScriptIndex {
  readonly injects: ReadonlyMap<InjectId, Inject>;
  readonly conditional: readonly ConditionalInject[];
  /** Alert id → the inject whose message it is. */
  readonly byAlert: ReadonlyMap<AlertId, InjectId>;
  /** Alert inject → what conditions want to know of its incident. */
  readonly watches: ReadonlyMap<InjectId, readonly Watch[]>;
  /** The injects that a condition wants to have fired. */
  readonly firingsAsked: ReadonlySet<InjectId>;
  /** The alert injects whose incident a condition wants to be resolved. */
  readonly resolutionsAsked: ReadonlySet<InjectId>;
  /** The units whose refusals a condition asks about. */
  readonly watchedUnits: ReadonlySet<UnitId>;
}

/** Measured: without it, a full day takes 9 times as long. */
const indexes = new WeakMap<ScriptedScenario, ScriptIndex>();

export function scriptIndex(scenario: ScriptedScenario): ScriptIndex {
  let index = indexes.get(scenario);
  if (!index) {
    index = buildIndex(scenario.injects ?? []);
    indexes.set(scenario, index);
  }
  return index;
}

/** Every single condition of a nested one, itself if it is single. */
export function leavesOf(condition: InjectCondition): SingleCondition[] {
  if (condition.kind === 'all' || condition.kind === 'any') return condition.of.flatMap(leavesOf);
  return condition.kind === 'not' ? leavesOf(condition.of) : [condition];
}

function buildIndex(injects: readonly Inject[]): ScriptIndex {
  const conditional = injects.filter((inject): inject is ConditionalInject => inject.when !== undefined);
  const watches = new Map<InjectId, Watch[]>();
  const firingsAsked = new Set<InjectId>();
  const resolutionsAsked = new Set<InjectId>();
  const watchedUnits = new Set<UnitId>();
  for (const leaf of conditional.flatMap(({ when }) => leavesOf(when))) {
    if (leaf.kind === 'fired') firingsAsked.add(leaf.inject);
    if (leaf.kind === 'resolved') resolutionsAsked.add(leaf.incident);
    if (leaf.kind === 'declined') watchedUnits.add(leaf.unit);
    if (leaf.kind !== 'unacknowledged') continue;
    const { incident, side, forMs } = leaf;
    watches.set(incident, [...(watches.get(incident) ?? []), { side, forMs }]);
  }
  return {
    injects: new Map(injects.map((inject) => [inject.id, inject])),
    conditional,
    byAlert: new Map(
      injects.flatMap((inject) =>
        inject.kind === 'alert' ? inject.messages.map(({ alertId }) => [alertId, inject.id] as const) : [],
      ),
    ),
    watches,
    firingsAsked,
    resolutionsAsked,
    watchedUnits,
  };
}
