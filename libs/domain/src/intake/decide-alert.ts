/** What an incoming message does: open an incident, join one, update, cancel, or answer a notification. */
import { incidentId, notificationId, type AlertId, type IncidentId } from '../kernel/ids.js';
import { draft, type Actor, type Draft } from '../kernel/event.js';
import { type Joined } from '../alert/alert-events.js';
import { DomainError } from '../kernel/domain-error.js';
import { incidentOf } from '../incident/incident-state.js';
import { mayRead } from '../release/release.js';
import { notificationReference } from '../notification/notification-message.js';
import { notificationOf } from '../notification/notification-state.js';
import { storyTimeMs } from '../kernel/story-time.js';
import { checkAlert } from './check-alert.js';
import type { AwaitedAlert } from '../incident/incident-state.js';
import type { EscalationWorld } from '../escalation/escalation-state.js';
import type { TimedCommand } from '../kernel/command.js';
import { routingFacts, type RoutingFacts } from '../policy/routing-facts.js';
import { startsAnotherChain } from '../escalation/route-incident.js';
import { correlatedIncident } from '../incident/correlate.js';
import { awaitedKey } from '../incident/evolve-incident.js';
import { changeOf, factsAfter, severityAfter } from '../incident/facts.js';
import { alertMarking } from '../incident/incident-marking.js';
import type { Incident } from '../incident/incident.js';
import { mustOwnReferences, mustOwnSender } from '../incident/senders.js';
import { informUnits } from '../incident/news.js';
import { giveAnswers, type Answer } from '../incident/decide-answer.js';
import { withdrawOpen } from '../incident/withdraw.js';
import { widenedBy } from '../release/release.js';
import { mayReadMarked } from '../release/label.js';
import { nextTearLine, otherSide, shareTearLine } from '../release/tear-line.js';
import { type ReleaseClass } from '../kernel/side.js';
import { severityOf, statedSeverity, type Alert, type MessageReference } from '../alert/alert.js';
import { nextIncidentId, openIncident } from './open-incident.js';

type SubmitAlert = Extract<TimedCommand, { type: 'SubmitAlert' }>;

/**
 * @throws DomainError as `checkAlert`, and NOT_YOUR_SENDER, TOO_MANY_SENDERS, DUPLICATE_ALERT, RELEASE_WIDENED, UNKNOWN_REFERENCE,
 * UNKNOWN_NOTIFICATION …
 */
export function decideAlert(state: EscalationWorld, submitted: SubmitAlert): Draft[] {
  const command = withFoundReferences(state, submitted);
  const { alert, alertId } = command.data;
  checkAlert(state.scenario, alert, command.actor);
  mustOwnSender(state, alert, command.actor);
  if (Object.hasOwn(state.alerts, alertId))
    throw new DomainError('DUPLICATE_ALERT', `alert ${alertId} was accepted before`);
  switch (alert.msgType) {
    case 'Alert':
      return withTearLine(state, command, takeIn(state, command));
    case 'Update':
      mustNotWiden(state, command);
      mustOwnReferences(state, alert, command.actor);
      return withTearLine(state, command, takeIn(state, command));
    case 'Cancel':
      mustNotWiden(state, command);
      mustOwnReferences(state, alert, command.actor);
      return withTearLine(state, command, cancel(state, command));
    case 'Ack':
    case 'Error':
      return answer(state, command);
    default:
      return alert.msgType satisfies never;
  }
}

/** The other side gets the alert's tear line, in the place of that of a message which it supersedes or cancels. */
function withTearLine(state: EscalationWorld, { data: { alert, references } }: SubmitAlert, drafts: Draft[]): Draft[] {
  const { class: owner, tearLine: text, tearLineTlp: tlp } = alert.exercise.releasability;
  const side = otherSide(owner);
  if (owner === 'JOINT' || side === undefined || text === undefined) return drafts;
  const accepted = drafts.findIndex(({ type }) => type === 'AlertAccepted');
  const before = drafts[accepted];
  if (before?.type !== 'AlertAccepted') return drafts;
  const tearLine = nextTearLine(state, side);
  const replaces =
    alert.msgType === 'Alert'
      ? undefined
      : references.map((id) => state.alerts[id]?.tearLine).find((id) => id !== undefined);
  const said = [...drafts];
  said[accepted] = { ...before, data: { ...before.data, tearLine } };
  return [...said, shareTearLine(tearLine, owner, side, { kind: 'alert', text, tlp, replaces })];
}

