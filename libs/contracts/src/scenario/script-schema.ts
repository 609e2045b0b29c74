/**
 * The schema of authored injects and expectations. Incidents have no ids before the exercise: the script identifies one by
 * the id of the alert inject that opens or joins it.
 */
import { z } from 'zod';
import { CATEGORIES, CERTAINTIES, RESPONSE_TYPES, SEVERITIES, URGENCIES } from '#domain/alert/alert.js';
import type { InjectKind } from '#domain/inject/inject.js';
import type { SIDES } from '#domain/kernel/side.js';
import { exerciseShape } from '../alert/alert-shape.js';
import { readTime } from '../alert/cap-time.js';
import { EXERCISE_TIME_SCHEMA_PATTERN, parseExerciseTime } from './duration.js';
import { releasability } from './releasability-schema.js';
import { duration, id, keysOf, link, localized, saying, SCENARIO_LIMITS as LIMITS, text } from './schema-fields.js';
import { incident, knownThing, oneOfKeys, release, sent, side } from './sharing-schema.js';

const time = z
  .string()
  .max(40)
  .refine(
    (value) => parseExerciseTime(value) !== undefined,
    saying('FORMAT', 'a time since STARTEX of at most 30 days, written T+hh:mm or T+hh:mm:ss, such as T+00:10'),
  )
  .meta({
    id: 'ScenarioTime',
    pattern: EXERCISE_TIME_SCHEMA_PATTERN,
    description: 'Hours, minutes and perhaps seconds since STARTEX, at most 30 days: `T+00:10`, `T+01:02:03`.',
  });

export const startsAt = z
  .string()
  .max(40)
  .refine(
    (value) => readTime(value) !== undefined,
    saying('TIME_FORMAT', 'a date and time with an offset, such as 2026-03-02T09:00:00+05:00'),
  )
  .meta({
    description:
      'The date and time that STARTEX has in the story, with an offset. The sent times of its alerts follow from it; ' +
      'absent: 2026-01-01T09:00:00+05:00.',
  });

const injectId = id.meta({ description: 'Id of an inject.' });
const unitId = id.meta({ description: 'Id of a unit.' });

/** An authored condition: exactly one of its keys. */
export interface AuthoredWhen {
  all?: AuthoredWhen[] | undefined;
  any?: AuthoredWhen[] | undefined;
  not?: AuthoredWhen | undefined;
  escalated?: { incident: string; level: number } | undefined;
  unacknowledged?: { incident: string; side: (typeof SIDES)[number]; for: string } | undefined;
  resolved?: string | undefined;
  fired?: string | undefined;
  declined?: { unit: string; incident?: string | undefined } | undefined;
  knows?: z.output<typeof knownThing> | undefined;
}

const WHEN_KEYS = [
  'all',
  'any',
  'not',
  'escalated',
  'unacknowledged',
  'resolved',
  'fired',
  'declined',
  'knows',
] as const satisfies readonly (keyof AuthoredWhen)[];

const when: z.ZodType<AuthoredWhen> = z
  .strictObject({
    all: z
      .array(z.lazy(() => when))
      .min(1)
      .max(LIMITS.conditions)
      .optional()
      .meta({ description: 'Each of these holds.' }),
    any: z
      .array(z.lazy(() => when))
      .min(1)
      .max(LIMITS.conditions)
      .optional()
      .meta({ description: 'At least one of these holds.' }),
    not: z
      .lazy(() => when)
      .optional()
      .meta({ description: 'This does not hold.' }),
    escalated: z
      .strictObject({
        incident,
        level: z.number().int().min(1).max(1_000).meta({ description: 'Steps after the first.' }),
      })
      .optional()
      .meta({ description: 'So many steps after the first have started: level 1 is the first escalation.' }),
    unacknowledged: z
      .strictObject({ incident, side, for: duration.meta({ description: 'How long at least.' }) })
      .optional()
      .meta({ description: 'The incident is open, and no unit of the side has acknowledged for so long.' }),
    resolved: incident.optional().meta({ description: 'The incident of this alert inject was resolved since.' }),
    fired: injectId.optional().meta({ description: 'This inject has fired.' }),
    declined: z
      .strictObject({ unit: unitId, incident: incident.optional() })
      .optional()
      .meta({ description: 'The unit has declined a notification.' }),
    knows: knownThing.optional().meta({ description: 'The side knows of it.' }),
  })
  .refine((value) => keysOf(value, WHEN_KEYS).length === 1, saying('FORMAT', `one of ${WHEN_KEYS.join(', ')}`))
  .meta({
    id: 'ScenarioWhen',
    description: 'What must have come to hold.',
    oneOf: oneOfKeys(WHEN_KEYS),
  });

