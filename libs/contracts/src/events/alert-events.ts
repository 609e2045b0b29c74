/** Alerts. */
import { z } from 'zod';
import type { AlertEvents } from '#domain/alert/alert-events.js';
import { storedAlert } from '../alert/stored-alert.js';
import { alertId, incident } from './event-parts.js';
import type { EventSpecs } from './event-spec.js';

export const alertEvents = {
  AlertAccepted: {
    description: 'An alert was accepted.',
    data: {
      alertId,
      alert: storedAlert,
      incident: incident.optional(),
      joined: z.enum(['opened', 'referenced', 'named', 'correlated', 'none']).meta({
        description: 'How the alert found its incident; none: it opens none, as an earlier message had withdrawn it.',
      }),
      tearLine: z.string().optional().meta({ description: 'Id of its tear line for the other side.' }),
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
