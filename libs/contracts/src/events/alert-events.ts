/** Alerts. */
import { z } from 'zod';
import type { AlertEvents } from '#domain/alert/alert-events.js';
import { storedAlert } from '../alert/stored-alert.js';
import { alertTitle, englishInfo } from '../sentences/english.js';
import { severity as severityPart } from '../sentences/sentence.js';
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
      awaits: z.array(alertId).optional().meta({ description: 'Alerts that it references and that have not arrived.' }),
    },
    sentence: ({ data: { alert, joined } }) => {
      const info = englishInfo(alert);
      return {
        label: alert.msgType.toLowerCase(),
        lead: `${alert.msgType} from ${alert.sender}: `,
        text: [
          ...(info === undefined ? [] : [severityPart(info.severity), ' ']),
          alertTitle(alert),
          joined === 'opened' ? '' : ` (${joined})`,
        ],
      };
    },
    isCourse: true,
    // The line of the incident that it opens says the same and more.
    isDetail: ({ joined }) => joined === 'opened',
  },

  AlertSuperseded: {
    description: 'An alert was superseded by an Update.',
    data: { alertId, by: alertId, incident: incident.optional() },
    sentence: ({ data }) => ({
      label: 'superseded',
      lead: 'Superseded: ',
      text: [`alert ${data.alertId} by ${data.by}`],
    }),
    isCourse: true,
    isDetail: true,
  },

  AlertCancelled: {
    description: 'An alert was cancelled.',
    data: { alertId, by: alertId, incident: incident.optional() },
    sentence: ({ data }) => ({
      label: 'cancelled',
      lead: 'Cancelled: ',
      text: [`alert ${data.alertId} by ${data.by}`],
    }),
    isCourse: true,
    isDetail: true,
  },
} satisfies EventSpecs<AlertEvents>;
