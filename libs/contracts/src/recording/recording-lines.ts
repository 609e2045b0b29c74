/**
 * A recording: what is needed to have an exercise again, in one file of newline-delimited JSON. The first line holds the
 * pinned scenario and the seed, then comes a line for each command in the order in which they were applied, then marks of the
 * events they led to, then a line that says where the log ended. Each line is sealed (`seal.ts`).
 */
import { z } from 'zod';
import type { ExerciseTime } from '#domain/kernel/exercise-time.js';
import type { TimedCommand } from '#domain/kernel/command.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import { commandActor } from '../http/events.js';
import { branded } from '../json/branded.js';

export const RECORDING_VERSION = 2;
/** The first form, which named no engine: it is still written of exercises of the first engine, so that a Tandem of then reads it. */
export const FIRST_RECORDING_VERSION = 1;
export const RECORDING_MEDIA_TYPE = 'application/x-ndjson';

/** Of each event's hash so much is kept: enough to find the first that differs. */
export const MARK_LENGTH = 8;
/** Events whose marks stand in one line. */
export const MARKS_PER_LINE = 500;

const HASH = /^[0-9a-f]{64}$/;
const count = z.number().int().min(0);

/** The engine's form of a scenario; what is in it was checked when the exercise was opened. */
const pinnedScenario = z.looseObject({
  id: z.string(),
  title: z.record(z.string(), z.string()),
  seed: z.string(),
  durationMs: z.number().int().min(1),
  sites: z.array(z.looseObject({ id: z.string() })),
  units: z.array(z.looseObject({ id: z.string() })),
  policy: z.looseObject({ version: z.number().int() }),
});

const headLine = z.strictObject({
  kind: z.literal('recording'),
  version: z.literal([FIRST_RECORDING_VERSION, RECORDING_VERSION]),
  engine: z
    .number()
    .int()
    .min(1)
    .optional()
    .meta({ description: 'Version of the engine whose rules made the log; absent: 1.' }),
  marking: z.literal('EXERCISE'),
  exercise: z.string(),
  seed: z.string(),
  scenario: pinnedScenario,
});

const commandLine = z.strictObject({
  kind: z.literal('command'),
  order: z.number().int().min(1).meta({ description: 'Counts the applied commands from 1.' }),
  at: z.number().int().min(0).meta({ description: 'Exercise time, ms.' }),
  id: z.string(),
  type: z.string(),
  data: z.record(z.string(), z.unknown()),
  actor: commandActor,
});

const marksLine = z.strictObject({
  kind: z.literal('marks'),
  from: z.number().int().min(1).meta({ description: 'Number of the first of these events.' }),
  hashes: z
    .string()
    .regex(/^([0-9a-f]{8})+$/)
    .meta({ description: `The first ${MARK_LENGTH} digits of each event's hash, one after the other.` }),
});

const endLine = z.strictObject({
  kind: z.literal('end'),
  status: z.enum(['planned', 'running', 'paused', 'ended']),
  commands: count,
  events: count,
  advancedTo: branded<ExerciseTime>(z.number().int().min(-1)).meta({
    description: 'All that was due by then has happened; exercise time, ms.',
  }),
  hash: z.string().regex(HASH).meta({ description: 'Of the last event: it stands for the whole log.' }),
});

/** A line without its seal. */
export const recordingLine = z.discriminatedUnion('kind', [headLine, commandLine, marksLine, endLine]);

/** The seal of a line, in every kind of file that has them. */
export const SEAL = {
  seal: z
    .string()
    .regex(/^[0-9a-f]{16}$/)
    .meta({ description: 'A short hash of the line and the previous seal; it detects damage.' }),
};

/** A line as it is exported. */
export const sealedRecordingLine = z.discriminatedUnion('kind', [
  headLine.extend(SEAL),
  commandLine.extend(SEAL),
  marksLine.extend(SEAL),
  endLine.extend(SEAL),
]);

export type RecordingHead = Omit<z.infer<typeof headLine>, 'scenario'> & { readonly scenario: Scenario };
export type RecordedCommand = { readonly kind: 'command'; readonly order: number } & TimedCommand;
export type RecordingMarks = z.infer<typeof marksLine>;
export type RecordingEnd = z.infer<typeof endLine>;
export type RecordingLine = RecordingHead | RecordedCommand | RecordingMarks | RecordingEnd;
