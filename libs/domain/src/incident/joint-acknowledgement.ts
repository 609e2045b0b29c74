import { draft, type Draft } from '../kernel/event.js';
import { SIDES, type Side } from '../kernel/side.js';
import type { Incident, JointAcknowledgement } from './incident.js';

/** Two acknowledgements of one nation are still partial; joint needs both. */
export function jointState(sides: readonly Side[]): JointAcknowledgement {
  return sides.length === 0 ? 'none' : sides.length === 1 ? 'partial' : 'joint';
}

/** What the log says when other sides have acknowledged than before; nothing if they are the same. */
export function jointChange(
  incident: Pick<Incident, 'id' | 'class'>,
  before: readonly Side[],
  after: readonly Side[],
): Draft[] {
  const changed = SIDES.filter((side) => before.includes(side) !== after.includes(side));
  if (changed.length === 0) return [];
  const acknowledged = SIDES.filter((side) => after.includes(side));
  return changed.map((side) =>
    draft('JointAcknowledgementChanged', incident.class, {
      incident: incident.id,
      side,
      state: jointState(acknowledged),
      acknowledged,
    }),
  );
}
