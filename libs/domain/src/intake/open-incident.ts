/** Opening an incident by an alert. */
import type { Alert } from '../alert/alert.js';
import { headlineOf } from '../alert/headline.js';
import type { EscalationWorld } from '../escalation/escalation-state.js';
import { alertMarking } from '../incident/incident-marking.js';
import { draft, type Actor, type Draft } from '../kernel/event.js';
import { incidentId, type IncidentId } from '../kernel/ids.js';
import type { ReleaseClass } from '../kernel/side.js';
import { referenceInForce } from '../policy/policy-state.js';
import type { RoutingFacts } from '../policy/routing-facts.js';
import { siteOf } from '../unit/lookup-unit.js';

/** @param alert the first; its headline is that of the incident */
export function openIncident(state: EscalationWorld, alert: Alert, sender: Actor, facts: RoutingFacts): Draft {
  const label = alertMarking(alert, sender);
  return draft('IncidentOpened', facts.class, {
    incident: nextIncidentId(state, facts.class),
    class: facts.class,
    site: siteOf(state, facts.site)?.id,
    categories: [...facts.category],
    headline: headlineOf(alert),
    severity: facts.severity,
    ...referenceInForce(state, facts.class),
    facts,
    ...(label && { label }),
  });
}

/** Counted per class, so that a number reveals nothing of what the other side has. */
export function nextIncidentId(state: EscalationWorld, releaseClass: ReleaseClass): IncidentId {
  const prefix = releaseClass === 'JOINT' ? 'INC' : releaseClass;
  return incidentId(`${prefix}-${String(state.counters[releaseClass] + 1).padStart(4, '0')}`);
}
