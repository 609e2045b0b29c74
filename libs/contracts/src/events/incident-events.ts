/** Incidents, their joint acknowledgement, and the updates to units that have acknowledged. */
import { z } from 'zod';
import type { IncidentEvents } from '#domain/incident/incident-events.js';
import { JOINT_ACKNOWLEDGEMENTS } from '#domain/incident/incident.js';
import type { EventOf } from '#domain/kernel/event.js';
import type { NoteId, UpdateId } from '#domain/kernel/ids.js';
import { branded } from '../json/branded.js';
import { formatExerciseTime } from '../scenario/duration.js';
import { filled } from '../sentences/english.js';
import { actorParts } from '../sentences/words.js';
import { jointAcknowledgement } from '../sentences/joint-acknowledgement-sentence.js';
import {
  severity as severityPart,
  side as sidePart,
  site as sitePart,
  unit as unitPart,
  type Part,
} from '../sentences/sentence.js';
import {
  alertId,
  AUDIENCES,
  categories,
  count,
  exerciseTime,
  incident,
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
const NOTE_FOR = {
  JOINT: 'Note ',
  PAK: 'Note for PAK only ',
  CHN: 'Note for CHN only ',
  CONTROL: 'Note for controllers ',
} as const;
const NEWS = {
  graver: 'the incident got graver',
  moved: 'the incident moved',
  cancelled: 'the incident was cancelled',
  resolved: 'the incident was resolved',
} as const;

function changedParts({ changed, from, severity: to, site: where }: EventOf<'IncidentChanged'>['data']): Part[] {
  const parts = changed.flatMap((fact): Part[][] => {
    if (fact === 'severity') return [[severityPart(from), ' → ', severityPart(to)]];
    if (fact === 'site') return [where === undefined ? ['no place'] : ['now at ', sitePart(where)]];
    return [[fact === 'other' ? 'other facts' : `new ${fact}`]];
  });
  return parts.flatMap((part, index) => (index === 0 ? part : [', ', ...part]));
}

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
    },
    sentence: ({ data }) => ({
      label: 'OPENED',
      tone: 'bold',
      lead: 'Opened: ',
      text: [
        severityPart(data.severity),
        ` ${data.categories.join('/')}`,
        ...(data.site === undefined ? [] : [' at ', sitePart(data.site)]),
        `: ${filled(data.headline) ?? data.facts.event.join(', ')}`,
      ],
    }),
    isCourse: true,
    isDetail: false,
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
    sentence: ({ data }) => ({
      label: data.graver ? 'RAISED' : 'CHANGED',
      tone: 'warn',
      lead: data.graver ? 'Raised: ' : 'Changed: ',
      text: changedParts(data),
    }),
    isCourse: true,
    isDetail: false,
  },

  IncidentReopened: {
    description: 'A resolved incident is open again; units that had acknowledged are asked again.',
    data: { incident, alertId, severity, facts: routingFacts },
    sentence: ({ data }) => ({
      label: 'REOPENED',
      tone: 'warn',
      lead: 'Opened again: ',
      text: [severityPart(data.severity), ', whoever acknowledged is asked anew'],
    }),
    isCourse: true,
    isDetail: false,
  },

  IncidentResponding: {
    description: 'The first unit is under way.',
    data: { incident, unit },
    sentence: ({ data }) => ({
      label: 'RESPONDING',
      tone: 'good',
      lead: 'Responding: ',
      text: [unitPart(data.unit), ' is the first'],
    }),
    isCourse: true,
    isDetail: false,
  },

  IncidentResolved: {
    description: 'An incident was resolved.',
    data: { incident, reason: z.enum(['command', 'all-clear']), text: reason.optional() },
    sentence: ({ data, actor }) => ({
      label: 'RESOLVED',
      tone: 'good',
      lead: 'Resolved: ',
      text:
        data.reason === 'all-clear'
          ? ['all clear']
          : ['by ', ...actorParts(actor), ...(data.text ? [`: ${data.text}`] : [])],
    }),
    isCourse: true,
    isDetail: false,
  },

  IncidentClosed: {
    description: 'An incident was closed.',
    data: { incident, reason: z.enum(['command', 'elapsed']) },
    sentence: ({ data, actor }) => ({
      label: 'CLOSED',
      tone: 'good',
      lead: 'Closed: ',
      text: data.reason === 'elapsed' ? ['its time was up'] : ['by ', ...actorParts(actor)],
    }),
    isCourse: true,
    isDetail: false,
  },

  IncidentCancelled: {
    description: 'All alerts of an incident were cancelled.',
    data: { incident },
    sentence: () => ({ label: 'CANCELLED', lead: 'Cancelled: ', text: ['all its alerts are cancelled'] }),
    isCourse: true,
    isDetail: false,
  },

  JointAcknowledgementChanged: {
    description: 'The acknowledgement of a side came or went.',
    data: {
      incident,
      state: z.enum(JOINT_ACKNOWLEDGEMENTS),
      side: side.meta({ description: 'Whose acknowledgement came or went.' }),
      acknowledged: z.array(side).meta({ description: 'The sides that have acknowledged now.' }),
    },
    sentence: jointAcknowledgement,
    isCourse: true,
    isDetail: false,
  },

  AcknowledgementOverridden: {
    description: 'A controller counts a side as having acknowledged.',
    data: { incident, side, reason },
    sentence: ({ data }) => ({
      label: 'override',
      tone: 'warn',
      lead: 'Override: ',
      text: [sidePart(data.side), ` counts as having acknowledged: ${data.reason}`],
    }),
    isCourse: true,
    isDetail: false,
  },

  IncidentNoted: {
    description:
      'Somebody wrote a note on an incident: for their side, for those who run the exercise, or for everybody who may know of it.',
    data: {
      incident,
      note: branded<NoteId>(z.string().meta({ description: 'Id of the note; counted per incident and audience.' })),
      text: z.string(),
    },
    sentence: ({ data, actor, audience: readers }) => ({
      label: 'note',
      lead: NOTE_FOR[readers],
      text: ['by ', ...actorParts(actor), `: ${data.text}`],
    }),
    isCourse: true,
    isDetail: false,
  },

  UnitsInformed: {
    description: 'Units that have acknowledged are informed of a change.',
    data: {
      incident,
      about: z.array(z.enum(['graver', 'moved', 'cancelled', 'resolved'])),
      updates: z.array(z.strictObject({ update, unit, side })),
    },
    sentence: ({ data }) => ({
      label: 'informs',
      lead: 'Informs ',
      text: [
        ...data.updates.flatMap(({ unit: id }, index): Part[] => [index === 0 ? '' : ', ', unitPart(id)]),
        `: ${data.about.map((about) => NEWS[about]).join(', ')}`,
      ],
    }),
    isCourse: true,
    isDetail: false,
  },

  UpdateDelivered: {
    description: 'An update was delivered to a unit.',
    data: { update, incident, unit },
    sentence: ({ data }) => ({ label: 'update', lead: 'Update delivered ', text: ['to ', unitPart(data.unit)] }),
    isCourse: true,
    isDetail: false,
  },

  UpdateUndeliverable: {
    description: 'An update cannot be delivered.',
    data: { update, incident, unit, reason: z.literal('not-reached') },
    sentence: ({ data }) => ({
      label: 'not reached',
      tone: 'warn',
      lead: 'Not reached: ',
      text: [unitPart(data.unit), ' is not informed'],
    }),
    isCourse: true,
    isDetail: false,
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
    sentence: ({ data }) => ({
      label: 'plan',
      lead: 'Plan: ',
      text: [
        `${data.update} ${data.deliverAt === null ? 'is lost' : `arrives at ${formatExerciseTime(data.deliverAt)}`}`,
      ],
    }),
    isCourse: true,
    isDetail: false,
  },
} satisfies EventSpecs<IncidentEvents>;
