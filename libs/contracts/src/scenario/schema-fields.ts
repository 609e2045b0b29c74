/** Fields that the schemas of scenario and script share: bounds, ids, texts, durations, links. */
import { z } from 'zod';
import { MAX_REPEAT } from '#domain/policy/check-policy.js';
import { hasForbiddenCharacter } from '../json/characters.js';
import type { InputCode } from '../problem.js';
import { DURATION_SCHEMA_PATTERN, parseDuration } from './duration.js';

/** How much of each there may be. Lengths in UTF-16 units. */
export const SCENARIO_LIMITS = {
  id: 63,
  name: 200,
  text: 20_000,
  languages: 50,
  countries: 50,
  headcount: 1_000_000,
  sites: 2_000,
  units: 2_000,
  chains: 2_000,
  groups: 2_000,
  members: 2_000,
  jurisdiction: 500,
  answers: 100,
  steps: 50,
  targets: 100,
  routes: 200,
  conditions: 100,
  values: 200,
  repeat: MAX_REPEAT,
  capacity: 1_000,
  /** Levels of routes under the default, and of conditions within a route. */
  depth: 8,
  injects: 1_000,
  /** Of one inject: as many as an alert may reference. */
  repeats: 99,
  /** Alerts of all injects, repeats included. */
  messages: 5_000,
  expectations: 1_000,
  includes: 50,
  objective: 200,
  /** In the whole policy. */
  allRoutes: 2_000,
  allSteps: 4_000,
  allTargets: 10_000,
  allTests: 5_000,
} as const;
const LIMITS = SCENARIO_LIMITS;

/**
 * The code and the message of a custom check.
 *
 * @param of the keys whose values it checks; absent: it checks only which keys are present
 */
export function saying(code: InputCode, right: string, of: readonly string[] = []) {
  return { params: { code, right, of } };
}

export function text(max: number): z.ZodString {
  return z
    .string()
    .min(1)
    .max(max)
    .refine((value) => !hasForbiddenCharacter(value), saying('FORBIDDEN_CHARACTER', 'free of control characters'));
}

/** A lower-case slug that is not a property of every object. */
export const ID = /^(?!constructor$|prototype$)[a-z0-9][a-z0-9-]{0,62}$/;
export const LANGUAGE_KEY = /^[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8}){0,4}$/;
export const COUNTRY = /^[A-Z]{3}$/;

export const id = z
  .string()
  .regex(ID, 'it must be lower-case letters, digits and hyphens, at most 63, such as port-east');

export const duration = z
  .string()
  .max(40)
  .refine(
    (value) => parseDuration(value) !== undefined,
    saying('FORMAT', 'a duration of at most 30 days, such as 500ms, 90s, 5m or 1h30m'),
  )
  .meta({
    id: 'ScenarioDuration',
    pattern: DURATION_SCHEMA_PATTERN,
    description:
      'Whole numbers with units h, m, s, ms, larger ones first, at most 30 days: `90s`, `5m`, `1h30m`, `500ms`.',
  });

/** JSON Schema for a duration above zero; the domain's check reports it. */
export const ABOVE_ZERO = { pattern: '[1-9]' } as const;

export function mapOf<T extends z.ZodType>(key: RegExp, value: T, max: number) {
  return z
    .record(z.string().regex(key), value)
    .refine((map) => Object.keys(map).length <= max, saying('TOO_MANY', `of at most ${max} entries`))
    .meta({ maxProperties: max });
}

export const localized = z
  .union([
    text(LIMITS.text),
    mapOf(LANGUAGE_KEY, text(LIMITS.text), LIMITS.languages)
      .refine(
        (map) => Object.hasOwn(map, 'en'),
        saying('MISSING_FIELD', 'a map with at least "en", which other languages fall back to'),
      )
      .meta({ required: ['en'] }),
  ])
  .meta({ id: 'ScenarioText', description: 'English, or a map by language tag (BCP 47) that holds at least `en`.' });

/** The domain checks the bounds; here they are for editors. */
export const chance = z.number().meta({ description: 'A chance, 0 to 1.', minimum: 0, maximum: 1 });

/** The key that selects the variant of a map. */
function variant<T extends string>(name: T, description: string) {
  return z.literal(name).meta({ description });
}

export const distribution = z
  .discriminatedUnion('kind', [
    z.strictObject({
      kind: variant('fixed', 'Always the same.'),
      time: duration.meta({ description: 'How long it takes.' }),
    }),
    z.strictObject({
      kind: variant('uniform', 'Anything between two bounds, each as likely.'),
      min: duration.meta({ description: 'The shortest.' }),
      max: duration.meta({ description: 'The longest; not below `min`.' }),
    }),
    z.strictObject({
      kind: variant('lognormal', 'Mostly about the median, now and then much longer.'),
      median: duration.meta({ description: 'Half of the draws are shorter.', ...ABOVE_ZERO }),
      p95: duration.meta({ description: '95 of 100 draws are shorter; not below `median`.', ...ABOVE_ZERO }),
    }),
  ])
  .meta({ id: 'ScenarioDistribution', description: 'A distribution of durations.' });

export const link = z
  .discriminatedUnion('status', [
    z.strictObject({ status: variant('up', 'Each message arrives at once.') }),
    z.strictObject({
      status: variant('degraded', 'Messages arrive late, and some get lost.'),
      latency: duration.meta({ description: 'Added to each message.' }),
      loss: chance.meta({ description: 'The chance, 0 to 1, that a message gets lost.' }),
    }),
    z.strictObject({ status: variant('down', 'No message arrives: notifications are undeliverable.') }),
  ])
  .meta({ id: 'ScenarioLink', description: 'The state of a link. `latency` is added to each message; some get lost.' });

export function keysOf<K extends string>(value: Partial<Record<K, unknown>>, keys: readonly K[]): K[] {
  return keys.filter((key) => value[key] !== undefined);
}

export const latitude = z.number().min(-90).max(90).meta({ description: 'Degrees north of the equator.' });
export const longitude = z.number().min(-180).max(180).meta({ description: 'Degrees east of Greenwich.' });
