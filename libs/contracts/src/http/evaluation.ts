/** What evaluators put on record (HSEEP), while the exercise runs and after its end. */
import { z } from 'zod';
import { CAPABILITY_ELEMENTS, OBSERVATION_KINDS, RATINGS } from '#domain/evaluation/evaluation.js';
import type { IncidentId } from '#domain/kernel/ids.js';
import { releasability } from '../alert/stored-alert.js';
import { branded } from '../json/branded.js';
import { idText } from './paging.js';
import { plainText } from './plain-text.js';

const MOST_EVIDENCE = 50;

const objective = plainText(500).meta({ description: 'As an expectation of the scenario names it.' });
const capabilityElement = z.enum(CAPABILITY_ELEMENTS);

export const observationBody = z
  .strictObject({
    kind: z.enum(OBSERVATION_KINDS),
    text: plainText(4_000),
    objective: objective.optional(),
    incident: branded<IncidentId>(idText).optional(),
    recommendation: plainText(4_000).optional(),
    capabilityElement: capabilityElement.optional(),
    evidence: z
      .array(z.number().int().min(1))
      .max(MOST_EVIDENCE)
      .optional()
      .meta({ description: 'Numbers of events of the log that show it.' }),
    label: releasability
      .pick({ class: true, tlp: true, releasableTo: true, reviewAt: true })
      .optional()
      .meta({
        description:
          'Whom it is released to: it stands in the stream and in the export of that side, without objective and evidence. Absent: for ' +
          'controllers and evaluators only. A class is JOINT, PAK or CHN; JOINT is neither TLP:RED nor TLP:AMBER+STRICT.',
      }),
  })
  .meta({ id: 'RecordObservation' });

export const ratingBody = z
  .strictObject({
    objective,
    rating: z.enum(RATINGS).meta({
      description:
        'P: performed without challenges. S: with some challenges. M: with major challenges, achieved all the same. ' +
        'U: unable to be performed, not achieved.',
    }),
    reason: plainText(1_000),
  })
  .meta({ id: 'RateObjective' });

const date = z.iso.date();

export const improvementBody = z
  .strictObject({
    correctiveAction: plainText(2_000),
    capabilityElement,
    organization: plainText(200).meta({ description: 'Who is responsible.' }),
    contact: plainText(200).optional(),
    start: date.optional(),
    completion: date.optional(),
    objective: objective.optional(),
    observation: idText.optional().meta({ description: 'The observation that it answers to, as `OBS-0001`.' }),
  })
  .refine(({ start, completion }) => start === undefined || completion === undefined || start <= completion, {
    path: ['completion'],
    params: { code: 'FORMAT', right: 'a date that is not before the start' },
  })
  .meta({ id: 'PlanImprovement' });
