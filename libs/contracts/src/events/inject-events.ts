/** The script. */
import { z } from 'zod';
import type { InjectEvents } from '#domain/inject/inject-events.js';
import { TLP_LABELS } from '#domain/release/release.js';
import { localizedText } from '../http/exercises.js';
import { injectKind, plannedInject } from '../inject/inject-schema.js';
import { formatDuration, formatExerciseTime } from '../scenario/duration.js';
import { english } from '../sentences/english.js';
import { side as sidePart } from '../sentences/sentence.js';
import { mayKnow } from '../sentences/words.js';
import { count, exerciseTime, incident, inject, side } from './event-parts.js';
import type { EventSpecs } from './event-spec.js';

export const injectEvents = {
  InjectScheduled: {
    description: 'An inject has a time at which it fires. For controllers only.',
    data: { inject, due: exerciseTime },
    sentence: ({ data }) => ({
      label: 'scheduled',
      lead: 'Scheduled: ',
      text: [`inject ${data.inject} for ${formatExerciseTime(data.due)}`],
    }),
    isCourse: true,
    isDetail: false,
  },

  InjectFired: {
    description: 'An inject fired. For controllers only.',
    data: {
      inject,
      kind: injectKind,
      time: count.meta({ description: 'How often it has fired: 1 for the first time.' }),
    },
    sentence: ({ data: { inject, kind, time: count } }) => ({
      label: 'INJECT',
      tone: 'bold',
      lead: 'Inject ',
      text: [`${inject} (${kind})${count === 1 ? '' : `, time ${count}`}`],
    }),
    isCourse: true,
    isDetail: false,
  },

  InjectSkipped: {
    description: 'An inject was skipped. For controllers only.',
    data: {
      inject,
      reason: z.enum(['too-late', 'refused', 'by-command']),
      code: z.string().optional().meta({ description: 'Of the refusal.' }),
      message: z.string().optional(),
    },
    sentence: ({ data: { inject, reason, code, message } }) => {
      const why = {
        'too-late': 'its last time has passed',
        refused: `${message ?? reason} (${code ?? reason})`,
        'by-command': message ?? 'by command',
      }[reason];
      return { label: 'skipped', tone: 'warn', lead: 'Skipped: ', text: [`inject ${inject}: ${why}`] };
    },
    isCourse: true,
    isDetail: false,
  },

  InjectDelayed: {
    description: 'A controller gave an inject another time. For controllers only.',
    data: { inject, due: exerciseTime },
    sentence: ({ data }) => ({
      label: 'delayed',
      lead: 'Delayed: ',
      text: [`inject ${data.inject} to ${formatExerciseTime(data.due)}`],
    }),
    isCourse: true,
    isDetail: false,
  },

  InjectImprovised: {
    description: 'A controller added an inject during the run. For controllers only.',
    data: { inject: plannedInject },
    sentence: ({ data: { inject } }) => ({
      label: 'improvised',
      lead: 'Improvised: ',
      text: [`inject ${inject.id} (${inject.kind}) for ${formatExerciseTime(inject.at)}`],
    }),
    isCourse: true,
    isDetail: false,
  },

  AcknowledgementOverdue: {
    description: 'A side has not acknowledged for as long as a condition of the script says. For controllers only.',
    data: { incident, side, forMs: z.number().int().meta({ description: 'For how long, ms of exercise time.' }) },
    sentence: ({ data }) => ({
      label: 'overdue',
      tone: 'warn',
      text: [
        sidePart(data.side),
        mayKnow(data.incident, data.side)
          ? ` has not acknowledged for ${formatDuration(data.forMs)}`
          : ' may not know of this incident',
      ],
    }),
    isCourse: true,
    isDetail: false,
  },

  MessageSent: {
    description: 'Information for players.',
    data: {
      message: z.string().meta({ description: 'Id of the message.' }),
      from: localizedText.optional(),
      text: localizedText,
      tlp: z.enum(TLP_LABELS).optional().meta({ description: 'TLP 2.0 label.' }),
    },
    sentence: ({ data: { from, text } }) => ({
      label: 'message',
      lead: 'Message: ',
      text: [...(from ? [`${english(from)}: `] : []), english(text)],
    }),
    isCourse: true,
    isDetail: false,
  },

  NoteTaken: {
    description: 'A note for controllers.',
    data: { note: z.string().meta({ description: 'Id of the note.' }), text: localizedText },
    sentence: ({ data }) => ({ label: 'note', lead: 'Note: ', text: [english(data.text)] }),
    isCourse: true,
    isDetail: false,
  },
} satisfies EventSpecs<InjectEvents>;
