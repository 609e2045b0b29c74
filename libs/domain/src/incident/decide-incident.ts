/** What people may do with an incident. */
import type { TimedCommand } from '../kernel/command.js';
import { DomainError } from '../kernel/domain-error.js';
import { draft, type Actor, type Draft } from '../kernel/event.js';
import { definitionOf, mayKnow } from '../engine/lookup.js';
import type { State } from '../engine/state.js';
import { isAtWork, runsOf } from '../escalation/chain-run.js';
import { requiredSides } from '../escalation/requirement.js';
import { start } from '../escalation/route-incident.js';
import { awaitedSides, moveOn } from '../escalation/run-chain.js';
import { acknowledgedSides, hasResponder, isEngaged, isResponding, responseOf } from './answers.js';
import { hasEnded } from './withdraw.js';
import { PROGRESS, type Progress } from '../unit/unit.js';
import type { Incident } from './incident.js';
import { jointChange } from './joint-acknowledgement.js';
import { resolve } from './resolve.js';

type Of<T extends TimedCommand['type']> = Extract<TimedCommand, { type: T }>;

/** @throws DomainError UNKNOWN_INCIDENT, INCIDENT_CLOSED, INCIDENT_ALREADY_RESOLVED */
export function resolveIncident(state: State, { data, actor }: Of<'ResolveIncident'>): Draft[] {
  const incident = openIncident(state, data.incident, actor);
  return resolve(state, incident, { reason: 'command', text: data.reason }).map((event) => ({ ...event, actor }));
}

/**
 * Starts the next step of each chain at work, or of the named one, without its delay; of a chain that waits for a
 * step's delay, that step.
 * @throws DomainError UNKNOWN_INCIDENT, INCIDENT_CLOSED, INCIDENT_ALREADY_RESOLVED, UNKNOWN_CHAIN, NOTHING_TO_ESCALATE
 */
export function escalateNow(state: State, { data, actor }: Of<'EscalateIncident'>): Draft[] {
  const incident = openIncident(state, data.incident, actor);
  if (data.chain !== undefined && !Object.hasOwn(incident.chains, data.chain)) {
    throw unknownChain(incident, data.chain);
  }
  const runs = runsOf(incident).filter(
    (run) => isAtWork(run) && (data.chain === undefined || run.chain === data.chain),
  );
  if (runs.length === 0) {
    throw new DomainError('NOTHING_TO_ESCALATE', `no chain is at work on ${incident.id}: halted, exhausted or stopped`);
  }
  return moveOn(state, incident, runs, 'manual').map((event) => ({ ...event, actor }));
}

/**
 * An exhausted or halted chain, from its first step. It asks anew.
 * @throws DomainError UNKNOWN_INCIDENT, INCIDENT_CLOSED, INCIDENT_ALREADY_RESOLVED, UNKNOWN_CHAIN, CHAIN_NOT_RESTARTABLE
 */
export function restartChain(state: State, { data, actor }: Of<'RestartChain'>): Draft[] {
  const incident = openIncident(state, data.incident, actor);
  const run = Object.hasOwn(incident.chains, data.chain) ? incident.chains[data.chain] : undefined;
  if (!run) throw unknownChain(incident, data.chain);
  if (run.status !== 'halted' && run.status !== 'exhausted') {
    throw new DomainError(
      'CHAIN_NOT_RESTARTABLE',
      `chain "${data.chain}" is ${isAtWork(run) ? 'at work' : run.status} on ${incident.id}; only a halted or exhausted one can be started again`,
    );
  }
  return [{ ...start(state, incident, run, true), actor }];
}

/** @throws DomainError UNKNOWN_INCIDENT, INCIDENT_CLOSED, INCIDENT_NOT_RESOLVED */
export function closeIncident(state: State, { data, actor }: Of<'CloseIncident'>): Draft[] {
  const incident = knownIncident(state, data.incident, actor);
  if (incident.status !== 'resolved') {
    throw new DomainError('INCIDENT_NOT_RESOLVED', `${incident.id} is open; resolve it before closing it`);
  }
  return [draft('IncidentClosed', incident.class, { incident: incident.id, reason: 'command' }, actor)];
}

/** @throws DomainError NOT_PERMITTED, UNKNOWN_INCIDENT, INCIDENT_CLOSED, INCIDENT_ALREADY_RESOLVED, NOT_YOUR_SIDE, SIDE_ALREADY_ACKNOWLEDGED */
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
  const before = acknowledgedSides(state, incident);
  // A chain that has started anew may wait for a side whose earlier acknowledgement still stands.
  if (before.includes(data.side) && !awaitedSides(state, incident).has(data.side)) {
    throw new DomainError('SIDE_ALREADY_ACKNOWLEDGED', `${data.side} has acknowledged ${incident.id} already`);
  }
  return [
    draft('AcknowledgementOverridden', incident.class, { ...data }, actor),
    ...jointChange(incident, before, [...before, data.side]),
  ];
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
  if (!isEngaged(state, unit.id, incident.id)) {
    throw new DomainError('UNIT_NOT_ENGAGED', `${unit.id} has not acknowledged ${incident.id}, or is clear of it`);
  }
  if (!responseOf(state, unit.id, incident.id) && data.progress !== 'clear') {
    throw new DomainError(
      'UNIT_NOT_ENGAGED',
      `${unit.id} has acknowledged neither respond nor secure on ${incident.id}: it works from the desk, and can only be clear`,
    );
  }
  const reached = unit.progress[incident.id] ?? 'acknowledged';
  const order: readonly string[] = PROGRESS;
  if (order.indexOf(data.progress) <= order.indexOf(reached)) {
    throw new DomainError(
      'PROGRESS_OUT_OF_ORDER',
      `${unit.id} is ${reached} on ${incident.id}; ${data.progress} does not follow (${PROGRESS.join(', ')})`,
    );
  }
  return progress(state, incident, unit.id, data.progress, actor);
}

/** The first responder under way makes the incident `responding`; when the last one is clear it is resolved. */
export function progress(state: State, incident: Incident, unit: string, to: Progress, actor: Actor): Draft[] {
  const progressed = draft('UnitProgressed', incident.class, { incident: incident.id, unit, progress: to }, actor);
  const responds = responseOf(state, unit, incident.id) !== undefined;
  const wasResponding = isResponding(state, incident);
  const begins =
    responds && !wasResponding ? [draft('IncidentResponding', incident.class, { incident: incident.id, unit })] : [];
  if (to !== 'clear' || !responds) return [progressed, ...begins];
  const own = incident.asked.filter((id) => state.notifications[id]?.unit === unit);
  if (hasResponder(state, incident, own)) return [progressed, ...begins];
  return [progressed, ...begins, ...resolve(state, incident, { reason: 'all-clear' })];
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

function unknownChain(incident: Incident, chain: string): DomainError {
  const chains = Object.keys(incident.chains).join(', ');
  return new DomainError('UNKNOWN_CHAIN', `chain "${chain}" does not run on ${incident.id}; these do: ${chains}`);
}

/** An incident that is neither resolved nor ended. */
export function openIncident(state: State, id: string, actor: Actor): Incident {
  const incident = knownIncident(state, id, actor);
  if (incident.status === 'resolved') throw new DomainError('INCIDENT_ALREADY_RESOLVED', `${id} is resolved already`);
  return incident;
}
