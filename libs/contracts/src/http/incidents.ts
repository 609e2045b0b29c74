/** Incidents and notifications as they are read. All times are exercise time in ms. */
import { z } from 'zod';
import { CATEGORIES, SEVERITIES } from '#domain/alert/alert.js';
import { CHAIN_STATUSES } from '#domain/escalation/chain-run.js';
import { DECISIONS, INCIDENT_STATUSES, JOINT_ACKNOWLEDGEMENTS } from '#domain/incident/incident.js';
import { NOTIFICATION_STATUSES } from '#domain/notification/notification.js';
import { RELEASE_CLASSES, SIDES } from '#domain/kernel/side.js';
import { ACTIONS } from '#domain/unit/unit.js';
import { anyOf, idText, page, pageQuery, wholeNumber } from './paging.js';
import { marking } from '../events/event-parts.js';

const at = z.number().int();

const acknowledgement = z
  .object({
    at,
    by: z.enum(['unit', 'override']),
    unit: z.string().optional(),
    reason: z.string().optional(),
  })
  .meta({ id: 'SideAcknowledgement' });

const bySide = <T extends z.ZodType>(value: T) => z.object({ PAK: value.optional(), CHN: value.optional() });

const sideDecision = z
  .object({ decision: z.enum(DECISIONS), at, reason: z.string().optional() })
  .meta({ id: 'SideDecision' });

export const incidentView = z
  .object({
    id: z.string(),
    class: z.enum(RELEASE_CLASSES),
    audience: z.enum(RELEASE_CLASSES),
    site: z.string().optional(),
    categories: z.array(z.enum(CATEGORIES)),
    headline: z.string(),
    status: z.enum(INCIDENT_STATUSES),
    severity: z.enum(SEVERITIES),
    joint: z.enum(JOINT_ACKNOWLEDGEMENTS),
    acknowledgedBy: bySide(acknowledgement),
    commander: z
      .string()
      .optional()
      .meta({ description: 'The account that both sides have chosen to decide for both.' }),
    decisions: bySide(sideDecision)
      .optional()
      .meta({ description: 'What a side has decided and the other has not, or otherwise. Absent: nothing.' }),
    openedAt: at,
    latestAlertAt: at,
    alertCount: z.number().int(),
    activeAlerts: z.number().int().meta({ description: 'Those that are not cancelled.' }),
    notificationCount: z.number().int(),
    label: marking.optional().meta({ description: 'The highest of its alerts in force; absent: that of its class.' }),
    policyVersion: z.number().int().optional().meta({ description: 'For controllers and evaluators only.' }),
    linked: z.array(z.string()).optional().meta({
      description:
        'Of one incident, not in lists: those of another class that are about the same case, by a release. Only where the viewer may know of it.',
    }),
    policyClass: z.enum(RELEASE_CLASSES).optional().meta({
      description:
        'JOINT: both sides agreed on the policy; PAK, CHN: it is that of the side; absent: the common one. For controllers and evaluators only.',
    }),
    chains: z.array(
      z
        .object({
          chain: z.string(),
          route: z.string(),
          status: z.enum(CHAIN_STATUSES),
          step: z.number().int().meta({ description: 'Index of the current step, from 0.' }),
          round: z.number().int().meta({ description: '0 for the first pass.' }),
          deadline: at.optional().meta({ description: 'By when its current step wants to be acknowledged.' }),
          nextStepAt: at.optional().meta({ description: 'When its next step starts if nobody acts.' }),
        })
        .meta({ id: 'ChainRun' }),
    ),
    deadline: at.optional().meta({
      description: 'By when the next of its steps wants to be acknowledged; absent: no step waits.',
    }),
    nextStepAt: at.optional().meta({ description: 'When the next step starts if nobody acts.' }),
    figures: z
      .object({
        firstNotificationAt: at.optional(),
        firstAcknowledgementAt: bySide(at),
        jointAcknowledgementAt: at.optional(),
        respondingAt: at.optional(),
        firstOnSceneAt: at.optional(),
        resolvedAt: at.optional(),
        escalations: z.number().int(),
      })
      .meta({ id: 'IncidentFigures' }),
  })
  .meta({ id: 'Incident', description: 'A coordinated case.' });

export const incidentPage = page('IncidentPage', incidentView);

/** No time of an exercise is later than a date can be. */
const overdueAfter = wholeNumber(0, 8.64e15).optional();

const INCIDENT_SORTS = [
  'openedAt',
  '-openedAt',
  'severity',
  '-severity',
  'status',
  '-status',
  'id',
  '-id',
  'nextStepAt',
  '-nextStepAt',
  'deadline',
  '-deadline',
] as const;
export const incidentQuery = z.strictObject({
  ...pageQuery,
  status: anyOf(INCIDENT_STATUSES),
  severity: anyOf(SEVERITIES),
  joint: anyOf(JOINT_ACKNOWLEDGEMENTS),
  site: idText.optional(),
  overdueAfter: overdueAfter.meta({
    description: 'Only incidents whose next step is due at or before this exercise time, ms.',
  }),
  sort: z
    .enum(INCIDENT_SORTS)
    .optional()
    .meta({ description: 'Default: `-openedAt`, latest first. By a time that some have not: these come last.' }),
});

export const notificationView = z
  .object({
    id: z.string(),
    incident: z.string(),
    chain: z.string().optional().meta({ description: 'The chain that asked first; absent: it was asked by hand.' }),
    step: z.number().int().optional(),
    round: z.number().int().optional(),
    unit: z.string(),
    side: z.enum(SIDES),
    audience: z.enum(RELEASE_CLASSES),
    action: z.enum(ACTIONS),
    status: z.enum(NOTIFICATION_STATUSES),
    queuedAt: at,
    sentAt: at.optional(),
    deliveredAt: at.optional(),
    endedAt: at.optional(),
    acknowledgedAt: at.optional().meta({ description: 'The acknowledgement counts from then on, in time or late.' }),
    lateAcknowledgementAt: at.optional(),
    lapsedAt: at.optional().meta({ description: 'The acknowledgement counts no more.' }),
    expiresAt: at.optional().meta({ description: 'When it expires if nobody answers; absent once it has ended.' }),
    attempts: z.number().int(),
    deliveries: z.number().int(),
    reason: z.string().optional(),
  })
  .meta({ id: 'Notification', description: 'One message to one unit about one incident, asking for one action.' });

export const notificationPage = page('NotificationPage', notificationView);

const NOTIFICATION_SORTS = ['queuedAt', '-queuedAt', 'unit', '-unit', 'id', '-id', 'expiresAt', '-expiresAt'] as const;
export const notificationQuery = z.strictObject({
  ...pageQuery,
  incident: idText.optional(),
  unit: idText.optional(),
  side: anyOf(SIDES),
  action: anyOf(ACTIONS),
  status: anyOf(NOTIFICATION_STATUSES),
  overdueAfter: overdueAfter.meta({
    description: 'Only notifications that expire at or before this exercise time, ms, if nobody answers.',
  }),
  sort: z
    .enum(NOTIFICATION_SORTS)
    .optional()
    .meta({ description: 'Default: `-queuedAt`, latest first. Those that have ended come last by `expiresAt`.' }),
});
