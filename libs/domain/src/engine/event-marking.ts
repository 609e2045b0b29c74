/**
 * The marking that an event gets: that of the thing which it is about. In one place, so that no rule can forget it. An event about a
 * thing that is marked as its class is anyway gets none.
 */
import type { Alert } from '../alert/alert.js';
import { alertMarking, eventMarkingOf, markingOfIncident } from '../incident/incident-marking.js';
import type { Actor, EventType } from '../kernel/event.js';
import type { AlertId, IncidentId } from '../kernel/ids.js';
import type { Audience } from '../kernel/side.js';
import { highest, markingFrom, type Marking } from '../release/label.js';
import type { State } from './state.js';

interface Said {
  readonly type: EventType;
  readonly data: object;
  readonly audience: Audience;
  readonly actor: Actor;
}

/** What an event may name. */
interface Named {
  readonly label?: Marking;
  readonly incident?: IncidentId;
  readonly alertId?: AlertId;
  readonly alert?: Alert;
}

/** Undefined: none, or it states its own. */
export function markingOfEvent(state: State, { data, audience, actor }: Said): Marking | undefined {
  if (audience === 'CONTROL') return undefined;
  const { label, incident: id, alertId, alert } = data as Named;
  if (label !== undefined) return undefined;
  const incident = id === undefined ? undefined : state.incidents[id];
  const own = alert === undefined ? markingOfEntry(state, alertId) : alertMarking(alert, actor);
  if (own === undefined) return incident && eventMarkingOf(incident);
  return incident === undefined ? own : highest(own, eventMarkingOf(incident) ?? markingOfIncident(incident));
}

function markingOfEntry({ alerts }: State, id: AlertId | undefined): Marking | undefined {
  const marking = id === undefined ? undefined : alerts[id]?.marking;
  return marking === undefined ? undefined : markingFrom(marking);
}
