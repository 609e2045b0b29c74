/**
 * The authored JSON form of a scenario: the domain's, with durations as texts (`90s`, `1h30m`) and some defaults. What one
 * field can tell by itself is here; what takes two is in the domain's `checkScenario`.
 */
import { z } from 'zod';
import { CONDITION_FIELDS, type ConditionField } from '#domain/escalation/policy.js';
import { SIDES } from '#domain/release/release.js';
import { ACTIONS, UNIT_KINDS, UNIT_MODES } from '#domain/unit/unit.js';
import { expectation, inject, startsAt } from './script-shape.js';
import {
  chance,
  COUNTRY,
  duration,
  ID,
  id,
  keysOf,
  link,
  localized,
  mapOf,
  saying,
  SCENARIO_LIMITS as LIMITS,
  text,
} from './shape-parts.js';

const distribution = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('fixed'), time: duration }),
    z.strictObject({ kind: z.literal('uniform'), min: duration, max: duration }),
    z.strictObject({ kind: z.literal('lognormal'), median: duration, p95: duration }),
  ])
  .meta({ id: 'ScenarioDistribution', description: 'A distribution of durations.' });

const latitude = z.number().min(-90).max(90);
const longitude = z.number().min(-180).max(180);

const site = z
  .strictObject({
    id,
    name: localized,
    kind: text(LIMITS.name).meta({ description: 'E.g. power-plant, port, highway, camp.' }),
    province: text(LIMITS.name),
    consularDistrict: text(LIMITS.name).optional(),
    position: z.strictObject({ lat: latitude, lon: longitude }).meta({ description: 'WGS 84, degrees.' }),
    nationals: mapOf(COUNTRY, z.number().int().min(0).max(LIMITS.headcount), LIMITS.countries).meta({
      description: 'People present, by ISO 3166 alpha-3 country code.',
    }),
  })
  .meta({ id: 'ScenarioSite' });

const jurisdictionList = z.array(text(LIMITS.name)).max(LIMITS.jurisdiction).optional();

const behaviour = z
  .strictObject({
    acknowledge: distribution.meta({ description: 'Time to answer.' }),
    declineChance: chance.optional(),
    silentChance: chance.optional(),
    enRoute: distribution,
    onScene: distribution,
    clear: distribution,
  })
  .meta({
    id: 'ScenarioBehaviour',
    description: 'How a simulated unit behaves: its answer, then from acknowledged to en route, on scene and clear.',
  });

const unit = z
  .strictObject({
    id,
    name: localized,
    side: z.enum(SIDES),
    kind: z.enum(UNIT_KINDS),
    jurisdiction: z
      .strictObject({ sites: jurisdictionList, provinces: jurisdictionList, consularDistricts: jurisdictionList })
      .meta({ description: 'Where it has a say: any match counts.' }),
    authority: z.array(z.enum(ACTIONS)).max(ACTIONS.length).meta({ description: 'What it may be asked to do.' }),
    capacity: z.number().int().max(LIMITS.capacity).optional().meta({ description: 'Incidents at a time; default 1.' }),
    duty: z.enum(['on', 'off']).optional().meta({ description: 'At STARTEX; default on.' }),
    mode: z.enum(UNIT_MODES).optional().meta({ description: 'Default simulated.' }),
    behaviour,
    link: link.optional(),
  })
  .meta({ id: 'ScenarioUnit' });

const comparable = z.union([text(LIMITS.name), z.number()]);

/** A condition as it is written: one of `all`, `any`, `not`, or a `field` with one test. */
export interface ConditionInput {
  all?: ConditionInput[] | undefined;
  any?: ConditionInput[] | undefined;
  not?: ConditionInput | undefined;
  field?: ConditionField | undefined;
  equals?: string | number | undefined;
  oneOf?: (string | number)[] | undefined;
  atLeast?: string | number | undefined;
  atMost?: string | number | undefined;
  within?: [string | number, string | number] | { lat: number; lon: number; radiusKm: number } | undefined;
  exists?: boolean | undefined;
}

const TESTS = ['equals', 'oneOf', 'atLeast', 'atMost', 'within', 'exists'] as const;

