/** What an incoming message does: open an incident, join one, update, cancel, or answer a notification. */
import { draft, type Actor, type Draft, type Joined } from '../engine/event.js';
import { DomainError } from '../engine/domain-error.js';
import { incidentOf, mayKnow, notificationOf, policyOf, siteOf } from '../engine/lookup.js';
import type { State } from '../engine/state.js';
import type { TimedCommand } from '../engine/command.js';
import { routingFacts, type RoutingFacts } from '../escalation/routing-facts.js';
import { correlationKey } from '../incident/evolve-incident.js';
import type { Incident } from '../incident/incident.js';
import { acknowledge, decline, withdrawOpen } from '../notification/decide-notification.js';
import { widenedBy, type ReleaseClass } from '../release/release.js';
import { scenarioIndex } from '../scenario/scenario-index.js';
import type { Scenario } from '../scenario/scenario.js';
import { SEVERITIES, type Alert } from './alert.js';

type SubmitAlert = Extract<TimedCommand, { type: 'SubmitAlert' }>;

/**
 * What can be said of an alert before the exercise's state is known: the same check at the door and in the engine.
 * @throws DomainError UNKNOWN_SITE, NOT_YOUR_SIDE
 */
export function checkAlert(scenario: Scenario, alert: Alert, actor: Actor): void {
  const { site, releasability } = alert.exercise;
  if (site !== undefined && !scenarioIndex(scenario).sites.has(site)) {
    const known = listed([...scenarioIndex(scenario).sites.keys()]);
    throw new DomainError('UNKNOWN_SITE', `site "${site}" is not in the scenario; it has ${known}`);
  }
  if (actor.kind === 'account' && actor.side && releasability.class !== 'JOINT' && releasability.class !== actor.side) {
    throw new DomainError(
      'NOT_YOUR_SIDE',
      `an account of side ${actor.side} sent an alert of class ${releasability.class}; use JOINT or ${actor.side}`,
    );
  }
}

const LISTED = 10;

function listed(ids: readonly string[]): string {
  const more = ids.length > LISTED ? ` and ${ids.length - LISTED} more` : '';
  return ids.slice(0, LISTED).join(', ') + more;
}

/** @throws DomainError as `checkAlert`, and DUPLICATE_ALERT, RELEASE_WIDENED, UNKNOWN_REFERENCE, UNKNOWN_NOTIFICATION … */
export function decideAlert(state: State, command: SubmitAlert): Draft[] {
  const { alert, alertId } = command.data;
  checkAlert(state.scenario, alert, command.actor);
  if (state.alerts[alertId]) throw new DomainError('DUPLICATE_ALERT', `alert ${alertId} was accepted before`);
  switch (alert.msgType) {
    case 'Alert':
      return takeIn(state, command);
    case 'Update':
      mustNotWiden(state, command);
      return takeIn(state, command);
    case 'Cancel':
      mustNotWiden(state, command);
      return cancel(state, command);
    case 'Ack':
    case 'Error':
      return answer(state, command);
    default:
      return alert.msgType satisfies never;
  }
}

function takeIn(state: State, command: SubmitAlert): Draft[] {
  const { alert, alertId } = command.data;
  const found = findIncident(state, command);
  const facts = routingFacts(alert);
  const drafts = found ? [] : [openIncident(state, alert, facts)];
  const incident = found?.incident.id ?? nextIncidentId(state, facts.class);
  const joined = found?.joined ?? 'opened';
  drafts.push(draft('AlertAccepted', facts.class, { alertId, alert, incident, joined }));
  if (alert.msgType === 'Update') {
    for (const entry of activeReferences(state, command)) {
      // What it references in another incident stays there: that one would be left without an alert, and nobody told.
      if (entry.incident !== incident) continue;
      drafts.push(draft('AlertSuperseded', facts.class, { alertId: entry.alertId, by: alertId, incident }));
    }
  }
  if (!found) return drafts;
  if (found.incident.status === 'resolved') {
    // What had been over says nothing of how grave it is now; a later alert is graver than this one, or is not.
    drafts.push(draft('IncidentReopened', facts.class, { incident, severity: facts.severity, facts }));
  } else if (isGraver(facts, found.incident)) {
    const { severity } = facts;
    drafts.push(
      draft('IncidentSeverityRaised', facts.class, { incident, severity, from: found.incident.severity, facts }),
    );
  }
  return drafts;
}

function openIncident(state: State, alert: Alert, facts: RoutingFacts): Draft {
  const first = alert.info?.[0];
  return draft('IncidentOpened', facts.class, {
    incident: nextIncidentId(state, facts.class),
    class: facts.class,
    site: siteOf(state, facts.site)?.id,
    categories: [...facts.category],
    headline: first?.headline ?? first?.event ?? alert.identifier,
    severity: facts.severity,
    policyVersion: state.policyVersion,
    facts,
  });
}

/** Counted per class, so that a number tells nothing of what the other side has. */
function nextIncidentId(state: State, releaseClass: ReleaseClass): string {
  const prefix = releaseClass === 'JOINT' ? 'INC' : releaseClass;
  return `${prefix}-${String(state.counters[releaseClass] + 1).padStart(4, '0')}`;
}

function isGraver(facts: RoutingFacts, incident: Incident): boolean {
  // CAP lists the severities gravest first.
  return SEVERITIES.indexOf(facts.severity) < SEVERITIES.indexOf(incident.severity);
}

