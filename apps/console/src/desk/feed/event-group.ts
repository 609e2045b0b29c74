/** What an event is about, as one chooses it in the feed. */
import { alertEvents } from '#contracts/events/alert-events.js';
import { escalationEvents } from '#contracts/events/escalation-events.js';
import { evaluationEvents } from '#contracts/events/evaluation-events.js';
import { exerciseEvents } from '#contracts/events/exercise-events.js';
import { incidentEvents } from '#contracts/events/incident-events.js';
import { injectEvents } from '#contracts/events/inject-events.js';
import { notificationEvents } from '#contracts/events/notification-events.js';
import { policyEvents } from '#contracts/events/policy-events.js';
import { unitEvents } from '#contracts/events/unit-events.js';

const BY_GROUP = {
  incident: incidentEvents,
  notification: notificationEvents,
  escalation: escalationEvents,
  alert: alertEvents,
  unit: unitEvents,
  exercise: exerciseEvents,
  inject: injectEvents,
  policy: policyEvents,
  evaluation: evaluationEvents,
} as const;

export type EventGroup = keyof typeof BY_GROUP;

export const EVENT_GROUPS = Object.keys(BY_GROUP) as readonly EventGroup[];

const GROUP_OF = new Map(
  EVENT_GROUPS.flatMap((group) => Object.keys(BY_GROUP[group]).map((type) => [type, group] as const)),
);

/** Undefined for a type that a newer server wrote. */
export function groupOf(type: string): EventGroup | undefined {
  return GROUP_OF.get(type);
}

export function typesOf(groups: readonly EventGroup[]): readonly string[] {
  return groups.flatMap((group) => Object.keys(BY_GROUP[group]));
}

export function isEventGroup(text: string): text is EventGroup {
  return Object.hasOwn(BY_GROUP, text);
}
