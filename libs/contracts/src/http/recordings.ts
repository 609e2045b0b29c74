/** What is asked of the recording of an exercise. */
import { z } from 'zod';
import { SIDES } from '#domain/kernel/side.js';

export const recordingQuery = z.strictObject({
  side: z
    .enum(SIDES)
    .optional()
    .meta({
      description:
        'An export for this side: its events as it sees them. Absent: for controllers the recording of the whole exercise, for others ' +
        'the export for their own side.',
    }),
  includeRed: z
    .enum(['true', 'false'])
    .optional()
    .meta({
      description:
        '`true`: with what is labelled TLP:RED. For the releasing authority of the side only. Absent: such events are withheld, with ' +
        'no more than number and time.',
    }),
});
