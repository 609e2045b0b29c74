/**
 * What a unit was asked about an incident that is open, since it was opened or reopened, and what follows from its standing
 * answers. Everything here is computed from the notifications.
 */
import { idsIn, type IncidentId, type UnitId, type NotificationId } from '../kernel/ids.js';
import { unitOf } from '../unit/lookup-unit.js';
import { isResponse, type Action } from '../unit/unit.js';
import { covers, isOpen, stands, type Notification } from './notification.js';
import { notificationOf, type NotificationWorld } from './notification-state.js';

const NO_IDS: readonly NotificationId[] = [];

/** What a unit was asked about an incident that is open or responding, since it was opened or reopened. */
export function askedOfUnit(state: NotificationWorld, unit: UnitId, incident: IncidentId): readonly Notification[] {
  return (unitOf(state, unit).questions[incident] ?? NO_IDS).map((id) => notificationOf(state, id));
}

/** The first of what a unit was asked about an open incident of which something holds. */
export function findAsked(
  state: NotificationWorld,
  unit: UnitId,
  incident: IncidentId,
  holds: (notification: Notification) => boolean,
): Notification | undefined {
  for (const id of unitOf(state, unit).questions[incident] ?? NO_IDS) {
    const one = notificationOf(state, id);
    if (holds(one)) return one;
  }
  return undefined;
}

/** The open notification that asks a unit for an action. */
export function openQuestion(
  state: NotificationWorld,
  unit: UnitId,
  incident: IncidentId,
  action: Action,
): Notification | undefined {
  return findAsked(state, unit, incident, (one) => one.action === action && isOpen(one));
}

/** Whether a standing acknowledgement of the unit answers or covers the question. */
export function isCovered(state: NotificationWorld, unit: UnitId, incident: IncidentId, action: Action): boolean {
  return findAsked(state, unit, incident, (one) => stands(one) && covers(one.action, action)) !== undefined;
}

/** Whether the unit takes a place for this incident. */
export function isEngaged(state: NotificationWorld, unit: UnitId, incident: IncidentId): boolean {
  return findAsked(state, unit, incident, (one) => stands(one) && !one.done && one.action !== 'inform') !== undefined;
}

/** The incidents in which the unit is engaged. */
export function engagementsOf(state: NotificationWorld, unit: UnitId): IncidentId[] {
  return idsIn(unitOf(state, unit).questions).filter((incident) => isEngaged(state, unit, incident));
}

/** The first standing acknowledgement by which the unit responds to the incident and is not clear of it. */
export function responseOf(
  state: NotificationWorld,
  unit: UnitId,
  incident: IncidentId,
  without: readonly NotificationId[] = [],
): Notification | undefined {
  let first: Notification | undefined;
  for (const id of unitOf(state, unit).questions[incident] ?? NO_IDS) {
    const one = notificationOf(state, id);
    if (!stands(one) || one.done || !isResponse(one.action) || without.includes(one.id)) continue;
    if (!first || (one.answerNumber ?? 0) < (first.answerNumber ?? 0)) first = one;
  }
  return first;
}

/** Delivered, and not answered; in the order in which the unit was asked. */
export function unanswered(state: NotificationWorld, unit: UnitId): NotificationId[] {
  return idsIn(unitOf(state, unit).questions)
    .flatMap((incident) => askedOfUnit(state, unit, incident))
    .filter(({ status }) => status === 'delivered')
    .sort((a, b) => a.queuedAt - b.queuedAt)
    .map(({ id }) => id);
}
