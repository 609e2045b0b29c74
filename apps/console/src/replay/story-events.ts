/** Which events are the story of an incident: not the messages under way, nor the plans. */
import type { EventView } from '#contracts/http/events.js';
import type { EventType } from '#domain/kernel/event.js';

const UNDER_WAY: ReadonlySet<string> = new Set<EventType>([
  'TransmissionPlanned',
  'AnswerPlanned',
  'AnswerTransmissionPlanned',
  'MovementsPlanned',
  'UpdateTransmissionPlanned',
  'NotificationSent',
  'NotificationDelivered',
  'AnswerGiven',
  'UnitAsked',
]);

/** @param incident absent: events of any */
export function isOfStory(event: EventView, incident: string | undefined): boolean {
  if (UNDER_WAY.has(event.type) || event.audience === 'CONTROL') return false;
  if (incident === undefined) return true;
  return (event.data as { incident?: string }).incident === incident;
}
