/** Units and links. */
import { z } from 'zod';
import type { UnitEvents } from '#domain/unit/unit-events.js';
import { PROGRESS, UNIT_MODES } from '#domain/unit/unit.js';
import { link, linkState } from '../http/units.js';
import { exerciseTime, incident, side, unit } from './event-parts.js';
import type { EventSpecs } from './event-spec.js';

export const unitEvents = {
  MovementsPlanned: {
    description: 'The simulation has planned the movements of a unit. For controllers only.',
    data: { incident, unit, enRoute: exerciseTime, onScene: exerciseTime, clear: exerciseTime },
    isCourse: true,
  },

  UnitProgressed: {
    description: 'A unit made progress on an incident.',
    data: { incident, unit, progress: z.enum(PROGRESS) },
    isCourse: true,
  },

  UnitDutyChanged: {
    description: 'A unit came on duty or went off duty.',
    data: { unit, duty: z.enum(['on', 'off']) },
    isCourse: true,
  },

  UnitModeChanged: {
    description: 'A unit is simulated, played or remote from now on. For controllers only.',
    data: { unit, mode: z.enum(UNIT_MODES) },
    isCourse: true,
  },

  LinkChanged: {
    description:
      'The link of a unit or of a whole side changed. For controllers, and for the side whose link it is: it notices the state, ' +
      'not how late or how many messages are.',
    data: { unit: unit.optional(), side: side.optional(), link },
    inPart: { link: linkState },
    isCourse: true,
  },

  UnitReachable: {
    description: 'A unit can be reached again, and is asked what it could not be asked. For controllers only.',
    data: { unit },
    isCourse: true,
  },
} satisfies EventSpecs<UnitEvents>;