/** Each reference leads to the sender's own message, else to that of somebody else in the same class, if there is one. */
function withFoundReferences(state: EscalationWorld, command: SubmitAlert): SubmitAlert {
  const { references, others, alert } = command.data;
  if (others === undefined) return command;
  const { class: releaseClass } = alert.exercise.releasability;
  const isKnown = (id: AlertId): boolean => readableIncident(state, id, command.actor)?.class === releaseClass;
  const found = references.map((id, index) => (isKnown(id) ? id : (others[index]?.find(isKnown) ?? id)));
  return { ...command, data: { ...command.data, references: found } };
}

function takeIn(state: EscalationWorld, command: SubmitAlert): Draft[] {
  const { actor } = command;
  const { alert, alertId } = command.data;
  const { class: audience } = alert.exercise.releasability;
  const newer = awaitedBy(state, audience, alertId);
  if (newer) return takeInBehind(state, command, newer);
  const awaits = unknownReferences(state, command);
  const stated = routingFacts(alert);
  const found = findIncident(state, command, stated);
  if (!found) {
    const incident = nextIncidentId(state, audience);
    return [
      openIncident(state, alert, actor, stated),
      draft('AlertAccepted', audience, { alertId, alert, incident, joined: 'opened', awaits }, actor),
    ];
  }
  const { incident, joined } = found;
  const superseded = supersededBy(state, command, incident);
  const drafts = [
    draft('AlertAccepted', audience, { alertId, alert, incident: incident.id, joined, awaits }, actor),
    ...superseded.map((id) => draft('AlertSuperseded', audience, { alertId: id, by: alertId, incident: incident.id })),
  ];
  if (incident.status === 'resolved') {
    // What had been over says nothing of how grave it is now; a later alert is graver than this one, or is not.
    const severity = severityOf(alert);
    const facts = factsAfter(incident, stated, severity);
    return [...drafts, draft('IncidentReopened', audience, { incident: incident.id, alertId, severity, facts })];
  }
  return [...drafts, ...changedBy(state, incident, superseded, alert)];
}

/** An `Update` takes the place of what it references in its own incident; another incident would be left without an alert. */
function supersededBy(state: EscalationWorld, command: SubmitAlert, incident: Incident): AlertId[] {
  if (command.data.alert.msgType !== 'Update') return [];
  return activeReferences(state, command)
    .filter((entry) => entry.incident === incident.id)
    .map(({ alertId }) => alertId);
}

/** What becomes of an incident's facts as some alerts go and, perhaps, another comes. */
function changedBy(state: EscalationWorld, incident: Incident, gone: readonly AlertId[], alert?: Alert): Draft[] {
  const goneSeverities = gone.map((id) => state.alerts[id]?.severity);
  const severity = severityAfter(incident, goneSeverities, alert && statedSeverity(alert));
  const facts = alert ? factsAfter(incident, routingFacts(alert), severity) : { ...incident.facts, severity };
  const startsChain = alert !== undefined && startsAnotherChain(state, incident, facts);
  const change = changeOf(incident, facts, startsChain);
  return change ? [draft('IncidentChanged', incident.class, change)] : [];
}

/**
 * An alert that comes after the message that took its place, or withdrew it: it joins the incident of that one, and is not in
 * force. An Update among them still takes the place of what it references, but for what took its own. Without such an incident it opens none.
 */
function takeInBehind(state: EscalationWorld, command: SubmitAlert, { by, msgType }: AwaitedAlert): Draft[] {
  const { actor } = command;
  const { alert, alertId } = command.data;
  const { class: audience } = alert.exercise.releasability;
  const incident = incidentOfAlert(state, by);
  const awaits = unknownReferences(state, command);
  const said = { alertId, alert, awaits, overtaken: true } as const;
  const accepted = incident
    ? draft('AlertAccepted', audience, { ...said, incident: incident.id, joined: 'referenced' }, actor)
    : draft('AlertAccepted', audience, { ...said, joined: 'none' }, actor);
  const place = { alertId, by, incident: incident?.id };
  if (msgType === 'Cancel') return [accepted, draft('AlertCancelled', audience, place)];
  const inForce = successorOf(state, by);
  const superseded = incident ? supersededBy(state, command, incident).filter((id) => id !== inForce) : [];
  return [
    accepted,
    draft('AlertSuperseded', audience, place),
    ...superseded.map((id) => draft('AlertSuperseded', audience, { alertId: id, by: alertId, incident: incident?.id })),
    ...(incident?.status === 'open' ? changedBy(state, incident, superseded) : []),
  ];
}

