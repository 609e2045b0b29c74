/** Injects on the wire, in the form that the engine runs: durations in ms, alerts in full. */
import { z } from 'zod';
import type { InjectCondition, InjectKind, PlannedInject } from '#domain/inject/inject.js';
import type { ExerciseTime } from '#domain/kernel/exercise-time.js';
import type { AlertId, InjectId, UnitId } from '#domain/kernel/ids.js';
import { SIDES } from '#domain/kernel/side.js';
import { releasability, storedAlert } from '../alert/stored-alert.js';
import { localizedText } from '../http/exercises.js';
import { branded } from '../json/branded.js';
import { link } from '../http/units.js';

const side = z.enum(SIDES);
const id = branded<InjectId>(z.string());
const unit = branded<UnitId>(z.string());
const incident = branded<InjectId>(
  z.string().meta({ description: 'Id of the inject whose alert opened or joined the incident.' }),
);

export const injectCondition: z.ZodType<InjectCondition> = z
  .union([
    z.strictObject({ kind: z.enum(['all', 'any']), of: z.array(z.lazy(() => injectCondition)) }),
    z.strictObject({ kind: z.literal('not'), of: z.lazy(() => injectCondition) }),
    z.strictObject({ kind: z.literal('escalated'), incident, level: z.number().int() }),
    z.strictObject({ kind: z.literal('unacknowledged'), incident, side, forMs: z.number().int() }),
    z.strictObject({ kind: z.literal('resolved'), incident }),
    z.strictObject({ kind: z.literal('fired'), inject: id }),
    z.strictObject({ kind: z.literal('declined'), unit, incident: incident.optional() }),
  ])
  .meta({ id: 'InjectCondition', description: 'The condition that an inject waits for.' });

const message = z
  .strictObject({
    alertId: branded<AlertId>(z.string()),
    references: z.array(branded<AlertId>(z.string())).meta({ description: 'Ids of the alerts that it references.' }),
    alert: storedAlert,
  })
  .meta({ id: 'InjectAlert' });

const frame = {
  id,
  title: localizedText.optional(),
  repeat: z.strictObject({ times: z.number().int(), everyMs: z.number().int() }).optional(),
  at: branded<ExerciseTime>(z.number().int().meta({ description: 'Exercise time, ms since STARTEX.' })),
};

/** The forms of each kind of inject. */
const contents = {
  alert: [z.strictObject({ ...frame, kind: z.literal('alert'), messages: z.tuple([message], message) })],
  message: [
    z.strictObject({
      ...frame,
      kind: z.literal('message'),
      from: localizedText.optional(),
      text: localizedText,
      releasability,
    }),
  ],
  duty: [z.strictObject({ ...frame, kind: z.literal('duty'), unit, duty: z.enum(['on', 'off']) })],
  link: [
    z.strictObject({ ...frame, kind: z.literal('link'), link, unit }),
    z.strictObject({ ...frame, kind: z.literal('link'), link, side }),
  ],
  note: [z.strictObject({ ...frame, kind: z.literal('note'), text: localizedText })],
} as const satisfies Record<InjectKind, readonly z.ZodType<PlannedInject>[]>;

export const injectKind = z.enum(Object.keys(contents) as [InjectKind, ...InjectKind[]]);

export const plannedInject = z
  .union([...contents.alert, ...contents.message, ...contents.duty, ...contents.link, ...contents.note])
  .meta({ id: 'PlannedInject', description: 'An inject that comes at a time.' });