const alert = z
  .strictObject({
    updates: injectId.optional().meta({ description: 'It is an Update of the alerts of this inject.' }),
    cancels: injectId.optional().meta({ description: 'It is a Cancel of the alerts of this inject.' }),
    sender: text(200)
      .refine((value) => /^[^\s,<&]*$/.test(value), saying('RESERVED_CHARACTER', 'free of spaces, commas, < and &'))
      .optional()
      .meta({ description: 'Absent: script@exercise.example.' }),
    headline: localized.meta({ description: 'One line; its languages are those of the alert.' }),
    event: localized.meta({ description: 'What kind of event: "Road accident".' }),
    description: localized.optional().meta({ description: 'What has happened, in more words.' }),
    instruction: localized.optional().meta({ description: 'What its readers should do.' }),
    category: z
      .union([z.enum(CATEGORIES), z.array(z.enum(CATEGORIES)).min(1).max(CATEGORIES.length)])
      .meta({ description: 'One or more of the categories of CAP.' }),
    urgency: z.enum(URGENCIES).meta({ description: 'How soon one should act.' }),
    severity: z.enum(SEVERITIES).meta({ description: 'How grave it is; a graver one routes the incident anew.' }),
    certainty: z.enum(CERTAINTIES).meta({ description: 'How sure it is.' }),
    responseType: z
      .array(z.enum(RESPONSE_TYPES))
      .max(RESPONSE_TYPES.length)
      .optional()
      .meta({ description: 'What kinds of action it asks for.' }),
    site: id.optional().meta({ description: 'Id of a site.' }),
    nationals: exerciseShape.shape.nationals,
    casualties: exerciseShape.shape.casualties,
    source: exerciseShape.shape.source.meta({ description: 'Where the news comes from.' }),
    confidence: exerciseShape.shape.confidence.meta({ description: 'How far the source can be trusted.' }),
    releasability: releasability.optional(),
  })
  .refine(
    (value) => keysOf(value, ['updates', 'cancels']).length <= 1,
    saying('FORMAT', 'an alert that either updates or cancels another'),
  )
  .meta({
    id: 'ScenarioAlert',
    description: 'An alert, by what its author has to say; the CAP message is made of it.',
    not: { required: ['updates', 'cancels'] },
  });

/** What an inject does: exactly one of these. */
const contents = {
  alert: alert.optional(),
  message: z
    .strictObject({
      from: localized.optional().meta({ description: 'Who it seems to come from, as players read it.' }),
      text: localized.meta({ description: 'What players read.' }),
      releasability: releasability.optional(),
    })
    .optional()
    .meta({ description: 'Information for players.' }),
  send: sent.optional().meta({ description: 'A message or report of people, to a desk, a unit or control.' }),
  release: release.optional().meta({ description: "A step of a release, by a side's people." }),
  duty: z
    .strictObject({ unit: unitId, status: z.enum(['on', 'off']).meta({ description: 'From then on.' }) })
    .optional()
    .meta({ description: 'A unit goes off duty or comes back.' }),
  link: z
    .strictObject({
      unit: unitId.optional(),
      side: side.optional(),
      state: link.meta({ description: 'From then on.' }),
    })
    .refine(
      (value) => keysOf(value, ['unit', 'side']).length === 1,
      saying('FORMAT', 'the link of a unit or of a side'),
    )
    .optional()
    .meta({ description: 'The link of a unit or of a whole side changes.', oneOf: oneOfKeys(['unit', 'side']) }),
  note: localized.optional().meta({ description: 'For controllers only.' }),
} satisfies Record<InjectKind, z.ZodType>;

