/**
 * The JSON form of an alert: CAP 1.2 (section 3.2), field for field, and `exercise` for what our profile adds. What one
 * field can show by itself is here; rules about several fields are in alert-rules.ts.
 */
import { z } from 'zod';
import {
  CAP_STATUSES,
  CATEGORIES,
  CERTAINTIES,
  CONFIDENCES,
  MSG_TYPES,
  RESPONSE_TYPES,
  SCOPES,
  SEVERITIES,
  URGENCIES,
} from '#domain/alert/alert.js';
import { RELEASE_CLASSES } from '#domain/kernel/side.js';
import { TEAR_LINE_TLPS, TLP_LABELS } from '#domain/release/label.js';
import { hasForbiddenCharacter } from '../json/characters.js';
import { IDENTIFIER_FORM, identifierFault } from '../json/identifier-characters.js';
import type { InputCode } from '../problem.js';
import { readTime } from './cap-time.js';
import { isAbsoluteUri, isBase64, isMediaType, isSafeUri, isLanguageTag } from './text-forms.js';

/** How much of each there may be. Lengths in characters (Unicode code points). */
export const LIMITS = {
  identifier: 200,
  short: 2_000,
  note: 20_000,
  tearLine: 5_000,
  long: 100_000,
  uri: 4_000,
  /** Base64 of 8 MiB, with its line breaks. */
  derefUri: 12_000_000,
  digest: 200,
  polygon: 4_000_000,
  circle: 1_000,
  signature: 100_000,
  infos: 100,
  references: 500,
  incidents: 500,
  codes: 1_000,
  pairs: 1_000,
  resources: 100,
  areas: 2_000,
  shapes: 2_000,
  geocodes: 5_000,
  headcount: 1_000_000,
  keys: 50,
  feet: 1e12,
} as const;

/** The code and the words of a check that zod has none for. */
function saying(code: InputCode, right: string): { params: { code: InputCode; right: string } } {
  return { params: { code, right } };
}

/** A text without forbidden characters; empty is allowed unless `min` says otherwise. */
function text(max: number, min = 0): z.ZodString {
  return z
    .string()
    .min(min)
    .max(max)
    .refine(
      (value) => !hasForbiddenCharacter(value),
      saying('FORBIDDEN_CHARACTER', 'free of control and bidi characters'),
    );
}

const NO_RESERVED = /^[^\s,<&]*$/;

/**
 * CAP 3.2.1: no spaces, commas or restricted characters (`<`, `&`), so that references can be read. Nothing invisible either, so
 * that two names that look the same are the same.
 */
const token = text(LIMITS.identifier, 1)
  .refine((value) => NO_RESERVED.test(value), saying('RESERVED_CHARACTER', 'free of spaces, commas, < and &'))
  .refine(
    // One fault is reported once.
    (value) => !NO_RESERVED.test(value) || hasForbiddenCharacter(value) || identifierFault(value) === undefined,
    saying('IDENTIFIER_CHARACTER', IDENTIFIER_FORM),
  );

const time = z
  .string()
  .max(40)
  .refine(
    (value) => readTime(value) !== undefined,
    saying('TIME_FORMAT', 'a date and time with an offset, such as 2026-11-23T09:00:00+05:00'),
  )
  .meta({ format: 'date-time', description: 'RFC 3339 with an offset. Kept as CAP writes it; Z becomes -00:00.' });

const pair = z
  .strictObject({ valueName: text(LIMITS.short), value: text(LIMITS.long) })
  .meta({ id: 'AlertNameValue', description: 'A name and a value that the sender chose.' });

const reference = z
  .strictObject({ sender: token, identifier: token, sent: time })
  .meta({ id: 'AlertReference', description: 'The triple that identifies a CAP message.' });

