/** How incidents and their alerts change. No rule in here: each function only writes down what its event says. */
import { after } from '../kernel/exercise-time.js';
import { idsIn, type AlertId } from '../kernel/ids.js';
import { isGraver, reports, statedSeverity, type Severity } from '../alert/alert.js';
import type { EventOf } from '../kernel/event.js';
import { incidentOf, policyOf } from './incident-state.js';
import { keysInForce, policyKey, referenceInForce, type PolicyReference } from '../policy/policy-state.js';
import { notificationOf } from '../notification/notification-state.js';
import { unitOf } from '../unit/lookup-unit.js';
import { isResponse } from '../unit/unit.js';
import type { AlertEntry } from './incident-state.js';
import type { IncidentWorld } from './incident-state.js';
import { dropTimer, setTimer, timerKey } from '../kernel/timers.js';
import { keepCount } from '../notification/engagement.js';
import { dropAnswer } from '../notification/evolve-notification.js';
import { dropMovements } from '../unit/evolve-unit.js';
import { isTerminal, notificationId, stands } from '../notification/notification.js';
import { defaultTlp, isRestricted, markingText, originatorName } from '../release/label.js';
import { dropReview, planReview } from '../release/label-review.js';
import type { ReleaseClass, Side } from '../kernel/side.js';
import { correlate, forget } from './correlate.js';
import { forgetDecisions } from './evolve-decision.js';
import { claimSender } from './senders.js';
import { alertMarking, countMarking, discountMarking, eventMarkingOf } from './incident-marking.js';
import type { Incident } from './incident.js';
import { forgetEnded, keepWritten } from './written.js';

export function incidentOpened(state: IncidentWorld, { at, data }: EventOf<'IncidentOpened'>): void {
  state.counters[data.class]++;
  const incident: Incident = {
    id: data.incident,
    class: data.class,
    categories: data.categories,
    headline: data.headline,
    openedAt: at,
    ...policyReference(state, data),
    status: 'open',
    severity: data.severity,
    gravest: data.severity,
    severities: {},
    facts: data.facts,
    latestAlertAt: at,
    alertCount: 0,
    activeAlerts: 0,
    answers: 0,
    overrides: {},
    asked: [],
    notificationCount: 0,
    updateCount: 0,
    notes: {},
    figures: { firstAcknowledgementAt: {}, escalations: 0 },
    // Last, since it may come later: a state that was read back then has its keys in the same order.
    site: data.site,
  };
  if (data.label) {
    incident.marking = data.label;
    incident.statedMarking = markingText(data.label);
  }
  state.incidents[data.incident] = incident;
  state.members[data.incident] = [];
  correlate(state, incident);
}

export function alertAccepted(state: IncidentWorld, event: EventOf<'AlertAccepted'>): void {
  const { at, data } = event;
  const { alertId, alert } = data;
  // What its owner's side releases is sent by nobody anew.
  if (data.released === undefined) claimSender(state, event);
  const { class: releaseClass } = alert.exercise.releasability;
  const own = awaitedKey(releaseClass, alertId);
  // Logs of older engines do not state it. A viewer cannot derive it where the message that came first is withheld.
  const isOvertaken = data.overtaken === true || state.awaited[own] !== undefined;
  delete state.awaited[own];
  if (data.awaits && (alert.msgType === 'Update' || alert.msgType === 'Cancel')) {
    for (const id of data.awaits) state.awaited[awaitedKey(releaseClass, id)] = { by: alertId, msgType: alert.msgType };
    forgetAwaited(state);
  }
  if (data.incident === undefined) return;
  const incident = incidentOf(state, data.incident);
  const entry: AlertEntry = {
    incident: incident.id,
    active: false,
    severity: undefined,
    marking: undefined,
    tearLine: data.tearLine,
    ...broughtInBy(event),
    supersededBy: undefined,
  };
  state.alerts[alertId] = entry;
  state.members[incident.id]?.push(alertId);
  incident.alertCount++;
  if (!reports(alert) || isOvertaken) return;
  entry.active = true;
  incident.activeAlerts++;
  incident.latestAlertAt = at;
  countMarking(incident, entry, alertMarking(alert, event.actor));
  planReview(
    state,
    { of: 'alert', id: alertId, incident: incident.id },
    { reviewAt: alert.exercise.releasability.reviewAt, at, owner: ownerOfAlert(releaseClass, entry.owner) },
  );
  const severity = statedSeverity(alert);
  if (severity) count(incident, entry, severity);
  correlate(state, incident);
}

