/** An alert as it is stored and read back: its normal form, the domain's `Alert`. */
import { z } from 'zod';
import { CAP_STATUSES } from '#domain/alert/alert.js';
import { alertShape, exerciseShape, releasabilityShape, statedTearLine } from './alert-shape.js';

export const releasability = releasabilityShape
  .extend({ class: releasabilityShape.shape.class.unwrap(), tearLine: statedTearLine })
  .meta({ id: 'Releasability', description: 'Who may know of it.' });

export const storedAlert = alertShape
  .extend({
    status: z.enum(['Exercise', 'Test']),
    originalStatus: z
      .enum(CAP_STATUSES)
      .optional()
      .meta({ description: 'What it was before it was taken as an exercise message.' }),
    exercise: exerciseShape.extend({ releasability }).meta({ id: 'StoredAlertExerciseParameters' }),
  })
  .meta({ id: 'StoredAlert', description: 'A CAP 1.2 message in the profile "Tandem Exercise", in its normal form.' });
