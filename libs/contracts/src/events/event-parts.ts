/** Fields that the data of several events have in common. */
import { z } from 'zod';
import { CATEGORIES, CERTAINTIES, CONFIDENCES, MSG_TYPES, RESPONSE_TYPES } from '#domain/alert/alert.js';
import { SCOPES, SEVERITIES, URGENCIES } from '#domain/alert/alert.js';
import type { ExerciseTime } from '#domain/kernel/exercise-time.js';
import type { AlertId, ChainId, IncidentId, InjectId, NotificationId, UnitId } from '#domain/kernel/ids.js';
import { type Audience, RELEASE_CLASSES, SIDES } from '#domain/kernel/side.js';
import { TLP_LABELS } from '#domain/release/label.js';
import { ACTIONS } from '#domain/unit/unit.js';
import { branded } from '../json/branded.js';

/** Who may see an event. */
export const AUDIENCES = [...RELEASE_CLASSES, 'CONTROL'] as const satisfies readonly Audience[];

export const count = z.number().int().min(0);
export const exerciseTime = branded<ExerciseTime>(
  z.number().int().meta({ description: 'Exercise time, ms since STARTEX.' }),
);
export const incident = branded<IncidentId>(z.string().meta({ description: 'Id of the incident.' }));
export const notification = branded<NotificationId>(z.string().meta({ description: 'Id of the notification.' }));
export const unit = branded<UnitId>(z.string().meta({ description: 'Id of the unit.' }));
export const chain = branded<ChainId>(z.string().meta({ description: 'Id of the chain.' }));
export const inject = branded<InjectId>(z.string().meta({ description: 'Id of the inject.' }));
export const alertId = branded<AlertId>(z.string().meta({ description: 'Id of the alert.' }));
export const site = z.string().optional().meta({ description: 'Id of the site.' });
export const side = z.enum(SIDES);
export const releaseClass = z.enum(RELEASE_CLASSES);
export const action = z.enum(ACTIONS);
export const severity = z.enum(SEVERITIES);
export const categories = z.array(z.enum(CATEGORIES));
export const reason = z.string().meta({ description: 'In the words of the person who gave it.' });

/** Who of those that may know of it reads it. */
export const marking = z
  .strictObject({
    tlp: z.enum(TLP_LABELS).meta({ description: 'TLP 2.0 label.' }),
    to: z.array(z.string()).readonly().optional().meta({
      description:
        'Under TLP:RED the only readers, beside the releasing authority; under TLP:AMBER+STRICT readers in addition to the desk: `account:ID`, `unit:ID`, `role:ROLE`.',
    }),
  })
  .meta({ id: 'Marking', description: 'Who of those that may know of its class reads it.' });

const headCounts = z.record(z.string(), z.number().int());

export const routingFacts = z
  .strictObject({
    site,
    category: categories,
    event: z.array(z.string()),
    urgency: z.enum(URGENCIES),
    severity,
    certainty: z.enum(CERTAINTIES),
    responseType: z.array(z.enum(RESPONSE_TYPES)),
    msgType: z.enum(MSG_TYPES),
    status: z.enum(['Exercise', 'Test']),
    scope: z.enum(SCOPES),
    sender: z.string(),
    source: z.string().optional(),
    confidence: z.enum(CONFIDENCES).optional(),
    class: releaseClass,
    nationals: headCounts.meta({ description: 'Head count by ISO 3166 alpha-3 country code.' }),
    casualties: headCounts.meta({ description: 'Head count by kind: killed, injured, missing …' }),
  })
  .meta({ id: 'RoutingFacts', description: 'What routing looks at, over all info blocks of the alerts.' });

/** One question to one unit, as a step or a person asks it. */
export const addresseeShape = { notification, unit, side, action };