/** Only what a JOINT alert, or another one, needs: most alerts of a script then have neither. */
function broughtInBy({ actor, data }: EventOf<'AlertAccepted'>): Pick<AlertEntry, 'owner' | 'originator'> {
  if (data.alert.exercise.releasability.class !== 'JOINT') {
    return { owner: undefined, originator: originatorName(actor) };
  }
  const side = actor.kind === 'account' ? actor.side : undefined;
  return { owner: data.released?.history.at(-1)?.from ?? side, originator: undefined };
}

function ownerOfAlert(releaseClass: ReleaseClass, owner: Side | undefined): Side | undefined {
  return releaseClass === 'JOINT' ? owner : releaseClass;
}

/** Each class has its own, so that what one side references reveals nothing to the other. */
export function awaitedKey(releaseClass: ReleaseClass, alertId: AlertId): string {
  return `${releaseClass}|${alertId}`;
}

const AWAITED = 10_000;

/** References to what may never come must not fill the memory. Some at a time, since each look through them all costs. */
function forgetAwaited(state: IncidentWorld): void {
  const ids = Object.keys(state.awaited);
  if (ids.length <= AWAITED + 1_000) return;
  for (const id of ids.slice(0, ids.length - AWAITED)) delete state.awaited[id];
}

function count(incident: Incident, entry: AlertEntry, severity: Severity): void {
  entry.severity = severity;
  incident.severities[severity] = (incident.severities[severity] ?? 0) + 1;
}

export function alertSuperseded(state: IncidentWorld, { data }: EventOf<'AlertSuperseded'>): void {
  const entry = retire(state, data.alertId);
  if (entry) entry.supersededBy = data.by;
}

export function alertCancelled(state: IncidentWorld, { data }: EventOf<'AlertCancelled'>): void {
  retire(state, data.alertId);
}

function retire(state: IncidentWorld, alertId: AlertId): AlertEntry | undefined {
  const entry = state.alerts[alertId];
  if (!entry?.active) return entry;
  const incident = incidentOf(state, entry.incident);
  dropReview(state, { of: 'alert', id: alertId });
  entry.active = false;
  incident.activeAlerts--;
  if (entry.severity) incident.severities[entry.severity] = (incident.severities[entry.severity] ?? 1) - 1;
  entry.severity = undefined;
  discountMarking(incident, entry);
  return entry;
}

export function incidentChanged(state: IncidentWorld, { data }: EventOf<'IncidentChanged'>): void {
  const incident = incidentOf(state, data.incident);
  // Only the latest alert changes these two, and it stands last for them.
  const isElsewhere = data.changed.includes('site') || data.changed.includes('categories');
  if (isElsewhere) forget(state, incident);
  incident.severity = data.severity;
  if (isGraver(data.severity, incident.gravest)) incident.gravest = data.severity;
  incident.site = data.site;
  incident.categories = data.categories;
  incident.facts = data.facts;
  if (isElsewhere) correlate(state, incident);
}

