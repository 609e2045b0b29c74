/**
 * Events, whatever they are about. Each concept declares its own (`incident/incident-events.ts` …); `engine/event.ts` unites
 * them into `EventData`.
 */
import type { ExerciseTime } from './exercise-time.js';
import type { CommandId, InjectId, UnitId } from './ids.js';
import type { Role } from './role.js';
import type { Audience, ReleaseClass, Side, StreamSeqs } from './side.js';

/** Who did it. */
export type Actor =
  | {
      readonly kind: 'account';
      readonly id: string;
      readonly role: Role;
      readonly side?: Side;
      /** The units that it is confined to. Of a command only: events do not say who plays which unit. */
      readonly units?: readonly UnitId[];
      /** The classes of the alerts that it may send; absent: all. Of a command only. */
      readonly classes?: readonly ReleaseClass[];
    }
  | { readonly kind: 'unit'; readonly id: UnitId }
  | { readonly kind: 'engine' };

/** What it stems from: a command by its id (and the inject that it made happen), or a timer by its key. */
export type Cause = { readonly command: CommandId; readonly inject?: InjectId } | { readonly timer: string };

/** Event data by type. Empty here: the engine adds the events of every concept. */
// oxlint-disable-next-line typescript/no-empty-interface, typescript/no-empty-object-type
export interface EventData {}

export type EventType = keyof EventData;

/** An event before it has its place in the log. */
export type DomainEvent = {
  [T in EventType]: {
    readonly type: T;
    /** Exercise time, ms. */
    readonly at: ExerciseTime;
    readonly data: Readonly<EventData[T]>;
    readonly audience: Audience;
    readonly actor: Actor;
    readonly cause: Cause;
  };
}[EventType];

/** An event in the log: `seq` is its number in the stream `all`, `seqs` in each stream that holds it. */
export type LoggedEvent = DomainEvent & { readonly seq: number; readonly seqs: Readonly<Partial<StreamSeqs>> };

/** What a decision yields: the engine adds time and cause, and itself as the actor where none is named. */
export type Draft = {
  [T in EventType]: {
    readonly type: T;
    readonly data: Readonly<EventData[T]>;
    readonly audience: Audience;
    readonly actor?: Actor;
  };
}[EventType];

/** The one way to write a draft, so that type and data always fit. */
export function draft<T extends EventType>(
  type: T,
  audience: Audience,
  data: Readonly<EventData[T]>,
  actor?: Actor,
): Draft {
  return { type, audience, data, actor } as Draft;
}

export type EventOf<T extends EventType> = Extract<DomainEvent, { type: T }>;
