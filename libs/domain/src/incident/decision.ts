/** The decision log of an incident: what could be done, what was decided, by whom and why. Nobody changes or removes an entry. */
import type { CommandOf } from '../kernel/command.js';
import { draft, type Draft } from '../kernel/event.js';
import { decisionId, type DecisionId } from '../kernel/ids.js';
import type { Audience } from '../kernel/side.js';
import type { Incident } from './incident.js';
import type { IncidentWorld } from './incident-state.js';
import { knownIncident } from './known-incident.js';
import { readersOfNote } from './note.js';
import { labelNote } from './note-label.js';

/**
 * It leads to nothing but itself and its tear line: what was decided is done by other commands. Who reads it is said as for a note.
 * @throws DomainError UNKNOWN_INCIDENT, INCIDENT_CLOSED, LABEL_CONTRADICTION, UNKNOWN_RECIPIENT, TIME_HAS_PASSED
 */
export function recordDecision(state: IncidentWorld, { data, actor }: CommandOf<'RecordDecision'>): Draft[] {
  const incident = knownIncident(state, data.incident, actor);
  const readers = readersOfNote(incident, actor, data.shared);
  const { options, decision, reason } = data;
  const record = nextDecision(incident, readers);
  const { marked, shared } = labelNote(state, incident, readers, data.label, actor);
  const recorded = { incident: incident.id, record, options: [...options], decision, reason, ...marked };
  return [draft('DecisionRecorded', readers, recorded, actor), ...shared];
}

/** Counted for each audience, as notes are. */
function nextDecision({ id, decisionsRecorded: recorded }: Incident, readers: Audience): DecisionId {
  return decisionId(`${id}.${readers}.D${(recorded?.[readers] ?? 0) + 1}`);
}
