/** Who is in an exercise: at a screen now, or seen last. */
import { z } from 'zod';
import { ROLES } from '#domain/kernel/role.js';
import { SIDES } from '#domain/kernel/side.js';

/** Without a socket for so long, ms, somebody counts as away: a reload or a short loss of the network takes less. */
export const AWAY_AFTER_MS = 10_000;

export const presentPerson = z
  .object({
    account: z.string(),
    name: z.string(),
    role: z.enum(ROLES),
    side: z.enum(SIDES).optional(),
    units: z.array(z.string()).optional().meta({ description: 'The units that the person answers for.' }),
    state: z.enum(['here', 'away']).meta({
      description: `\`here\`: a socket follows the exercise, or did within ${AWAY_AFTER_MS / 1000} s, and no page said that nobody sits before it.`,
    }),
    since: z.iso.datetime().optional().meta({ description: 'Of this state. Absent: has never been here.' }),
    lastSeenAt: z.iso.datetime().optional().meta({ description: 'Of somebody away: when the last socket was open.' }),
  })
  .meta({ id: 'PresentPerson' });

const playedUnit = z
  .object({
    unit: z.string(),
    side: z.enum(SIDES),
    answeredBy: z.array(z.string()).meta({
      description:
        'Accounts of those who were invited for the unit; if nobody was, of the operators of its side without a unit of their own.',
    }),
    here: z.boolean().meta({ description: 'Whether one of them is here.' }),
  })
  .meta({ id: 'PlayedUnit' });

export const presence = z
  .object({
    people: z.array(presentPerson).meta({
      description:
        'Controllers and evaluators see all, people of a side those of their side, others themselves. By role, side and name.',
    }),
    units: z.array(playedUnit).optional().meta({
      description: 'The units that are played by people. For controllers and evaluators only.',
    }),
  })
  .meta({ id: 'Presence' });

export type PresenceView = z.infer<typeof presence>;
export type PresentPerson = z.infer<typeof presentPerson>;
export type PlayedUnit = z.infer<typeof playedUnit>;