const condition: z.ZodType<ConditionInput> = z
  .strictObject({
    all: z
      .array(z.lazy(() => condition))
      .max(LIMITS.conditions)
      .optional(),
    any: z
      .array(z.lazy(() => condition))
      .max(LIMITS.conditions)
      .optional(),
    not: z.lazy(() => condition).optional(),
    field: z.enum(CONDITION_FIELDS).optional(),
    equals: comparable.optional(),
    oneOf: z.array(comparable).min(1).max(LIMITS.values).optional(),
    atLeast: comparable.optional(),
    atMost: comparable.optional(),
    within: z
      .union([
        z.tuple([comparable, comparable]),
        z.strictObject({ lat: latitude, lon: longitude, radiusKm: z.number().positive().max(20_100) }),
      ])
      .optional(),
    exists: z.boolean().optional(),
  })
  .refine(
    (value) => keysOf(value, ['all', 'any', 'not', 'field']).length === 1,
    saying('FORMAT', 'one of: all, any, not, or a field with a test'),
  )
  .refine(
    (value) => keysOf(value, TESTS).length === (value.field === undefined ? 0 : 1),
    saying('FORMAT', `a field with exactly one of ${TESTS.join(', ')}`),
  )
  .meta({
    id: 'ScenarioCondition',
    description: 'All, any or none of other conditions, or one test of a field of the alert or its site.',
    oneOf: [
      { required: ['all'] },
      { required: ['any'] },
      { required: ['not'] },
      ...TESTS.map((test) => ({ required: ['field', test] })),
    ],
  });

/** A node of the route tree as it is written. */
export interface RouteInput {
  id: string;
  match?: ConditionInput | undefined;
  chain?: string | undefined;
  continue?: boolean | undefined;
  routes?: RouteInput[] | undefined;
}

const route: z.ZodType<RouteInput> = z
  .strictObject({
    id,
    match: condition.optional(),
    chain: id.optional().meta({ description: "Absent: the parent's." }),
    continue: z.boolean().optional().meta({ description: 'An alert that matches goes on to the next route, too.' }),
    routes: z
      .array(z.lazy(() => route))
      .max(LIMITS.routes)
      .optional(),
  })
  .meta({
    id: 'ScenarioRoute',
    description: 'The first route that matches takes the alert; then its own routes are asked.',
  });

const target = z
  .strictObject({
    action: z.enum(ACTIONS),
    unit: id.optional(),
    group: id.optional(),
    kind: z.enum(UNIT_KINDS).optional(),
    side: z.enum(SIDES).optional(),
  })
  .refine(
    (value) => {
      const whom = keysOf(value, ['unit', 'group', 'kind', 'side']).join();
      return ['unit', 'group', 'kind', 'side', 'kind,side'].includes(whom);
    },
    saying('FORMAT', 'an action with one of unit, group, kind (with a side, if need be) or side'),
  )
  .meta({
    id: 'ScenarioTarget',
    description: 'Whom to ask for what. `kind`: units of that kind whose jurisdiction covers the site.',
    oneOf: [
      { required: ['unit'] },
      { required: ['group'] },
      { required: ['kind'] },
      { required: ['side'], not: { required: ['kind'] } },
    ],
  });

const step = z
  .strictObject({
    id,
    delay: duration.optional().meta({ description: 'Wait before it starts, from when the chain reaches it.' }),
    targets: z.array(target).max(LIMITS.targets),
    requirement: z.union([
      z.enum(['any', 'all', 'each-side']),
      z.strictObject({ count: z.number().int().max(LIMITS.units) }),
    ]),
    ackWithin: duration.meta({
      description: 'The next step starts when this passes without the requirement being met.',
    }),
  })
  .meta({ id: 'ScenarioStep' });

const chain = z
  .strictObject({
    steps: z.array(step).max(LIMITS.steps),
    repeat: z.number().int().max(LIMITS.repeat).optional().meta({ description: 'Further passes; default 0.' }),
    remindEvery: duration.optional().meta({ description: 'Silent units get the notification again this often.' }),
    ackExpires: duration
      .optional()
      .meta({ description: 'An acknowledgement lapses when the unit is not en route by then.' }),
    expireAfter: duration.meta({ description: 'An unanswered notification ends as expired.' }),
  })
  .meta({ id: 'ScenarioChain' });

