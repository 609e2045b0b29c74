/** What people ask of an exercise, and how it is answered. */
import { z } from 'zod';
import type { ChainId, UnitId } from '#domain/kernel/ids.js';
import { SIDES } from '#domain/kernel/side.js';
import { PROGRESS, ACTIONS } from '#domain/unit/unit.js';
import { releasabilityShape, statedTearLine } from '../alert/alert-shape.js';
import { branded } from '../json/branded.js';
import { commandActor, eventView } from './events.js';
import { fieldProblem } from './problem-document.js';
import { anyOf, idText, page, pageQuery } from './paging.js';
import { plainText } from './plain-text.js';

export const reason = plainText(1_000);

export const declineBody = z.strictObject({ reason }).meta({ id: 'Decline' });
export const escalateBody = z
  .strictObject({
    chain: branded<ChainId>(idText).optional().meta({ description: 'Absent: each chain that is at work.' }),
  })
  .meta({ id: 'Escalate' });
const decisionReason = reason.optional().meta({
  description: 'For the log. Required of a controller where the incident is of both sides.',
});
export const resolveBody = z.strictObject({ reason: decisionReason }).meta({ id: 'ResolveIncident' });
export const closeBody = z.strictObject({ reason: decisionReason }).meta({ id: 'CloseIncident' });
const accountId = idText.meta({ description: 'Id of the account of an operator or a commander of your side.' });
export const commanderBody = z.strictObject({ account: accountId }).meta({ id: 'IncidentCommander' });
export const assignBody = z.strictObject({ account: accountId }).meta({ id: 'AssignIncident' });
export const handOverBody = z
  .strictObject({ to: accountId, briefing: plainText(2_000).meta({ description: 'It cannot be changed.' }) })
  .meta({ id: 'HandOver' });
export const cancelBody = z.strictObject({ reason: decisionReason }).meta({ id: 'CancelIncident' });
/** The class of what is noted is that of its readers. */
export const noteLabel = releasabilityShape
  .omit({ class: true })
  .extend({ tearLine: statedTearLine })
  .optional()
  .meta({
    description:
      'Who of those whom it is for read it, and what the other side gets of it. Of what both sides read, neither TLP:RED nor ' +
      'TLP:AMBER+STRICT, and no tear line.',
  });

export const noteBody = z
  .strictObject({
    text: plainText(2_000),
    shared: z
      .boolean()
      .optional()
      .meta({
        description:
          'Whether everybody who may know of the incident reads it. Default false: the side of the operator who writes it, and those who ' +
          'run the exercise; of a controller, the latter only.',
      }),
    label: noteLabel,
  })
  .meta({ id: 'NoteIncident' });
export const askBody = z
  .strictObject({ unit: branded<UnitId>(idText), action: z.enum(ACTIONS), reason })
  .meta({ id: 'AskUnit' });
export const restartBody = z
  .strictObject({ reason: reason.optional().meta({ description: 'Kept with the command.' }) })
  .meta({ id: 'RestartChain' });
export const overrideBody = z.strictObject({ side: z.enum(SIDES), reason }).meta({ id: 'OverrideAcknowledgement' });
export const progressBody = z
  .strictObject({ unit: branded<UnitId>(idText), progress: z.enum(PROGRESS) })
  .meta({ id: 'ReportProgress' });

export const commandDone = z
  .object({
    command: z.string(),
    events: z.array(eventView).meta({ description: 'What came of it, as far as this viewer may see it.' }),
    warnings: z.array(fieldProblem).optional().meta({
      description: 'Warnings about the command: findings of the lint, or that the exercise ends before its time.',
    }),
  })
  .meta({ id: 'CommandDone', description: 'The command was applied.' });

export const commandPending = z
  .object({
    command: z.string(),
    status: z.literal('pending'),
    href: z.string().meta({ description: 'Where its outcome will stand.' }),
  })
  .meta({ id: 'CommandPending', description: 'The command is stored for good, and was not applied within the wait.' });

const COMMAND_STATES = ['pending', 'applied', 'refused'] as const;

export const commandView = z
  .object({
    id: z.string(),
    type: z.string(),
    status: z.enum(COMMAND_STATES),
    actor: commandActor,
    receivedAt: z.iso.datetime(),
    appliedAt: z.number().int().optional().meta({ description: 'Exercise time, ms.' }),
    refused: z.object({ code: z.string(), message: z.string() }).optional(),
  })
  .meta({ id: 'Command', description: 'A command in the inbox and its outcome.' });

export const commandPage = page('CommandPage', commandView);

export const commandQuery = z.strictObject({
  ...pageQuery,
  status: anyOf(COMMAND_STATES),
  type: idText.optional(),
});
