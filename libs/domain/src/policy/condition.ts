/** Whether a condition of a route holds, and why: `evaluate` decides, `traceCondition` shows the same decision. */
import type { Confidence } from '../alert/alert.js';
import { CERTAINTIES, CONFIDENCES, SEVERITIES, URGENCIES } from '../alert/alert.js';
import type { Site } from '../unit/register.js';
import type { Circle, Condition, ConditionField, FieldTest } from './policy.js';
import type { RoutingFacts } from './routing-facts.js';

export type Position = Site['position'];

/** What a field held: nothing, one value, or the values of a list field. */
export type FoundValue = string | number | readonly string[] | Position | undefined;

/** A condition with its result, in the shape of the condition itself. */
export type ConditionTrace =
  | { readonly kind: 'all' | 'any'; readonly result: boolean; readonly conditions: readonly ConditionTrace[] }
  | { readonly kind: 'not'; readonly result: boolean; readonly condition: ConditionTrace }
  | {
      readonly kind: 'field';
      readonly result: boolean;
      readonly test: FieldTest;
      /** `null` when the alert or the site does not say. */
      readonly found: string | number | readonly string[] | Position | null;
    };

/**
 * Whether the condition holds. A field that is absent fails every test but `exists: false`; so does a test that makes no
 * sense for its field (`checkScenario` refuses those on load).
 */
export function evaluate(condition: Condition, facts: RoutingFacts, site: Site | undefined): boolean {
  if ('field' in condition) return testHolds(condition, foundValue(condition.field, facts, site));
  if ('all' in condition) return condition.all.every((part) => evaluate(part, facts, site));
  if ('any' in condition) return condition.any.some((part) => evaluate(part, facts, site));
  return !evaluate(condition.not, facts, site);
}

/** The same as `evaluate`, with the result and the found value of each part; looks at all parts, decided or not. */
export function traceCondition(condition: Condition, facts: RoutingFacts, site: Site | undefined): ConditionTrace {
  const result = evaluate(condition, facts, site);
  if ('field' in condition) {
    const found = foundValue(condition.field, facts, site) ?? null;
    return { kind: 'field', result, test: condition, found };
  }
  if ('not' in condition) return { kind: 'not', result, condition: traceCondition(condition.not, facts, site) };
  const kind = 'all' in condition ? 'all' : 'any';
  const parts = 'all' in condition ? condition.all : condition.any;
  return { kind, result, conditions: parts.map((part) => traceCondition(part, facts, site)) };
}

/** The order of an ordered enumeration, lowest first; absent: the field's strings have no order. */
export function scaleOf(field: ConditionField): readonly string[] | undefined {
  return SCALES[field];
}

const SCALES: Partial<Record<ConditionField, readonly string[]>> = {
  'alert.severity': [...SEVERITIES].reverse(),
  'alert.urgency': [...URGENCIES].reverse(),
  'alert.certainty': [...CERTAINTIES].reverse(),
  'alert.confidence': [...CONFIDENCES].reverse() satisfies Confidence[],
};

function foundValue(field: ConditionField, facts: RoutingFacts, site: Site | undefined): FoundValue {
  switch (field) {
    case 'alert.category':
      return facts.category;
    case 'alert.event':
      return facts.event;
    case 'alert.urgency':
      return facts.urgency;
    case 'alert.severity':
      return facts.severity;
    case 'alert.certainty':
      return facts.certainty;
    case 'alert.responseType':
      return facts.responseType;
    case 'alert.msgType':
      return facts.msgType;
    case 'alert.status':
      return facts.status;
    case 'alert.scope':
      return facts.scope;
    case 'alert.sender':
      return facts.sender;
    case 'alert.source':
      return facts.source;
    case 'alert.confidence':
      return facts.confidence;
    case 'alert.class':
      return facts.class;
    case 'alert.nationals.PAK':
      return headCount(facts.nationals, 'PAK');
    case 'alert.nationals.CHN':
      return headCount(facts.nationals, 'CHN');
    case 'alert.casualties.killed':
      return headCount(facts.casualties, 'killed');
    case 'alert.casualties.injured':
      return headCount(facts.casualties, 'injured');
    case 'alert.casualties.missing':
      return headCount(facts.casualties, 'missing');
    case 'site.id':
      return site?.id;
    case 'site.kind':
      return site?.kind;
    case 'site.province':
      return site?.province;
    case 'site.consularDistrict':
      return site?.consularDistrict;
    case 'site.nationals.PAK':
      return site && headCount(site.nationals, 'PAK');
    case 'site.nationals.CHN':
      return site && headCount(site.nationals, 'CHN');
    case 'site.position':
      return site?.position;
    default:
      return field satisfies never;
  }
}

function headCount(counts: Readonly<Record<string, number>>, key: string): number | undefined {
  return Object.hasOwn(counts, key) ? counts[key] : undefined;
}

function testHolds(test: FieldTest, found: FoundValue): boolean {
  if ('exists' in test) return test.exists === exists(found);
  if (found === undefined) return false;
  if (typeof found === 'string' || typeof found === 'number') return valueHolds(test, found);
  if ('lat' in found)
    return 'within' in test && isCircle(test.within) && distanceKm(found, test.within) <= test.within.radiusKm;
  return found.some((value) => valueHolds(test, value));
}

function valueHolds(test: Exclude<FieldTest, { exists: boolean }>, value: string | number): boolean {
  if ('equals' in test) return value === test.equals;
  if ('oneOf' in test) return test.oneOf.includes(value);
  if ('atLeast' in test) return isAtMost(test.field, test.atLeast, value);
  if ('atMost' in test) return isAtMost(test.field, value, test.atMost);
  if (isCircle(test.within)) return false;
  return isAtMost(test.field, test.within[0], value) && isAtMost(test.field, value, test.within[1]);
}

/** Numbers by size, the ordered enumerations by rank; what cannot be compared is not at most anything. */
function isAtMost(field: ConditionField, lower: string | number, upper: string | number): boolean {
  if (typeof lower === 'number' && typeof upper === 'number') return lower <= upper;
  const scale = SCALES[field];
  if (!scale || typeof lower === 'number' || typeof upper === 'number') return false;
  const lowerRank = scale.indexOf(lower);
  const upperRank = scale.indexOf(upper);
  return lowerRank >= 0 && upperRank >= 0 && lowerRank <= upperRank;
}

function exists(found: FoundValue): boolean {
  return Array.isArray(found) ? found.length > 0 : found !== undefined;
}

function isCircle(within: readonly [string | number, string | number] | Circle): within is Circle {
  return 'radiusKm' in within;
}

const EARTH_RADIUS_KM = 6371;

/** Great-circle distance (haversine), on a sphere: good to half a per cent, which is enough for routing. */
export function distanceKm(from: Position, to: Position): number {
  const radians = Math.PI / 180;
  const latitudes = Math.sin(((to.lat - from.lat) * radians) / 2) ** 2;
  const longitudes = Math.sin(((to.lon - from.lon) * radians) / 2) ** 2;
  const chord = latitudes + Math.cos(from.lat * radians) * Math.cos(to.lat * radians) * longitudes;
  return 2 * EARTH_RADIUS_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}
