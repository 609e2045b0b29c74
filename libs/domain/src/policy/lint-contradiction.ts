/** Conditions that no alert can meet together, by the tests of one field: all values that make a difference are tried. */
import { SEVERITIES } from '../alert/alert.js';
import type { Effort } from '../kernel/effort.js';
import type { Site } from '../unit/register.js';
import { evaluate, scaleOf } from './condition.js';
import type { Condition, ConditionField, FieldTest } from './policy.js';
import { routingFacts, type RoutingFacts } from './routing-facts.js';

/**
 * The field of which no value meets all the conditions that ask for nothing else; undefined when there is none.
 * @throws EffortSpent
 */
export function contradictoryField(conditions: readonly Condition[], effort: Effort): ConditionField | undefined {
  const byField = new Map<ConditionField, Condition[]>();
  for (const part of conditions.flatMap(conjuncts)) {
    const tests = testsOf(part);
    effort.spend(tests.length);
    const [field, ...others] = new Set(tests.map((test) => test.field));
    if (field === undefined || others.length > 0 || isMultiple(field)) continue;
    const parts = byField.get(field);
    if (parts === undefined) byField.set(field, [part]);
    else parts.push(part);
  }
  return [...byField].find(([field, parts]) => !mayHold(field, parts, effort))?.[0];
}

function conjuncts(condition: Condition): readonly Condition[] {
  return 'all' in condition ? condition.all.flatMap(conjuncts) : [condition];
}

function testsOf(condition: Condition): readonly FieldTest[] {
  if ('field' in condition) return [condition];
  if ('not' in condition) return testsOf(condition.not);
  return ('all' in condition ? condition.all : condition.any).flatMap(testsOf);
}

/** Fields of which an alert may hold several values, and the position, of which there are too many to try. */
function isMultiple(field: ConditionField): boolean {
  return ['alert.category', 'alert.event', 'alert.responseType', 'site.position'].includes(field);
}

function mayHold(field: ConditionField, parts: readonly Condition[], effort: Effort): boolean {
  const cost = parts.flatMap(testsOf).reduce((sum, test) => sum + valuesOf(test).length, 1);
  effort.spend(cost);
  return candidatesOf(field, parts).some((value) => {
    effort.spend(Math.ceil(cost / VALUES_IN_A_STEP));
    const [facts, site] = worldWith(field, value);
    return parts.every((part) => evaluate(part, facts, site));
  });
}

/** A value is compared with so many others in about the time that one step of the lint takes. */
const VALUES_IN_A_STEP = 10;

type Value = string | number | undefined;

function candidatesOf(field: ConditionField, parts: readonly Condition[]): readonly Value[] {
  const asked = parts.flatMap(testsOf).flatMap(valuesOf);
  // Head counts: whole numbers on each side of those that are asked for.
  const numbers = asked.flatMap((value) =>
    typeof value === 'number' ? [-1, 0, 1, 2].map((step) => Math.floor(value) + step) : [],
  );
  const texts = asked.filter((value) => typeof value === 'string');
  const others = [0, ...numbers].filter((value) => value >= 0);
  return [undefined, ...(scaleOf(field) ?? [...texts, `none of ${texts.join()}`]), ...others];
}

function valuesOf(test: FieldTest): readonly (string | number)[] {
  if ('equals' in test) return [test.equals];
  if ('oneOf' in test) return test.oneOf;
  if ('atLeast' in test) return [test.atLeast];
  if ('atMost' in test) return [test.atMost];
  return 'within' in test && !('radiusKm' in test.within) ? test.within : [];
}

/** An alert and its site that say this of the field, and nothing else that matters. */
function worldWith(field: ConditionField, value: Value): readonly [RoutingFacts, Site | undefined] {
  const [of, name = '', key] = field.split('.');
  const held = key === undefined ? { [name]: value } : { [name]: value === undefined ? {} : { [key]: value } };
  return of === 'site' ? [FACTS, { ...SITE, ...held }] : [{ ...FACTS, ...held }, undefined];
}

const SITE: Site = { id: '', name: {}, kind: '', province: '', position: { lat: 0, lon: 0 }, nationals: {} };

const FACTS = routingFacts({
  identifier: '',
  sender: '',
  sent: '1970-01-01T00:00:00-00:00',
  status: 'Exercise',
  msgType: 'Alert',
  scope: 'Private',
  info: [{ category: [], event: '', urgency: 'Unknown', severity: SEVERITIES[0], certainty: 'Unknown' }],
  exercise: { releasability: { class: 'JOINT' } },
});
