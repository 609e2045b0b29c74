/** The schema of the answers that a simulated unit has prepared for requests for information. */
import { z } from 'zod';
import { CATEGORIES } from '#domain/alert/alert.js';
import { duration, id, localized, SCENARIO_LIMITS as LIMITS, text } from './schema-fields.js';
import { releasability } from './releasability-schema.js';

export const preparedAnswer = z
  .strictObject({
    about: z
      .strictObject({
        site: id.optional().meta({ description: 'The incident of the request is at this site.' }),
        category: z.enum(CATEGORIES).optional().meta({ description: 'One of the categories of that incident.' }),
        words: z
          .array(text(LIMITS.name))
          .min(1)
          .max(LIMITS.values)
          .optional()
          .meta({ description: 'One of them stands in the subject or text of the request, in any case of letters.' }),
      })
      .optional()
      .meta({ description: 'Which requests it answers; all that is named must fit. Absent: any.' }),
    after: duration.meta({ description: 'From when the request reached the unit.' }),
    text: localized.meta({ description: 'The answer.' }),
    release: releasability
      .omit({ releasableTo: true, reviewAt: true })
      .optional()
      .meta({ description: 'Class and label of the answer; absent: those of the request.' }),
  })
  .meta({ id: 'ScenarioAnswer', description: 'An answer that a simulated unit has prepared.' });
