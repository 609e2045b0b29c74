/** The schemas of whole events, one for each type, made from the table. */
import { z } from 'zod';
import type { EventType } from '#domain/kernel/event.js';
import { CONTROLLERS_FIELDS } from '#domain/release/shown.js';
import { marking } from './event-parts.js';
import type { EventSpec } from './event-spec.js';
import { EVENT_SPECS, EVENT_TYPES } from './event-specs.js';

/** Named `IncidentOpenedData` and so on in the API documents. */
export const EVENT_DATA = Object.fromEntries(
  EVENT_TYPES.map((type) => [type, dataSchema(type).meta({ id: `${type}Data` })]),
) as unknown as Readonly<Record<EventType, z.ZodObject>>;

/** Of the data as any viewer gets them: players do not see all of it. */
function dataSchema(type: EventType): z.ZodObject {
  const spec = EVENT_SPECS[type] as EventSpec<EventType>;
  const parts: Readonly<Record<string, z.ZodType>> = spec.inPart ?? {};
  const shape = Object.entries(spec.data as Readonly<Record<string, z.ZodType>>).map(([field, whole]) => {
    const part = parts[field];
    const schema = part === undefined ? whole : z.union([whole, part]);
    return [field, CONTROLLERS_FIELDS[type]?.includes(field) === true ? schema.optional() : schema] as const;
  });
  return z.strictObject({ label: marking.optional(), ...Object.fromEntries(shape) });
}

/** What an event bears beside its type and its data. */
type Frame = Readonly<Record<string, z.ZodType>>;

/**
 * Any event, which its type distinguishes.
 *
 * @param name of the union in the API documents; of its members with the type before it: `IncidentOpenedEvent`
 */
export function anyEvent<Before extends Frame, After extends Frame>(
  name: string,
  description: string,
  { before, after }: { readonly before: Before; readonly after: After },
): z.ZodType<AnyEvent<Before, After>> {
  const [first, ...others] = EVENT_TYPES.map((type) =>
    z
      .object({ ...before, type: z.literal(type), data: EVENT_DATA[type], ...after })
      .meta({ id: `${type}${name}`, description: EVENT_SPECS[type].description }),
  );
  if (first === undefined) throw new TypeError('There are no event types.');
  return z.discriminatedUnion('type', [first, ...others]).meta({ id: name, description }) as unknown as z.ZodType<
    AnyEvent<Before, After>
  >;
}

/** With type and data open: a client may be older than its server. */
type AnyEvent<Before extends Frame, After extends Frame> = z.output<z.ZodObject<Before & After>> & {
  readonly type: string;
  readonly data: Record<string, unknown>;
};