const resource = z
  .strictObject({
    resourceDesc: text(LIMITS.long),
    mimeType: text(LIMITS.short).refine(isMediaType, saying('MIME_TYPE_FORM', 'type/subtype, such as image/png')),
    size: z.number().int().min(0).optional().meta({ description: 'Bytes.' }),
    uri: text(LIMITS.uri, 1).refine(isSafeUri, saying('URI_FORM', 'a URI (RFC 3986) that runs no script')).optional(),
    // Base64 holds no forbidden character, and the text may be long: it is read once.
    derefUri: z
      .string()
      .max(LIMITS.derefUri)
      .refine(isBase64, saying('DEREF_URI_NOT_BASE64', 'base64 (RFC 4648, section 4)'))
      .optional(),
    digest: text(LIMITS.digest).optional(),
  })
  .meta({ id: 'AlertResource' });

const feet = z.number().min(-LIMITS.feet).max(LIMITS.feet).meta({ description: 'Feet above mean sea level.' });

const area = z
  .strictObject({
    areaDesc: text(LIMITS.long),
    polygon: z
      .array(text(LIMITS.polygon))
      .max(LIMITS.shapes)
      .optional()
      .meta({ description: 'Each a closed ring of `lat,lon` pairs (WGS 84), separated by spaces.' }),
    circle: z
      .array(text(LIMITS.circle))
      .max(LIMITS.shapes)
      .optional()
      .meta({ description: 'Each `lat,lon radius-in-km`.' }),
    geocode: z.array(pair).max(LIMITS.geocodes).optional(),
    altitude: feet.optional(),
    ceiling: feet.optional(),
  })
  .meta({ id: 'AlertArea' });

const info = z
  .strictObject({
    language: text(100)
      .refine(isLanguageTag, saying('LANGUAGE_FORM', 'a language tag of RFC 3066, such as en-US or ur'))
      .optional(),
    category: z.array(z.enum(CATEGORIES)).min(1).max(CATEGORIES.length),
    event: text(LIMITS.short, 1),
    responseType: z.array(z.enum(RESPONSE_TYPES)).max(RESPONSE_TYPES.length).optional(),
    urgency: z.enum(URGENCIES),
    severity: z.enum(SEVERITIES),
    certainty: z.enum(CERTAINTIES),
    audience: text(LIMITS.short).optional(),
    eventCode: z.array(pair).max(LIMITS.pairs).optional(),
    effective: time.optional(),
    onset: time.optional(),
    expires: time.optional(),
    senderName: text(LIMITS.short).optional(),
    headline: text(LIMITS.short).optional(),
    description: text(LIMITS.long).optional(),
    instruction: text(LIMITS.long).optional(),
    web: text(LIMITS.uri)
      .refine(isEmptyOrAbsolute, saying('WEB_NOT_ABSOLUTE', 'an absolute address, such as https://example.org/page'))
      .refine(isSafeUri, saying('URI_FORM', 'a URI (RFC 3986) that runs no script'))
      .optional(),
    contact: text(LIMITS.short).optional(),
    parameter: z.array(pair).max(LIMITS.pairs).optional(),
    resource: z.array(resource).max(LIMITS.resources).optional(),
    area: z.array(area).max(LIMITS.areas).optional(),
  })
  .meta({ id: 'AlertInfo', description: 'One language or audience of the message (CAP 1.2, 3.2.2).' });

/** An empty element says nothing, and many senders write one. */
function isEmptyOrAbsolute(uri: string): boolean {
  return uri === '' || isAbsoluteUri(uri);
}

const headcount = z.number().int().min(0).max(LIMITS.headcount);

const COUNTRY = /^[A-Z]{3}$/;
/** A lower-case word, and none that an object has by itself. */
const CASUALTY_KIND = /^(?!constructor$|prototype$)[a-z][a-zA-Z-]{0,29}$/;
const LANGUAGE_KEY = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}$/;

function atMostKeys(max: number): (map: Record<string, unknown>) => boolean {
  return (map) => Object.keys(map).length <= max;
}

const tooManyKeys = saying('TOO_MANY', `of at most ${LIMITS.keys} entries`);

/** Who else reads it, or who alone. */
export const recipients = z
  .array(z.string().regex(/^(?:unit|account):[A-Za-z0-9][A-Za-z0-9_.-]{0,99}$|^role:[a-z][a-z-]{0,39}$/))
  .max(LIMITS.keys)
  .meta({
    description:
      'Under TLP:RED the only readers beside its originator and the releasing authority; under TLP:AMBER+STRICT readers in addition to ' +
      "the side's desk: `unit:ID`, `account:ID` or `role:ROLE`.",
  });

