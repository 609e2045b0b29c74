/** What people may do with an incident. */
import type { TimedCommand } from '../engine/command.js';
import { DomainError } from '../engine/domain-error.js';
import { draft, type Actor, type Draft } from '../engine/event.js';
import { definitionOf, mayKnow } from '../engine/lookup.js';
import type { State } from '../engine/state.js';
import { requiredSides } from '../escalation/requirement.js';
import { hasEnded, withdrawOpen } from '../notification/decide-notification.js';
import { PROGRESS } from '../unit/unit.js';
import { isAtWork, runsOf, type Incident } from './incident.js';
import { creditSide } from './joint-acknowledgement.js';
import { moveOn } from './run-chain.js';

type Of<T extends TimedCommand['type']> = Extract<TimedCommand, { type: T }>;

/** @throws DomainError UNKNOWN_INCIDENT, INCIDENT_CLOSED, INCIDENT_ALREADY_RESOLVED */
export function resolveIncident(state: State, { data, actor }: Of<'ResolveIncident'>): Draft[] {
  const incident = openIncident(state, data.incident, actor);
  return resolve(state, incident, 'command').map((event) => ({ ...event, actor }));
}

/** Resolving stops the chains and takes back what nobody has answered. */
export function resolve(state: State, incident: Incident, reason: 'command' | 'all-clear'): Draft[] {
  return [
    ...withdrawOpen(state, incident.id, 'incident-resolved'),
    draft('IncidentResolved', incident.class, { incident: incident.id, reason }),
  ];
}

/**
 * Starts the next step of each chain at work, or of the named one, without its delay; of a chain that waits for a
 * step's delay, that step.
 * @throws DomainError UNKNOWN_INCIDENT, INCIDENT_CLOSED, INCIDENT_ALREADY_RESOLVED, UNKNOWN_CHAIN, NOTHING_TO_ESCALATE
 */
export function escalateNow(state: State, { data, actor }: Of<'EscalateIncident'>): Draft[] {
  const incident = openIncident(state, data.incident, actor);
  if (data.chain !== undefined && !Object.hasOwn(incident.chains, data.chain)) {
    const chains = Object.keys(incident.chains).join(', ');
    throw new DomainError('UNKNOWN_CHAIN', `chain "${data.chain}" does not run on ${incident.id}; these do: ${chains}`);
  }
  const runs = runsOf(incident).filter(
    (run) => isAtWork(run) && (data.chain === undefined || run.chain === data.chain),
  );
  if (runs.length === 0) {
    throw new DomainError('NOTHING_TO_ESCALATE', `no chain is at work on ${incident.id}: halted, exhausted or stopped`);
  }
  return moveOn(state, incident, runs, 'manual').map((event) => ({ ...event, actor }));
}

/** @throws DomainError UNKNOWN_INCIDENT, INCIDENT_CLOSED, INCIDENT_NOT_RESOLVED */
export function closeIncident(state: State, { data, actor }: Of<'CloseIncident'>): Draft[] {
  const incident = knownIncident(state, data.incident, actor);
  if (incident.status !== 'resolved') {
    throw new DomainError(
      'INCIDENT_NOT_RESOLVED',
      `${incident.id} is ${incident.status}; resolve it before closing it`,
    );
  }
  return [draft('IncidentClosed', incident.class, { incident: incident.id, reason: 'command' }, actor)];
}

/** @throws DomainError NOT_PERMITTED, UNKNOWN_INCIDENT, INCIDENT_CLOSED, NOT_YOUR_SIDE, SIDE_ALREADY_ACKNOWLEDGED */
export function overrideAcknowledgement(state: State, { data, actor }: Of<'OverrideAcknowledgement'>): Draft[] {
  if (actor.kind !== 'account' || actor.role !== 'controller') {
    throw new DomainError('NOT_PERMITTED', 'only a controller may acknowledge in the place of a side');
  }
  const incident = openIncident(state, data.incident, actor);
  if (!requiredSides(incident.class).includes(data.side)) {
    throw new DomainError(
      'NOT_YOUR_SIDE',
      `${incident.id} is of class ${incident.class}; ${data.side} has no part in it`,
    );
  }
  if (incident.acknowledgedBy[data.side]) {
    throw new DomainError('SIDE_ALREADY_ACKNOWLEDGED', `${data.side} has acknowledged ${incident.id} already`);
  }
  return [draft('AcknowledgementOverridden', incident.class, { ...data }, actor), ...creditSide(incident, data.side)];
}

/** @throws DomainError UNKNOWN_INCIDENT, INCIDENT_CLOSED, UNKNOWN_UNIT, NOT_YOUR_SIDE, UNIT_NOT_ENGAGED, PROGRESS_OUT_OF_ORDER */
export function reportProgress(state: State, { data, actor }: Of<'ReportProgress'>): Draft[] {
  const incident = knownIncident(state, data.incident, actor);
  const unit = Object.hasOwn(state.units, data.unit) ? state.units[data.unit] : undefined;
  if (!unit) throw new DomainError('UNKNOWN_UNIT', `there is no unit "${data.unit}" in the scenario`);
  const side = definitionOf(state, unit.id).side;
  if (actor.kind === 'account' && actor.side && actor.side !== side) {
    throw new DomainError('NOT_YOUR_SIDE', `${unit.id} is of ${side}; your account is of ${actor.side}`);
  }
  const engagement = unit.engagements[incident.id];
  if (!engagement) {
    throw new DomainError('UNIT_NOT_ENGAGED', `${unit.id} has not acknowledged ${incident.id}, or is clear of it`);
  }
  const order: readonly string[] = PROGRESS;
  if (order.indexOf(data.progress) <= order.indexOf(engagement.progress)) {
    throw new DomainError(
      'PROGRESS_OUT_OF_ORDER',
      `${unit.id} is ${engagement.progress} on ${incident.id}; ${data.progress} does not follow (${PROGRESS.join(', ')})`,
    );
  }
  return [draft('UnitProgressed', incident.class, { ...data }, actor)];
}

/**
 * An incident that the actor may know of: for any other there is no different answer than for what is not there.
 * @throws DomainError UNKNOWN_INCIDENT, INCIDENT_CLOSED
 */
function knownIncident(state: State, id: string, actor: Actor): Incident {
  const incident = Object.hasOwn(state.incidents, id) ? state.incidents[id] : undefined;
  if (incident && mayKnow(actor, incident.class)) return incident;
  if (!incident && hasEnded(state, id, actor)) {
    throw new DomainError('INCIDENT_CLOSED', `${id} is closed or cancelled; that is final`);
  }
  throw new DomainError('UNKNOWN_INCIDENT', `there is no incident "${id}"`);
}

/** An incident that is neither resolved nor ended. */
function openIncident(state: State, id: string, actor: Actor): Incident {
  const incident = knownIncident(state, id, actor);
  if (incident.status === 'resolved') throw new DomainError('INCIDENT_ALREADY_RESOLVED', `${id} is resolved already`);
  return incident;
}
