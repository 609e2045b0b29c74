/** Changes of labels, and the reviews that are due. */
import { z } from 'zod';
import type { IncidentId } from '#domain/kernel/ids.js';
import { LABELLED_KINDS } from '#domain/kernel/labelled-thing.js';
import { SIDES } from '#domain/kernel/side.js';
import { releasabilityShape } from '../alert/alert-shape.js';
import { exerciseTime } from '../events/event-parts.js';
import { branded } from '../json/branded.js';
import { reason } from './commands.js';
import { idText } from './paging.js';

const { tlp, releasableTo, reviewAt } = releasabilityShape.shape;

export const changeLabelBody = z
  .strictObject({
    of: z.enum(LABELLED_KINDS),
    id: idText.meta({
      description: 'Of an alert in force, a message, a note, an entry of a decision log, or an observation.',
    }),
    tlp,
    releasableTo,
    reviewAt,
    reason: reason.optional().meta({ description: 'For the log. Needed by controllers.' }),
  })
  .meta({
    id: 'ChangeLabel',
    description:
      'The whole label of the thing, its class aside: what is left out is no part of it any more. The same label with another reviewAt, or ' +
      'none, confirms it.',
  });

export const labelReview = z
  .object({
    of: z.enum(LABELLED_KINDS),
    id: z.string(),
    incident: branded<IncidentId>(z.string()).optional(),
    owner: z
      .enum(SIDES)
      .optional()
      .meta({ description: 'The side whose releasing desk confirms or changes it; absent: controllers do.' }),
    dueAt: exerciseTime,
  })
  .meta({ id: 'LabelReview', description: 'A label that is to be looked at again.' });
