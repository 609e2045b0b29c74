/** Which chains an incident's facts lead to. */
import type { Alert, AlertInfo, Severity } from '#domain/alert/alert.js';
import type { Circle, Condition, FieldTest, Policy, Route } from '#domain/policy/policy.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import type { Site } from '#domain/unit/register.js';
import type { Facts } from './world.js';

/** The chains of the routes that match, in their order, each once. */
export function chainsFor({ sites }: Scenario, policy: Policy, facts: Facts): string[] {
  const site = sites.find(({ id }) => id === facts.site);
  const holds = (condition: Condition) => conditionHolds(condition, facts, site);
  return [...new Set(chainsBelow(policy.route, holds, undefined))];
}

/** To the first child that matches, and on to the next ones while one says `continue`; to the route itself if none matches. */
function chainsBelow(route: Route, holds: (condition: Condition) => boolean, inherited: string | undefined): string[] {
  const own = route.chain ?? inherited;
  const chains: string[] = [];
  let hasMatched = false;
  for (const child of route.routes ?? []) {
    if (child.match && !holds(child.match)) continue;
    hasMatched = true;
    chains.push(...chainsBelow(child, holds, own));
    if (!child.continue) break;
  }
  if (!hasMatched && own !== undefined) chains.push(own);
  return chains;
}

function conditionHolds(condition: Condition, facts: Facts, site: Site | undefined): boolean {
  if ('all' in condition) return condition.all.every((part) => conditionHolds(part, facts, site));
  if ('any' in condition) return condition.any.some((part) => conditionHolds(part, facts, site));
  if ('not' in condition) return !conditionHolds(condition.not, facts, site);
  if (condition.field === 'site.position') return positionPasses(condition, site?.position);
  const values = valuesOf(condition.field, facts, site);
  if ('exists' in condition) return values.length > 0 === condition.exists;
  return values.some((value) => passes(condition, value));
}

type Value = string | number;

function valuesOf(field: FieldTest['field'], facts: Facts, site: Site | undefined): Value[] {
  const [of, name = '', kind = ''] = field.split('.');
  if (of === 'site') {
    if (!site) return [];
    const plain: Record<string, Value | undefined> = {
      id: site.id,
      kind: site.kind,
      province: site.province,
      consularDistrict: site.consularDistrict,
      nationals: site.nationals[kind],
    };
    return present(plain[name]);
  }
  switch (name) {
    case 'severity':
      return [facts.severity];
    case 'category':
      return [...facts.categories];
    case 'nationals':
      return present(facts.nationals[kind]);
    case 'casualties':
      return present(facts.casualties[kind]);
    default:
      return saidBy(facts.latest, name);
  }
}

const present = (value: Value | undefined): Value[] => (value === undefined ? [] : [value]);

/** Highest first. */
const URGENCIES: readonly AlertInfo['urgency'][] = ['Immediate', 'Expected', 'Future', 'Past', 'Unknown'];
const SEVERITIES: readonly Severity[] = ['Extreme', 'Severe', 'Moderate', 'Minor', 'Unknown'];
const CERTAINTIES: readonly AlertInfo['certainty'][] = ['Observed', 'Likely', 'Possible', 'Unlikely', 'Unknown'];
const CONFIDENCES: readonly Value[] = ['high', 'medium', 'low', 'unknown'];

/** What only the latest alert says, over all its blocks; of a scale the highest. */
function saidBy(alert: Alert, name: string): Value[] {
  const info = alert.info ?? [];
  const highest = <T>(scale: readonly T[], grades: readonly T[]): T[] =>
    [...scale.filter((grade) => grades.includes(grade)), ...scale.slice(-1)].slice(0, 1);
  switch (name) {
    case 'event':
      return info.map(({ event }) => event);
    case 'responseType':
      return info.flatMap(({ responseType }) => responseType ?? []);
    case 'urgency':
      return highest(
        URGENCIES,
        info.map(({ urgency }) => urgency),
      );
    case 'certainty':
      return highest(
        CERTAINTIES,
        info.map(({ certainty }) => certainty),
      );
    case 'msgType':
    case 'status':
    case 'scope':
    case 'sender':
      return [alert[name]];
    case 'source':
    case 'confidence':
      return present(alert.exercise[name]);
    case 'class':
      return [alert.exercise.releasability.class];
    default:
      throw new Error(`the model does not know the field alert.${name}`);
  }
}

const OTHERS = 'event urgency certainty responseType msgType status scope sender source confidence'.split(' ');

/** The facts that have no name of their own when an incident changes. */
export function otherFacts({ latest }: Facts): string {
  return OTHERS.map((name) => saidBy(latest, name).join('|')).join('\n');
}

function passes(test: FieldTest, value: Value): boolean {
  if ('equals' in test) return value === test.equals;
  if ('oneOf' in test) return test.oneOf.includes(value);
  const isAtMost = (lower: Value, upper: Value) => compares(test.field, lower, upper);
  if ('atLeast' in test) return isAtMost(test.atLeast, value);
  if ('atMost' in test) return isAtMost(value, test.atMost);
  if (!('within' in test) || 'radiusKm' in test.within) return false;
  return isAtMost(test.within[0], value) && isAtMost(value, test.within[1]);
}

const SCALES: Readonly<Record<string, readonly Value[]>> = {
  'alert.urgency': URGENCIES,
  'alert.severity': SEVERITIES,
  'alert.certainty': CERTAINTIES,
  'alert.confidence': CONFIDENCES,
};

/** Numbers compare by size, ordered scales by rank; nothing else compares. */
function compares(field: string, lower: Value, upper: Value): boolean {
  if (typeof lower === 'number' && typeof upper === 'number') return lower <= upper;
  const scale = SCALES[field] ?? [];
  return scale.includes(lower) && scale.includes(upper) && scale.indexOf(lower) >= scale.indexOf(upper);
}

function positionPasses(test: FieldTest, position: Site['position'] | undefined): boolean {
  if ('exists' in test) return (position !== undefined) === test.exists;
  if (!position || !('within' in test) || !('radiusKm' in test.within)) return false;
  return distanceKm(position, test.within) <= test.within.radiusKm;
}

/** On a sphere: the angle between the two directions from its centre. */
function distanceKm(from: Site['position'], to: Circle): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180;
  const [a, b] = [radians(from.lat), radians(to.lat)];
  const east = radians(to.lon - from.lon);
  const cross = Math.hypot(
    Math.cos(b) * Math.sin(east),
    Math.cos(a) * Math.sin(b) - Math.sin(a) * Math.cos(b) * Math.cos(east),
  );
  return 6371 * Math.atan2(cross, Math.sin(a) * Math.sin(b) + Math.cos(a) * Math.cos(b) * Math.cos(east));
}

/** CAP lists severities gravest first, `Unknown` last. */
export function gravity(severity: Severity): number {
  return -SEVERITIES.indexOf(severity);
}

export function gravestOf(severities: readonly Severity[]): Severity {
  return SEVERITIES.find((severity) => severities.includes(severity)) ?? 'Unknown';
}

export const gravestIn = ({ info }: Alert): Severity => gravestOf((info ?? []).map(({ severity }) => severity));
