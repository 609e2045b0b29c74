/** What can be said of conditions without an alert: enough for the lint, which reports only certain findings. */
import type { Site } from '../unit/register.js';
import type { Effort } from '../kernel/effort.js';
import { distanceKm, evaluate, scaleOf } from './condition.js';
import type { Circle, Condition, ConditionField, FieldTest } from './policy.js';
import { NO_FACTS } from './routing-facts.js';

/**
 * Whether whatever meets `narrow` surely meets `wide`. Absent: no condition. `false` may mean "unknown".
 * @throws EffortSpent
 */
export function implies(narrow: Condition | undefined, wide: Condition | undefined, effort?: Effort): boolean {
  effort?.spend(1);
  if (wide === undefined) return true;
  if (narrow === undefined) return 'all' in wide && wide.all.every((part) => implies(undefined, part, effort));
  if ('any' in narrow) return narrow.any.every((part) => implies(part, wide, effort));
  if ('all' in wide) return wide.all.every((part) => implies(narrow, part, effort));
  if ('any' in wide && wide.any.some((part) => implies(narrow, part, effort))) return true;
  if ('all' in narrow) return narrow.all.some((part) => implies(part, wide, effort));
  if ('not' in narrow) return 'not' in wide && implies(wide.not, narrow.not, effort);
  return 'field' in wide && testImplies(narrow, wide);
}

/** Whether the condition may hold for some alert at this site: `yes` and `no` are certain. */
export type Possibility = 'yes' | 'no' | 'maybe';

/** `site` absent: for an alert that names none. @throws EffortSpent */
export function possibility(condition: Condition | undefined, site: Site | undefined, effort?: Effort): Possibility {
  effort?.spend(1);
  if (condition === undefined) return 'yes';
  if ('field' in condition) {
    if (!condition.field.startsWith('site.')) return 'maybe';
    return evaluate(condition, NO_FACTS, site) ? 'yes' : 'no';
  }
  if ('not' in condition) return OPPOSITE[possibility(condition.not, site, effort)];
  const [decisive, parts] = 'all' in condition ? (['no', condition.all] as const) : (['yes', condition.any] as const);
  const results = parts.map((part) => possibility(part, site, effort));
  if (results.includes(decisive)) return decisive;
  return results.includes('maybe') ? 'maybe' : OPPOSITE[decisive];
}

const OPPOSITE = { yes: 'no', no: 'yes', maybe: 'maybe' } as const;

function testImplies(narrow: FieldTest, wide: FieldTest): boolean {
  if (narrow.field !== wide.field) return false;
  if ('exists' in narrow) return 'exists' in wide && narrow.exists === wide.exists;
  if ('exists' in wide) return wide.exists;
  const narrowCircle = circleOf(narrow);
  const wideCircle = circleOf(wide);
  if (narrowCircle || wideCircle) return !!narrowCircle && !!wideCircle && liesIn(narrowCircle, wideCircle);
  const values = valuesOf(narrow);
  if (values) return areAmong(values, wide) ?? values.every((value) => admits(wide, value));
  return rangeLiesIn(narrow, wide);
}

function circleOf(test: FieldTest): Circle | undefined {
  return 'within' in test && 'radiusKm' in test.within ? test.within : undefined;
}

function liesIn(inner: Circle, outer: Circle): boolean {
  return distanceKm(inner, outer) + inner.radiusKm <= outer.radiusKm;
}

function valuesOf(test: FieldTest): readonly (string | number)[] | undefined {
  if ('equals' in test) return [test.equals];
  return 'oneOf' in test ? test.oneOf : undefined;
}

/** The values of a list as a set, made once: a list may be compared with many others. */
const valueSets = new WeakMap<readonly (string | number)[], ReadonlySet<string | number>>();

/** Undefined when the wide test names no values. */
function areAmong(values: readonly (string | number)[], wide: FieldTest): boolean | undefined {
  if (!('oneOf' in wide)) return undefined;
  let among = valueSets.get(wide.oneOf);
  if (among === undefined) valueSets.set(wide.oneOf, (among = new Set(wide.oneOf)));
  return values.every((value) => among.has(value));
}

function admits(test: FieldTest, value: string | number): boolean {
  const values = valuesOf(test);
  if (values) return values.includes(value);
  const rank = rankOf(test.field, value);
  const range = rangeOf(test);
  return rank !== undefined && range !== undefined && range[0] <= rank && rank <= range[1];
}

function rangeLiesIn(narrow: FieldTest, wide: FieldTest): boolean {
  const inner = rangeOf(narrow);
  if (!inner) return false;
  const outer = rangeOf(wide);
  if (outer) return outer[0] <= inner[0] && inner[1] <= outer[1];
  const scale = scaleOf(narrow.field);
  return scale !== undefined && scale.slice(inner[0], inner[1] + 1).every((value) => admits(wide, value));
}

/** What `atLeast`, `atMost` and `within` admit, as numbers or as ranks. */
function rangeOf(test: FieldTest): readonly [number, number] | undefined {
  const scale = scaleOf(test.field);
  const top = scale ? scale.length - 1 : Infinity;
  const bottom = scale ? 0 : -Infinity;
  if ('atLeast' in test) return pair(rankOf(test.field, test.atLeast), top);
  if ('atMost' in test) return pair(bottom, rankOf(test.field, test.atMost));
  if ('within' in test && !('radiusKm' in test.within)) {
    return pair(rankOf(test.field, test.within[0]), rankOf(test.field, test.within[1]));
  }
  return undefined;
}

function pair(from: number | undefined, to: number | undefined): readonly [number, number] | undefined {
  return from === undefined || to === undefined ? undefined : [from, to];
}

function rankOf(field: ConditionField, value: string | number): number | undefined {
  if (typeof value === 'number') return value;
  const rank = scaleOf(field)?.indexOf(value) ?? -1;
  return rank < 0 ? undefined : rank;
}
