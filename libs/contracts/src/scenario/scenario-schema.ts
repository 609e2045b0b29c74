/**
 * The schema of an authored scenario: like the domain's, but with durations as text (`90s`, `1h30m`) and with defaults. It covers
 * rules of single fields; rules that involve several fields are in the domain's `checkScenario`.
 */
import { z } from 'zod';
import { SIDES } from '#domain/kernel/side.js';
import { ACTIONS, PAK_UNIT_KINDS, UNIT_KINDS, UNIT_MODES } from '#domain/unit/unit.js';
import { policy } from './policy-schema.js';
import { preparedAnswer } from './answer-schema.js';
import { expectation, inject, startsAt } from './script-schema.js';
import {
  ABOVE_ZERO,
  chance,
  COUNTRY,
  distribution,
  duration,
  id,
  latitude,
  link,
  localized,
  longitude,
  mapOf,
  SCENARIO_LIMITS as LIMITS,
  text,
} from './schema-fields.js';

const site = z
  .strictObject({
    id: id.meta({ description: 'Its name in this file: alerts, units and conditions refer to it.' }),
    name: localized.meta({ description: 'As people read it; says that it is fictional.' }),
    kind: text(LIMITS.name).meta({ description: 'E.g. power-plant, port, highway, camp.' }),
    province: text(LIMITS.name).meta({ description: 'Units may have jurisdiction by it.' }),
    consularDistrict: text(LIMITS.name).optional().meta({ description: 'Units may have jurisdiction by it, too.' }),
    position: z.strictObject({ lat: latitude, lon: longitude }).meta({ description: 'WGS 84, degrees.' }),
    nationals: mapOf(COUNTRY, z.number().int().min(0).max(LIMITS.headcount), LIMITS.countries).meta({
      description: 'People present, by ISO 3166 alpha-3 country code.',
    }),
  })
  .meta({ id: 'ScenarioSite', description: 'A place where things happen. Invented, as everything here.' });

const jurisdictionList = z.array(text(LIMITS.name)).max(LIMITS.jurisdiction).optional();

const behaviour = z
  .strictObject({
    acknowledge: distribution.meta({ description: 'Time to answer.' }),
    declineChance: chance.optional().meta({ description: 'The chance, 0 to 1, that it declines; default 0.' }),
    silentChance: chance.optional().meta({ description: 'The chance, 0 to 1, that it does not answer; default 0.' }),
    enRoute: distribution.meta({ description: 'From acknowledged to en route.' }),
    onScene: distribution.meta({ description: 'From en route to on scene.' }),
    clear: distribution.meta({ description: 'From on scene to clear.' }),
  })
  .meta({
    id: 'ScenarioBehaviour',
    description: 'How a simulated unit behaves: its answer, then from acknowledged to en route, on scene and clear.',
  });

const unit = z
  .strictObject({
    id: id.meta({ description: 'Its name in this file: targets, groups, injects and expectations refer to it.' }),
    name: localized.meta({ description: 'As people read it.' }),
    side: z.enum(SIDES).meta({ description: 'Whose unit it is.' }),
    kind: z.enum(UNIT_KINDS).meta({
      description: `The first ${PAK_UNIT_KINDS.length} are of PAK, the others of CHN.`,
    }),
    jurisdiction: z
      .strictObject({
        sites: jurisdictionList.meta({ description: 'Ids of sites.' }),
        provinces: jurisdictionList.meta({ description: 'Provinces, as the sites name them.' }),
        consularDistricts: jurisdictionList.meta({ description: 'Consular districts, as the sites name them.' }),
      })
      .meta({ description: 'Where it has a say: any match counts.' }),
    authority: z.array(z.enum(ACTIONS)).max(ACTIONS.length).meta({ description: 'What it may be asked to do.' }),
    capacity: z
      .number()
      .int()
      .max(LIMITS.capacity)
      .optional()
      .meta({ description: 'Incidents at a time, at least 1; default 1.', minimum: 1 }),
    duty: z.enum(['on', 'off']).optional().meta({ description: 'At STARTEX; default on.' }),
    mode: z.enum(UNIT_MODES).optional().meta({ description: 'Default simulated.' }),
    behaviour,
    link: link.optional().meta({ description: 'The state of its own link at STARTEX; absent: up.' }),
    answers: z.array(preparedAnswer).max(LIMITS.answers).optional().meta({
      description:
        'What it answers to requests for information while it is simulated: the first that fits. Absent: that nothing is known.',
    }),
  })
  .meta({ id: 'ScenarioUnit', description: 'A unit of a side, that may be asked to do something about an incident.' });