/** The alert that took the place of another, and of those that took its place. */
function successorOf(state: EscalationWorld, alertId: AlertId): AlertId {
  let found = alertId;
  for (;;) {
    const next = state.alerts[found]?.supersededBy;
    if (next === undefined) return found;
    found = next;
  }
}

function awaitedBy(state: EscalationWorld, releaseClass: ReleaseClass, alertId: AlertId): AwaitedAlert | undefined {
  return state.awaited[awaitedKey(releaseClass, alertId)];
}

/** References to messages that have not come; of an alert that replaces or withdraws nothing, none. */
function unknownReferences(
  state: EscalationWorld,
  { data: { alert, references }, actor }: SubmitAlert,
): AlertId[] | undefined {
  if (alert.msgType !== 'Update' && alert.msgType !== 'Cancel') return undefined;
  const { class: releaseClass } = alert.exercise.releasability;
  const awaits = references.filter((id) => {
    // A message of another class is none that the sender may know of.
    if (readableIncident(state, id, actor)?.class === releaseClass) return false;
    // A Cancel is final; of several Updates the first takes the place.
    const known = awaitedBy(state, releaseClass, id);
    return known === undefined || (known.msgType === 'Update' && alert.msgType === 'Cancel');
  });
  return awaits.length > 0 ? [...new Set(awaits)] : undefined;
}

/** Referenced first, then named, then correlated; always of the alert's own class, and never one that has ended. */
function findIncident(
  state: EscalationWorld,
  command: SubmitAlert,
  { site, category }: RoutingFacts,
): { incident: Incident; joined: Joined } | undefined {
  const { alert, references } = command.data;
  const releaseClass = alert.exercise.releasability.class;
  for (const reference of references) {
    const incident = readableIncident(state, reference, command.actor);
    if (incident?.class === releaseClass) return { incident, joined: 'referenced' };
  }
  for (const id of (alert.incidents ?? []).map(incidentId)) {
    const incident = Object.hasOwn(state.incidents, id) ? state.incidents[id] : undefined;
    if (incident?.class === releaseClass && readsMarked(command.actor, incident)) return { incident, joined: 'named' };
  }
  if (site === undefined) return undefined;
  const incident = correlatedIncident(state, {
    class: releaseClass,
    site,
    categories: category,
    at: command.at,
    marking: alertMarking(alert, command.actor),
  });
  return incident && { incident, joined: 'correlated' };
}

/**
 * An Update or a Cancel must not show a message to more people than may know of it: that would be a release. For an actor who may
 * not know of the message, the reference leads to nothing, like a reference to an unknown message.
 * @throws DomainError RELEASE_WIDENED
 */
function mustNotWiden(
  state: EscalationWorld,
  { data: { alert, references, narrower = [] }, actor }: SubmitAlert,
): void {
  const { class: releaseClass } = alert.exercise.releasability;
  const widened = widenedBy(releaseClass);
  for (const [index, reference] of references.entries()) {
    // What stands in both classes has been released.
    if (readableIncident(state, reference, actor)?.class === releaseClass) continue;
    const owner = narrower[index]
      ?.map((id) => incidentOfAlert(state, id))
      .find((found) => found !== undefined && widened.includes(found.class) && mayRead(actor, found))?.class;
    if (owner === undefined) continue;
    throw new DomainError(
      'RELEASE_WIDENED',
      `the ${alert.msgType} is of class ${releaseClass} and references a message of class ${owner}, which would disclose it to the other side; send it as ${owner}, or without the reference`,
    );
  }
}

interface ReferencedAlert {
  readonly alertId: AlertId;
  readonly incident: IncidentId;
}

/** The alerts that the message names and that still count, each once; what was superseded leads to what took its place. */
function activeReferences(state: EscalationWorld, command: SubmitAlert): ReferencedAlert[] {
  const found = new Map<AlertId, ReferencedAlert>();
  const releaseClass = command.data.alert.exercise.releasability.class;
  for (const reference of command.data.references) {
    if (readableIncident(state, reference, command.actor)?.class !== releaseClass) continue;
    const alertId = successorOf(state, reference);
    const entry = state.alerts[alertId];
    if (entry?.active) found.set(alertId, { alertId, incident: entry.incident });
  }
  return [...found.values()];
}

