/** What one side lets the other know. */
import { z } from 'zod';
import type { TearLineEvents } from '#domain/release/tear-line.js';
import { marking, side } from './event-parts.js';
import type { EventSpecs } from './event-spec.js';

export const sharingEvents = {
  TearLineShared: {
    description:
      'One side shares the tear line of a thing that it keeps to itself: all that the other side gets of it.',
    data: {
      tearLine: z
        .string()
        .meta({ description: 'Id of the tear line, counted for the side that gets it: `TL-CHN-0001`.' }),
      from: side,
      kind: z.enum(['alert', 'message', 'note', 'incident']).meta({ description: 'What kind of thing it stands for.' }),
      text: z.record(z.string(), z.string()).meta({ description: 'By language.' }),
      label: marking,
      replaces: z.string().optional().meta({ description: 'Id of the tear line whose place it takes.' }),
    },
    isCourse: true,
  },
} satisfies EventSpecs<TearLineEvents>;
