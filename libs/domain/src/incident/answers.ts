/**
 * The standing answers of an incident, and what follows from them: which sides have acknowledged, who is engaged, who
 * responds. Everything here is computed from the notifications; nothing is kept beside them.
 */
import { notificationOf, unitOf } from '../engine/lookup.js';
import type { State } from '../engine/state.js';
import type { Incident, SideAcknowledgement } from './incident.js';
import { SIDES, type Side } from '../kernel/side.js';
import { isResponse, type Action } from '../unit/unit.js';
import { covers, isOpen, stands, type Notification } from '../notification/notification.js';

/** All that was asked about the incident since it was opened or reopened. */
export function askedOf(state: Pick<State, 'notifications'>, { asked }: Incident): Notification[] {
  return asked.map((id) => notificationOf(state, id));
}

const NOTHING: readonly Notification[] = [];

/** What a unit was asked about an incident that is open or responding, since it was opened or reopened. */
export function askedOfUnit(state: State, unit: string, incident: string): readonly Notification[] {
  const ids = unitOf(state, unit).questions[incident];
  return ids ? ids.map((id) => notificationOf(state, id)) : NOTHING;
}

/** The first of what a unit was asked about an open incident of which something holds. */
export function findAsked(
  state: State,
  unit: string,
  incident: string,
  holds: (notification: Notification) => boolean,
): Notification | undefined {
  const ids = unitOf(state, unit).questions[incident];
  if (!ids) return undefined;
  for (const id of ids) {
    const one = notificationOf(state, id);
    if (holds(one)) return one;
  }
  return undefined;
}

/** The open notification that asks a unit for an action. */
export function openQuestion(state: State, unit: string, incident: string, action: Action): Notification | undefined {
  return findAsked(state, unit, incident, (one) => one.action === action && isOpen(one));
}

/** Whether a standing acknowledgement of the unit answers or covers the question. */
export function isCovered(state: State, unit: string, incident: string, action: Action): boolean {
  return findAsked(state, unit, incident, (one) => stands(one) && covers(one.action, action)) !== undefined;
}

/** The first of the side's standing acknowledgements or its override, whichever came first. */
export function acknowledgementOf(
  state: Pick<State, 'notifications'>,
  incident: Incident,
  side: Side,
): SideAcknowledgement | undefined {
  let first: Notification | undefined;
  for (const id of incident.asked) {
    const one = notificationOf(state, id);
    if (one.side !== side || !stands(one)) continue;
    if (!first || (one.answerNumber ?? 0) < (first.answerNumber ?? 0)) first = one;
  }
  const override = incident.overrides[side];
  if (override && !(first && (first.answerNumber ?? 0) < override.answerNumber)) {
    return { at: override.at, by: 'override', reason: override.reason };
  }
  return first && { at: first.acknowledgedAt ?? 0, by: 'unit', unit: first.unit };
}

/** @param without acknowledgements that are about to lapse */
export function acknowledgedSides(
  state: Pick<State, 'notifications'>,
  incident: Incident,
  without: readonly string[] = [],
): Side[] {
  return SIDES.filter((side) => {
    if (incident.overrides[side]) return true;
    return incident.asked.some((id) => {
      const one = notificationOf(state, id);
      return one.side === side && stands(one) && !without.includes(id);
    });
  });
}

/** Whether the unit takes a place for this incident. */
export function isEngaged(state: State, unit: string, incident: string): boolean {
  return findAsked(state, unit, incident, (one) => stands(one) && !one.done && one.action !== 'inform') !== undefined;
}

/** The incidents in which the unit is engaged. */
export function engagementsOf(state: State, unit: string): string[] {
  return Object.keys(unitOf(state, unit).questions).filter((incident) => isEngaged(state, unit, incident));
}

/** The first standing acknowledgement by which the unit responds to the incident and is not clear of it. */
export function responseOf(
  state: State,
  unit: string,
  incident: string,
  without: readonly string[] = [],
): Notification | undefined {
  let first: Notification | undefined;
  for (const one of askedOfUnit(state, unit, incident)) {
    if (!stands(one) || one.done || !isResponse(one.action) || without.includes(one.id)) continue;
    if (!first || (one.answerNumber ?? 0) < (first.answerNumber ?? 0)) first = one;
  }
  return first;
}

/** Whether anybody still responds: has acknowledged `respond` or `secure`, and is not clear. */
export function hasResponder(state: State, incident: Incident, without: readonly string[] = []): boolean {
  return incident.asked.some((id) => {
    const one = notificationOf(state, id);
    return stands(one) && !one.done && isResponse(one.action) && !without.includes(id);
  });
}

/** Whether a responder has been under way since the incident was opened or reopened. */
export function isResponding(state: Pick<State, 'notifications'>, incident: Incident): boolean {
  return incident.status === 'open' && incident.asked.some((id) => notificationOf(state, id).underWay);
}
