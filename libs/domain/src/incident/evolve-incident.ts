/** How incidents and their alerts change. No rule in here: each function only writes down what its event says. */
import type { EventOf } from '../engine/event.js';
import { keptBy } from '../engine/kept.js';
import type { State } from '../engine/state.js';
import { dropTimer, setTimer, timerKey } from '../engine/timers.js';
import { incidentOf, notificationOf, policyOf, unitsOf } from '../engine/lookup.js';
import { reports, type Category } from '../alert/alert.js';
import type { ReleaseClass } from '../release/release.js';
import { dropChainTimers } from './evolve-chain.js';
import { askedOf, isAtWork, isTerminal, notificationId, runsOf, type Incident } from './incident.js';

/** Where alerts of the same class, site and category find the incident that they belong to. */
export function correlationKey(releaseClass: ReleaseClass, site: string, category: Category): string {
  return correlationKeys[releaseClass](site)(category);
}

const correlationKeys = {
  JOINT: keysOfClass('JOINT'),
  PAK: keysOfClass('PAK'),
  CHN: keysOfClass('CHN'),
};

function keysOfClass(releaseClass: ReleaseClass) {
  return keptBy(5_000, (site: string) => keptBy(50, (category: Category) => `${releaseClass}|${site}|${category}`));
}

export function incidentOpened(state: State, { at, data }: EventOf<'IncidentOpened'>): void {
  state.counters[data.class]++;
  state.incidents[data.incident] = {
    id: data.incident,
    class: data.class,
    site: data.site,
    categories: [],
    headline: data.headline,
    openedAt: at,
    policyVersion: data.policyVersion,
    status: 'open',
    severity: data.severity,
    facts: data.facts,
    latestAlertAt: at,
    alertCount: 0,
    activeAlerts: 0,
    acknowledgedBy: {},
    chains: {},
    notificationCount: 0,
    figures: { firstAcknowledgementAt: {}, escalations: 0 },
  };
  state.members[data.incident] = [];
  correlate(state, incidentOf(state, data.incident), data.categories);
}

export function alertAccepted(state: State, { at, data }: EventOf<'AlertAccepted'>): void {
  const incident = incidentOf(state, data.incident);
  const counts = reports(data.alert);
  state.alerts[data.alertId] = { incident: incident.id, active: counts };
  state.members[incident.id]?.push(data.alertId);
  incident.alertCount++;
  if (!counts) return;
  incident.activeAlerts++;
  incident.latestAlertAt = at;
  for (const info of data.alert.info ?? []) correlate(state, incident, info.category);
}

export function alertSuperseded(state: State, { data }: EventOf<'AlertSuperseded'>): void {
  const entry = retire(state, data.alertId);
  if (entry) entry.supersededBy = data.by;
}

export function alertCancelled(state: State, { data }: EventOf<'AlertCancelled'>): void {
  retire(state, data.alertId);
}

function retire(state: State, alertId: string) {
  const entry = state.alerts[alertId];
  if (!entry?.active) return entry;
  entry.active = false;
  incidentOf(state, entry.incident).activeAlerts--;
  return entry;
}

/** The latest incident of a kind is the one that the next alert of that kind may join. */
function correlate(state: State, incident: Incident, categories: readonly Category[]): void {
  for (const category of categories) {
    if (!incident.categories.includes(category)) incident.categories.push(category);
    if (incident.site) state.correlation[correlationKey(incident.class, incident.site, category)] = incident.id;
  }
}

export function incidentSeverityRaised(state: State, { data }: EventOf<'IncidentSeverityRaised'>): void {
  const incident = incidentOf(state, data.incident);
  incident.severity = data.severity;
  incident.facts = data.facts;
}

export function incidentReopened(state: State, { data }: EventOf<'IncidentReopened'>): void {
  const incident = incidentOf(state, data.incident);
  incident.status = 'open';
  incident.severity = data.severity;
  incident.facts = data.facts;
  incident.acknowledgedBy = {};
  for (const run of runsOf(incident)) {
    run.status = 'stopped';
    run.acknowledged = [];
    run.acknowledgedInStep = [];
    run.current = [];
    run.asked = [];
  }
  delete incident.figures.resolvedAt;
  dropTimer(state.timers, timerKey({ kind: 'close', incident: incident.id }));
}

export function incidentResponding(state: State, { at, data }: EventOf<'IncidentResponding'>): void {
  const incident = incidentOf(state, data.incident);
  incident.status = 'responding';
  incident.figures.respondingAt ??= at;
}

