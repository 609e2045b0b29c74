/** What people may do with an incident. */
import type { UnitId } from '../kernel/ids.js';
import type { CommandOf } from '../kernel/command.js';
import { DomainError } from '../kernel/domain-error.js';
import { draft, type Actor, type Draft } from '../kernel/event.js';
import { definitionOf } from '../unit/lookup-unit.js';
import type { IncidentWorld } from './incident-state.js';
import { isEngaged, responseOf } from '../notification/asked.js';
import { hasResponder, isResponding } from './answers.js';
import { knownIncident, openIncident } from './known-incident.js';
import { mustAnswerFor } from '../release/authority.js';
import { PROGRESS, type Progress } from '../unit/unit.js';
import type { Incident } from './incident.js';
import { decide } from './joint-decision.js';
import { resolve } from './resolve.js';

/** @throws DomainError UNKNOWN_INCIDENT, INCIDENT_CLOSED, INCIDENT_ALREADY_RESOLVED, REASON_REQUIRED, ALREADY_DECIDED */
export function resolveIncident(state: IncidentWorld, { data, actor }: CommandOf<'ResolveIncident'>): Draft[] {
  const incident = openIncident(state, data.incident, actor);
  return decide(state, incident, { decision: 'resolve', reason: data.reason, actor });
}

/**
 * One that was resolved stays so.
 * @throws DomainError UNKNOWN_INCIDENT, INCIDENT_CLOSED, INCIDENT_ALREADY_RESOLVED, REASON_REQUIRED, ALREADY_DECIDED
 */
export function cancelIncident(state: IncidentWorld, { data, actor }: CommandOf<'CancelIncident'>): Draft[] {
  const incident = openIncident(state, data.incident, actor);
  return decide(state, incident, { decision: 'cancel', reason: data.reason, actor });
}

/** @throws DomainError UNKNOWN_INCIDENT, INCIDENT_CLOSED, INCIDENT_NOT_RESOLVED, REASON_REQUIRED, ALREADY_DECIDED */
export function closeIncident(state: IncidentWorld, { data, actor }: CommandOf<'CloseIncident'>): Draft[] {
  const incident = knownIncident(state, data.incident, actor);
  if (incident.status !== 'resolved') {
    throw new DomainError('INCIDENT_NOT_RESOLVED', `${incident.id} is open; resolve it before closing it`);
  }
  return decide(state, incident, { decision: 'close', reason: data.reason, actor });
}

/** @throws DomainError UNKNOWN_INCIDENT, INCIDENT_CLOSED, UNKNOWN_UNIT, NOT_YOUR_SIDE, NOT_YOUR_UNIT, UNIT_NOT_ENGAGED, PROGRESS_OUT_OF_ORDER */
export function reportProgress(state: IncidentWorld, { data, actor }: CommandOf<'ReportProgress'>): Draft[] {
  const incident = knownIncident(state, data.incident, actor);
  const unit = Object.hasOwn(state.units, data.unit) ? state.units[data.unit] : undefined;
  if (!unit) throw new DomainError('UNKNOWN_UNIT', `there is no unit "${data.unit}" in the scenario`);
  const side = definitionOf(state, unit.id).side;
  mustAnswerFor(actor, { unit: unit.id, side }, `${unit.id} is of ${side}`);
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
export function progress(state: IncidentWorld, incident: Incident, unit: UnitId, to: Progress, actor: Actor): Draft[] {
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
