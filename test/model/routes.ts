/** Which chains an incident's facts lead to. */
import { SEVERITIES, type Severity } from '#domain/alert/alert.js';
import type { Condition, FieldTest, Route } from '#domain/policy/policy.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import type { Facts } from './world.js';

/** The chains of the routes that match, in their order, each once. */
export function chainsFor(scenario: Scenario, facts: Facts): string[] {
  return [...new Set(chainsBelow(scenario, scenario.policy.route, facts, undefined))];
}

/** To the first child that matches, and on to the next ones while one says `continue`; to the route itself if none matches. */
function chainsBelow(scenario: Scenario, route: Route, facts: Facts, inherited: string | undefined): string[] {
  const own = route.chain ?? inherited;
  const chains: string[] = [];
  let hasMatched = false;
  for (const child of route.routes ?? []) {
    if (child.match && !holds(scenario, child.match, facts)) continue;
    hasMatched = true;
    chains.push(...chainsBelow(scenario, child, facts, own));
    if (!child.continue) break;
  }
  if (!hasMatched && own !== undefined) chains.push(own);
  return chains;
}

function holds(scenario: Scenario, condition: Condition, facts: Facts): boolean {
  if ('all' in condition) return condition.all.every((part) => holds(scenario, part, facts));
  if ('any' in condition) return condition.any.some((part) => holds(scenario, part, facts));
  if ('not' in condition) return !holds(scenario, condition.not, facts);
  const values = valuesOf(scenario, condition.field, facts);
  if ('exists' in condition) return values.length > 0 === condition.exists;
  return values.some((value) => passes(condition, value));
}

type Value = string | number;

/** The fields that generated scenarios ask for. */
function valuesOf(scenario: Scenario, field: FieldTest['field'], facts: Facts): Value[] {
  const site = scenario.sites.find(({ id }) => id === facts.site);
  const present = (value: Value | undefined): Value[] => (value === undefined ? [] : [value]);
  switch (field) {
    case 'alert.severity':
      return [facts.severity];
    case 'alert.category':
      return [...facts.categories];
    case 'alert.nationals.CHN':
      return present(facts.nationals['CHN']);
    case 'alert.casualties.killed':
      return present(facts.casualties['killed']);
    case 'site.id':
      return present(site?.id);
    default:
      throw new Error(`the model does not know the field ${field}`);
  }
}

function passes(test: FieldTest, value: Value): boolean {
  if ('equals' in test) return value === test.equals;
  if ('oneOf' in test) return test.oneOf.includes(value);
  if ('atLeast' in test) return rank(value) >= rank(test.atLeast);
  if ('atMost' in test) return rank(value) <= rank(test.atMost);
  throw new Error('the model does not know this test');
}

/** Ordered scales compare by rank. */
function rank(value: Value): number {
  return typeof value === 'number' ? value : gravity(value as Severity);
}

/** CAP lists severities gravest first, `Unknown` last. */
export function gravity(severity: Severity): number {
  return -SEVERITIES.indexOf(severity);
}

export function gravestOf(severities: readonly Severity[]): Severity {
  return SEVERITIES.find((severity) => severities.includes(severity)) ?? 'Unknown';
}
