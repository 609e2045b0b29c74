/** Notifications and their answers. */
import { z } from 'zod';
import type { NotificationEvents } from '#domain/notification/notification-events.js';
import { action, count, exerciseTime, incident, notification, reason, side, unit } from './event-parts.js';
import type { EventSpecs } from './event-spec.js';

const attempt = count.meta({ description: '1 when first sent, more with each reminder.' });

export const notificationEvents = {
  NotificationSent: {
    description: 'A notification was sent.',
    data: { notification, incident, unit, attempt },
    isCourse: true,
  },

  NotificationDelivered: {
    description: 'A notification was delivered.',
    data: { notification, incident, unit },
    isCourse: true,
  },

  NotificationReminded: {
    description: 'A notification was sent again.',
    data: { notification, incident, unit, attempt },
    isCourse: true,
  },

  NotificationAcknowledged: {
    description: 'A unit acknowledged.',
    data: { notification, incident, unit, side, action },
    isCourse: true,
  },

  NotificationDeclined: {
    description: 'A unit declined.',
    data: { notification, incident, unit, reason },
    isCourse: true,
  },

  NotificationExpired: {
    description: 'A notification ended without an answer.',
    data: { notification, incident, unit },
    isCourse: true,
  },

  NotificationWithdrawn: {
    description: 'A notification was withdrawn.',
    data: { notification, incident, unit, reason: z.string() },
    isCourse: true,
  },

  NotificationUndeliverable: {
    description: 'A notification cannot be delivered.',
    data: { notification, incident, unit, reason: z.literal('not-reached') },
    isCourse: true,
  },

  LateAcknowledgement: {
    description: 'A unit acknowledged after its notification had expired.',
    data: { notification, incident, unit, side, action },
    isCourse: true,
  },

  AcknowledgementLapsed: {
    description: 'An acknowledgement lapsed, as the unit did not set out in time.',
    data: { notification, incident, unit, side },
    isCourse: true,
  },

  AnswerGiven: {
    description: 'An answer was given over a link that is degraded or down; it does not count yet.',
    data: {
      notification,
      incident,
      unit,
      answer: z.enum(['acknowledge', 'decline']),
      reason: reason.optional(),
      link: z.enum(['degraded', 'down']),
    },
    isCourse: true,
  },

  AnswerTransmissionPlanned: {
    description: 'The simulation has planned the transmission of an answer. For controllers only.',
    data: {
      notification,
      incident,
      arrivesAt: exerciseTime.nullable().meta({ description: 'Exercise time, ms since STARTEX; null: it is lost.' }),
    },
    isCourse: true,
  },

  AnswerKept: {
    description: 'The link went down while an answer was under way. For controllers only.',
    data: { notification, incident },
    isCourse: true,
  },

  TransmissionPlanned: {
    description: 'The simulation has planned the transmission of a notification. For controllers only.',
    data: {
      notification,
      incident,
      deliverAt: exerciseTime.nullable().meta({ description: 'Exercise time, ms since STARTEX; null: it is lost.' }),
    },
    isCourse: true,
  },

  AnswerPlanned: {
    description: 'The simulation has planned the answer to a notification. For controllers only.',
    data: {
      notification,
      incident,
      answer: z.enum(['acknowledge', 'decline', 'silent']),
      at: exerciseTime.nullable().meta({ description: 'Exercise time, ms since STARTEX; null: there is no answer.' }),
    },
    isCourse: true,
  },
} satisfies EventSpecs<NotificationEvents>;
