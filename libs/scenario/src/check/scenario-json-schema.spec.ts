import { type Json, put, right } from '../testing/sample-script.js';
import { inspectScenario } from './check-scenario.js';
import { scenarioJsonSchema, sharedPartsJsonSchema } from '../json-schema.js';

const root = scenarioJsonSchema();
const definitions = root['$defs'] as Record<string, Json>;

/** Whether the schema takes the value: the keywords of JSON Schema that ours are made of. */
function takes(schema: unknown, value: unknown): boolean {
  if (typeof schema === 'boolean') return schema;
  const rules = (schema ?? {}) as Json;
  return Object.entries(rules).every(([keyword, rule]) => KEYWORDS[keyword]?.(rule, value, rules) ?? false);
}

type Keyword = (rule: unknown, value: unknown, rules: Json) => boolean;

const says = (): boolean => true;
const isMap = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
const keysOf = (value: unknown): string[] => (isMap(value) ? Object.keys(value) : []);
const sizeIn = (value: unknown): number | undefined =>
  typeof value === 'string' || Array.isArray(value) ? value.length : undefined;

const listOf = (rule: unknown): readonly unknown[] => rule as readonly unknown[];

const KEYWORDS: Readonly<Record<string, Keyword>> = {
  $schema: says,
  $defs: says,
  id: says,
  title: says,
  description: says,
  $ref: (rule, value) => takes(definitions[String(rule).replace('#/$defs/', '')], value),
  type: (rule, value) =>
    rule === 'object'
      ? isMap(value)
      : rule === 'array'
        ? Array.isArray(value)
        : rule === 'integer'
          ? Number.isInteger(value)
          : typeof value === rule,
  const: (rule, value) => rule === value,
  enum: (rule, value) => listOf(rule).includes(value),
  pattern: (rule, value) => typeof value !== 'string' || new RegExp(String(rule), 'u').test(value),
  minLength: (rule, value) => typeof value !== 'string' || value.length >= Number(rule),
  maxLength: (rule, value) => typeof value !== 'string' || value.length <= Number(rule),
  minItems: (rule, value) => !Array.isArray(value) || (sizeIn(value) ?? 0) >= Number(rule),
  maxItems: (rule, value) => !Array.isArray(value) || (sizeIn(value) ?? 0) <= Number(rule),
  minProperties: (rule, value) => !isMap(value) || keysOf(value).length >= Number(rule),
  maxProperties: (rule, value) => !isMap(value) || keysOf(value).length <= Number(rule),
  minimum: (rule, value) => typeof value !== 'number' || value >= Number(rule),
  maximum: (rule, value) => typeof value !== 'number' || value <= Number(rule),
  exclusiveMinimum: (rule, value) => typeof value !== 'number' || value > Number(rule),
  required: (rule, value) => !isMap(value) || listOf(rule).every((key) => String(key) in value),
  properties: (rule, value) =>
    keysOf(value).every((key) => !(key in (rule as Json)) || takes((rule as Json)[key], (value as Json)[key])),
  propertyNames: (rule, value) => keysOf(value).every((key) => takes(rule, key)),
  additionalProperties: (rule: unknown, value, { properties }) =>
    keysOf(value).every((key) => key in ((properties ?? {}) as Json) || takes(rule, (value as Json)[key])),
  items: (rule: unknown, value) => !Array.isArray(value) || value.every((item) => takes(rule, item)),
  prefixItems: (rule, value) => !Array.isArray(value) || listOf(rule).every((each, index) => takes(each, value[index])),
  allOf: (rule, value) => listOf(rule).every((each) => takes(each, value)),
  anyOf: (rule, value) => listOf(rule).some((each) => takes(each, value)),
  oneOf: (rule, value) => listOf(rule).filter((each) => takes(each, value)).length === 1,
  not: (rule: unknown, value) => !takes(rule, value),
};

const test = { field: 'alert.severity', equals: 'Severe' };
const link = { id: 'cut', at: 'T+00:20', link: { unit: 'police', state: { status: 'down' } } };

