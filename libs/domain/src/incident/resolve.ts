/** Resolving an incident: by command, or as its last responder is clear or gone. */
import type { NotificationId } from '../kernel/ids.js';
import { draft, type Draft } from '../kernel/event.js';
import type { EventData } from '../kernel/event.js';
import type { IncidentWorld } from './incident-state.js';
import { withdrawOpen } from './withdraw.js';
import type { Incident } from './incident.js';
import { informUnits } from './news.js';

/** What happens at the same moment and is not in the state yet: notifications that end, acknowledgements that lapse. */
interface Meanwhile {
  readonly ended: readonly NotificationId[];
  readonly lapsed: readonly NotificationId[];
}

/** Takes back what nobody has answered, and informs who has. */
export function resolve(
  state: IncidentWorld,
  incident: Incident,
  how: Pick<EventData['IncidentResolved'], 'reason' | 'text'>,
  { ended, lapsed }: Meanwhile = { ended: [], lapsed: [] },
): Draft[] {
  const withdrawn = withdrawOpen(state, incident.id, 'incident-resolved').filter(
    ({ data }) => !('notification' in data && ended.includes(data.notification)),
  );
  return [
    ...withdrawn,
    draft('IncidentResolved', incident.class, { incident: incident.id, ...how }),
    ...informUnits(state, incident, ['resolved'], { without: lapsed }),
  ];
}