const CONTENT_KEYS = Object.keys(contents) as InjectKind[];

export const inject = z
  .strictObject({
    id: id.meta({ description: 'Its name in this file: conditions, updates and expectations refer to it.' }),
    title: localized.optional().meta({ description: 'For controllers: what it is there for.' }),
    at: time.optional().meta({ description: 'When it fires; or else `when`.' }),
    when: when.optional().meta({ description: 'It fires once this has come to hold; or else `at`.' }),
    delay: duration.optional().meta({ description: 'From when the condition came to hold; only with `when`.' }),
    latest: time.optional().meta({ description: 'What would fire later is skipped; only with `when`.' }),
    repeat: z
      .strictObject({
        times: z.number().int().min(1).max(LIMITS.repeats).meta({ description: 'How many times more.' }),
        every: duration.meta({ description: 'How far apart.' }),
      })
      .optional()
      .meta({ description: 'So many further times, so far apart; absent: it fires at most once.' }),
    ...contents,
  })
  .refine(
    (value) => keysOf(value, ['at', 'when']).length === 1,
    saying('FORMAT', 'an inject with either at (a time) or when (a condition)'),
  )
  .refine(
    (value) => value.when !== undefined || keysOf(value, ['delay', 'latest']).length === 0,
    saying('FORMAT', 'without delay and latest, which go with when'),
  )
  .refine(
    (value) => keysOf(value, CONTENT_KEYS).length === 1,
    saying('FORMAT', `an inject with exactly one of ${CONTENT_KEYS.join(', ')}`),
  )
  .meta({
    id: 'ScenarioInject',
    description: 'Something that the script makes happen, at a time or once a condition has come to hold.',
    allOf: [
      { oneOf: oneOfKeys(['at', 'when']) },
      { oneOf: oneOfKeys(CONTENT_KEYS) },
      ...['delay', 'latest'].map((key) => ({ not: { required: ['at', key] } })),
    ],
  });

/** An inject that a trainer improvises during a run. */
export const improvisedInject = z
  .strictObject({
    id: id.optional().meta({ description: 'Absent: one is made.' }),
    title: localized.optional().meta({ description: 'For controllers: what it is there for.' }),
    at: time.optional().meta({ description: 'Absent: now.' }),
    ...contents,
  })
  .refine(
    (value) => keysOf(value, CONTENT_KEYS).length === 1,
    saying('FORMAT', `an inject with exactly one of ${CONTENT_KEYS.join(', ')}`),
  )
  .meta({
    id: 'ImproviseInject',
    description: 'An inject that the script does not hold, written as in a scenario file.',
    oneOf: oneOfKeys(CONTENT_KEYS),
  });

const party = { unit: unitId.optional(), side: side.optional() };

function ofParty(value: { unit?: string | undefined; side?: string | undefined }): boolean {
  return keysOf(value, ['unit', 'side']).length === 1;
}

const oneParty = saying('FORMAT', 'of a unit or of a side');

const OUTCOME_KEYS = [
  'acknowledged',
  'jointAcknowledgement',
  'notified',
  'escalation',
  'resolved',
  'nothingSent',
  'knows',
] as const;