/** As grave as the alert that opened it again. Nothing that was asked or answered before counts any more. */
export function incidentReopened(state: IncidentWorld, { at, data }: EventOf<'IncidentReopened'>): void {
  const incident = incidentOf(state, data.incident);
  forget(state, incident);
  incident.status = 'open';
  incident.reopenedAt = at;
  incident.severity = data.severity;
  incident.gravest = data.severity;
  incident.severities = {};
  for (const id of state.members[incident.id] ?? []) {
    const entry = state.alerts[id];
    if (entry) entry.severity = undefined;
  }
  const reopening = state.alerts[data.alertId];
  if (reopening) count(incident, reopening, data.severity);
  incident.facts = data.facts;
  incident.site = data.facts.site;
  incident.categories = data.facts.category;
  incident.overrides = {};
  forgetDecisions(state, incident);
  incident.asked = [];
  delete incident.figures.resolvedAt;
  correlate(state, incident);
  dropTimer(state.timers, timerKey({ kind: 'close', incident: incident.id }));
}

/** What the log says of its marking: a viewer may not know of the alert that made it so. */
export function incidentLabelChanged(state: IncidentWorld, { data }: EventOf<'IncidentLabelChanged'>): void {
  const incident = incidentOf(state, data.incident);
  incident.statedMarking = markingText(data.to);
  if (data.to.tlp === defaultTlp(incident.class)) delete incident.marking;
  else incident.marking = data.to;
}

export function incidentResponding(state: IncidentWorld, { at, data }: EventOf<'IncidentResponding'>): void {
  incidentOf(state, data.incident).figures.respondingAt ??= at;
}

export function jointAcknowledgementChanged(
  state: IncidentWorld,
  { at, data }: EventOf<'JointAcknowledgementChanged'>,
): void {
  if (data.state === 'joint') incidentOf(state, data.incident).figures.jointAcknowledgementAt ??= at;
}

export function acknowledgementOverridden(
  state: IncidentWorld,
  { at, data }: EventOf<'AcknowledgementOverridden'>,
): void {
  const incident = incidentOf(state, data.incident);
  incident.overrides[data.side] = { at, reason: data.reason, answerNumber: ++incident.answers };
}

export function incidentNoted(state: IncidentWorld, event: EventOf<'IncidentNoted'>): void {
  const { data, audience } = event;
  keepWritten(state, event);
  const notes = (incidentOf(state, data.incident).notes ??= {});
  notes[audience] = countedBy(data.note);
}

export function decisionRecorded(state: IncidentWorld, event: EventOf<'DecisionRecorded'>): void {
  const { data, audience } = event;
  keepWritten(state, event);
  const decisions = (incidentOf(state, data.incident).decisionsRecorded ??= {});
  decisions[audience] = countedBy(data.record);
}

/** Not counted up: a viewer may have missed some that their labels kept from it. */
function countedBy(id: string): number {
  return Number(id.replace(/^.*\D/, ''));
}

export function notificationSent(
  state: IncidentWorld,
  { at, data }: EventOf<'NotificationSent' | 'NotificationReminded'>,
): void {
  incidentOf(state, data.incident).figures.firstNotificationAt ??= at;
}

/** The acknowledgement has its place among all answers. */
export function answerCounted(
  state: IncidentWorld,
  { at, data }: EventOf<'NotificationAcknowledged' | 'LateAcknowledgement'>,
): void {
  const incident = incidentOf(state, data.incident);
  notificationOf(state, data.notification).answerNumber = ++incident.answers;
  incident.figures.firstAcknowledgementAt[data.side] ??= at;
}

export function unitProgressed(state: IncidentWorld, { at, data }: EventOf<'UnitProgressed'>): void {
  if (data.progress === 'onScene') incidentOf(state, data.incident).figures.firstOnSceneAt ??= at;
}

export function unitsInformed(state: IncidentWorld, { data }: EventOf<'UnitsInformed'>): void {
  const incident = state.incidents[data.incident];
  if (incident) incident.updateCount += data.updates.length;
}

export function updateTransmissionPlanned(state: IncidentWorld, { data }: EventOf<'UpdateTransmissionPlanned'>): void {
  const { deliverAt, ...update } = data;
  if (deliverAt === null) dropTimer(state.timers, timerKey({ kind: 'update', ...update }));
  else setTimer(state.timers, deliverAt, { kind: 'update', ...update });
}

