/** Incidents and notifications as they are read. All times are exercise time in ms. */
import { z } from 'zod';
import { CATEGORIES, SEVERITIES } from '#domain/alert/alert.js';
import {
  CHAIN_STATUSES,
  INCIDENT_STATUSES,
  JOINT_ACKNOWLEDGEMENTS,
  NOTIFICATION_STATUSES,
} from '#domain/incident/incident.js';
import { RELEASE_CLASSES, SIDES } from '#domain/release/release.js';
import { ACTIONS } from '#domain/unit/unit.js';
import { anyOf, idText, page, pageQuery } from './paging.js';

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
    openedAt: at,
    latestAlertAt: at,
    alertCount: z.number().int(),
    activeAlerts: z.number().int().meta({ description: 'Those that are not cancelled.' }),
    notificationCount: z.number().int(),
    policyVersion: z.number().int(),
    chains: z.array(
      z
        .object({
          chain: z.string(),
          route: z.string(),
          status: z.enum(CHAIN_STATUSES),
          step: z.number().int().meta({ description: 'Index of the current step, from 0.' }),
          round: z.number().int().meta({ description: '0 for the first pass.' }),
        })
        .meta({ id: 'ChainRun' }),
    ),
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

const INCIDENT_SORTS = ['openedAt', '-openedAt', 'severity', '-severity', 'status', '-status', 'id', '-id'] as const;
export const incidentQuery = z.strictObject({
  ...pageQuery,
  status: anyOf(INCIDENT_STATUSES),
  severity: anyOf(SEVERITIES),
  joint: anyOf(JOINT_ACKNOWLEDGEMENTS),
  site: idText.optional(),
  sort: z.enum(INCIDENT_SORTS).optional().meta({ description: 'Default: `-openedAt`, latest first.' }),
});

export const notificationView = z
  .object({
    id: z.string(),
    incident: z.string(),
    chain: z.string(),
    step: z.number().int(),
    round: z.number().int(),
    unit: z.string(),
    side: z.enum(SIDES),
    audience: z.enum(RELEASE_CLASSES),
    action: z.enum(ACTIONS),
    status: z.enum(NOTIFICATION_STATUSES),
    queuedAt: at,
    sentAt: at.optional(),
    deliveredAt: at.optional(),
    endedAt: at.optional(),
    lateAcknowledgementAt: at.optional(),
    attempts: z.number().int(),
    deliveries: z.number().int(),
    reason: z.string().optional(),
  })
  .meta({ id: 'Notification', description: 'One message to one unit about one incident, asking for one action.' });

export const notificationPage = page('NotificationPage', notificationView);

const NOTIFICATION_SORTS = ['queuedAt', '-queuedAt', 'unit', '-unit', 'id', '-id'] as const;
export const notificationQuery = z.strictObject({
  ...pageQuery,
  incident: idText.optional(),
  unit: idText.optional(),
  side: anyOf(SIDES),
  action: anyOf(ACTIONS),
  status: anyOf(NOTIFICATION_STATUSES),
  sort: z.enum(NOTIFICATION_SORTS).optional().meta({ description: 'Default: `-queuedAt`, latest first.' }),
});
