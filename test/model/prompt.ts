/** A prompt to release what keeps a chain from asking the other side. */
import { record, type Incident, type World } from './world.js';

/** A chain cannot ask these units, which may not know of the incident: the owner's releasing desk is prompted, once. */
export function promptRelease(world: World, incident: Incident, chain: string, units: ReadonlySet<string>): void {
  if (incident.class === 'JOINT' || units.size === 0 || incident.prompted) return;
  incident.prompted = true;
  record(world, `${incident.id} prompts ${incident.class}, by chain ${chain}: ${[...units].sort().join(', ')}`);
}
