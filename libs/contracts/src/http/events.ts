/** Events as a viewer gets them, over HTTP, as server-sent events and through a socket alike. */
import { z } from 'zod';
import { ROLES } from './accounts.js';
import { idText, wholeNumber } from './paging.js';

export const actorView = z
  .object({
    kind: z.enum(['account', 'unit', 'engine']),
    id: z.string().optional(),
    role: z.enum(ROLES).optional(),
    side: z.enum(['PAK', 'CHN']).optional(),
  })
  .meta({ id: 'Actor', description: 'Who did it.' });

export const eventView = z
  .object({
    seq: z.number().int().meta({ description: "The event's number in the viewer's own stream, which has no gaps." }),
    at: z.number().int().meta({ description: 'Exercise time, ms since STARTEX.' }),
    wall: z.iso.datetime(),
    type: z.string(),
    data: z.record(z.string(), z.unknown()).meta({ description: 'By type.' }),
    cause: z
      .object({ command: z.string().optional(), inject: z.string().optional(), timer: z.string().optional() })
      .meta({
        description:
          'A command by its id, with the inject that it fired or improvised; or a timer by its key. To players all that ' +
          'comes of an inject has the timer `script`.',
      }),
    actor: actorView,
    audience: z.enum(['JOINT', 'PAK', 'CHN', 'CONTROL']),
    hash: z.string().optional().meta({ description: 'Of the hash chain; for controllers, who see the whole chain.' }),
  })
  .meta({ id: 'Event', description: 'Something that happened in an exercise.' });

export type EventView = z.infer<typeof eventView>;

const MAX_EVENTS = 1_000;
export const DEFAULT_EVENTS = 200;

export const eventPage = z
  .object({
    events: z.array(eventView),
    last: z.number().int().meta({ description: 'Number of the last event that was looked at: the next `after`.' }),
    more: z.boolean().meta({ description: 'Whether the log goes on after `last` already.' }),
  })
  .meta({ id: 'EventPage' });

const cursor = wholeNumber(0, Number.MAX_SAFE_INTEGER);

export const eventQuery = z.strictObject({
  after: cursor.optional().meta({ description: 'Events after this number; default 0, the beginning.' }),
  limit: wholeNumber(1, MAX_EVENTS)
    .optional()
    .meta({ description: `1 to ${MAX_EVENTS}; default ${DEFAULT_EVENTS}.` }),
  type: idText.optional().meta({ description: 'Only events of these types, separated by commas.' }),
});

export const eventStreamQuery = z.strictObject({
  after: cursor.optional().meta({ description: 'As `Last-Event-ID`, which wins over it.' }),
});
