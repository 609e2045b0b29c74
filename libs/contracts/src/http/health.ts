/** Whether a process is well. The only thing that is public. */
import { z } from 'zod';

export const liveness = z.object({ status: z.literal('ok') }).meta({ id: 'Liveness' });

export const readiness = z
  .object({
    status: z.enum(['ok', 'unavailable']),
    checks: z.record(z.string(), z.enum(['up', 'down'])).meta({ description: 'By part: `database`, `redis`.' }),
  })
  .meta({ id: 'Readiness' });
