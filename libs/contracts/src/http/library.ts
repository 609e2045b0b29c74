/** The library: the scenarios that a server offers to open exercises from. */
import { z } from 'zod';
import { RELEASE_CLASSES, SIDES } from '#domain/kernel/side.js';
import { ACTIONS, UNIT_KINDS, UNIT_MODES } from '#domain/unit/unit.js';
import { injectCondition, injectKind } from '../inject/inject-schema.js';
import { lintFinding } from './escalation.js';
import { localizedText } from './exercises.js';

const count = z.number().int();
const at = z.number().int();

const summary = {
  id: z.string(),
  title: localizedText,
  description: localizedText.optional(),
  durationMs: count,
  startsAt: z.string().optional().meta({ description: 'The date and time of STARTEX in the story, with its offset.' }),
};

const scenarioSummary = z
  .object({
    ...summary,
    units: z.object({ PAK: count, CHN: count }).meta({ description: 'How many each side has.' }),
    sites: count,
    injects: count,
    expectations: count,
  })
  .meta({ id: 'ScenarioSummary', description: 'A scenario of the library.' });

export const scenarioList = z.object({ items: z.array(scenarioSummary) }).meta({ id: 'ScenarioList' });

const previewUnit = z
  .object({
    id: z.string(),
    name: localizedText,
    side: z.enum(SIDES),
    kind: z.enum(UNIT_KINDS),
    authority: z.array(z.enum(ACTIONS)),
    capacity: count,
    duty: z.enum(['on', 'off']),
    mode: z.enum(UNIT_MODES),
  })
  .meta({ id: 'ScenarioUnit' });

const previewSite = z
  .object({
    id: z.string(),
    name: localizedText,
    kind: z.string(),
    province: z.string(),
    consularDistrict: z.string().optional(),
    position: z.object({ lat: z.number(), lon: z.number() }),
    nationals: z.record(z.string(), count).meta({ description: 'People present, by ISO 3166 alpha-3 country code.' }),
  })
  .meta({ id: 'ScenarioSite' });

const previewInject = z
  .object({
    id: z.string(),
    kind: injectKind,
    title: localizedText.optional(),
    at: at.optional().meta({ description: 'Exercise time, ms; absent: it waits for `when`.' }),
    when: injectCondition.optional(),
    class: z.enum(RELEASE_CLASSES).optional().meta({ description: 'Of an alert or a message: who may know.' }),
    site: z.string().optional().meta({ description: 'Of an alert: the id of its site.' }),
  })
  .meta({ id: 'ScenarioInject' });

const previewExpectation = z
  .object({
    id: z.string(),
    kind: z.string(),
    text: z.string().meta({ description: "The author's title in English, or what is expected in words of ours." }),
    title: localizedText.optional(),
    objective: z.string().optional(),
    weight: z.number(),
    incident: z.string().optional().meta({ description: 'Id of the alert inject that opens the incident.' }),
  })
  .meta({ id: 'ScenarioExpectation' });

export const scenarioPreview = z
  .object({
    ...summary,
    units: z.array(previewUnit),
    sites: z.array(previewSite),
    injects: z.array(previewInject).meta({ description: 'Those that have a time first, in its order.' }),
    objectives: z.array(z.string()).meta({ description: 'What the expectations speak for.' }),
    expectations: z.array(previewExpectation),
    findings: z.array(lintFinding).meta({ description: 'What the lint says, by file, line and column.' }),
    source: z.string().meta({
      description: 'The whole scenario as YAML, what it includes put in its place: to be sent to `POST /v1/exercises`.',
    }),
  })
  .meta({ id: 'ScenarioPreview', description: 'A scenario of the library, with its script.' });

export type ScenarioSummary = z.infer<typeof scenarioSummary>;
export type ScenarioPreview = z.infer<typeof scenarioPreview>;