export const expectation = z
  .strictObject({
    id: id.meta({ description: 'Its name in this file: verdicts and reports show it.' }),
    title: localized.optional().meta({ description: 'As evaluators read it.' }),
    objective: text(LIMITS.objective)
      .optional()
      .meta({ description: 'The objective of the exercise that it speaks for.' }),
    weight: z
      .number()
      .positive()
      .max(1_000)
      .optional()
      .meta({ description: 'How much it counts among the others; default 1.' }),
    acknowledged: z
      .strictObject({ ...party, incident })
      .refine(ofParty, oneParty)
      .optional()
      .meta({ description: 'The unit, or any unit of the side, acknowledges.', oneOf: oneOfKeys(['unit', 'side']) }),
    jointAcknowledgement: incident.optional().meta({ description: 'Both sides have acknowledged the incident.' }),
    notified: z
      .strictObject({ ...party, incident })
      .refine(ofParty, oneParty)
      .optional()
      .meta({ description: 'A notification is delivered to it.', oneOf: oneOfKeys(['unit', 'side']) }),
    escalation: z
      .strictObject({
        incident,
        atLeast: z
          .number()
          .int()
          .min(0)
          .max(1_000)
          .optional()
          .meta({ description: 'So many or more; or `atMost`, or both.' }),
        atMost: z.number().int().min(0).max(1_000).optional().meta({ description: 'So many or fewer.' }),
      })
      .refine(
        (value) => keysOf(value, ['atLeast', 'atMost']).length > 0,
        saying('FORMAT', 'with atLeast, atMost or both'),
      )
      .optional()
      .meta({ description: 'How many steps after the first start.', minProperties: 2 }),
    resolved: incident.optional().meta({ description: 'The incident is resolved.' }),
    nothingSent: z
      .strictObject({ unit: unitId, incident: incident.optional() })
      .optional()
      .meta({ description: 'Nothing is sent to the unit: about the incident, or at all.' }),
    knows: knownThing.optional().meta({
      description: 'The side knows of the incident, as its class says or by a release, or at least of a tear line.',
    }),
    within: z
      .union([
        duration,
        z
          .strictObject({
            time: duration.meta({ description: 'How long, up to and including.' }),
            inject: injectId.optional(),
            incident: incident.optional(),
          })
          .refine(
            (value) => keysOf(value, ['inject', 'incident']).length === 1,
            saying('FORMAT', 'a time of an inject or of an incident'),
          )
          .meta({ oneOf: oneOfKeys(['inject', 'incident']) }),
      ])
      .optional()
      .meta({
        description:
          'So long after an inject fired or an incident opened; alone: after the incident it speaks of, or the inject of its tear line.',
      }),
    before: time.optional().meta({ description: 'Before this time of the exercise.' }),
  })
  .refine(
    (value) => keysOf(value, OUTCOME_KEYS).length === 1,
    saying('FORMAT', `an expectation with exactly one of ${OUTCOME_KEYS.join(', ')}`),
  )
  .refine(
    (value) => keysOf(value, ['within', 'before']).length <= 1,
    saying('FORMAT', 'with either within or before; with neither, it counts until the end'),
  )
  .refine(
    (value) =>
      typeof value.within !== 'string' || value.nothingSent === undefined || value.nothingSent.incident !== undefined,
    saying('FORMAT', 'with within: { time, inject or incident }, as it speaks of no incident', [
      'within',
      'nothingSent',
    ]),
  )
  .meta({
    id: 'ScenarioExpectation',
    description: 'What should happen, and by when; with neither within nor before, by the end.',
    oneOf: oneOfKeys(OUTCOME_KEYS),
    allOf: [
      { not: { required: ['within', 'before'] } },
      // A time alone counts from the incident that the expectation speaks of.
      {
        not: {
          required: ['within', 'nothingSent'],
          properties: { within: { type: 'string' }, nothingSent: { not: { required: ['incident'] } } },
        },
      },
    ],
  });

export type AuthoredImprovisedInject = z.output<typeof improvisedInject>;
export type AuthoredInject = z.output<typeof inject>;
export type AuthoredExpectation = z.output<typeof expectation>;
export type AuthoredAlert = NonNullable<AuthoredInject['alert']>;
