/** Incidents, their joint acknowledgement, and the updates to units that have acknowledged. */
import { z } from 'zod';
import type { IncidentEvents } from '#domain/incident/incident-events.js';
import { DECISIONS, JOINT_ACKNOWLEDGEMENTS } from '#domain/incident/incident.js';
import type { DecisionId, NoteId, UpdateId } from '#domain/kernel/ids.js';
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
const decision = z.enum(DECISIONS);
const account = z.string().meta({ description: 'Id of the account.' });
const name = z.string().optional().meta({ description: 'Name of the account.' });
const handover = {
  of: z.enum(['command', 'assignment']).meta({ description: 'Of both sides, or within a side.' }),
  side: side.meta({ description: 'Of the one who hands over.' }),
  from: account,
  to: account,
  fromName: name,
  toName: name,
};
/** Of what is written down about an incident. */
const labelled = {
  tearLine: z.string().optional().meta({ description: 'Id of the tear line that the other side has of it.' }),
  reviewAt: z.string().optional().meta({ description: 'When its label is to be looked at again.' }),
  label: marking.optional().meta({ description: 'Who of those whom it is for read it; absent: all of them.' }),
};
/** How an incident came to be resolved, closed or cancelled. */
const decided = {
  text: reason.optional(),
  override: z.literal(true).optional().meta({ description: 'Somebody decided for both sides.' }),
};

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
      policyClass: releaseClass.optional().meta({
        description: 'JOINT: both sides agreed on the policy; PAK, CHN: it is that of the side. For controllers only.',
      }),
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
    data: { incident, reason: z.enum(['command', 'agreed', 'all-clear']), ...decided },
    isCourse: true,
  },

  IncidentClosed: {
    description: 'An incident was closed.',
    data: { incident, reason: z.enum(['command', 'agreed', 'elapsed', 'released']), ...decided },
    isCourse: true,
  },

  IncidentCancelled: {
    description: 'An incident was cancelled: all its alerts were, or somebody decided so.',
    data: {
      incident,
      reason: z.enum(['command', 'agreed']).optional().meta({ description: 'Absent: all its alerts were cancelled.' }),
      ...decided,
    },
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

  CommanderProposed: {
    description: 'A side proposes an account as the commander who decides for both sides about an incident.',
    data: { incident, side, account, name },
    isCourse: true,
  },

  CommanderChosen: {
    description: 'Both sides have chosen who decides for both about an incident.',
    data: { incident, account, name },
    isCourse: true,
  },

  IncidentAssigned: {
    description: 'An incident is assigned to an account within a side. For this side only.',
    data: { incident, side, account, name },
    isCourse: true,
  },

  HandoverOffered: {
    description:
      'Whoever is in charge of an incident offers to hand it over, with a briefing. Until it is confirmed, nothing changes.',
    data: { incident, ...handover, briefing: z.string() },
    isCourse: true,
  },

  HandedOver: {
    description: 'The next one has confirmed the handover and is in charge.',
    data: { incident, ...handover },
    isCourse: true,
  },

  SideDecided: {
    description:
      'A side has decided about an incident of both sides. It is carried out when the other side decides the same.',
    data: { incident, side, decision, reason: reason.optional() },
    isCourse: true,
  },

  SideDecisionWithdrawn: {
    description: 'A side has withdrawn its decision before the other side had decided the same.',
    data: { incident, side, decision },
    isCourse: true,
  },

  DecisionDeadlocked: {
    description: 'One side has waited for the decision of the other for as long as the policy says, or the two differ.',
    data: {
      incident,
      because: z.enum(['waiting', 'differ']),
      PAK: decision.optional().meta({ description: 'What PAK has decided; absent: nothing.' }),
      CHN: decision.optional().meta({ description: 'What CHN has decided; absent: nothing.' }),
    },
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
      ...labelled,
    },
    isCourse: true,
  },

  DecisionRecorded: {
    description: 'Somebody put a decision about an incident on record; read by those who could read a note.',
    data: {
      incident,
      record: branded<DecisionId>(
        z.string().meta({ description: 'Id of the entry; counted per incident and audience.' }),
      ),
      options: z.array(z.string()).meta({ description: 'What could have been done.' }),
      decision: z.string(),
      reason,
      ...labelled,
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