/** The only supported format version. */
export const FORMAT_VERSION = 1;

const fields = {
  $schema: z.string().max(LIMITS.name).optional().meta({ description: 'For editors.' }),
  tandem: z.literal(FORMAT_VERSION).optional().meta({ description: 'The version of the format: 1.' }),
  id: id.meta({ description: 'Its name; exercises and recordings bear it.' }),
  title: localized.meta({ description: 'English, or a map by language.' }),
  description: localized.optional().meta({ description: 'What it is about, and for whom.' }),
  sponsor: localized.optional().meta({
    description:
      'Who holds the exercise, or pays for it, as the cover of its report names it. Fictional, like all names here.',
  }),
  seed: text(LIMITS.name).optional().meta({ description: 'For the random draws; absent: the id.' }),
  duration: duration.meta({ description: 'From STARTEX to ENDEX: `10m`, `24h`.', ...ABOVE_ZERO }),
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
    .strictObject({
      PAK: link.optional().meta({ description: 'Of all units of PAK.' }),
      CHN: link.optional().meta({ description: 'Of all units of CHN.' }),
    })
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

export const scenarioSchema = z
  .strictObject(fields)
  .meta({ id: 'Scenario', description: 'The script of an exercise as its author writes it.' });

const include = z
  .array(text(LIMITS.name))
  .max(LIMITS.includes)
  .optional()
  .meta({ description: "Files with shared parts, relative to this file, within the scenario's folder." });

/** A scenario file, for editors: parts that an included file may define are optional. */
export const scenarioFileSchema = z
  .strictObject({
    ...fields,
    tandem: z.literal(FORMAT_VERSION).meta({ description: 'The version of the format: 1.' }),
    include,
    sites: fields.sites.optional(),
    units: fields.units.optional(),
    policy: policy.optional(),
  })
  .meta({ description: 'A scenario file, or a file of shared parts, of Tandem. EXERCISE: nothing in it is real.' });

/** The parts that an included file may define. */
export const SHARED_PARTS = ['rules', 'sites', 'units', 'links', 'policy'] as const;

export const sharedPartsSchema = z
  .strictObject({
    $schema: fields.$schema,
    tandem: scenarioFileSchema.shape.tandem,
    include,
    rules: fields.rules,
    sites: fields.sites.optional(),
    units: fields.units.optional(),
    links: fields.links,
    policy: policy.optional(),
  })
  .meta({ description: 'Parts shared between scenario files: registers of sites and units, a policy.' });

/** An authored scenario that matches the schema. */
export type AuthoredScenario = z.output<typeof scenarioSchema>;
export type AuthoredUnit = AuthoredScenario['units'][number];
export type AuthoredAnswer = NonNullable<AuthoredUnit['answers']>[number];
export type AuthoredChain = AuthoredScenario['policy']['chains'][string];
export type AuthoredStep = AuthoredChain['steps'][number];
export type AuthoredTarget = AuthoredStep['targets'][number];
export type AuthoredDistribution = AuthoredUnit['behaviour']['acknowledge'];
export type AuthoredLink = NonNullable<AuthoredUnit['link']>;
export type AuthoredText = AuthoredScenario['title'];