/** Referenced first, then named, then correlated; always of the alert's own class, and never one that has ended. */
function findIncident(state: State, command: SubmitAlert): { incident: Incident; joined: Joined } | undefined {
  const { alert, references } = command.data;
  const releaseClass = alert.exercise.releasability.class;
  for (const reference of references) {
    const incident = incidentOfAlert(state, reference);
    if (incident?.class === releaseClass) return { incident, joined: 'referenced' };
  }
  for (const id of alert.incidents ?? []) {
    const incident = Object.hasOwn(state.incidents, id) ? state.incidents[id] : undefined;
    if (incident?.class === releaseClass) return { incident, joined: 'named' };
  }
  const site = alert.exercise.site;
  if (site === undefined) return undefined;
  for (const info of alert.info ?? []) {
    for (const category of info.category) {
      const id = state.correlation[correlationKey(releaseClass, site, category)];
      if (id === undefined) continue;
      const incident = incidentOf(state, id);
      const window = policyOf(state, incident).correlationWindowMs;
      if (command.at - incident.latestAlertAt <= window) return { incident, joined: 'correlated' };
    }
  }
  return undefined;
}

/**
 * To tell more people of a message than may know of it is a release, and nobody releases by an Update or a Cancel. To who may
 * not know of it himself, it is a reference to nothing, as any other.
 * @throws DomainError RELEASE_WIDENED
 */
function mustNotWiden(state: State, { data: { alert, references, narrower = [] }, actor }: SubmitAlert): void {
  const { class: releaseClass } = alert.exercise.releasability;
  const widened = widenedBy(releaseClass);
  for (const [index, reference] of references.entries()) {
    // What stands in both classes has been released.
    if (incidentOfAlert(state, reference)?.class === releaseClass) continue;
    const owner = narrower[index]
      ?.map((id) => incidentOfAlert(state, id)?.class)
      .find((found) => found !== undefined && widened.includes(found) && mayKnow(actor, found));
    if (owner === undefined) continue;
    throw new DomainError(
      'RELEASE_WIDENED',
      `the ${alert.msgType} is of class ${releaseClass} and references a message of class ${owner}, which would tell the other side of it; send it as ${owner}, or without the reference`,
    );
  }
}

interface ReferencedAlert {
  readonly alertId: string;
  readonly incident: string;
}

/** The alerts that the message names and that still count, each once; what was superseded leads to what took its place. */
function activeReferences(state: State, command: SubmitAlert): ReferencedAlert[] {
  const found = new Map<string, ReferencedAlert>();
  const releaseClass = command.data.alert.exercise.releasability.class;
  for (const reference of command.data.references) {
    if (incidentOfAlert(state, reference)?.class !== releaseClass) continue;
    let alertId: string | undefined = reference;
    let entry = state.alerts[reference];
    while (entry?.supersededBy !== undefined) {
      alertId = entry.supersededBy;
      entry = state.alerts[alertId];
    }
    if (entry?.active) found.set(alertId, { alertId, incident: entry.incident });
  }
  return [...found.values()];
}

/** A reference to a message of another class is a reference to nothing. */
function incidentOfAlert(state: State, alertId: string): Incident | undefined {
  const entry = Object.hasOwn(state.alerts, alertId) ? state.alerts[alertId] : undefined;
  return entry && incidentOf(state, entry.incident);
}

/** Withdraws alerts, and the incident with its last one; an incident that was resolved stays so. */
function cancel(state: State, command: SubmitAlert): Draft[] {
  const { alert, alertId } = command.data;
  const { class: audience } = alert.exercise.releasability;
  const cancelled = activeReferences(state, command);
  const [first] = cancelled;
  if (!first) {
    throw new DomainError('UNKNOWN_REFERENCE', 'the Cancel references no alert that is open; name one by its triple');
  }
  const drafts = [draft('AlertAccepted', audience, { alertId, alert, incident: first.incident, joined: 'referenced' })];
  const left = new Map<string, number>();
  for (const { alertId: target, incident } of cancelled) {
    drafts.push(draft('AlertCancelled', audience, { alertId: target, by: alertId, incident }));
    left.set(incident, (left.get(incident) ?? incidentOf(state, incident).activeAlerts) - 1);
  }
  for (const [id, active] of left) {
    if (active > 0 || incidentOf(state, id).status === 'resolved') continue;
    drafts.push(
      ...withdrawOpen(state, id, 'incident-cancelled'),
      draft('IncidentCancelled', audience, { incident: id }),
    );
  }
  return drafts;
}

/** A reference to what the sender may not know is a reference to nothing. */
function isKnown(state: State, notification: string, actor: Actor): boolean {
  if (!Object.hasOwn(state.notifications, notification)) return false;
  const { incident } = notificationOf(state, notification);
  return mayKnow(actor, incidentOf(state, incident).class);
}

/** A CAP Ack accepts, an Error rejects, the notification whose message it references. */
function answer(state: State, command: SubmitAlert): Draft[] {
  const { alert } = command.data;
  const id = alert.references
    ?.map((reference) => reference.identifier)
    .find((name) => isKnown(state, name, command.actor));
  if (id === undefined) {
    throw new DomainError(
      'UNKNOWN_REFERENCE',
      `the ${alert.msgType} references no notification; name one by the triple of its message`,
    );
  }
  return alert.msgType === 'Ack'
    ? acknowledge(state, id, command.actor)
    : decline(state, id, alert.note ?? 'rejected', command.actor);
}
