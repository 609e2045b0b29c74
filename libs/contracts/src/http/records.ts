/** Notes and entries of decision logs, as they are read back. */
import { z } from 'zod';
import type { DecisionId, NoteId } from '#domain/kernel/ids.js';
import { RECORD_KINDS } from '#domain/incident/record-list.js';
import { AUDIENCES, exerciseTime, incident, marking, side } from '../events/event-parts.js';
import { branded } from '../json/branded.js';
import { actorView } from './events.js';
import { anyOf, idText, page, pageQuery } from './paging.js';

const seq = z.number().int().min(1).meta({ description: 'Number of the event in your stream.' });

const labelChange = z
  .object({
    seq,
    at: exerciseTime,
    from: marking,
    to: marking,
    seenBy: z.array(z.string()).readonly().optional().meta({
      description: 'Who had it until then and may not read it any more.',
    }),
  })
  .meta({ id: 'RecordLabelChange' });

const parts = {
  incident,
  audience: z.enum(AUDIENCES).meta({ description: 'Whom it is for.' }),
  at: exerciseTime.meta({ description: 'When it was written; exercise time, ms.' }),
  seq: seq.meta({ description: 'Number of the event, in your stream, that shows it.' }),
  actor: actorView,
  label: marking.optional().meta({
    description:
      'The label that it carries: the highest of its own and that of its incident. Absent: only controllers and evaluators read it.',
  }),
  reviewAt: z.string().optional().meta({ description: 'When its label is to be looked at again.' }),
  tearLine: z.string().optional().meta({ description: 'Id of the tear line that the other side has of it.' }),
  disclosedAt: exerciseTime.optional().meta({
    description: 'When its label was lowered so that you can read it; absent: you could from the start.',
  }),
  labelChanges: z.array(labelChange).readonly().optional().meta({ description: 'Oldest first.' }),
};

export const noteView = z
  .object({
    kind: z.literal('note'),
    id: branded<NoteId>(z.string().meta({ description: 'Id of the note: `INC-0007.PAK.3`.' })),
    ...parts,
    text: z.string(),
    released: side.optional().meta({ description: 'It had been a note of this side, which released it.' }),
  })
  .meta({ id: 'Note' });

export const decisionView = z
  .object({
    kind: z.literal('decision'),
    id: branded<DecisionId>(z.string().meta({ description: 'Id of the entry: `INC-0007.PAK.D3`.' })),
    ...parts,
    options: z.array(z.string()).readonly().meta({ description: 'What could have been done.' }),
    decision: z.string().meta({ description: 'What was decided.' }),
    reason: z.string(),
  })
  .meta({ id: 'Decision' });

export const recordView = z.discriminatedUnion('kind', [noteView, decisionView]).meta({
  id: 'Record',
  description: 'A note, or an entry of the decision log of an incident, that you may read now.',
});

export const recordPage = page('RecordPage', recordView);

export const recordQuery = z.strictObject({
  ...pageQuery,
  kind: anyOf(RECORD_KINDS),
  incident: idText.optional().meta({ description: 'About this incident.' }),
});
