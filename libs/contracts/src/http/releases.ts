/** Requests for release and proposals, as a side's releasing desk reads and answers them. */
import { z } from 'zod';
import type { ExerciseTime } from '#domain/kernel/exercise-time.js';
import type { AlertId, IncidentId, NoteId, NotificationId } from '#domain/kernel/ids.js';
import { SIDES } from '#domain/kernel/side.js';
import { TEAR_LINE_TLPS } from '#domain/release/label.js';
import { RELEASE_DECISIONS } from '#domain/releasing/releasing-commands.js';
import { RELEASE_STATUSES } from '#domain/releasing/releasing-state.js';
import { chosenThings } from '../events/releasing-events.js';
import { AUDIENCES } from '../events/event-parts.js';
import { branded } from '../json/branded.js';
import { LANGUAGES } from '../language/languages.js';
import { reason } from './commands.js';
import { idText } from './paging.js';
import { labelReview } from './labels.js';
import { plainText } from './plain-text.js';

const side = z.enum(SIDES);
const time = z.number().int();
const ids = <Id extends z.ZodType>(id: Id) => z.array(id).max(1_000).optional();

export const requestReleaseBody = z
  .strictObject({
    tearLine: idText.optional().meta({ description: 'The tear line about which you want to know more.' }),
    text: plainText(2_000).meta({ description: 'What you want to know, to the releasing desk of the other side.' }),
    from: side.optional().meta({ description: 'In whose name; needed by accounts without a side only.' }),
  })
  .meta({ id: 'RequestRelease' });

export const proposeReleaseBody = z
  .strictObject({
    incident: branded<IncidentId>(idText).meta({ description: 'An incident of your side alone.' }),
    alerts: ids(branded<AlertId>(idText)).meta({ description: 'Absent: all that are in force and not released yet.' }),
    notifications: ids(branded<NotificationId>(idText)).meta({
      description: 'Absent: all whose answers stand. Those of one unit go along together.',
    }),
    notes: ids(branded<NoteId>(idText)).meta({ description: 'Absent: none.' }),
    join: branded<IncidentId>(idText)
      .optional()
      .meta({ description: 'A JOINT incident that takes it in; absent: a new one.' }),
    answers: idText.optional().meta({ description: 'The case that the other side opened by asking: `REL-PAK-0001`.' }),
    reason,
  })
  .meta({ id: 'ProposeRelease' });

export const decideReleaseBody = z
  .strictObject({
    decision: z.enum(RELEASE_DECISIONS),
    text: z
      .partialRecord(z.enum(LANGUAGES), plainText(2_000))
      .refine((texts) => Object.keys(texts).length > 0, {
        params: { code: 'MISSING_FIELD', right: 'a text in at least one language' },
      })
      .optional()
      .meta({ description: 'The tear line, by language: what the other side gets in the place of the thing.' }),
    tlp: z.enum(TEAR_LINE_TLPS).optional().meta({ description: 'The label of the tear line. Default: TLP:AMBER.' }),
    reason: reason.optional().meta({ description: 'Needed to decline, and by controllers.' }),
    shareReason: z.boolean().optional().meta({
      description:
        'Whether the other side reads the reason of a decline; if not, it reads only "declined". Default: false.',
    }),
  })
  .meta({ id: 'DecideRelease' });

export const withdrawReleaseBody = z.strictObject({ reason: reason.optional() }).meta({ id: 'WithdrawRelease' });

const releaseCase = z
  .object({
    id: z.string(),
    owner: side,
    status: z.enum(RELEASE_STATUSES),
    openedAt: time,
    asked: z
      .object({ from: side, tearLine: z.string().optional(), text: z.string() })
      .optional()
      .meta({ description: 'What the other side asked; absent: it did not.' }),
    proposal: z
      .object({
        incident: z.string(),
        things: chosenThings,
        join: z.string().optional(),
        by: z.string().meta({ description: 'The account that proposed it, which cannot approve it.' }),
        reason: z.string(),
      })
      .optional(),
    decideBy: time.optional().meta({ description: 'Exercise time, ms.' }),
    overdue: z.literal(true).optional(),
    decidedAt: time.optional(),
    reason: z.string().optional(),
    joint: z.string().optional().meta({ description: 'The JOINT incident that took it in.' }),
  })
  .meta({ id: 'ReleaseCase', description: 'A case of the releasing desk of the side that decides.' });

const releaseRequest = z
  .object({
    id: z.string(),
    from: side,
    status: z.enum(['waiting', 'released', 'tear-line', 'declined', 'withdrawn']),
    openedAt: time,
    tearLine: z.string().optional(),
    text: z.string(),
    answeredAt: time.optional(),
    reason: z.string().optional(),
    joint: z.string().optional(),
  })
  .meta({ id: 'ReleaseRequest', description: 'What a side has asked of the other.' });

export const releaseList = z
  .object({
    cases: z.array(releaseCase).meta({ description: 'What the desk of your side decides, latest first.' }),
    requests: z.array(releaseRequest).meta({ description: 'What your side has asked, latest first.' }),
    reviews: z
      .array(labelReview)
      .meta({ description: 'Labels that are to be looked at again, the longest due first.' }),
    links: z
      .record(z.string(), z.array(z.string()))
      .meta({ description: 'By incident of your side: the JOINT incidents that it was released to.' }),
  })
  .meta({ id: 'Releases' });

export const releasePreview = z
  .object({
    release: z.string(),
    incident: z.string(),
    reader: side.meta({ description: 'The side that is going to read it.' }),
    stays: z.boolean().meta({ description: 'Whether something of the incident would not be released.' }),
    events: z
      .array(
        z.object({
          type: z.string(),
          at: branded<ExerciseTime>(time),
          audience: z.enum(AUDIENCES),
          data: z.looseObject({}),
          actor: z.looseObject({}),
          cause: z.looseObject({}),
        }),
      )
      .meta({ description: 'What it is going to read first; chains then ask units as usual.' }),
  })
  .meta({ id: 'ReleasePreview' });
