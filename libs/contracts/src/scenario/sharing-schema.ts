/** The schema of what the script lets a side's people do to share: messages, and releases in two steps. */
import { z } from 'zod';
import { SCRIPTED_MESSAGE_KINDS } from '#domain/inject/inject.js';
import { SIDES } from '#domain/kernel/side.js';
import { TEAR_LINE_TLPS } from '#domain/release/label.js';
import { releasability } from './releasability-schema.js';
import {
  ABOVE_ZERO,
  duration,
  id,
  keysOf,
  localized,
  saying,
  SCENARIO_LIMITS as LIMITS,
  text,
} from './schema-fields.js';

/** Of one message. */
const MOST_ADDRESSES = 50;

export const side = z.enum(SIDES).meta({ description: 'One of the two sides.' });
export const incident = id.meta({ description: 'Id of the alert inject that opens or joins the incident.' });

/** JSON Schema for exactly one of the keys. */
export function oneOfKeys(keys: readonly string[]) {
  return keys.map((key) => ({ required: [key] }));
}

const address = z
  .string()
  .regex(
    /^(?:unit:[a-z0-9][a-z0-9-]{0,62}|desk:(?:PAK|CHN)|control)$/,
    'it must be unit:ID, desk:PAK, desk:CHN or control',
  )
  .meta({
    id: 'ScenarioAddress',
    description: 'A unit (`unit:ID`), the desk of a side (`desk:PAK`, `desk:CHN`), or `control`.',
  });

const KNOWN_KEYS = ['incident', 'tearLine'] as const;

/** What a side is to know: an incident, or at least a tear line. */
export const knownThing = z
  .strictObject({
    side: side.meta({ description: 'Who knows of it.' }),
    incident: incident.optional(),
    tearLine: id
      .optional()
      .meta({ description: 'Id of an inject that sends an alert or a message: at least its tear line.' }),
  })
  .refine((value) => keysOf(value, KNOWN_KEYS).length === 1, saying('FORMAT', 'of an incident or of a tear line'))
  .meta({ id: 'ScenarioKnown', description: 'What a side knows of.', oneOf: oneOfKeys(KNOWN_KEYS) });

export const sent = z
  .strictObject({
    kind: z.enum(SCRIPTED_MESSAGE_KINDS).optional().meta({
      description:
        'Absent: message. `intelligence` and `situation` are reports; simulated units answer a `request` for information.',
    }),
    from: address.meta({ description: 'In whose name.' }),
    to: z.array(address).min(1).max(MOST_ADDRESSES).meta({ description: 'To whom.' }),
    subject: text(LIMITS.name).optional().meta({ description: 'One line.' }),
    text: localized.meta({ description: 'What they read.' }),
    releasability: releasability.optional(),
    incident: incident.optional(),
    answerWithin: duration
      .optional()
      .meta({ description: 'Of a request: how soon it is to be answered. Absent: it has no deadline.', ...ABOVE_ZERO }),
  })
  .refine(
    ({ kind, answerWithin }) => kind === 'request' || answerWithin === undefined,
    saying('FORMAT', 'without answerWithin, which goes with kind: request', ['kind', 'answerWithin']),
  )
  .meta({
    id: 'ScenarioSent',
    description: 'What people write to each other: the way of any message, with read and answered state.',
  });

const reason = text(LIMITS.name);
const ofCase = id.meta({
  description: 'Id of the alert inject whose incident is proposed for release, or of the release inject that asked.',
});

const acts = {
  request: z
    .strictObject({
      side: side.meta({ description: 'The side that asks the other one.' }),
      text: text(LIMITS.name).meta({ description: 'What it asks.' }),
      tearLine: id.optional().meta({ description: 'Id of the inject whose tear line it asks about.' }),
    })
    .optional()
    .meta({ description: 'A side asks the other for more.' }),
  propose: z
    .strictObject({
      incident,
      reason: reason.meta({ description: 'Why the other side should know.' }),
      join: incident
        .optional()
        .meta({ description: 'Id of the alert inject of the JOINT incident that takes it in; absent: a new one.' }),
      answers: id.optional().meta({ description: 'Id of the release inject that asked.' }),
    })
    .optional()
    .meta({
      description: "The owner's desk proposes to release an incident of its class, with its alerts and answers.",
    }),
  approve: ofCase.optional().meta({
    description: 'The releasing authority approves what is proposed: the other side knows of it from now on.',
  }),
  tearLine: z
    .strictObject({
      of: ofCase,
      text: localized.meta({ description: 'What the other side gets instead.' }),
      tlp: z.enum(TEAR_LINE_TLPS).optional().meta({ description: 'Its label. Absent: TLP:AMBER.' }),
    })
    .optional()
    .meta({ description: 'The releasing authority gives a tear line only.' }),
  decline: z
    .strictObject({
      of: ofCase,
      reason: reason.meta({ description: 'Why not.' }),
      shareReason: z.boolean().optional().meta({ description: 'The other side reads the reason, too; default false.' }),
    })
    .optional()
    .meta({ description: 'The releasing authority declines.' }),
};

const ACT_KEYS = Object.keys(acts) as (keyof typeof acts)[];

export const release = z
  .strictObject(acts)
  .refine(
    (value) => keysOf(value, ACT_KEYS).length === 1,
    saying('FORMAT', `a release with exactly one of ${ACT_KEYS.join(', ')}`),
  )
  .meta({ id: 'ScenarioRelease', description: "A step of a release, by a side's people.", oneOf: oneOfKeys(ACT_KEYS) });

export type AuthoredSent = z.output<typeof sent>;
export type AuthoredRelease = z.output<typeof release>;
