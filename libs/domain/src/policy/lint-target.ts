/** Warnings about the target of a step, and what the lint of a chain asks about targets. */
import type { UnitId } from '../kernel/ids.js';
import { SIDES, type Side } from '../kernel/side.js';
import type { Finding } from '../kernel/finding.js';
import { warning } from '../kernel/finding.js';
import { registerIndex } from '../unit/register-index.js';
import type { Action, UnitDefinition } from '../unit/unit.js';
import type { Step, Target, PolicyScenario } from './policy.js';
import { breaksSovereignty, candidatesOf, targetText } from './resolve-targets.js';

/** Presumes a target that `checkScenario` finds no error in. */
export function lintTarget(targets: TargetUnits, target: Target, path: string): Finding[] {
  const units = targets.of(target);
  if (units.length === 0) {
    return [warning('EMPTY_TARGET', path, `${targetText(target)} means no unit, at whatever site.`)];
  }
  const able = targets.ableOf(target);
  if (able.length === 0) {
    const message =
      'unit' in target
        ? `${target.unit} has no authority to ${target.action}.`
        : `No unit of ${describeTarget(target, units)} has authority to ${target.action}.`;
    return [warning('LACKS_AUTHORITY', path, message)];
  }
  // A kind or a side is meant to leave out those without authority; a unit that is named is not.
  if (able.length === units.length || (!('unit' in target) && !('group' in target))) return [];
  const unable = targets.unableOf(target);
  const findings = unable
    .slice(0, MOST_NAMED)
    .map(({ id }) =>
      warning('LACKS_AUTHORITY', path, `"${id}" of ${targetText(target)} has no authority to ${target.action}.`),
    );
  if (unable.length <= MOST_NAMED) return findings;
  const message = `${unable.length - MOST_NAMED} more units of ${targetText(target)} have no authority to ${target.action}.`;
  return [...findings, warning('LACKS_AUTHORITY', path, message)];
}

/** Units that a message names; of more it gives the number. */
const MOST_NAMED = 5;

/** The target and the units behind it: `kind:consulate (C1, C2)`. A unit goes by its id alone. */
export function describeTarget(target: Target, units: readonly UnitDefinition[]): string {
  const text = targetText(target);
  return 'unit' in target || units.length === 0 ? text : `${text} (${listUnits(units)})`;
}

function listUnits(units: readonly UnitDefinition[]): string {
  const named = units.slice(0, MOST_NAMED).map(({ id }) => id);
  const more = units.length > MOST_NAMED ? ` and ${units.length - MOST_NAMED} more` : '';
  return named.join(', ') + more;
}

/** Duty apart: whether the unit may ever be asked what the target asks. */
export function mayBeAsked(
  { rules }: PolicyScenario,
  unit: UnitDefinition,
  { action }: Pick<Target, 'action'>,
): boolean {
  return unit.authority.includes(action) && !breaksSovereignty(rules, unit.side, action);
}

/** The units behind targets, each looked up once however many steps name it. */
export class TargetUnits {
  private readonly found = new Map<string, readonly UnitDefinition[]>();
  private readonly able = new Map<string, readonly UnitDefinition[]>();
  private readonly unable = new Map<string, readonly UnitDefinition[]>();
  private readonly sorted = new Map<string, readonly UnitDefinition[]>();
  private readonly ids = new Map<string, ReadonlySet<UnitId>>();
  private readonly also = new Map<string, boolean>();
  private readonly sides = new Map<string, readonly Side[]>();

  constructor(readonly scenario: PolicyScenario) {}

  /** The units that the target means: a kind at some site, all others wherever the incident is. */
  of(target: Target): readonly UnitDefinition[] {
    return keptIn(this.found, selectorText(target), () => unitsOf(this.scenario, target));
  }

  /** Those of them that may be asked for its action. */
  ableOf(target: Target): readonly UnitDefinition[] {
    return keptIn(this.able, `${selectorText(target)} ${target.action}`, () =>
      this.of(target).filter((unit) => mayBeAsked(this.scenario, unit, target)),
    );
  }

  /** Those of them that may not. */
  unableOf(target: Target): readonly UnitDefinition[] {
    return keptIn(this.unable, `${selectorText(target)} ${target.action}`, () => {
      const able = new Set(this.ableOf(target));
      return this.of(target).filter((unit) => !able.has(unit));
    });
  }

  /** Those that may be asked for its action, the slowest first. @param slowness always the same function */
  bySpeed(target: Target, slowness: (unit: UnitDefinition) => number): readonly UnitDefinition[] {
    return keptIn(this.sorted, `${selectorText(target)} ${target.action}`, () =>
      this.ableOf(target).toSorted((a, b) => slowness(b) - slowness(a)),
    );
  }

  /** Whether the unit is one of those that may be asked for the target's action. */
  has(target: Target, unit: UnitId): boolean {
    const key = `${selectorText(target)} ${target.action}`;
    return keptIn(this.ids, key, () => new Set(this.ableOf(target).map(({ id }) => id))).has(unit);
  }

  /** Whether each unit that may be asked for the target's action may be asked for this one, too. */
  allMayAlso(target: Target, action: Action): boolean {
    if (target.action === action) return true;
    const key = `${selectorText(target)} ${target.action} ${action}`;
    return keptIn(this.also, key, () =>
      this.ableOf(target).every((unit) => mayBeAsked(this.scenario, unit, { action })),
    );
  }

  /** The sides of the units that the target means. */
  sidesOf(target: Target): readonly Side[] {
    return keptIn(this.sides, selectorText(target), () => sidesOfUnits(this.of(target)));
  }

  /** The sides of those that may be asked for its action. */
  ableSidesOf(target: Target): readonly Side[] {
    return keptIn(this.sides, `${selectorText(target)} ${target.action}`, () => sidesOfUnits(this.ableOf(target)));
  }

  /** The sides of the units that a step may ask at some site. */
  sidesOfStep(step: Step): ReadonlySet<Side> {
    return new Set(step.targets.flatMap((target) => this.ableSidesOf(target)));
  }

  /** Of the units that the target means at this site, those that may be asked for its action. */
  ableAt(target: Target, site: string): readonly UnitDefinition[] {
    if (!('kind' in target)) return this.ableOf(target);
    return unitsAt(this.scenario, target, site).filter((unit) => mayBeAsked(this.scenario, unit, target));
  }
}

function sidesOfUnits(units: readonly UnitDefinition[]): readonly Side[] {
  return SIDES.filter((side) => units.some((unit) => unit.side === side));
}

/** Tells targets apart that differ in more than their action. */
export function selectorText(target: Target): string {
  return 'kind' in target && target.side !== undefined ? `${targetText(target)} ${target.side}` : named(target);
}

function named(target: Target): string {
  return 'unit' in target ? `unit:${target.unit}` : targetText(target);
}

function keptIn<V>(kept: Map<string, V>, key: string, make: () => V): V {
  const value = kept.get(key) ?? make();
  kept.set(key, value);
  return value;
}

function unitsOf(scenario: PolicyScenario, target: Target): readonly UnitDefinition[] {
  if (!('kind' in target)) return unitsAt(scenario, target, undefined);
  const index = registerIndex(scenario);
  return scenario.units.filter(
    (unit) =>
      unit.kind === target.kind &&
      (target.side === undefined || unit.side === target.side) &&
      index.coversAnySite(unit),
  );
}

function unitsAt(scenario: PolicyScenario, target: Target, site: string | undefined): readonly UnitDefinition[] {
  const candidates = candidatesOf({ scenario }, target, site);
  return 'units' in candidates ? candidates.units : [];
}
