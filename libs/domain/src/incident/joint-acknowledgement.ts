import { draft, type Draft } from '../engine/event.js';
import { SIDES, type Side } from '../release/release.js';
import type { Incident, JointAcknowledgement } from './incident.js';

/** Two acknowledgements of one nation are still partial; joint needs both. */
export function jointAcknowledgement(incident: Pick<Incident, 'acknowledgedBy'>): JointAcknowledgement {
  const count = acknowledgedSides(incident).length;
  return count === 0 ? 'none' : count === 1 ? 'partial' : 'joint';
}

export function acknowledgedSides(incident: Pick<Incident, 'acknowledgedBy'>): Side[] {
  return SIDES.filter((side) => incident.acknowledgedBy[side] !== undefined);
}

/** What is to be told when `side` comes to count as having acknowledged; nothing if it did before. */
export function creditSide(incident: Incident, side: Side): Draft[] {
  if (incident.acknowledgedBy[side]) return [];
  const state = acknowledgedSides(incident).length + 1 === SIDES.length ? 'joint' : 'partial';
  return [draft('JointAcknowledgementChanged', incident.class, { incident: incident.id, side, state })];
}

/** What is to be told when `side` has lost an acknowledgement; nothing if another one of it holds. */
export function debitSide(incident: Incident, side: Side): Draft[] {
  if (incident.acknowledgedBy[side]) return [];
  const state = jointAcknowledgement(incident);
  return [draft('JointAcknowledgementChanged', incident.class, { incident: incident.id, side, state })];
}
