/** Questions that no step of a chain asks: by hand, and anew once a unit can be reached again. */
import { idsIn, type UnitId } from '../kernel/ids.js';
import type { CommandOf } from '../kernel/command.js';
import { DomainError } from '../kernel/domain-error.js';
import { draft, type Draft } from '../kernel/event.js';
import { definitionOf, unitOf } from '../unit/lookup-unit.js';
import { incidentOf } from '../incident/incident-state.js';
import { runsThatWant, type ChainSlice, type EscalationWorld } from './escalation-state.js';
import { expiryOf, settingsByHand } from './expiry.js';
import { mustActFor } from '../release/authority.js';
import { breaksSovereignty } from '../policy/resolve-targets.js';
import { openIncident } from '../incident/known-incident.js';
import { markingOfIncident, unitReads } from '../incident/incident-marking.js';
import type { Incident } from '../incident/incident.js';
import { askedOfUnit, isCovered, openQuestion } from '../notification/asked.js';
import { isByHand, notificationId, type Notification } from '../notification/notification.js';

/**
 * @throws DomainError UNKNOWN_INCIDENT, INCIDENT_CLOSED, INCIDENT_ALREADY_RESOLVED, UNKNOWN_UNIT, NOT_YOUR_SIDE,
 * NOT_RELEASABLE, SOVEREIGNTY_RULE, LACKS_AUTHORITY, UNIT_OFF_DUTY, ALREADY_ASKED, ALREADY_ACKNOWLEDGED
 */
export function askUnit(state: EscalationWorld, { data, actor }: CommandOf<'AskUnit'>): Draft[] {
  const incident = openIncident(state, data.incident, actor);
  if (!Object.hasOwn(state.units, data.unit)) {
    throw new DomainError('UNKNOWN_UNIT', `there is no unit "${data.unit}" in the scenario`);
  }
  const { id: unit, side, authority } = definitionOf(state, data.unit);
  const { action, reason } = data;
  mustActFor(actor, side, `${unit} is of ${side}`);
  if (incident.class !== 'JOINT' && incident.class !== side) {
    throw new DomainError('NOT_RELEASABLE', `${incident.id} is of class ${incident.class}; ${side} may not know of it`);
  }
  if (!unitReads(incident, { id: unit, side })) {
    throw new DomainError(
      'NOT_RELEASABLE',
      `${incident.id} is labelled ${markingOfIncident(incident).tlp}, and ${unit} is not among those who may read it`,
    );
  }
  if (breaksSovereignty(state.scenario.rules, side, action)) {
    throw new DomainError(
      'SOVEREIGNTY_RULE',
      `${unit} is of ${side}; foreign responders are prohibited in this exercise`,
    );
  }
  if (!authority.includes(action)) {
    throw new DomainError('LACKS_AUTHORITY', `${unit} may not ${action}; it may ${authority.join(', ')}`);
  }
  if (unitOf(state, unit).duty === 'off') throw new DomainError('UNIT_OFF_DUTY', `${unit} is off duty`);
  const open = openQuestion(state, unit, incident.id, action);
  if (open) throw new DomainError('ALREADY_ASKED', `${unit} is asked to ${action} already, by ${open.id}`);
  if (isCovered(state, unit, incident.id, action)) {
    throw new DomainError('ALREADY_ACKNOWLEDGED', `${unit} has acknowledged ${incident.id} for that already`);
  }
  const notification = notificationId(incident, incident.notificationCount + 1);
  const because = 'by-hand';
  const expiresAt = expiryOf(state, incident, { by: settingsByHand(state, incident), at: state.time });
  const asked = { notification, incident: incident.id, unit, side, action, because, reason, expiresAt } as const;
  return [draft('UnitAsked', incident.class, asked, actor)];
}

/** What could not be delivered to the unit is asked again. */
export function askAgain(state: EscalationWorld, unit: UnitId): Draft[] {
  const incidents = idsIn(unitOf(state, unit).questions).map((id) => incidentOf(state, id));
  incidents.sort((a, b) => a.openedAt - b.openedAt || (a.id < b.id ? -1 : 1));
  return incidents.flatMap((incident) => {
    const { id } = incident;
    const undelivered = askedOfUnit(state, unit, id).filter((one, index, all) => {
      if (one.status !== 'undeliverable' || !isStillWanted(state, incident, one)) return false;
      if (!unitReads(incident, { id: unit, side: one.side })) return false;
      const isLatest = !all.slice(index + 1).some((later) => later.action === one.action);
      return isLatest && !isCovered(state, unit, id, one.action);
    });
    return undelivered.map((replaced, index) => {
      const { id: replaces, side, action } = replaced;
      const notification = notificationId(incident, incident.notificationCount + index + 1);
      const because = 'not-reached';
      const by = settingsByHand(state, incident, replaced);
      const expiresAt = expiryOf(state, incident, { by, at: state.time });
      const asked = { notification, incident: id, unit, side, action, because, replaces, expiresAt } as const;
      return draft('UnitAsked', incident.class, asked);
    });
  });
}

function isStillWanted(state: ChainSlice, { id }: Incident, notification: Notification): boolean {
  return isByHand(notification) || runsThatWant(state, id, notification).length > 0;
}