const TEAR_LINE = 'The sanitised text for the other side, by language tag: all that it gets of the thing.';
const tearLineTexts = z
  .record(z.string().regex(LANGUAGE_KEY), text(LIMITS.note, 1))
  .refine(atMostKeys(LIMITS.keys), tooManyKeys);
/** Of all but alerts that come in, in which an empty one is none: it would say that there is something, and nothing of it. */
export const statedTearLine = tearLineTexts
  .refine((texts) => Object.keys(texts).length > 0, saying('MISSING_FIELD', 'a text in at least one language'))
  .optional()
  .meta({ description: TEAR_LINE });

export const releasabilityShape = z.strictObject({
  class: z.enum(RELEASE_CLASSES).optional().meta({ description: 'Who may know; absent: JOINT.' }),
  tlp: z.enum(TLP_LABELS).optional().meta({
    description:
      'TLP 2.0 label: who of those that may know of it reads it. Absent: TLP:GREEN for JOINT, TLP:AMBER for one side. JOINT with TLP:RED or TLP:AMBER+STRICT is refused.',
  }),
  releasableTo: recipients.optional(),
  tearLine: tearLineTexts.optional().meta({ description: TEAR_LINE }),
  tearLineTlp: z
    .enum(TEAR_LINE_TLPS)
    .optional()
    .meta({ description: 'TLP 2.0 label of the tear line. Absent: TLP:AMBER.' }),
  reviewAt: z.iso
    .datetime({ offset: true })
    .optional()
    .meta({ description: 'When the label is to be looked at again: a time of the story, with an offset.' }),
});

export const exerciseShape = z
  .strictObject({
    site: text(LIMITS.identifier, 1).optional().meta({ description: 'Id of a site of the scenario.' }),
    nationals: z
      .record(z.string().regex(COUNTRY), headcount)
      .refine(atMostKeys(LIMITS.keys), tooManyKeys)
      .optional()
      .meta({ description: 'Head count by ISO 3166 alpha-3 country code.' }),
    casualties: z
      .record(z.string().regex(CASUALTY_KIND), headcount)
      .refine(atMostKeys(LIMITS.keys), tooManyKeys)
      .optional()
      .meta({ description: 'Head count by kind: killed, injured, missing …' }),
    source: text(LIMITS.short).optional(),
    confidence: z.enum(CONFIDENCES).optional(),
    releasability: releasabilityShape.optional(),
  })
  .meta({ id: 'AlertExerciseParameters', description: 'What the profile "Tandem Exercise" adds to CAP.' });

export const alertShape = z
  .strictObject({
    identifier: token,
    sender: token,
    sent: time,
    status: z.enum(CAP_STATUSES).meta({
      description: 'Exercise and Test are taken. Actual is refused unless the sender asks for `as=exercise`.',
    }),
    msgType: z.enum(MSG_TYPES),
    scope: z.enum(SCOPES),
    source: text(LIMITS.short).optional(),
    restriction: text(LIMITS.note).optional(),
    addresses: text(LIMITS.note).optional(),
    code: z.array(text(LIMITS.long)).max(LIMITS.codes).optional(),
    note: text(LIMITS.note).optional(),
    references: z.array(reference).max(LIMITS.references).optional(),
    incidents: z.array(text(LIMITS.identifier, 1)).max(LIMITS.incidents).optional(),
    info: z.array(info).max(LIMITS.infos).optional(),
    signature: text(LIMITS.signature).optional().meta({ description: 'XML-DSig as it came: kept, not verified.' }),
    exercise: exerciseShape.optional(),
  })
  .meta({ id: 'Alert', description: 'A CAP 1.2 message in the profile "Tandem Exercise".' });

/** An alert as it comes in, its shape checked, nothing normalised. */
export type AlertInput = z.output<typeof alertShape>;
export type InfoInput = NonNullable<AlertInput['info']>[number];
export type AreaInput = NonNullable<InfoInput['area']>[number];
export type ExerciseInput = NonNullable<AlertInput['exercise']>;
