/**
 * How requests and proposals change, and what a release takes along. A viewer's state may know of a case or an incident no more than its
 * stream says: what is not there stays so.
 */
import { after } from '../kernel/exercise-time.js';
import type { EventOf } from '../kernel/event.js';
import type { IncidentId } from '../kernel/ids.js';
import type { Side } from '../kernel/side.js';
import { dropTimer, setTimer, timerKey } from '../kernel/timers.js';
import { incidentOf, policyOf } from '../incident/incident-state.js';
import type { Incident } from '../incident/incident.js';
import { addNotification } from '../notification/evolve-notification.js';
import { keepCount } from '../notification/engagement.js';
import { askedOfUnit } from '../notification/asked.js';
import { covers } from '../notification/notification.js';
import { notificationOf } from '../notification/notification-state.js';
import { scheduleReminder } from '../escalation/reminders.js';
import { matchRoutes } from '../policy/match-routes.js';
import { ownerOf } from '../release/authority.js';
import { dropMovements } from '../unit/evolve-unit.js';
import { siteOf, unitOf } from '../unit/lookup-unit.js';
import { isResponse } from '../unit/unit.js';
import type { Became } from './releasing-events.js';
import type { ReleaseCase, ReleasingSlice, ReleasingWorld } from './releasing-state.js';

/** Of what one side keeps to itself, all that a release could show. */
export function keepAlert({ releasing }: ReleasingSlice, { data, actor }: EventOf<'AlertAccepted'>): void {
  const { alert, alertId, incident } = data;
  if (incident === undefined || alert.exercise.releasability.class === 'JOINT') return;
  releasableOf(releasing, incident).alerts[alertId] = { alert, owner: ownerOf(actor, 'JOINT') };
}

export function keepNote({ releasing, incidents }: ReleasingWorld, { data, audience }: EventOf<'IncidentNoted'>): void {
  const { incident, note, text, label, reviewAt } = data;
  if (audience === 'JOINT' || audience !== incidents[incident]?.class) return;
  releasableOf(releasing, incident).notes[note] = {
    text,
    ...(label && { marking: label }),
    ...(reviewAt !== undefined && { reviewAt }),
  };
}

function releasableOf({ releasable }: ReleasingSlice['releasing'], incident: IncidentId) {
  return (releasable[incident] ??= { alerts: {}, notes: {} });
}

/** An incident that has ended, or is withheld, is released no more. */
export function forgetReleasable(
  { releasing }: ReleasingSlice,
  { data: { incident } }: { readonly data: { readonly incident: IncidentId } },
): void {
  delete releasing.releasable[incident];
  delete releasing.prompted[incident];
}

export function releaseRequested({ releasing }: ReleasingSlice, { at, data, audience }: EventOf<'ReleaseRequested'>) {
  const { request: id, tearLine, text } = data;
  const from = audience as Side;
  releasing.requestCounts[from]++;
  releasing.requests[id] = { id, from, status: 'waiting', openedAt: at, ...(tearLine && { tearLine }), text };
}

export function releaseAsked(state: ReleasingWorld, { at, data, audience }: EventOf<'ReleaseAsked'>): void {
  const { from, tearLine, text } = data;
  const found = openCase(state, data.release, audience as Side, at);
  found.asked = { from, ...(tearLine && { tearLine }), text };
  decideBy(state, found, data.decideBy);
}

export function releaseRouted({ releasing }: ReleasingSlice, { data }: EventOf<'ReleaseRouted'>): void {
  releasing.routed[data.request] = data.release;
}

export function releaseProposed(state: ReleasingWorld, { at, data, actor, audience }: EventOf<'ReleaseProposed'>) {
  const { release, incident, things, join, reason } = data;
  const found = state.releasing.cases[release] ?? openCase(state, release, audience as Side, at);
  found.status = 'proposed';
  const by = actor.kind === 'engine' ? '' : actor.id;
  found.proposal = { incident, things, ...(join && { join }), by, reason };
  decideBy(state, found, data.decideBy);
}

function openCase({ releasing }: ReleasingSlice, id: string, owner: Side, openedAt: ReleaseCase['openedAt']) {
  // A viewer may not have read of the one before.
  releasing.caseCounts[owner] = Math.max(releasing.caseCounts[owner] + 1, Number(id.replace(/^\D+/, '')));
  const found: ReleaseCase = { id, owner, status: 'asked', openedAt };
  releasing.cases[id] = found;
  return found;
}

function decideBy(state: ReleasingWorld, found: ReleaseCase, due: ReleaseCase['decideBy']): void {
  if (due === undefined) return;
  found.decideBy = due;
  setTimer(state.timers, due, { kind: 'releaseOverdue', release: found.id });
}

export function releaseOverdue(state: ReleasingWorld, { data }: EventOf<'ReleaseOverdue'>): void {
  dropTimer(state.timers, timerKey({ kind: 'releaseOverdue', release: data.release }));
  const found = state.releasing.cases[data.release];
  if (found) found.overdue = true;
}

const STATUSES = { approve: 'approved', 'tear-line': 'tear-line', decline: 'declined' } as const;

