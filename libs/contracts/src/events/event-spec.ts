/**
 * What is stated of an event type outside the domain, once: the schema of its data, its part in the course. What it says to people is in
 * `sentences/`, and what it is about in `event-groups.ts`, apart from the schemas, so that a browser can use them without.
 */
import type { z } from 'zod';
import type { EventData, EventType } from '#domain/kernel/event.js';

export interface EventSpec<T extends EventType> {
  /** What has happened, for readers of the API documents. */
  readonly description: string;
  /** A schema for each field of its data. */
  readonly data: DataShape<EventData[T]>;
  /** Schemas of the fields that players see in part only (`eventIn` of the domain). Those that they do not see are optional. */
  readonly inPart?: { readonly [Field in keyof EventData[T]]?: z.ZodType };
  /** Whether it counts for the hash of the course: not what runs the clock, was refused, or was said about the exercise. */
  readonly isCourse: boolean;
  /** An event whose data have this value does not count for that hash. */
  readonly exceptCourse?: Readonly<Partial<Record<keyof EventData[T] & string, string>>>;
  /** Fields of its data that do not count for that hash. */
  readonly besideCourse?: readonly (keyof EventData[T] & string)[];
}

/** The entries of the events that one concept declares. */
export type EventSpecs<Events> = { readonly [T in keyof Events & EventType]: EventSpec<T> };

/** Every field, those that may be absent included: a field without a schema does not compile. */
type DataShape<Data> = { readonly [Field in keyof Data]-?: z.ZodType<Data[Field]> };

/** A value as JSON holds it and zod infers it: the same without `readonly`. */
export type Wire<T> = T extends string | number ? T : { -readonly [K in keyof T]: Wire<T[K]> };
