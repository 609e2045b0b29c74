/**
 * The one table of event types: what the documents, the feed, the report and the course hash know of each. The compiler names
 * a type without an entry, a field without a schema, and a schema that does not fit the domain's type.
 */
import { z } from 'zod';
import type { EventData, EventType } from '#domain/kernel/event.js';
import { alertEvents } from './alert-events.js';
import { escalationEvents } from './escalation-events.js';
import { evaluationEvents } from './evaluation-events.js';
import type { EventSpec, EventSpecs, Wire } from './event-spec.js';
import { exerciseEvents } from './exercise-events.js';
import { incidentEvents } from './incident-events.js';
import { injectEvents } from './inject-events.js';
import { labelEvents } from './label-events.js';
import { messageEvents } from './message-events.js';
import { notificationEvents } from './notification-events.js';
import { policyEvents } from './policy-events.js';
import { releasingEvents } from './releasing-events.js';
import { sharingEvents } from './sharing-events.js';
import { unitEvents } from './unit-events.js';

const SPECS = {
  ...exerciseEvents,
  ...policyEvents,
  ...alertEvents,
  ...incidentEvents,
  ...escalationEvents,
  ...notificationEvents,
  ...unitEvents,
  ...sharingEvents,
  ...messageEvents,
  ...labelEvents,
  ...releasingEvents,
  ...injectEvents,
  ...evaluationEvents,
};

export const EVENT_SPECS: EventSpecs<EventData> = SPECS;

export const EVENT_TYPES = Object.keys(EVENT_SPECS) as readonly EventType[];

/** The entry of any type; undefined for a type that a newer version wrote. */
export function specOf(type: string): EventSpec<EventType> | undefined {
  return Object.hasOwn(EVENT_SPECS, type) ? (EVENT_SPECS[type as EventType] as EventSpec<EventType>) : undefined;
}

type Specs = typeof SPECS;
type DataOf<T extends keyof Specs> = z.output<z.ZodObject<Specs[T]['data'], z.core.$strict>>;

/** The schemas must admit all that the domain's types admit: a type is named here whose schema is too narrow. */
type TooNarrow = { [T in keyof Specs]: Wire<EventData[T]> extends DataOf<T> ? never : T }[keyof Specs];
true satisfies [TooNarrow] extends [never] ? true : TooNarrow;
