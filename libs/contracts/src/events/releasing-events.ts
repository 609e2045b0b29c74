/** Requests for release, proposals, and what comes of them. */
import { z } from 'zod';
import type { NoteId } from '#domain/kernel/ids.js';
import { RELEASE_DECISIONS } from '#domain/releasing/releasing-commands.js';
import type { ReleasingEvents } from '#domain/releasing/releasing-events.js';
import { branded } from '../json/branded.js';
import { action, alertId, chain, exerciseTime, incident, notification, reason, side, unit } from './event-parts.js';
import type { EventSpecs } from './event-spec.js';

const request = z.string().meta({ description: 'Id of the request, counted for the side that asks: `REQ-CHN-0001`.' });
const release = z.string().meta({
  description: 'Id of the case, counted for the side whose releasing desk decides: `REL-PAK-0001`.',
});
const tearLine = z.string().optional().meta({ description: 'Id of a tear line.' });
const decideBy = exerciseTime.optional().meta({ description: 'Exercise time, ms, by which it is to be decided.' });
const note = branded<NoteId>(z.string());
const joint = incident.optional().meta({ description: 'The JOINT incident that took it in.' });

export const chosenThings = z
  .strictObject({
    alerts: z.array(alertId).readonly(),
    notifications: z.array(notification).readonly().meta({ description: 'Those whose answers stand.' }),
    notes: z.array(note).readonly(),
  })
  .meta({ id: 'ChosenThings', description: 'What of an incident goes along, by kind of thing.' });

const became = <Id extends z.ZodType>(id: Id) => z.array(z.strictObject({ from: id, to: id })).readonly();

export const releasingEvents = {
  ReleaseRequested: {
    description: 'A side asks the other to release something. It reads it in its own numbering.',
    data: { request, to: side, tearLine, text: z.string() },
    isCourse: true,
  },

  ReleaseAsked: {
    description: 'The other side asks. The side that is asked reads it in its own numbering.',
    data: { release, from: side, tearLine, text: z.string(), decideBy },
    isCourse: true,
  },

  ReleaseRouted: {
    description: 'Which request became which case. For those who run the exercise.',
    data: { request, release },
    isCourse: true,
  },

  ReleaseProposed: {
    description: 'Somebody of the owner’s side proposes to release things of an incident.',
    data: {
      release,
      incident,
      things: chosenThings,
      join: incident.optional().meta({ description: 'The JOINT incident that is to take it in; absent: a new one.' }),
      answers: z.boolean().meta({ description: 'Whether it answers a request of the other side.' }),
      reason,
      decideBy,
    },
    isCourse: true,
  },

  ReleaseOverdue: {
    description: 'Nobody has decided on a release in time; the commander may do so from now on.',
    data: { release, incident: incident.optional(), to: z.literal('commander') },
    isCourse: true,
  },

  ReleaseDecided: {
    description: 'The releasing authority decided. For the owner’s side.',
    data: {
      release,
      decision: z.enum(RELEASE_DECISIONS),
      incident: incident.optional(),
      reason: reason.optional(),
      shareReason: z.boolean().optional().meta({ description: 'Of a decline: the other side reads the reason.' }),
      tearLine,
      joint,
      became: z
        .strictObject({
          alerts: became(alertId),
          notifications: became(notification),
          notes: became(note),
        })
        .optional()
        .meta({ description: 'What each released thing is called in the JOINT incident.' }),
      stays: z.boolean().optional().meta({ description: 'Whether something of the incident was not released.' }),
    },
    isCourse: true,
  },

  ReleaseAnswered: {
    description: 'What came of a request. For the side that asked.',
    data: {
      request,
      answer: z.enum(['released', 'tear-line', 'declined']),
      joint,
      tearLine,
      reason: reason.optional(),
    },
    isCourse: true,
  },

  ReleaseWithdrawn: {
    description: 'A proposal was taken back, or the other side took back what it had asked.',
    data: { release, by: z.enum(['owner', 'requester']), incident: incident.optional(), reason: reason.optional() },
    isCourse: true,
  },

  ReleaseRequestWithdrawn: {
    description: 'A request was taken back. For the side that had asked.',
    data: { request, reason: reason.optional() },
    isCourse: true,
  },

  ReleasePrompted: {
    description: 'A chain could not ask units of the other side, which may not know of the incident.',
    data: { incident, chain, units: z.array(unit) },
    isCourse: true,
  },

  NotificationCarried: {
    description: 'An answer from before the release stands for the JOINT incident, too. Nobody is asked twice.',
    data: {
      notification,
      incident,
      unit,
      side,
      action,
      progress: z.enum(['enRoute', 'onScene']).optional().meta({ description: 'How far the unit is.' }),
    },
    isCourse: true,
  },
} satisfies EventSpecs<ReleasingEvents>;
