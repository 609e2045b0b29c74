/**
 * An export for one side: its events as it sees them, in one file of newline-delimited JSON that is checked by itself
 * (`tandem verify`). The first line says what it is, then comes a line for each event by the numbers of the side's own stream, then a
 * line that says where it ends. Nothing in it counts or covers what the side may not know: no number and no hash of the whole log.
 */
import { z } from 'zod';
import { SIDES } from '#domain/kernel/side.js';
import { TLP_LABELS } from '#domain/release/label.js';
import { actorView } from '../http/events.js';
import { SEAL } from './recording-lines.js';

export const SIDE_EXPORT_VERSION = 1;

const count = z.number().int().min(0);

const headLine = z.strictObject({
  kind: z.literal('side-export'),
  version: z.literal(SIDE_EXPORT_VERSION),
  marking: z.literal('EXERCISE'),
  exercise: z.string(),
  side: z.enum(SIDES).meta({ description: 'Whose events it holds, with those of both sides.' }),
  label: z
    .strictObject({ class: z.enum(SIDES), tlp: z.enum(TLP_LABELS) })
    .meta({ description: 'The highest label of its parts.' }),
  labels: z
    .array(z.enum(TLP_LABELS))
    .meta({ description: 'Each TLP label under which it holds something, the highest first.' }),
  includesRed: z.boolean().meta({ description: 'Whether what is labelled TLP:RED is in it, or withheld.' }),
  status: z
    .enum(['planned', 'running', 'paused', 'ended'])
    .meta({ description: 'Of the exercise when it was exported.' }),
  events: count.meta({ description: 'Events in it, those included that are withheld.' }),
  withheld: count.meta({
    description: 'Events of which it holds no more than number and time, because of their label.',
  }),
  engine: z.number().int().min(1).meta({ description: 'Version of the engine whose rules made the log.' }),
  made: z.iso.datetime().meta({ description: 'Wall time of the export.' }),
  madeBy: z.string().meta({ description: 'The program and its version.' }),
  salt: z
    .string()
    .regex(/^[0-9a-f]{32}$/)
    .meta({
      description: 'Random. With it, hashes of this file cannot be compared with those of another, or guessed from.',
    }),
  scenario: z
    .looseObject({ id: z.string(), title: z.record(z.string(), z.string()) })
    .meta({ description: 'As the side sees it: without the script, the seed, and how units behave.' }),
});

const eventLine = z.strictObject({
  kind: z.literal('event'),
  seq: z.number().int().min(1).meta({ description: "Its number in the side's own stream, which has no gaps." }),
  at: z.number().int().meta({ description: 'Exercise time, ms since STARTEX.' }),
  wall: z.iso.datetime(),
  type: z.string(),
  data: z.record(z.string(), z.unknown()),
  cause: z.record(z.string(), z.unknown()),
  actor: actorView,
  audience: z.enum(['JOINT', ...SIDES]),
});

const endLine = z.strictObject({
  kind: z.literal('end'),
  events: count,
  hash: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .meta({ description: 'Of all lines before: it stands for the whole file (`tandem verify --hash`).' }),
});

/** A line without its seal. */
export const sideExportLine = z.discriminatedUnion('kind', [headLine, eventLine, endLine]);

/** A line as it is exported. */
export const sealedSideExportLine = z.discriminatedUnion('kind', [
  headLine.extend(SEAL),
  eventLine.extend(SEAL),
  endLine.extend(SEAL),
]);

export type SideExportHead = z.infer<typeof headLine>;
export type SideExportEvent = z.infer<typeof eventLine>;
export type SideExportEnd = z.infer<typeof endLine>;
export type SideExportLine = SideExportHead | SideExportEvent | SideExportEnd;
