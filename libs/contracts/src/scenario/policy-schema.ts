/** The schema of a policy: which chains an alert starts, whom their steps ask, and how the two sides decide. */
import { z } from 'zod';
import { CONDITION_FIELDS, type ConditionField, LEADS, ON_RAISE } from '#domain/policy/policy.js';
import { SIDES } from '#domain/kernel/side.js';
import { ACTIONS, UNIT_KINDS } from '#domain/unit/unit.js';
import {
  ABOVE_ZERO,
  latitude,
  longitude,
  duration,
  ID,
  id,
  keysOf,
  mapOf,
  saying,
  SCENARIO_LIMITS as LIMITS,
  text,
} from './schema-fields.js';

const comparable = z.union([text(LIMITS.name), z.number()]);

/** An authored condition: one of `all`, `any`, `not`, or a `field` with one test. */
export interface AuthoredCondition {
  all?: AuthoredCondition[] | undefined;
  any?: AuthoredCondition[] | undefined;
  not?: AuthoredCondition | undefined;
  field?: ConditionField | undefined;
  equals?: string | number | undefined;
  oneOf?: (string | number)[] | undefined;
  atLeast?: string | number | undefined;
  atMost?: string | number | undefined;
  within?: [string | number, string | number] | { lat: number; lon: number; radiusKm: number } | undefined;
  exists?: boolean | undefined;
}

const TESTS = ['equals', 'oneOf', 'atLeast', 'atMost', 'within', 'exists'] as const;

const condition: z.ZodType<AuthoredCondition> = z
  .strictObject({
    all: z
      .array(z.lazy(() => condition))
      .max(LIMITS.conditions)
      .optional()
      .meta({ description: 'Each of these holds.' }),
    any: z
      .array(z.lazy(() => condition))
      .max(LIMITS.conditions)
      .optional()
      .meta({ description: 'At least one of these holds.' }),
    not: z
      .lazy(() => condition)
      .optional()
      .meta({ description: 'This does not hold.' }),
    field: z.enum(CONDITION_FIELDS).optional().meta({ description: 'What is tested, by one of the keys below.' }),
    equals: comparable.optional().meta({ description: 'It has this value; of a list, one of its values is this.' }),
    oneOf: z
      .array(comparable)
      .min(1)
      .max(LIMITS.values)
      .optional()
      .meta({ description: 'It has one of these values.' }),
    atLeast: comparable.optional().meta({ description: 'This or more; severity and the like go by rank.' }),
    atMost: comparable.optional().meta({ description: 'This or less; severity and the like go by rank.' }),
    within: z
      .union([
        z.tuple([comparable, comparable]),
        z.strictObject({
          lat: latitude,
          lon: longitude,
          radiusKm: z.number().positive().max(20_100).meta({ description: 'Of the circle around it, km.' }),
        }),
      ])
      .optional()
      .meta({ description: 'From the first to the second, both included; of site.position, a circle.' }),
    exists: z.boolean().optional().meta({ description: 'Whether there is a value at all.' }),
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
      ...['all', 'any', 'not'].map((key) => ({ required: [key], maxProperties: 1 })),
      ...TESTS.map((test) => ({ required: ['field', test], maxProperties: 2 })),
    ],
  });

/** An authored node of the route tree. */
export interface AuthoredRoute {
  id: string;
  match?: AuthoredCondition | undefined;
  chain?: string | undefined;
  continue?: boolean | undefined;
  routes?: AuthoredRoute[] | undefined;
}

const route: z.ZodType<AuthoredRoute> = z
  .strictObject({
    id: id.meta({ description: 'Its name in this policy: `explain` and reports show it.' }),
    match: condition.optional().meta({ description: 'Which alerts it takes; absent: all that come to it.' }),
    chain: id.optional().meta({ description: "Absent: the parent's." }),
    continue: z.boolean().optional().meta({ description: 'An alert that matches goes on to the next route, too.' }),
    routes: z
      .array(z.lazy(() => route))
      .max(LIMITS.routes)
      .optional()
      .meta({ description: 'Asked in this order; if none matches, its own chain is taken.' }),
  })
  .meta({
    id: 'ScenarioRoute',
    description: 'The first route that matches takes the alert; then its own routes are asked.',
  });