export function updateDelivered(state: IncidentWorld, { data, audience }: EventOf<'UpdateDelivered'>): void {
  const { update, incident, unit } = data;
  dropTimer(state.timers, timerKey({ kind: 'update', update, incident, unit, audience }));
}

export function incidentResolved(state: IncidentWorld, { at, data }: EventOf<'IncidentResolved'>): void {
  const incident = incidentOf(state, data.incident);
  standDown(state, incident);
  forgetDecisions(state, incident);
  incident.status = 'resolved';
  incident.figures.resolvedAt = at;
  const closeAfter = policyOf(state, incident).closeAfterMs;
  if (closeAfter !== undefined) setTimer(state.timers, after(at, closeAfter), { kind: 'close', incident: incident.id });
}

/** Closed and cancelled incidents leave the hot state whole, so that its size follows what is open. */
export function incidentEnded(state: IncidentWorld, event: EventOf<'IncidentClosed' | 'IncidentCancelled'>): void {
  const incident = incidentOf(state, event.data.incident);
  if (incident.status !== 'resolved') standDown(state, incident);
  forgetDecisions(state, incident);
  incident.status = event.type === 'IncidentClosed' ? 'closed' : 'cancelled';
  dropTimer(state.timers, timerKey({ kind: 'close', incident: incident.id }));
  for (const alertId of state.members[incident.id] ?? []) {
    dropReview(state, { of: 'alert', id: alertId });
    delete state.alerts[alertId];
  }
  forgetEnded(state, incident.id);
  delete state.members[incident.id];
  for (let n = 1; n <= incident.notificationCount; n++) {
    const id = notificationId(incident, n);
    const notification = state.notifications[id];
    if (notification && !isTerminal(notification.status)) {
      throw new Error(`${id} was left open at the end of its incident`);
    }
    delete state.notifications[id];
  }
  forget(state, incident);
  const marking = eventMarkingOf(incident);
  if (marking !== undefined && isRestricted(marking)) {
    (state.endedMarkings ??= {})[incident.id] = markingText(marking);
  }
  delete state.incidents[incident.id];
  dropUnneededPolicies(state);
}

/** A policy that was changed is kept for as long as an incident goes by it. */
export function dropUnneededPolicies(state: IncidentWorld): void {
  const inForce = keysInForce(state);
  const others = new Set(Object.keys(state.policies).filter((key) => !inForce.has(key)));
  if (others.size === 0) return;
  for (const id of idsIn(state.incidents)) others.delete(policyKey(incidentOf(state, id)));
  for (const key of others) delete state.policies[key];
}

/** A player's stream does not say by which policy an incident goes, and holds no other than those that the player knows of. */
function policyReference(state: IncidentWorld, data: EventOf<'IncidentOpened'>['data']): PolicyReference {
  const { policyVersion, policyClass, class: releaseClass } = data;
  if ((policyVersion as number | undefined) === undefined) return referenceInForce(state, releaseClass);
  return { policyVersion, ...(policyClass !== undefined && { policyClass }) };
}

/** Frees the units: what they were going to answer or do does not happen. */
function standDown(state: IncidentWorld, incident: Incident): void {
  for (const id of incident.asked) {
    const notification = notificationOf(state, id);
    // All have ended by now; only what has expired can still be answered.
    if (notification.status === 'expired') dropAnswer(state, notification);
    const unit = unitOf(state, notification.unit);
    if (stands(notification) && isResponse(notification.action)) {
      dropTimer(state.timers, timerKey({ kind: 'lapse', notification: id }));
      if (!notification.done) dropMovements(state, unit.id, incident.id);
    }
    if (!unit.questions[incident.id]) continue;
    keepCount(state, unit.id, incident, () => {
      delete unit.questions[incident.id];
    });
    delete unit.progress[incident.id];
  }
}