const policy = z
  .strictObject({
    id,
    version: z.number().int().min(1),
    correlationWindow: duration,
    closeAfter: duration
      .optional()
      .meta({ description: 'A resolved incident closes by itself; absent: by command only.' }),
    route: z.lazy(() => route).meta({ description: 'The default: it has a chain and no condition.' }),
    chains: mapOf(ID, chain, LIMITS.chains),
    groups: mapOf(ID, z.array(id).max(LIMITS.members), LIMITS.groups).optional(),
  })
  .meta({ id: 'ScenarioPolicy', description: 'The escalation policy.' });

/** The one format that there is. */
export const FORMAT_VERSION = 1;

const fields = {
  $schema: z.string().max(LIMITS.name).optional().meta({ description: 'For editors.' }),
  tandem: z.literal(FORMAT_VERSION).optional().meta({ description: 'The version of the format: 1.' }),
  id,
  title: localized.meta({ description: 'English, or a map by language.' }),
  description: localized.optional(),
  seed: text(LIMITS.name).optional().meta({ description: 'For the random draws; absent: the id.' }),
  duration: duration.meta({ description: 'From STARTEX to ENDEX: `10m`, `24h`.' }),
  startsAt: startsAt.optional(),
  rules: z
    .strictObject({
      foreignResponders: z.enum(['prohibited', 'permitted']).optional().meta({
        description: 'Whether CHN units may be asked to respond or secure; default prohibited.',
      }),
    })
    .optional()
    .meta({ description: 'The rules of the exercise.' }),
  sites: z
    .array(site)
    .max(LIMITS.sites)
    .meta({ description: 'Where things happen. Those of included files come first.' }),
  units: z.array(unit).max(LIMITS.units).meta({ description: 'Who may be asked. Those of included files come first.' }),
  links: z
    .strictObject({ PAK: link.optional(), CHN: link.optional() })
    .optional()
    .meta({ description: "The state of each side's link at STARTEX; absent: up." }),
  policy,
  injects: z.array(inject).max(LIMITS.injects).optional().meta({ description: 'The script: what happens, and when.' }),
  expectations: z
    .array(expectation)
    .max(LIMITS.expectations)
    .optional()
    .meta({ description: 'What should happen if players and units do well.' }),
};

export const scenarioShape = z
  .strictObject(fields)
  .meta({ id: 'Scenario', description: 'The script of an exercise as its author writes it.' });

const include = z
  .array(text(LIMITS.name))
  .max(LIMITS.includes)
  .optional()
  .meta({ description: "Files with shared parts, relative to this file, within the scenario's folder." });

/** A scenario file, for editors: what may come from an included file is optional. */
export const scenarioFileShape = z
  .strictObject({
    ...fields,
    tandem: z.literal(FORMAT_VERSION).meta({ description: 'The version of the format: 1.' }),
    include,
    sites: fields.sites.optional(),
    units: fields.units.optional(),
    policy: policy.optional(),
  })
  .meta({ description: 'A scenario file, or a file of shared parts, of Tandem. EXERCISE: nothing in it is real.' });

/** What a file that is included may hold. */
export const SHARED_PARTS = ['rules', 'sites', 'units', 'links', 'policy'] as const;

export const partFileShape = z
  .strictObject({
    $schema: fields.$schema,
    tandem: scenarioFileShape.shape.tandem,
    include,
    rules: fields.rules,
    sites: fields.sites.optional(),
    units: fields.units.optional(),
    links: fields.links,
    policy: policy.optional(),
  })
  .meta({ description: 'Parts shared between scenario files: registers of sites and units, a policy.' });

/** A scenario as it is written, its shape checked. */
export type ScenarioInput = z.output<typeof scenarioShape>;
export type UnitInput = ScenarioInput['units'][number];
export type ChainInput = ScenarioInput['policy']['chains'][string];
export type StepInput = ChainInput['steps'][number];
export type TargetInput = StepInput['targets'][number];
export type DistributionInput = UnitInput['behaviour']['acknowledge'];
export type LinkInput = NonNullable<UnitInput['link']>;
export type TextInput = ScenarioInput['title'];