const target = z
  .strictObject({
    action: z.enum(ACTIONS).meta({ description: 'What to ask for; who lacks the authority is left out.' }),
    unit: id.optional().meta({ description: 'Id of a unit.' }),
    group: id.optional().meta({ description: 'Key of a group of the policy.' }),
    kind: z
      .enum(UNIT_KINDS)
      .optional()
      .meta({ description: 'Units of this kind that have jurisdiction over the site.' }),
    side: z.enum(SIDES).optional().meta({ description: 'All units of this side; beside `kind`, those of the kind.' }),
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
    id: id.meta({ description: 'Its name in this chain: timelines and reports show it.' }),
    delay: duration.optional().meta({ description: 'Wait before it starts, from when the chain reaches it.' }),
    targets: z.array(target).max(LIMITS.targets).meta({ description: 'Whom it asks, at least one.', minItems: 1 }),
    requirement: z
      .union([
        z.enum(['any', 'all', 'each-side']),
        z.strictObject({
          count: z
            .number()
            .int()
            .max(LIMITS.units)
            .meta({ description: 'So many units of the chain have acknowledged.', minimum: 1 }),
        }),
      ])
      .meta({
        description:
          'Whose acknowledgement halts the chain: one unit, all that it asked, one of each side, or a count.',
      }),
    ackWithin: duration.meta({
      description: 'The next step starts when this passes without the requirement being met.',
      ...ABOVE_ZERO,
    }),
  })
  .meta({ id: 'ScenarioStep', description: 'Whom to ask next, and for how long to wait.' });

const chain = z
  .strictObject({
    steps: z.array(step).max(LIMITS.steps).meta({ description: 'One after the other, at least one.', minItems: 1 }),
    repeat: z
      .number()
      .int()
      .max(LIMITS.repeat)
      .optional()
      .meta({ description: 'Further passes; default 0.', minimum: 0 }),
    remindEvery: duration
      .optional()
      .meta({ description: 'Silent units get the notification again this often.', ...ABOVE_ZERO }),
    ackExpires: duration
      .optional()
      .meta({ description: 'An acknowledgement lapses when the unit is not en route by then.', ...ABOVE_ZERO }),
    expireAfter: duration.meta({ description: 'An unanswered notification ends as expired.', ...ABOVE_ZERO }),
    onRaise: z
      .enum(ON_RAISE)
      .optional()
      .meta({
        description:
          'When the incident gets graver: `inform` (default) sends news to the units that have acknowledged; `reacknowledge` ' +
          'asks them again, and the chain resumes.',
      }),
  })
  .meta({ id: 'ScenarioChain', description: 'Who is asked, in which order, until enough have acknowledged.' });

export const policy = z
  .strictObject({
    id: id.meta({ description: 'Its name: the log shows which policy an incident was opened under.' }),
    version: z.number().int().min(1).meta({ description: 'A policy that replaces it in a run has a higher one.' }),
    correlationWindow: duration.meta({
      description: 'An alert of the same site and category joins an incident whose latest alert is not older.',
    }),
    closeAfter: duration
      .optional()
      .meta({ description: 'A resolved incident closes by itself; absent: by command only.', ...ABOVE_ZERO }),
    command: z
      .strictObject({
        lead: z.enum(LEADS).meta({
          description:
            'PAK or CHN: the commanders of this side decide for both sides, until both have chosen somebody. both: nobody does, until then.',
        }),
      })
      .optional()
      .meta({ description: 'Who is the incident commander of an incident of both sides. Absent: as both.' }),
    jointDecision: z
      .strictObject({
        deadlockAfter: duration.optional().meta({
          description:
            'One side has decided about an incident of both sides and the other has not for this long: everybody is notified. Absent: never.',
          ...ABOVE_ZERO,
        }),
      })
      .optional()
      .meta({ description: 'How both sides come to decide about an incident.' }),
    release: z
      .strictObject({
        decideWithin: duration.optional().meta({
          description: 'How soon a releasing authority is to decide; then the commander may, too.',
          ...ABOVE_ZERO,
        }),
      })
      .optional()
      .meta({ description: 'Requests for release, and proposals. Absent: they have no deadline.' }),
    messages: z
      .strictObject({
        answerWithin: duration.optional().meta({
          description:
            'How soon a request for information is to be answered that states no time of its own, at least 1s. After half of it those who were asked are reminded; then the request is overdue.',
          ...ABOVE_ZERO,
        }),
      })
      .optional()
      .meta({ description: 'Requests for information. Absent: they have a deadline only if they state one.' }),
    route: z
      .lazy(() => route)
      .meta({
        description: 'The default: it has a chain and no condition.',
        required: ['chain'],
        not: { required: ['match'] },
      }),
    chains: mapOf(ID, chain, LIMITS.chains).meta({ description: 'By the name that routes call them by.' }),
    groups: mapOf(ID, z.array(id).max(LIMITS.members), LIMITS.groups)
      .optional()
      .meta({ description: 'Ids of units, by the name that targets call them by.' }),
  })
  .meta({ id: 'ScenarioPolicy', description: 'The escalation policy.' });
