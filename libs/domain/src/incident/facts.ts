/** An incident's facts: those of its latest alert, and the gravest severity of the alerts that count. */
import { isGraver, SEVERITIES, type Severity } from '../alert/alert.js';
import type { ChangedFact } from './incident-events.js';
import type { EventData } from '../kernel/event.js';
import type { RoutingFacts } from '../policy/routing-facts.js';
import type { Incident } from './incident.js';

/** @param facts those of the latest alert; what it does not state stays as it was */
export function factsAfter(
  incident: Pick<Incident, 'site' | 'categories' | 'facts'>,
  facts: RoutingFacts,
  severity: Severity,
): RoutingFacts {
  return {
    ...facts,
    site: facts.site ?? incident.site,
    category: facts.category.length > 0 ? facts.category : incident.categories,
    nationals: { ...incident.facts.nationals, ...facts.nationals },
    casualties: { ...incident.facts.casualties, ...facts.casualties },
    severity,
  };
}

/** The gravest of the alerts that count, once some are gone and one has come; as it was if none is left. */
export function severityAfter(
  { severities, severity }: Pick<Incident, 'severities' | 'severity'>,
  gone: readonly (Severity | undefined)[],
  come?: Severity,
): Severity {
  const counts = new Map<Severity, number>();
  for (const grade of SEVERITIES) counts.set(grade, severities[grade] ?? 0);
  for (const grade of gone) if (grade) counts.set(grade, (counts.get(grade) ?? 0) - 1);
  if (come) counts.set(come, (counts.get(come) ?? 0) + 1);
  return SEVERITIES.find((grade) => (counts.get(grade) ?? 0) > 0) ?? severity;
}

/**
 * What differs, or nothing if an alert changes nothing that people see or that starts a chain.
 * @param startsChain another fact than these makes a route match whose chain has never run
 */
export function changeOf(
  incident: Incident,
  facts: RoutingFacts,
  startsChain: boolean,
): EventData['IncidentChanged'] | undefined {
  const { severity, site, categories, facts: before, gravest } = incident;
  const changed: ChangedFact[] = [];
  if (facts.severity !== severity) changed.push('severity');
  if (facts.site !== site) changed.push('site');
  if (!sameList(facts.category, categories)) changed.push('categories');
  if (!sameCounts(facts.nationals, before.nationals)) changed.push('nationals');
  if (!sameCounts(facts.casualties, before.casualties)) changed.push('casualties');
  const others = changed.filter((fact) => fact !== 'severity');
  // A severity that rose starts chains by itself.
  const needsSaying = others.length === 0 && !isGraver(facts.severity, severity);
  if (startsChain && needsSaying && hasOtherFacts(facts, before)) changed.push('other');
  if (changed.length === 0) return undefined;
  return {
    incident: incident.id,
    changed,
    severity: facts.severity,
    from: severity,
    site: facts.site,
    categories: [...facts.category],
    graver: isGraver(facts.severity, gravest),
    moved: facts.site !== site,
    facts,
  };
}

function sameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((value) => other.includes(value));
}

function sameCounts(one: Readonly<Record<string, number>>, other: Readonly<Record<string, number>>): boolean {
  if (one === other) return true;
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => one[key] === other[key]);
}

/** Whether a fact differs that has no name of its own among the changes, though a route may ask about it. */
function hasOtherFacts(one: RoutingFacts, other: RoutingFacts): boolean {
  return othersOf(one) !== othersOf(other);
}

function othersOf({
  event,
  urgency,
  certainty,
  responseType,
  msgType,
  status,
  scope,
  sender,
  source,
  confidence,
}: RoutingFacts): string {
  return JSON.stringify([event, urgency, certainty, responseType, msgType, status, scope, sender, source, confidence]);
}
