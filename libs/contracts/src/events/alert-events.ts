/** Alerts. */
import { z } from 'zod';
import { TLP_LABELS } from '#domain/release/label.js';
import type { AlertEvents } from '#domain/alert/alert-events.js';
import { storedAlert } from '../alert/stored-alert.js';
import { alertId, incident, releaseClass, side } from './event-parts.js';
import type { EventSpecs } from './event-spec.js';

export const alertEvents = {
  AlertAccepted: {
    description: 'An alert was accepted.',
    data: {
      alertId,
      alert: storedAlert,
      incident: incident.optional(),
      joined: z.enum(['opened', 'referenced', 'named', 'correlated', 'released', 'none']).meta({
        description:
          'How the alert found its incident; none: it opens none, as an earlier message had withdrawn it; released: by its owner’s side.',
      }),
      tearLine: z.string().optional().meta({ description: 'Id of its tear line for the other side.' }),
      released: z
        .strictObject({
          history: z.array(z.strictObject({ class: releaseClass, tlp: z.enum(TLP_LABELS), from: side })),
        })
        .optional()
        .meta({ description: 'It had been of one side, which released it: its labels before, the first one first.' }),
      awaits: z.array(alertId).optional().meta({ description: 'Alerts that it references and that have not arrived.' }),
      overtaken: z
        .literal(true)
        .optional()
        .meta({ description: 'The message that replaces or withdraws the alert arrived before it.' }),
    },
    isCourse: true,
  },

  AlertSuperseded: {
    description: 'An alert was superseded by an Update.',
    data: { alertId, by: alertId, incident: incident.optional() },
    isCourse: true,
  },

  AlertCancelled: {
    description: 'An alert was cancelled.',
    data: { alertId, by: alertId, incident: incident.optional() },
    isCourse: true,
  },
} satisfies EventSpecs<AlertEvents>;
