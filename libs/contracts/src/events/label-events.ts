/** Labels that change, and their reviews. */
import { z } from 'zod';
import { LABELLED_KINDS } from '#domain/kernel/labelled-thing.js';
import type { DisclosedMessage, LabelEvents } from '#domain/labelling/label-events.js';
import type { WrittenEvent } from '#domain/incident/writing.js';
import { TLP_LABELS } from '#domain/release/label.js';
import { incident, marking, reason, side } from './event-parts.js';
import type { EventSpecs } from './event-spec.js';

const thing = {
  of: z.enum(LABELLED_KINDS),
  id: z
    .string()
    .meta({ description: 'Id of the alert, the message, the note, the entry of the decision log or the observation.' }),
  incident: incident.optional().meta({
    description: 'Id of the incident that it belongs to; absent for a message, and for an observation about none.',
  }),
};
const owner = side
  .optional()
  .meta({ description: 'The side whose releasing desk reviews the label; absent: controllers do.' });

/** Read by the code that folds the log, which is the domain's own. */
const said = z.looseObject({}) as unknown as z.ZodType<WrittenEvent>;
const disclosed = z.looseObject({}) as unknown as z.ZodType<DisclosedMessage | undefined>;

/** What evaluators write is no part of the course, and so is nothing that becomes of its label. */
const OBSERVATIONS = { of: 'observation' } as const;

export const labelEvents = {
  LabelChanged: {
    description:
      'Somebody changed the label of a thing, or confirmed it: then from and to are the same. Read by whoever may read the thing under one of them.',
    data: {
      ...thing,
      from: marking,
      to: marking,
      set: z
        .strictObject({
          tlp: z.enum(TLP_LABELS).optional(),
          releasableTo: z.array(z.string()).readonly().optional(),
          reviewAt: z.string().optional(),
        })
        .meta({ description: 'What was stated. Absent: the TLP label of the class, nobody named, no review.' }),
      seenBy: z.array(z.string()).optional().meta({
        description:
          'Who had it until now and may not read it any more: `desk:PAK`, `unit:ID`, `account:ID`, `role:ROLE`, `wall`.',
      }),
      tearLine: z
        .string()
        .optional()
        .meta({ description: 'Id of the tear line that the other side has of it, and keeps.' }),
      reason: reason.optional(),
      owner,
      label: marking,
    },
    isCourse: true,
    exceptCourse: OBSERVATIONS,
  },
  LabelWithheld: {
    description: 'In the place of LabelChanged, for those who may not read the thing any more.',
    data: thing,
    isCourse: true,
    exceptCourse: OBSERVATIONS,
  },
  LabelDisclosed: {
    description:
      'A label was lowered: what a message, a note, a decision or an observation says, for those who read it from now on.',
    data: {
      ...thing,
      said: said.meta({ description: 'The event that says it: its type, time, actor and data.' }),
      disclosed: disclosed
        .optional()
        .meta({ description: 'Of a message: a part of the state by which a client goes on, as in a snapshot.' }),
      label: marking,
    },
    isCourse: true,
    exceptCourse: OBSERVATIONS,
  },
  LabelReviewDue: {
    description: 'The story has reached the time at which a label is to be looked at again.',
    data: { ...thing, owner, label: marking },
    isCourse: true,
    exceptCourse: OBSERVATIONS,
  },
} satisfies EventSpecs<LabelEvents>;
