/** Look-ups of incidents that a viewer may see. */
import type { IncidentId } from '../kernel/ids.js';
import { DomainError } from '../kernel/domain-error.js';
import type { Actor } from '../kernel/event.js';
import type { ReleaseClass } from '../kernel/side.js';
import { markingFrom } from '../release/label.js';
import { mayRead } from '../release/release.js';
import type { Incident } from './incident.js';
import type { IncidentWorld } from './incident-state.js';

/**
 * An incident that the actor may know of: for any other there is no different answer than for what is not there.
 * @throws DomainError UNKNOWN_INCIDENT, INCIDENT_CLOSED
 */
export function knownIncident(state: IncidentWorld, id: IncidentId, actor: Actor): Incident {
  const incident = Object.hasOwn(state.incidents, id) ? state.incidents[id] : undefined;
  if (incident && mayRead(actor, incident)) return incident;
  if (!incident && hasEnded(state, id, actor)) {
    throw new DomainError('INCIDENT_CLOSED', `${id} is closed or cancelled; that is final`);
  }
  throw new DomainError('UNKNOWN_INCIDENT', `there is no incident "${id}"`);
}

/** An incident that is neither resolved nor ended. */
export function openIncident(state: IncidentWorld, id: IncidentId, actor: Actor): Incident {
  const incident = knownIncident(state, id, actor);
  if (incident.status === 'resolved') throw new DomainError('INCIDENT_ALREADY_RESOLVED', `${id} is resolved already`);
  return incident;
}

/** Whether an incident that the actor may know of was opened under this id and has left the state since. */
export function hasEnded(state: IncidentWorld, incident: IncidentId, actor: Actor): boolean {
  const match = /^(?:INC|PAK|CHN)-(\d{4}|[1-9]\d{4,})$/.exec(incident);
  if (!match || state.incidents[incident]) return false;
  const releaseClass = classOfIncident(incident);
  const number = Number(match[1]);
  return mayReadIncident(state, incident, releaseClass, actor) && number >= 1 && number <= state.counters[releaseClass];
}

/** By its id, so that it is known of an incident that has ended, too. */
export function classOfIncident(incident: IncidentId): ReleaseClass {
  const [, owner] = /^(PAK|CHN)-/.exec(incident) ?? [];
  return (owner as 'PAK' | 'CHN' | undefined) ?? 'JOINT';
}

/** Whether the actor may read the incident of this class, be it open or ended. */
export function mayReadIncident(
  { incidents, endedMarkings }: IncidentWorld,
  id: IncidentId,
  releaseClass: ReleaseClass,
  actor: Actor,
): boolean {
  const ended = endedMarkings?.[id];
  const marking = incidents[id]?.marking ?? (ended === undefined ? undefined : markingFrom(ended));
  return mayRead(actor, { class: releaseClass, ...(marking && { marking }) });
}
