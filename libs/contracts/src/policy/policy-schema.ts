/** The escalation policy on the wire: the form that the engine runs, not the one that authors write. Durations are in ms. */
import { z } from 'zod';
import type { ChainId, UnitId } from '#domain/kernel/ids.js';
import { SIDES } from '#domain/kernel/side.js';
import { CONDITION_FIELDS, LEADS, ON_RAISE, type Condition, type Route } from '#domain/policy/policy.js';
import { ACTIONS, UNIT_KINDS } from '#domain/unit/unit.js';
import { branded } from '../json/branded.js';

const ms = z.number().int().min(0);
const comparable = z.union([z.string(), z.number()]);
const field = z.enum(CONDITION_FIELDS);

const fieldTest = z.union([
  z.strictObject({ field, equals: comparable }),
  z.strictObject({ field, oneOf: z.array(comparable) }),
  z.strictObject({ field, atLeast: comparable }),
  z.strictObject({ field, atMost: comparable }),
  z.strictObject({
    field,
    within: z.union([
      z.tuple([comparable, comparable]),
      z.strictObject({ lat: z.number(), lon: z.number(), radiusKm: z.number() }),
    ]),
  }),
  z.strictObject({ field, exists: z.boolean() }),
]);

const condition: z.ZodType<Condition> = z
  .union([
    z.strictObject({ all: z.array(z.lazy(() => condition)) }),
    z.strictObject({ any: z.array(z.lazy(() => condition)) }),
    z.strictObject({ not: z.lazy(() => condition) }),
    fieldTest,
  ])
  .meta({ id: 'RouteCondition', description: 'What a route asks of an alert and its site.' });

const route: z.ZodType<Route> = z
  .strictObject({
    id: z.string(),
    match: condition.optional().meta({ description: 'Absent: every alert matches.' }),
    chain: branded<ChainId>(z.string()).optional().meta({ description: "Id of a chain; absent: the parent's." }),
    continue: z.boolean().optional().meta({ description: 'Whether an alert that matches goes on to the next route.' }),
    routes: z
      .array(z.lazy(() => route))
      .optional()
      .meta({ description: 'Asked in this order.' }),
  })
  .meta({ id: 'Route', description: 'A node of the route tree.' });

const target = z
  .union([
    z.strictObject({ action: z.enum(ACTIONS), unit: branded<UnitId>(z.string()) }),
    z.strictObject({ action: z.enum(ACTIONS), kind: z.enum(UNIT_KINDS), side: z.enum(SIDES).optional() }),
    z.strictObject({ action: z.enum(ACTIONS), side: z.enum(SIDES) }),
    z.strictObject({ action: z.enum(ACTIONS), group: z.string() }),
  ])
  .meta({ id: 'StepTarget', description: 'Whom a step asks, and for what.' });

const step = z
  .strictObject({
    id: z.string(),
    delayMs: ms.optional().meta({ description: 'How long the chain waits before the step starts.' }),
    targets: z.array(target),
    requirement: z.union([z.enum(['any', 'all', 'each-side']), z.strictObject({ count: z.number().int() })]),
    ackWithinMs: ms.meta({ description: 'When this passes without the requirement being met, the next step starts.' }),
  })
  .meta({ id: 'ChainStep' });

const chain = z
  .strictObject({
    steps: z.array(step),
    repeat: z.number().int().meta({ description: 'How many times the chain runs again after its last step.' }),
    remindEveryMs: ms.optional(),
    ackExpiresMs: ms.optional().meta({ description: 'An acknowledgement lapses if the unit is not en route by then.' }),
    expireAfterMs: ms.meta({ description: 'An unanswered notification expires after this time.' }),
    onRaise: z.enum(ON_RAISE).optional(),
  })
  .meta({ id: 'Chain' });

export const policyView = z
  .strictObject({
    id: z.string(),
    version: z.number().int(),
    correlationWindowMs: ms,
    command: z
      .strictObject({ lead: z.enum(LEADS) })
      .optional()
      .meta({ description: 'Who is the incident commander until both sides have chosen one.' }),
    jointDecision: z
      .strictObject({
        deadlockAfterMs: ms
          .optional()
          .meta({ description: 'How long a side waits for the decision of the other before it is a deadlock.' }),
      })
      .optional(),
    closeAfterMs: ms.optional().meta({ description: 'Absent: a resolved incident is closed by command only.' }),
    release: z
      .strictObject({ decideWithinMs: ms.optional().meta({ description: 'Absent: no deadline.' }) })
      .optional()
      .meta({ description: 'How soon a releasing authority is to decide.' }),
    messages: z
      .strictObject({ answerWithinMs: ms.optional().meta({ description: 'Absent: no deadline.' }) })
      .optional()
      .meta({ description: 'How soon requests for information are to be answered that state no time of their own.' }),
    route,
    chains: z.record(z.string(), chain).meta({ description: 'By id.' }),
    groups: z
      .record(z.string(), z.array(branded<UnitId>(z.string())))
      .meta({ description: 'Lists of unit ids, by name.' }),
  })
  .meta({ id: 'Policy', description: 'The escalation policy in the form that the engine runs; durations in ms.' });
