/** Injects on the wire, in the form that the engine runs: durations in ms, alerts in full. */
import { z } from 'zod';
import {
  SCRIPTED_MESSAGE_KINDS,
  type InjectCondition,
  type InjectKind,
  type PlannedInject,
  type ReleaseAct,
} from '#domain/inject/inject.js';
import type { ExerciseTime } from '#domain/kernel/exercise-time.js';
import type { AlertId, InjectId, UnitId } from '#domain/kernel/ids.js';
import { SIDES } from '#domain/kernel/side.js';
import type { Address } from '#domain/message/address.js';
import { TEAR_LINE_TLPS } from '#domain/release/label.js';
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

const address = branded<Address>(z.string());

export const injectCondition: z.ZodType<InjectCondition> = z
  .union([
    z.strictObject({ kind: z.enum(['all', 'any']), of: z.array(z.lazy(() => injectCondition)) }),
    z.strictObject({ kind: z.literal('not'), of: z.lazy(() => injectCondition) }),
    z.strictObject({ kind: z.literal('escalated'), incident, level: z.number().int() }),
    z.strictObject({ kind: z.literal('unacknowledged'), incident, side, forMs: z.number().int() }),
    z.strictObject({ kind: z.literal('resolved'), incident }),
    z.strictObject({ kind: z.literal('fired'), inject: id }),
    z.strictObject({ kind: z.literal('declined'), unit, incident: incident.optional() }),
    z.strictObject({ kind: z.literal('knows'), side, incident }),
    z.strictObject({ kind: z.literal('knows'), side, tearLine: id }),
  ])
  .meta({ id: 'InjectCondition', description: 'The condition that an inject waits for.' });

const message = z
  .strictObject({
    alertId: branded<AlertId>(z.string()),
    references: z.array(branded<AlertId>(z.string())).meta({ description: 'Ids of the alerts that it references.' }),
    alert: storedAlert,
  })
  .meta({ id: 'InjectAlert' });

const releaseAct: z.ZodType<ReleaseAct> = z
  .discriminatedUnion('act', [
    z.strictObject({ act: z.literal('request'), side, text: z.string(), tearLine: id.optional() }),
    z.strictObject({
      act: z.literal('propose'),
      incident,
      reason: z.string(),
      join: incident.optional(),
      answers: id.optional(),
    }),
    z.strictObject({ act: z.literal('approve'), of: id }),
    z.strictObject({
      act: z.literal('tear-line'),
      of: id,
      text: localizedText,
      tlp: z.enum(TEAR_LINE_TLPS).optional(),
    }),
    z.strictObject({ act: z.literal('decline'), of: id, reason: z.string(), shareReason: z.boolean().optional() }),
  ])
  .meta({ id: 'ReleaseAct', description: "What a side's people do about a release." });

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
  send: [
    z.strictObject({
      ...frame,
      kind: z.literal('send'),
      message: z.enum(SCRIPTED_MESSAGE_KINDS),
      from: address,
      to: z.array(address),
      subject: z.string().optional(),
      text: localizedText,
      releasability,
      incident: incident.optional(),
      answerWithinMs: z.number().int().optional(),
    }),
  ],
  release: [z.strictObject({ ...frame, kind: z.literal('release'), release: releaseAct })],
  duty: [z.strictObject({ ...frame, kind: z.literal('duty'), unit, duty: z.enum(['on', 'off']) })],
  link: [
    z.strictObject({ ...frame, kind: z.literal('link'), link, unit }),
    z.strictObject({ ...frame, kind: z.literal('link'), link, side }),
  ],
  note: [z.strictObject({ ...frame, kind: z.literal('note'), text: localizedText })],
} as const satisfies Record<InjectKind, readonly z.ZodType<PlannedInject>[]>;

export const injectKind = z.enum(Object.keys(contents) as [InjectKind, ...InjectKind[]]);

export const plannedInject = z
  .union([
    ...contents.alert,
    ...contents.message,
    ...contents.send,
    ...contents.release,
    ...contents.duty,
    ...contents.link,
    ...contents.note,
  ])
  .meta({ id: 'PlannedInject', description: 'An inject that comes at a time.' });
