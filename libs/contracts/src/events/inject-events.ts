/** The script. */
import { z } from 'zod';
import type { InjectEvents } from '#domain/inject/inject-events.js';
import { TLP_LABELS } from '#domain/release/label.js';
import { localizedText } from '../http/exercises.js';
import { injectKind, plannedInject } from '../inject/inject-schema.js';
import { count, exerciseTime, incident, inject, marking, side } from './event-parts.js';
import type { EventSpecs } from './event-spec.js';

export const injectEvents = {
  InjectScheduled: {
    description: 'An inject has a time at which it fires. For controllers only.',
    data: { inject, due: exerciseTime },
    isCourse: true,
  },

  InjectFired: {
    description: 'An inject fired. For controllers only.',
    data: {
      inject,
      kind: injectKind,
      time: count.meta({ description: 'How often it has fired: 1 for the first time.' }),
    },
    isCourse: true,
  },

  InjectSkipped: {
    description: 'An inject was skipped. For controllers only.',
    data: {
      inject,
      reason: z.enum(['too-late', 'refused', 'by-command']),
      code: z.string().optional().meta({ description: 'Of the refusal.' }),
      message: z.string().optional(),
    },
    isCourse: true,
  },

  InjectDelayed: {
    description: 'A controller gave an inject another time. For controllers only.',
    data: { inject, due: exerciseTime },
    isCourse: true,
  },

  InjectImprovised: {
    description: 'A controller added an inject during the run. For controllers only.',
    data: { inject: plannedInject },
    isCourse: true,
  },

  AcknowledgementOverdue: {
    description: 'A side has not acknowledged for as long as a condition of the script says. For controllers only.',
    data: { incident, side, forMs: z.number().int().meta({ description: 'For how long, ms of exercise time.' }) },
    isCourse: true,
  },

  MessageSent: {
    description: 'Information for players.',
    data: {
      message: z.string().meta({ description: 'Id of the message.' }),
      from: localizedText.optional(),
      text: localizedText,
      label: marking.optional(),
      tlp: z.enum(TLP_LABELS).optional().meta({ description: 'TLP 2.0 label.' }),
    },
    isCourse: true,
  },

  NoteTaken: {
    description: 'A note for controllers.',
    data: { note: z.string().meta({ description: 'Id of the note.' }), text: localizedText },
    isCourse: true,
  },
} satisfies EventSpecs<InjectEvents>;
