/** Incidents, their joint acknowledgement, and the updates to units that have acknowledged. */
import { z } from 'zod';
import type { IncidentEvents } from '#domain/incident/incident-events.js';
import { JOINT_ACKNOWLEDGEMENTS } from '#domain/incident/incident.js';
import type { NoteId, UpdateId } from '#domain/kernel/ids.js';
import { branded } from '../json/branded.js';
import {
  alertId,
  AUDIENCES,
  categories,
  count,
  exerciseTime,
  incident,
  marking,
  reason,
  releaseClass,
  routingFacts,
  severity,
  side,
  site,
  unit,
} from './event-parts.js';
import type { EventSpecs } from './event-spec.js';

const update = branded<UpdateId>(z.string().meta({ description: 'Id of the update.' }));
const audience = z.enum(AUDIENCES);

export const incidentEvents = {
  IncidentOpened: {
    description: 'An alert opened an incident.',
    data: {
      incident,
      class: releaseClass,
      site,
      categories,
      headline: z.string(),
      severity,
      policyVersion: count.meta({ description: 'For controllers only.' }),
      facts: routingFacts,
      label: marking.optional(),
    },
    isCourse: true,
  },

  IncidentLabelChanged: {
    description: 'The alerts in force of an incident make it more, or less, restricted than before.',
    data: { incident, from: marking, to: marking, label: marking },
    isCourse: true,
  },

  IncidentWithheld: {
    description: 'In the place of IncidentLabelChanged, for those who may not read the incident any more.',
    data: { incident },
    isCourse: true,
  },

  IncidentChanged: {
    description: 'An alert changed the facts of an incident.',
    data: {
      incident,
      changed: z.array(z.enum(['severity', 'site', 'categories', 'nationals', 'casualties', 'other'])),
      severity,
      from: severity.meta({ description: 'The severity before.' }),
      site,
      categories,
      graver: z.boolean().meta({ description: 'Whether it is graver than it has been since it was opened.' }),
      moved: z.boolean().meta({ description: 'Whether it is at another site now.' }),
      facts: routingFacts,
    },
    isCourse: true,
  },

  IncidentReopened: {
    description: 'A resolved incident is open again; units that had acknowledged are asked again.',
    data: { incident, alertId, severity, facts: routingFacts },
    isCourse: true,
  },

  IncidentResponding: {
    description: 'The first unit is under way.',
    data: { incident, unit },
    isCourse: true,
  },

  IncidentResolved: {
    description: 'An incident was resolved.',
    data: { incident, reason: z.enum(['command', 'all-clear']), text: reason.optional() },
    isCourse: true,
  },

  IncidentClosed: {
    description: 'An incident was closed.',
    data: { incident, reason: z.enum(['command', 'elapsed', 'released']) },
    isCourse: true,
  },

  IncidentCancelled: {
    description: 'All alerts of an incident were cancelled.',
    data: { incident },
    isCourse: true,
  },

  JointAcknowledgementChanged: {
    description: 'The acknowledgement of a side came or went.',
    data: {
      incident,
      state: z.enum(JOINT_ACKNOWLEDGEMENTS),
      side: side.meta({ description: 'Whose acknowledgement came or went.' }),
      acknowledged: z.array(side).meta({ description: 'The sides that have acknowledged now.' }),
    },
    isCourse: true,
  },

  AcknowledgementOverridden: {
    description: 'A controller counts a side as having acknowledged.',
    data: { incident, side, reason },
    isCourse: true,
  },

  IncidentNoted: {
    description:
      'Somebody wrote a note on an incident: for their side, for those who run the exercise, or for everybody who may know of it.',
    data: {
      incident,
      note: branded<NoteId>(z.string().meta({ description: 'Id of the note; counted per incident and audience.' })),
      text: z.string(),
      released: side.optional().meta({ description: 'It had been a note of this side, which released it.' }),
    },
    isCourse: true,
  },

  UnitsInformed: {
    description: 'Units that have acknowledged are informed of a change.',
    data: {
      incident,
      about: z.array(z.enum(['graver', 'moved', 'cancelled', 'resolved'])),
      updates: z.array(z.strictObject({ update, unit, side })),
    },
    isCourse: true,
  },

  UpdateDelivered: {
    description: 'An update was delivered to a unit.',
    data: { update, incident, unit },
    isCourse: true,
  },

  UpdateUndeliverable: {
    description: 'An update cannot be delivered.',
    data: { update, incident, unit, reason: z.literal('not-reached') },
    isCourse: true,
  },

  UpdateTransmissionPlanned: {
    description: 'The simulation has planned the transmission of an update. For controllers only.',
    data: {
      update,
      incident,
      unit,
      audience,
      deliverAt: exerciseTime.nullable().meta({ description: 'Exercise time, ms since STARTEX; null: it is lost.' }),
    },
    isCourse: true,
  },
} satisfies EventSpecs<IncidentEvents>;