export function releaseDecided(state: ReleasingWorld, { at, data }: EventOf<'ReleaseDecided'>): void {
  dropTimer(state.timers, timerKey({ kind: 'releaseOverdue', release: data.release }));
  const found = state.releasing.cases[data.release];
  if (found) {
    found.status = STATUSES[data.decision];
    found.decidedAt = at;
    if (data.reason !== undefined) found.reason = data.reason;
    if (data.joint !== undefined) found.joint = data.joint;
  }
  const { incident, joint, became } = data;
  if (incident === undefined || joint === undefined || became === undefined) return;
  const links = (state.releasing.links[incident] ??= []);
  if (!links.includes(joint)) links.push(joint);
  const releasable = state.releasing.releasable[incident];
  for (const { from, to } of became.alerts) {
    const alert = releasable?.alerts[from];
    if (alert) alert.released = to;
  }
  for (const { from, to } of became.notes) {
    const note = releasable?.notes[from];
    if (note) note.released = to;
  }
  for (const moved of became.notifications) moveAway(state, moved);
}

/** The answer engages the unit on the JOINT incident now. It still stands here, and nothing of it is due any more. */
function moveAway(state: ReleasingWorld, { from }: Became<ReturnType<typeof notificationOf>['id']>): void {
  const notification = state.notifications[from];
  if (!notification) return;
  const { unit, incident, class: releaseClass } = notification;
  keepCount(state, unit, { id: incident, class: releaseClass }, () => {
    notification.done = true;
  });
  dropTimer(state.timers, timerKey({ kind: 'lapse', notification: from }));
  dropMovements(state, unit, incident);
  delete unitOf(state, unit).progress[incident];
}

export function releaseAnswered({ releasing }: ReleasingSlice, { at, data }: EventOf<'ReleaseAnswered'>): void {
  const found = releasing.requests[data.request];
  if (!found) return;
  found.status = data.answer;
  found.answeredAt = at;
  if (data.reason !== undefined) found.reason = data.reason;
  if (data.joint !== undefined) found.joint = data.joint;
}

/** What answers a request is a request again once its proposal is taken back. */
export function releaseWithdrawn(state: ReleasingWorld, { at, data }: EventOf<'ReleaseWithdrawn'>): void {
  const found = state.releasing.cases[data.release];
  if (!found) return;
  if (data.by === 'owner' && found.asked) {
    found.status = 'asked';
    delete found.proposal;
    return;
  }
  dropTimer(state.timers, timerKey({ kind: 'releaseOverdue', release: data.release }));
  found.status = 'withdrawn';
  found.decidedAt = at;
}

export function requestWithdrawn({ releasing }: ReleasingSlice, { at, data }: EventOf<'ReleaseRequestWithdrawn'>) {
  const found = releasing.requests[data.request];
  if (!found) return;
  found.status = 'withdrawn';
  found.answeredAt = at;
}

export function releasePrompted({ releasing }: ReleasingSlice, { data }: EventOf<'ReleasePrompted'>): void {
  releasing.prompted[data.incident] = true;
}

/** As an answer that was given at this moment: when it was given before is its owner's affair. */
export function notificationCarried(state: ReleasingWorld, { at, data }: EventOf<'NotificationCarried'>): void {
  const { notification: id, unit: unitId, side, action, progress } = data;
  const incident = incidentOf(state, data.incident);
  const { class: releaseClass } = incident;
  incident.notificationCount++;
  incident.asked.push(id);
  addNotification(
    state,
    { notification: id, unit: unitId, side, action },
    { incident: incident.id, class: releaseClass, at, expiresAt: undefined, carried: true },
  );
  const notification = notificationOf(state, id);
  const unit = unitOf(state, unitId);
  keepCount(state, unitId, incident, () => {
    notification.status = 'acknowledged';
    notification.endedAt = at;
    notification.acknowledgedAt = at;
    notification.answerNumber = ++incident.answers;
    if (isResponse(action) && progress !== undefined) notification.underWay = true;
  });
  incident.figures.firstAcknowledgementAt[side] ??= at;
  if (progress === 'onScene') incident.figures.firstOnSceneAt ??= at;
  if (progress !== undefined) unit.progress[incident.id] = progress;
  // What it covers is not sent again.
  for (const other of askedOfUnit(state, unitId, incident.id)) {
    if (covers(action, other.action)) scheduleReminder(state, incident, other, at);
  }
  if (!isResponse(action) || progress !== undefined) return;
  const lapses = shortestLapse(state, incident);
  if (lapses !== undefined) setTimer(state.timers, after(at, lapses), { kind: 'lapse', notification: id });
}

/** By the chains that the incident's routes lead to: none of them has asked the unit, and each counts on its answer. */
function shortestLapse(state: ReleasingWorld, incident: Incident): number | undefined {
  const policy = policyOf(state, incident);
  const times = matchRoutes(policy, incident.facts, siteOf(state, incident.site))
    .map(({ chain }) => policy.chains[chain]?.ackExpiresMs)
    .filter((ms) => ms !== undefined);
  return times.length === 0 ? undefined : Math.min(...times);
}