export function jointAcknowledgementChanged(state: State, { at, data }: EventOf<'JointAcknowledgementChanged'>): void {
  if (data.state === 'joint') incidentOf(state, data.incident).figures.jointAcknowledgementAt ??= at;
}

export function acknowledgementOverridden(state: State, { at, data }: EventOf<'AcknowledgementOverridden'>): void {
  const { acknowledgedBy } = incidentOf(state, data.incident);
  acknowledgedBy[data.side] = { at, by: 'override', reason: data.reason };
}

export function incidentResolved(state: State, { at, data }: EventOf<'IncidentResolved'>): void {
  const incident = incidentOf(state, data.incident);
  incident.status = 'resolved';
  incident.figures.resolvedAt = at;
  stopChains(state, incident);
  standDown(state, incident);
  const closeAfter = policyOf(state, incident).closeAfterMs;
  if (closeAfter !== undefined) setTimer(state.timers, at + closeAfter, { kind: 'close', incident: incident.id });
}

/**
 * Closed and cancelled incidents leave the hot state whole, so that its size follows what is open. What is resolved has
 * stopped its chains and released its units already.
 */
export function incidentEnded(state: State, event: EventOf<'IncidentClosed' | 'IncidentCancelled'>): void {
  const incident = incidentOf(state, event.data.incident);
  if (incident.status !== 'resolved') {
    stopChains(state, incident);
    standDown(state, incident);
  }
  incident.status = event.type === 'IncidentClosed' ? 'closed' : 'cancelled';
  dropTimer(state.timers, timerKey({ kind: 'close', incident: incident.id }));
  for (const alertId of state.members[incident.id] ?? []) delete state.alerts[alertId];
  delete state.members[incident.id];
  for (let n = 1; n <= incident.notificationCount; n++) {
    const id = notificationId(incident, n);
    const notification = state.notifications[id];
    if (notification && !isTerminal(notification.status))
      throw new Error(`${id} was left open at the end of its incident`);
    delete state.notifications[id];
  }
  if (incident.site) {
    for (const category of incident.categories) {
      const key = correlationKey(incident.class, incident.site, category);
      if (state.correlation[key] !== incident.id) continue;
      const other = latestOf(state, incident, category);
      if (other) state.correlation[key] = other.id;
      else delete state.correlation[key];
    }
  }
  delete state.incidents[incident.id];
  dropPolicyUnlessNeeded(state, incident.policyVersion);
}

/** A policy that was changed is kept for as long as an incident goes by it. */
export function dropPolicyUnlessNeeded(state: State, version: number): void {
  if (version === state.policyVersion) return;
  for (const id in state.incidents) if (state.incidents[id]?.policyVersion === version) return;
  delete state.policies[version];
}

/** The incident that alerts of this kind were about before this one: they are again, once this one has ended. */
function latestOf(state: State, ended: Incident, category: Category): Incident | undefined {
  let latest: Incident | undefined;
  for (const incident of Object.values(state.incidents)) {
    if (incident.id === ended.id || incident.class !== ended.class || incident.site !== ended.site) continue;
    if (!incident.categories.includes(category)) continue;
    if (!latest || incident.latestAlertAt > latest.latestAlertAt) latest = incident;
  }
  return latest;
}

function stopChains(state: State, incident: Incident): void {
  const runs = runsOf(incident);
  for (const run of runs) {
    if (isAtWork(run)) run.status = 'stopped';
  }
  for (const run of runs) dropChainTimers(state, incident, run);
}

/** Releases the units that are engaged in an incident, and what they were going to do. */
function standDown(state: State, incident: Incident): void {
  for (const unit of unitsOf(state)) {
    if (unit.engagements[incident.id]) disengage(state, unit.id, incident.id);
  }
}

export function disengage(state: State, unitId: string, incident: string): void {
  const unit = state.units[unitId];
  const engagement = unit?.engagements[incident];
  if (!unit || !engagement) return;
  for (const progress of ['enRoute', 'onScene', 'clear'] as const) {
    dropTimer(state.timers, timerKey({ kind: 'move', incident, unit: unitId, progress }));
  }
  dropLapses(state, unitId, incident);
  delete unit.engagements[incident];
}

/** What the unit has acknowledged, by however many notifications, lapses no more. */
export function dropLapses(state: State, unit: string, incident: string): void {
  for (const notification of askedOf(incidentOf(state, incident))) {
    if (notificationOf(state, notification).unit !== unit) continue;
    dropTimer(state.timers, timerKey({ kind: 'lapse', notification }));
  }
}
