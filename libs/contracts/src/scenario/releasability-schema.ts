/** The schema of a label in a scenario file: who may know of what the script brings in. */
import { z } from 'zod';
import { RELEASE_CLASSES } from '#domain/kernel/side.js';
import { TEAR_LINE_TLPS, TLP_LABELS } from '#domain/release/label.js';
import { recipients } from '../alert/alert-shape.js';
import { LANGUAGE_KEY, mapOf, SCENARIO_LIMITS as LIMITS, text } from './schema-fields.js';

export const releasability = z
  .strictObject({
    class: z.enum(RELEASE_CLASSES).optional().meta({ description: 'Who may know; absent: JOINT.' }),
    tlp: z.enum(TLP_LABELS).optional().meta({
      description: 'TLP 2.0 label. Absent: TLP:GREEN for JOINT, TLP:AMBER for one side.',
    }),
    releasableTo: recipients.optional(),
    tearLine: mapOf(LANGUAGE_KEY, text(5_000), LIMITS.languages)
      .optional()
      .meta({ description: 'The sanitised text for the other side, by language: all that it gets of the thing.' }),
    tearLineTlp: z.enum(TEAR_LINE_TLPS).optional().meta({ description: 'Label of the tear line. Absent: TLP:AMBER.' }),
    reviewAt: z.iso
      .datetime({ offset: true })
      .optional()
      .meta({ description: 'When the label is to be looked at again: a time of the story, with an offset.' }),
  })
  .meta({ id: 'ScenarioReleasability', description: 'Who may see it, and what others may learn.' });
