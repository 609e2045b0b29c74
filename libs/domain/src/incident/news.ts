/** News for units that have acknowledged: the incident got graver, moved, was cancelled or resolved. It needs delivery, not an answer. */
import { after } from '../kernel/exercise-time.js';
import { updateId, type IncidentId, type NotificationId, type UnitId } from '../kernel/ids.js';
import { draft, type Draft, type EventData, type EventOf, type LoggedEvent } from '../kernel/event.js';
import { linkTo, unitOf } from '../unit/lookup-unit.js';
import type { IncidentWorld } from './incident-state.js';
import { askedOf } from './answers.js';
import { stands } from '../notification/notification.js';
import { drawTransmission } from '../unit/behaviour.js';
import { unitReads } from './incident-marking.js';
import type { Incident } from './incident.js';

export type News = EventData['UnitsInformed']['about'][number];

interface Except {
  /** Acknowledgements that lapse at this moment. */
  readonly without?: readonly NotificationId[];
  /** Units that a chain asks at this moment. */
  readonly units?: ReadonlySet<UnitId>;
}

/** Informs each unit with a standing acknowledgement once. */
export function informUnits(
  state: IncidentWorld,
  incident: Incident,
  about: readonly News[],
  { without = [], units }: Except = {},
): Draft[] {
  const known = new Set<UnitId>();
  const updates: EventData['UnitsInformed']['updates'][number][] = [];
  for (const one of askedOf(state, incident)) {
    // Who has acknowledged is informed that it is over, whatever its label says by now.
    const isOver = about.includes('cancelled') || about.includes('resolved');
    if (!isOver && !unitReads(incident, { id: one.unit, side: one.side })) continue;
    if (!stands(one) || without.includes(one.id) || units?.has(one.unit) || known.has(one.unit)) continue;
    known.add(one.unit);
    const update = updateId(`${incident.id}.U${incident.updateCount + updates.length + 1}`);
    updates.push({ update, unit: one.unit, side: one.side });
  }
  if (updates.length === 0) return [];
  return [draft('UnitsInformed', incident.class, { incident: incident.id, about: [...about], updates })];
}

/**
 * Once all that follows from a change has happened: units that a chain has not just asked are informed.
 * @param happened the events since the change, itself included
 */
export function informAfterChange(state: IncidentWorld, happened: readonly LoggedEvent[]): Draft[] {
  return happened.flatMap((event, index) => {
    if (event.type !== 'IncidentChanged' || !(event.data.graver || event.data.moved)) return [];
    const incident = state.incidents[event.data.incident];
    if (incident?.status !== 'open') return [];
    const about: News[] = [
      ...(event.data.graver ? ['graver' as const] : []),
      ...(event.data.moved ? ['moved' as const] : []),
    ];
    return informUnits(state, incident, about, { units: askedIn(happened.slice(index), incident.id) });
  });
}

function askedIn(events: readonly LoggedEvent[], incident: IncidentId): Set<UnitId> {
  const units = new Set<UnitId>();
  for (const { type, data } of events) {
    if (type !== 'StepStarted' || data.incident !== incident) continue;
    for (const { unit } of data.addressees) units.add(unit);
  }
  return units;
}

/** Each over its unit's link, as a notification goes. */
export function sendUpdates(state: IncidentWorld, { data, audience }: EventOf<'UnitsInformed'>): Draft[] {
  const { incident, updates } = data;
  return updates.map(({ update, unit, side }) => {
    const link = linkTo(state, unit, side);
    switch (link.status) {
      case 'up':
        return draft('UpdateDelivered', audience, { update, incident, unit });
      case 'down':
        return draft('UpdateUndeliverable', audience, { update, incident, unit, reason: 'not-reached' });
      case 'degraded': {
        const drawn = drawTransmission(state.seed, link, update, 'transmission 1');
        const deliverAt = drawn.lost ? null : after(state.time, drawn.afterMs);
        return draft('UpdateTransmissionPlanned', 'CONTROL', { update, incident, unit, audience, deliverAt });
      }
      default:
        return link satisfies never;
    }
  });
}

/** An update that is under way when the link goes down does not arrive. The incident may have ended since. */
export function updateArrives(
  state: IncidentWorld,
  { update, incident, unit, audience }: Omit<EventData['UpdateTransmissionPlanned'], 'deliverAt'>,
  side: EventData['UnitsInformed']['updates'][number]['side'],
): Draft[] {
  if (linkTo(state, unitOf(state, unit).id, side).status !== 'down') {
    return [draft('UpdateDelivered', audience, { update, incident, unit })];
  }
  return [draft('UpdateTransmissionPlanned', 'CONTROL', { update, incident, unit, audience, deliverAt: null })];
}
