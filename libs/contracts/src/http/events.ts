/** Events as a viewer gets them, over HTTP, as server-sent events and through a socket alike. */
import { z } from 'zod';
import type { UnitId } from '#domain/kernel/ids.js';
import { ROLES } from '#domain/kernel/role.js';
import type { EventData, EventType } from '#domain/kernel/event.js';
import { RELEASE_CLASSES } from '#domain/kernel/side.js';
import { AUDIENCES, exerciseTime } from '../events/event-parts.js';
import { branded } from '../json/branded.js';
import { anyEvent } from '../events/event-schemas.js';
import { idText, wholeNumber } from './paging.js';

export const actorView = z
  .object({
    kind: z.enum(['account', 'unit', 'engine']),
    id: z.string().optional(),
    role: z.enum(ROLES).optional(),
    side: z.enum(['PAK', 'CHN']).optional(),
  })
  .meta({ id: 'Actor', description: 'Who did it.' });

/** Who gives a command. Only the account itself, and who runs the exercise, see commands. */
export const commandActor = z
  .object({
    ...actorView.shape,
    units: z.array(branded<UnitId>(z.string())).readonly().optional(),
    classes: z.array(z.enum(RELEASE_CLASSES)).readonly().optional(),
  })
  .meta({
    id: 'CommandActor',
    description:
      'Who gave it; of a liaison with the units that it plays, of a program with the classes that it may send.',
  });

export const audience = z.enum(AUDIENCES);

const number = z
  .number()
  .int()
  .meta({ description: "The event's number in the viewer's own stream, which has no gaps." });

const cause = z
  .object({ command: z.string().optional(), inject: z.string().optional(), timer: z.string().optional() })
  .meta({
    id: 'Cause',
    description:
      'A command by its id, with the inject that it fired or improvised; or a timer by its key. Players see the command of what ' +
      'somebody did or sent, and else no more than a word as the timer: `script` for all that an inject, or a trainer in its place, ' +
      'brings about, `clock` where the clock stands or goes on, `rules` for all else.',
  });

const origin = { cause, actor: actorView, audience };

const hash = z
  .string()
  .optional()
  .meta({ description: 'Of the hash chain; for controllers, who see the whole chain.' });

/** What leaves the server is not checked against it: the log holds only what the domain's types admit. */
export const eventView = anyEvent('Event', 'Something that happened in an exercise. Its type determines its data.', {
  before: { seq: number, at: exerciseTime, wall: z.iso.datetime() },
  after: { ...origin, hash },
});

/** In a report, which is made from the log alone. */
export const reportEvent = anyEvent('ReportEvent', 'An event that a statement of the report rests on.', {
  before: { seq: z.number().int(), at: exerciseTime },
  after: origin,
});

/** An event as a client gets it, perhaps from a server that is newer and has other types. `isEventOf` narrows it to one type. */
export type EventView = z.infer<typeof eventView>;

export type EventViewOf<T extends EventType> = EventView & { readonly type: T; readonly data: EventData[T] };

const MAX_EVENTS = 1_000;
export const DEFAULT_EVENTS = 200;

export const eventPage = z
  .object({
    events: z.array(eventView),
    last: z.number().int().meta({ description: 'Number of the last event that was looked at: the next `after`.' }),
    first: z
      .number()
      .int()
      .optional()
      .meta({ description: 'With `before`: number of the first event that was looked at, the next `before`.' }),
    more: z.boolean().meta({
      description: 'Whether the log goes on after `last` already; with `before`, whether there is more before `first`.',
    }),
  })
  .meta({ id: 'EventPage' });

const cursor = wholeNumber(0, Number.MAX_SAFE_INTEGER);

export const eventQuery = z.strictObject({
  after: cursor.optional().meta({ description: 'Events after this number; default 0, the beginning.' }),
  before: cursor.optional().meta({
    description:
      'Events before this number, the last ones of them: pages go backwards. A number beyond the end gives the last events of the log.',
  }),
  limit: wholeNumber(1, MAX_EVENTS)
    .optional()
    .meta({ description: `1 to ${MAX_EVENTS}; default ${DEFAULT_EVENTS}.` }),
  type: z
    .string()
    .min(1)
    .max(4_000)
    .optional()
    .meta({ description: 'Only events of these types, separated by commas.' }),
  incident: idText.optional().meta({
    description: 'Only events about this incident: its alerts, chains, notifications and units.',
  }),
});

export const eventStreamQuery = z.strictObject({
  after: cursor.optional().meta({ description: 'As `Last-Event-ID`, which wins over it.' }),
});
