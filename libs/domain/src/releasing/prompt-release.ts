/** A chain that cannot ask the other side, which may not know of the incident, prompts its owner's releasing desk, once. */
import { draft, type Draft, type EventOf } from '../kernel/event.js';
import { unitId } from '../kernel/ids.js';
import { incidentOf } from '../incident/incident-state.js';
import type { ReleasingWorld } from './releasing-state.js';

export function promptRelease(
  state: ReleasingWorld,
  { data: { incident: id, chain, unreached } }: EventOf<'StepStarted' | 'StepSkipped'>,
): Draft[] {
  if (state.releasing.prompted[id]) return [];
  const { class: owner } = incidentOf(state, id);
  const units = unreached.filter(({ reason }) => reason === 'not-releasable').map(({ target }) => unitId(target));
  if (owner === 'JOINT' || units.length === 0) return [];
  return [draft('ReleasePrompted', owner, { incident: id, chain, units })];
}
