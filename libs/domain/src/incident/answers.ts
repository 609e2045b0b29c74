/**
 * The standing answers about an incident, and what follows from them: which sides have acknowledged, and who responds.
 * Everything here is computed from the notifications; nothing is kept beside them.
 */
import type { NotificationId } from '../kernel/ids.js';
import { laterOf, STARTEX, type ExerciseTime } from '../kernel/exercise-time.js';
import { SIDES, type Side } from '../kernel/side.js';
import { stands, type Notification } from '../notification/notification.js';
import { notificationOf, type NotificationSlice } from '../notification/notification-state.js';
import { isResponse } from '../unit/unit.js';
import type { Incident, SideAcknowledgement } from './incident.js';

/** All that was asked about the incident since it was opened or reopened. */
export function askedOf(state: Pick<NotificationSlice, 'notifications'>, { asked }: Incident): Notification[] {
  return asked.map((id) => notificationOf(state, id));
}

/** The first of the side's standing acknowledgements or its override, whichever came first. */
export function acknowledgementOf(
  state: Pick<NotificationSlice, 'notifications'>,
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
  return first && { at: first.acknowledgedAt ?? STARTEX, by: 'unit', unit: first.unit };
}

/** @param without acknowledgements that are about to lapse */
export function acknowledgedSides(
  state: Pick<NotificationSlice, 'notifications'>,
  incident: Incident,
  without: readonly NotificationId[] = [],
): Side[] {
  return SIDES.filter((side) => {
    if (incident.overrides[side]) return true;
    for (const id of incident.asked) {
      const one = notificationOf(state, id);
      if (one.side === side && stands(one) && !without.includes(id)) return true;
    }
    return false;
  });
}

/**
 * The answers that a chain which starts afresh at this time does not count: those so far, but for what a release carries over at the same
 * moment. These come in with the facts that the chain starts for.
 * @returns as `answerNumber` counts them
 */
export function answersBefore(
  state: Pick<NotificationSlice, 'notifications'>,
  incident: Incident,
  at: ExerciseTime,
): number {
  let before = incident.answers;
  for (const { carried, acknowledgedAt, answerNumber = before } of askedOf(state, incident)) {
    if (carried && acknowledgedAt === at) before = Math.min(before, answerNumber - 1);
  }
  return before;
}

/**
 * Since when the side has had no standing acknowledgement: since its last one lapsed, or since the incident was opened or reopened.
 * Undefined: it has one, or the incident is resolved.
 */
export function silentSince(
  state: Pick<NotificationSlice, 'notifications'>,
  incident: Incident,
  side: Side,
): ExerciseTime | undefined {
  if (incident.status !== 'open' || acknowledgedSides(state, incident).includes(side)) return undefined;
  let since = incident.reopenedAt ?? incident.openedAt;
  for (const id of incident.asked) {
    const one = notificationOf(state, id);
    if (one.side === side && one.lapsedAt !== undefined) since = laterOf(since, one.lapsedAt);
  }
  return since;
}

/** Whether anybody still responds: has acknowledged `respond` or `secure`, and is not clear. */
export function hasResponder(
  state: Pick<NotificationSlice, 'notifications'>,
  incident: Incident,
  without: readonly NotificationId[] = [],
): boolean {
  for (const id of incident.asked) {
    const one = notificationOf(state, id);
    if (stands(one) && !one.done && isResponse(one.action) && !without.includes(id)) return true;
  }
  return false;
}

/** Whether a responder has been under way since the incident was opened or reopened. */
export function isResponding(state: Pick<NotificationSlice, 'notifications'>, incident: Incident): boolean {
  if (incident.status !== 'open') return false;
  for (const id of incident.asked) if (notificationOf(state, id).underWay) return true;
  return false;
}
