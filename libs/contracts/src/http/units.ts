/** Units as they are read, and what may be set of them. */
import { z } from 'zod';
import { SIDES } from '#domain/kernel/side.js';
import { ACTIONS, UNIT_KINDS, UNIT_MODES } from '#domain/unit/unit.js';
import { localizedText } from './exercises.js';
import { anyOf, page, pageQuery } from './paging.js';

export const link = z
  .discriminatedUnion('status', [
    z.strictObject({ status: z.literal('up') }),
    z.strictObject({
      status: z.literal('degraded'),
      latencyMs: z
        .number()
        .int()
        .min(0)
        .max(86_400_000)
        .meta({ description: 'Added to each message, exercise time in ms.' }),
      loss: z.number().min(0).max(1).meta({ description: 'Chance that a message is lost, 0 to 1.' }),
    }),
    z.strictObject({ status: z.literal('down') }),
  ])
  .meta({ id: 'Link', description: 'The state of a link to one unit or to a whole side.' });

export const linkState = z
  .strictObject({ status: z.enum(['up', 'degraded', 'down']) })
  .meta({ id: 'LinkState', description: 'The state of a link as its side notices it.' });

export const unitView = z
  .object({
    id: z.string(),
    name: localizedText,
    side: z.enum(SIDES),
    kind: z.enum(UNIT_KINDS),
    authority: z.array(z.enum(ACTIONS)),
    capacity: z.number().int(),
    engaged: z
      .number()
      .int()
      .meta({ description: 'Places taken by incidents that the caller may know of; which incidents is not shown.' }),
    duty: z.enum(['on', 'off']),
    mode: z.enum(UNIT_MODES).optional().meta({ description: 'For controllers and evaluators only.' }),
    link: z.union([link, linkState]).optional().meta({
      description: "In full for controllers and evaluators, its state for the unit's own side; absent for others.",
    }),
    jurisdiction: z
      .object({
        sites: z.array(z.string()).optional(),
        provinces: z.array(z.string()).optional(),
        consularDistricts: z.array(z.string()).optional(),
      })
      .meta({ id: 'Jurisdiction' }),
  })
  .meta({ id: 'Unit', description: 'A liaison or response unit.' });

export const unitPage = page('UnitPage', unitView);

const UNIT_SORTS = ['id', '-id', 'side', '-side', 'kind', '-kind'] as const;
export const unitQuery = z.strictObject({
  ...pageQuery,
  side: anyOf(SIDES),
  kind: anyOf(UNIT_KINDS),
  duty: anyOf(['on', 'off']),
  mode: anyOf(UNIT_MODES).meta({
    description: `For controllers and evaluators only: any of ${UNIT_MODES.join(', ')}, separated by commas.`,
  }),
  sort: z.enum(UNIT_SORTS).optional().meta({ description: 'Default: `id`.' }),
});

export const dutyBody = z.strictObject({ duty: z.enum(['on', 'off']) }).meta({ id: 'SetDuty' });
export const modeBody = z.strictObject({ mode: z.enum(UNIT_MODES) }).meta({ id: 'SetMode' });
export const linkBody = z.strictObject({ link }).meta({ id: 'SetLink' });
