/** Notifications and their answers. */
import { z } from 'zod';
import type { NotificationEvents } from '#domain/notification/notification-events.js';
import { formatExerciseTime } from '../scenario/duration.js';
import { unit as unitPart } from '../sentences/sentence.js';
import { expiredText, WILL } from '../sentences/words.js';
import { action, count, exerciseTime, incident, notification, reason, side, unit } from './event-parts.js';
import type { EventSpecs } from './event-spec.js';

const attempt = count.meta({ description: '1 when first sent, more with each reminder.' });

export const notificationEvents = {
  NotificationSent: {
    description: 'A notification was sent.',
    data: { notification, incident, unit, attempt },
    sentence: ({ data }) => ({ label: 'sent', lead: 'Sent ', text: ['to ', unitPart(data.unit)] }),
    isCourse: true,
    isDetail: true,
  },

  NotificationDelivered: {
    description: 'A notification was delivered.',
    data: { notification, incident, unit },
    sentence: ({ data }) => ({ label: 'delivered', lead: 'Delivered ', text: ['to ', unitPart(data.unit)] }),
    isCourse: true,
    isDetail: true,
  },

  NotificationReminded: {
    description: 'A notification was sent again.',
    data: { notification, incident, unit, attempt },
    sentence: ({ data }) => ({
      label: 'reminds',
      lead: 'Reminds ',
      text: [unitPart(data.unit), ` (message ${data.attempt})`],
    }),
    isCourse: true,
    isDetail: false,
  },

  NotificationAcknowledged: {
    description: 'A unit acknowledged.',
    data: { notification, incident, unit, side, action },
    sentence: ({ data }) => ({
      label: 'ack',
      tone: 'good',
      lead: 'Acknowledged: ',
      text: [unitPart(data.unit), ` ${WILL[data.action]}`],
    }),
    isCourse: true,
    isDetail: false,
  },

  NotificationDeclined: {
    description: 'A unit declined.',
    data: { notification, incident, unit, reason },
    sentence: ({ data }) => ({
      label: 'declined',
      tone: 'warn',
      lead: 'Declined: ',
      text: [unitPart(data.unit), `: ${data.reason}`],
    }),
    isCourse: true,
    isDetail: false,
  },

  NotificationExpired: {
    description: 'A notification ended without an answer.',
    data: { notification, incident, unit },
    sentence: ({ data }, { delivered }) => ({
      label: 'expired',
      tone: 'warn',
      lead: 'Expired: ',
      text: [unitPart(data.unit), expiredText(delivered)],
    }),
    isCourse: true,
    isDetail: false,
  },

  NotificationWithdrawn: {
    description: 'A notification was withdrawn.',
    data: { notification, incident, unit, reason: z.string() },
    sentence: ({ data }) => ({
      label: 'withdrawn',
      lead: 'Withdrawn ',
      text: ['from ', unitPart(data.unit), `: ${data.reason.replaceAll('-', ' ')}`],
    }),
    isCourse: true,
    isDetail: false,
  },

  NotificationUndeliverable: {
    description: 'A notification cannot be delivered.',
    data: { notification, incident, unit, reason: z.literal('not-reached') },
    sentence: ({ data }) => ({
      label: 'not reached',
      tone: 'bad',
      lead: 'Not reached: ',
      text: [unitPart(data.unit)],
    }),
    isCourse: true,
    isDetail: false,
  },

  LateAcknowledgement: {
    description: 'A unit acknowledged after its notification had expired.',
    data: { notification, incident, unit, side, action },
    sentence: ({ data }) => ({
      label: 'late ack',
      tone: 'good',
      lead: 'Acknowledged late: ',
      text: [unitPart(data.unit), ` ${WILL[data.action]}`],
    }),
    isCourse: true,
    isDetail: false,
  },

  AcknowledgementLapsed: {
    description: 'An acknowledgement lapsed, as the unit did not set out in time.',
    data: { notification, incident, unit, side },
    sentence: ({ data }) => ({
      label: 'lapsed',
      tone: 'warn',
      lead: 'Lapsed: ',
      text: [unitPart(data.unit), ' acknowledged but did not set out'],
    }),
    isCourse: true,
    isDetail: false,
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
    sentence: ({ data }) => ({
      label: 'answer',
      lead: 'Answer given: ',
      text: [
        unitPart(data.unit),
        data.link === 'down'
          ? '; the link is down, the answer is kept until it is back'
          : '; the link is degraded, the answer may be late or lost',
      ],
    }),
    isCourse: true,
    isDetail: false,
  },

  AnswerTransmissionPlanned: {
    description: 'The simulation has planned the transmission of an answer. For controllers only.',
    data: {
      notification,
      incident,
      arrivesAt: exerciseTime.nullable().meta({ description: 'Exercise time, ms since STARTEX; null: it is lost.' }),
    },
    sentence: ({ data }) => ({
      label: 'plan',
      lead: 'Plan: ',
      text: [
        `the answer to ${data.notification} ${data.arrivesAt === null ? 'is lost' : `arrives at ${formatExerciseTime(data.arrivesAt)}`}`,
      ],
    }),
    isCourse: true,
    isDetail: false,
  },

  AnswerKept: {
    description: 'The link went down while an answer was under way. For controllers only.',
    data: { notification, incident },
    sentence: ({ data }) => ({
      label: 'plan',
      lead: 'Plan: ',
      text: [`the link went down; the answer to ${data.notification} is kept`],
    }),
    isCourse: true,
    isDetail: false,
  },

  TransmissionPlanned: {
    description: 'The simulation has planned the transmission of a notification. For controllers only.',
    data: {
      notification,
      incident,
      deliverAt: exerciseTime.nullable().meta({ description: 'Exercise time, ms since STARTEX; null: it is lost.' }),
    },
    sentence: ({ data }) => ({
      label: 'plan',
      lead: 'Plan: ',
      text: [
        `${data.notification} ${data.deliverAt === null ? 'is lost' : `arrives at ${formatExerciseTime(data.deliverAt)}`}`,
      ],
    }),
    isCourse: true,
    isDetail: true,
  },

  AnswerPlanned: {
    description: 'The simulation has planned the answer to a notification. For controllers only.',
    data: {
      notification,
      incident,
      answer: z.enum(['acknowledge', 'decline', 'silent']),
      at: exerciseTime.nullable().meta({ description: 'Exercise time, ms since STARTEX; null: there is no answer.' }),
    },
    sentence: ({ data: { notification, answer, at } }) => ({
      label: 'plan',
      lead: 'Plan: ',
      text: [
        `${notification} ${at === null ? 'gets no answer' : `is answered (${answer}) at ${formatExerciseTime(at)}`}`,
      ],
    }),
    isCourse: true,
    isDetail: true,
  },
} satisfies EventSpecs<NotificationEvents>;
