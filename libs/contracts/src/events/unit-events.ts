/** Units and links. */
import { z } from 'zod';
import type { UnitEvents } from '#domain/unit/unit-events.js';
import { PROGRESS, UNIT_MODES } from '#domain/unit/unit.js';
import { link, linkState } from '../http/units.js';
import { formatDuration, formatExerciseTime } from '../scenario/duration.js';
import { side as sidePart, unit as unitPart } from '../sentences/sentence.js';
import { PROGRESS_WORDS } from '../sentences/words.js';
import { exerciseTime, incident, side, unit } from './event-parts.js';
import type { EventSpecs } from './event-spec.js';

export const unitEvents = {
  MovementsPlanned: {
    description: 'The simulation has planned the movements of a unit. For controllers only.',
    data: { incident, unit, enRoute: exerciseTime, onScene: exerciseTime, clear: exerciseTime },
    sentence: ({ data }) => ({
      label: 'plan',
      lead: 'Plan: ',
      text: [unitPart(data.unit), ` is on scene at ${formatExerciseTime(data.onScene)}`],
    }),
    isCourse: true,
    isDetail: true,
  },

  UnitProgressed: {
    description: 'A unit made progress on an incident.',
    data: { incident, unit, progress: z.enum(PROGRESS) },
    sentence: ({ data: { unit: id, progress } }) => ({
      label: PROGRESS_WORDS[progress],
      lead: `${PROGRESS_WORDS[progress]}: `,
      text: [unitPart(id)],
    }),
    isCourse: true,
    isDetail: false,
  },

  UnitDutyChanged: {
    description: 'A unit came on duty or went off duty.',
    data: { unit, duty: z.enum(['on', 'off']) },
    sentence: ({ data }) => ({ label: 'duty', text: [unitPart(data.unit), ` is ${data.duty} duty`] }),
    isCourse: true,
    isDetail: false,
  },

  UnitModeChanged: {
    description: 'A unit is simulated, played or remote from now on. For controllers only.',
    data: { unit, mode: z.enum(UNIT_MODES) },
    sentence: ({ data }) => ({ label: 'mode', text: [unitPart(data.unit), ` is ${data.mode}`] }),
    isCourse: true,
    isDetail: false,
  },

  LinkChanged: {
    description:
      'The link of a unit or of a whole side changed. For controllers, and for the side whose link it is: it notices the state, ' +
      'not how late or how many messages are.',
    data: { unit: unit.optional(), side: side.optional(), link },
    inPart: { link: linkState },
    sentence: ({ data: { link, unit: id, side: of } }) => ({
      label: 'link',
      tone: link.status === 'up' ? 'plain' : 'warn',
      lead: 'Link: ',
      text: [
        id === undefined ? (of === undefined ? 'everybody' : sidePart(of)) : unitPart(id),
        ` is ${link.status}`,
        // Players notice no figures.
        link.status === 'degraded' && Object.hasOwn(link, 'latencyMs')
          ? `, ${formatDuration(link.latencyMs)} late, ${Math.round(link.loss * 100)} % lost`
          : '',
      ],
    }),
    isCourse: true,
    isDetail: false,
  },

  UnitReachable: {
    description: 'A unit can be reached again, and is asked what it could not be asked. For controllers only.',
    data: { unit },
    sentence: ({ data }) => ({ label: 'reachable', lead: 'Reachable: ', text: [unitPart(data.unit)] }),
    isCourse: true,
    isDetail: false,
  },
} satisfies EventSpecs<UnitEvents>;
