/**
 * The ids of an exercise, a type for each kind. A text becomes an id in two places only: where it comes in (a schema, a
 * compiled scenario, a path of the API) and where an id is made. The functions below do nothing at run time.
 */
import type { Branded } from './brand.js';

/** `INC-0007`, `PAK-0003`, `CHN-0002`: counted per class. */
export type IncidentId = Branded<string, 'IncidentId'>;
/** `INC-0007.N3`: counted per incident. */
export type NotificationId = Branded<string, 'NotificationId'>;
/** `INC-0007.U3`: counted per incident. */
export type UpdateId = Branded<string, 'UpdateId'>;
/** `INC-0007.PAK.3`: counted per incident and those who read it. */
export type NoteId = Branded<string, 'NoteId'>;
/** `INC-0007.PAK.D3`: counted per incident and those who read it. */
export type DecisionId = Branded<string, 'DecisionId'>;
/** `MSG-0007` (joint), `MSG-PAK-0003`, `MSG-CHN-0002`: counted per class. Those of the script are random: `MSG-1f3a9c2e`. */
export type MessageId = Branded<string, 'MessageId'>;
/** This and the next two: as the scenario's author named them. */
export type UnitId = Branded<string, 'UnitId'>;
export type ChainId = Branded<string, 'ChainId'>;
export type InjectId = Branded<string, 'InjectId'>;
/** `ALT-…`: computed from what identifies the message. */
export type AlertId = Branded<string, 'AlertId'>;
export type CommandId = Branded<string, 'CommandId'>;

export const incidentId = (text: string): IncidentId => text as IncidentId;
export const notificationId = (text: string): NotificationId => text as NotificationId;
export const updateId = (text: string): UpdateId => text as UpdateId;
export const noteId = (text: string): NoteId => text as NoteId;
export const decisionId = (text: string): DecisionId => text as DecisionId;
export const messageId = (text: string): MessageId => text as MessageId;
export const unitId = (text: string): UnitId => text as UnitId;
export const chainId = (text: string): ChainId => text as ChainId;
export const injectId = (text: string): InjectId => text as InjectId;
export const alertId = (text: string): AlertId => text as AlertId;
export const commandId = (text: string): CommandId => text as CommandId;

/** The incident of a notification, by its id. */
export const incidentIn = (notification: NotificationId): IncidentId => incidentId(notification.split('.', 1)[0] ?? '');

/** The ids by which a record is kept, in its order. */
export function idsIn<Id extends string>(record: Readonly<Record<Id, unknown>>): Id[] {
  return Object.keys(record) as Id[];
}