/** A reference to a message of another class is a reference to nothing. */
function incidentOfAlert(state: EscalationWorld, alertId: AlertId): Incident | undefined {
  const entry = Object.hasOwn(state.alerts, alertId) ? state.alerts[alertId] : undefined;
  return entry && incidentOf(state, entry.incident);
}

/** What a label keeps from somebody is nothing to them. A sender may reference what it sent, of whatever class it may send. */
function readableIncident(state: EscalationWorld, alertId: AlertId, actor: Actor): Incident | undefined {
  const incident = incidentOfAlert(state, alertId);
  return incident && readsMarked(actor, incident) ? incident : undefined;
}

function readsMarked(actor: Actor, { marking }: Incident): boolean {
  return actor.kind !== 'account' || mayReadMarked(actor, marking);
}

/**
 * Withdraws alerts, and the incident with its last one; an incident that was resolved stays so. What has not come yet is
 * withdrawn when it comes.
 */
function cancel(state: EscalationWorld, command: SubmitAlert): Draft[] {
  const { actor } = command;
  const { alert, alertId } = command.data;
  const { class: audience } = alert.exercise.releasability;
  const cancelled = activeReferences(state, command);
  const awaits = unknownReferences(state, command);
  const [first] = cancelled;
  if (!first && !awaits) {
    throw new DomainError(
      'UNKNOWN_REFERENCE',
      'every alert that the Cancel references is withdrawn or superseded already',
    );
  }
  if (!first) return [draft('AlertAccepted', audience, { alertId, alert, joined: 'none', awaits }, actor)];
  const drafts = [
    draft('AlertAccepted', audience, { alertId, alert, incident: first.incident, joined: 'referenced', awaits }, actor),
  ];
  const gone = new Map<IncidentId, AlertId[]>();
  for (const { alertId: target, incident } of cancelled) {
    drafts.push(draft('AlertCancelled', audience, { alertId: target, by: alertId, incident }));
    gone.set(incident, [...(gone.get(incident) ?? []), target]);
  }
  for (const [id, targets] of gone) {
    const incident = incidentOf(state, id);
    if (incident.status === 'resolved') continue;
    if (incident.activeAlerts > targets.length) {
      drafts.push(...changedBy(state, incident, targets));
      continue;
    }
    drafts.push(
      ...withdrawOpen(state, id, 'incident-cancelled'),
      ...informUnits(state, incident, ['cancelled']),
      draft('IncidentCancelled', audience, { incident: id }),
    );
  }
  return drafts;
}

/**
 * A CAP Ack accepts, an Error rejects, the notifications whose messages it references: all of them, or it is refused.
 * A reference to what the sender may not know is a reference to nothing.
 */
function answer(state: EscalationWorld, command: SubmitAlert): Draft[] {
  const { alert } = command.data;
  const references = alert.references ?? [];
  const ids = [...new Set(references.map(({ identifier }) => notificationId(identifier)))];
  const unknown = references.filter((reference) => !isKnown(state, reference, command.actor));
  if (ids.length === 0 || unknown.length > 0) {
    throw new DomainError(
      'UNKNOWN_REFERENCE',
      `the ${alert.msgType} references ${unknown.length > 0 ? `no notification by "${unknown.map(tripleOf).join('", "')}"` : 'no notification'}; name each by the triple of its message`,
    );
  }
  const given: Answer =
    alert.msgType === 'Ack' ? { answer: 'acknowledge' } : { answer: 'decline', reason: alert.note ?? 'rejected' };
  return giveAnswers(state, ids, given, command.actor);
}

/** Whether the reference names the whole triple of a notification that the actor may know of. */
function isKnown(state: EscalationWorld, reference: MessageReference, actor: Actor): boolean {
  const id = notificationId(reference.identifier);
  if (!Object.hasOwn(state.notifications, id)) return false;
  const notification = notificationOf(state, id);
  if (!mayRead(actor, incidentOf(state, notification.incident))) return false;
  const { sender } = notificationReference(state.scenario, notification);
  // The same moment may be written with another offset; CAP has no fractions of a second.
  const queued = Math.floor(storyTimeMs(state.scenario, notification.queuedAt) / 1000) * 1000;
  return reference.sender === sender && Date.parse(reference.sent) === queued;
}

function tripleOf({ sender, identifier, sent }: MessageReference): string {
  return `${sender},${identifier},${sent}`;
}