/** What is written where, and is not right. */
const WRONG: readonly (readonly [what: string, path: string, value: unknown])[] = [
  ['a text without English', 'title', { ur: 'مشق' }],
  ['no duration at all', 'duration', '0s'],
  ['a duration beyond 30 days', 'duration', '800h'],
  ['a time beyond 30 days', 'injects.0.at', 'T+721:00'],
  ['two deadlines', 'expectations.1.within', '5m'],
  ['a time of nothing', 'expectations.0.within', { time: '5m' }],
  ['a time of two things', 'expectations.0.within.incident', 'fire'],
  ['a time alone of what speaks of no incident', 'expectations.3.within', '5m'],
  ['an escalation without bounds', 'expectations.2.escalation', { incident: 'fire' }],
  ['a unit and a side at once', 'expectations.1.notified.side', 'PAK'],
  ['a delay of what has a time', 'injects.2.delay', '1m'],
  ['a last time of what has a time', 'injects.2.latest', 'T+00:30'],
  ['a time and a condition', 'injects.3.at', 'T+00:30'],
  ['two contents', 'injects.2.duty', { unit: 'police', status: 'on' }],
  ['the link of a unit and of a side', 'injects.4', { ...link, link: { ...link.link, side: 'PAK' } }],
  ['the link of nobody', 'injects.4', { ...link, link: { state: { status: 'down' } } }],
  ['an alert that updates and cancels', 'injects.1.alert.cancels', 'fire'],
  ['two conditions at once', 'policy.route.routes.0.match.all', [test]],
  ['a test of no field', 'policy.route.routes.0.match', { all: [test], equals: 'Severe' }],
  ['two tests at once', 'policy.route.routes.0.match.exists', true],
  ['a default with a condition', 'policy.route.match', test],
  ['a default without a chain', 'policy.route.chain', undefined],
  ['a chain without steps', 'policy.chains.third.steps', []],
  ['a step that asks nobody', 'policy.chains.first.steps.0.targets', []],
  ['a step that waits for nothing', 'policy.chains.first.steps.0.ackWithin', '0s'],
  ['a count of none', 'policy.chains.first.steps.1.requirement.count', 0],
  ['a negative repeat', 'policy.chains.first.repeat', -1],
  ['a unit without a place', 'units.0.capacity', 0],
  ['a chance above 1', 'units.0.behaviour.declineChance', 2],
];

describe('the JSON Schema of a scenario file', () => {
  const file = (): Json => ({ tandem: 1, ...right() });

  it('takes what is right', () => {
    expect(takes(root, file())).toBe(true);
    expect(takes(root, { ...file(), injects: [...(file()['injects'] as Json[]), link] })).toBe(true);
    expect(takes(root, { ...file(), duration: '720h' })).toBe(true);
  });

  it.each(WRONG)('refuses, as validate does, %s', (_, path, value) => {
    const json = file();
    put(json, path, value);
    const errors = inspectScenario(json).problems.filter(({ level }) => level !== 'warning');
    expect({ validate: errors.length > 0, schema: !takes(root, json) }).toEqual({ validate: true, schema: true });
  });

  it.each([
    ['a scenario', root],
    ['shared parts', sharedPartsJsonSchema()],
  ])('says of each key of %s what it means', (_, schema) => {
    expect(undescribed(schema, schema['$defs'] as Record<string, Json>, '')).toEqual([]);
  });

  /** Those with a description of their own, or whose part has one, are told. */
  function undescribed(schema: unknown, parts: Record<string, Json>, path: string): string[] {
    if (typeof schema !== 'object' || schema === null) return [];
    return Object.entries(schema).flatMap(([key, inner]: [string, unknown]) => {
      // Beside `not` stands what a thing must not look like.
      if (key === 'not' || key === 'allOf') return [];
      const at = `${path}/${key}`;
      if (key !== 'properties' || !isMap(inner)) return undescribed(inner, parts, at);
      const silent = Object.entries(inner).filter(([, value]) => {
        const { description, $ref: reference } = value as Json;
        const part = typeof reference === 'string' ? parts[reference.replace('#/$defs/', '')] : undefined;
        return description === undefined && part?.['description'] === undefined;
      });
      return [...silent.map(([name]) => `${at}/${name}`), ...undescribed(inner, parts, at)];
    });
  }
});
