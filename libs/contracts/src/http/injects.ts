/** The script during a run: what trainers see of it and do with it. Times are exercise time in ms. */
import { z } from 'zod';
import type { ExerciseTime } from '#domain/kernel/exercise-time.js';
import { INJECT_STATUSES } from '#domain/inject/inject-views.js';
import { injectCondition, injectKind } from '../inject/inject-schema.js';
import { branded } from '../json/branded.js';
import { reason } from './commands.js';
import { localizedText } from './exercises.js';

const time = z
  .number()
  .int()
  .min(0)
  .max(30 * 86_400_000);

export const injectView = z
  .object({
    id: z.string(),
    kind: injectKind,
    title: localizedText.optional(),
    improvised: z.boolean().meta({ description: 'Made up during the run.' }),
    status: z.enum(INJECT_STATUSES).meta({
      description:
        'planned: it waits for its time or condition, or for its next time; delayed: for a time that a trainer gave it; ' +
        'fired: for the last time; skipped: it does not come, unless a trainer says so.',
    }),
    at: z.number().int().nullable().meta({ description: 'As it was written; null: it waits for `when`.' }),
    when: injectCondition.optional(),
    due: z.number().int().nullable().meta({ description: 'When it comes next, if that is known.' }),
    fired: z.array(z.number().int()).meta({ description: 'When it has fired, each time.' }),
    skipped: z
      .object({ at: z.number().int(), reason: z.string(), code: z.string().optional(), message: z.string().optional() })
      .optional(),
  })
  .meta({
    id: 'Inject',
    description: 'Something that the script makes happen. Players see what it does, and nothing of it.',
  });

export const injectList = z.object({ items: z.array(injectView) }).meta({ id: 'InjectList' });
export type InjectList = z.infer<typeof injectList>;

export const skipBody = z.strictObject({ reason: reason.optional() }).meta({ id: 'SkipInject' });
/** One object instead of a union of two, so that the faults of a wrong one are specific. */
export const delayBody = z
  .strictObject({
    byMs: time.min(1).optional().meta({ description: 'By so much, ms.' }),
    to: branded<ExerciseTime>(time)
      .optional()
      .meta({ description: 'To this exercise time, ms, which may be earlier than planned.' }),
  })
  .refine(({ byMs, to }) => (byMs === undefined) !== (to === undefined), {
    params: { right: 'an object with either byMs or to' },
  })
  .transform((body) => body as { byMs: number; to?: undefined } | { to: ExerciseTime; byMs?: undefined })
  .meta({ id: 'DelayInject', oneOf: [{ required: ['byMs'] }, { required: ['to'] }] });
