/** Notes of people on an incident. They only add to the record: nobody changes or removes one. */
import type { CommandOf } from '../kernel/command.js';
import { draft, type Actor, type Draft } from '../kernel/event.js';
import { noteId, type NoteId } from '../kernel/ids.js';
import type { Audience } from '../kernel/side.js';
import { isUnrestricted } from '../release/authority.js';
import type { Incident } from './incident.js';
import type { IncidentWorld } from './incident-state.js';
import { knownIncident } from './known-incident.js';
import { labelNote } from './note-label.js';

/**
 * A note leads to nothing but itself, and to its tear line. A resolved incident takes notes, one that has ended does not.
 * @throws DomainError UNKNOWN_INCIDENT, INCIDENT_CLOSED, LABEL_CONTRADICTION, UNKNOWN_RECIPIENT, TIME_HAS_PASSED
 */
export function noteIncident(state: IncidentWorld, { data, actor }: CommandOf<'NoteIncident'>): Draft[] {
  const incident = knownIncident(state, data.incident, actor);
  const readers = readersOfNote(incident, actor, data.shared);
  const { marked, shared } = labelNote(state, incident, readers, data.label, actor);
  const note = nextNote(incident, readers);
  return [
    draft('IncidentNoted', readers, { incident: incident.id, note, text: data.text, ...marked }, actor),
    ...shared,
  ];
}

/** Who reads what is written down about an incident: if it is not shared, the writer's side, or those who run the exercise. */
export function readersOfNote(incident: Incident, actor: Actor, shared: boolean | undefined): Audience {
  if (shared === true) return incident.class;
  return isUnrestricted(actor) ? 'CONTROL' : (actor.side ?? 'CONTROL');
}

/** Counted for each audience, so that a number reveals nothing of the notes that its reader may not know of. */
function nextNote({ id, notes }: Incident, readers: Audience): NoteId {
  return noteId(`${id}.${readers}.${(notes?.[readers] ?? 0) + 1}`);
}
