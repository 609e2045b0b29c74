/**
 * What becomes of an incident in the eyes of those who may read it from now on, or may not any more, when its marking changes. In the
 * state of the engine, which knows everything, nothing becomes of it.
 */
import { incidentOf } from '../incident/incident-state.js';
import type { Incident } from '../incident/incident.js';
import { forgetWithheld } from '../incident/written.js';
import { markingOfIncident, statedMarkingOf } from '../incident/incident-marking.js';
import { draft, type Draft, type EventOf } from '../kernel/event.js';
import { idsIn, type IncidentId, type UnitId } from '../kernel/ids.js';
import { thingKey } from '../kernel/labelled-thing.js';
import { referenceInForce } from '../policy/policy-state.js';
import { dropTimer, setTimer, type TimerAction } from '../kernel/timers.js';
import { keepCount } from '../notification/engagement.js';
import { layOut } from '../notification/notification.js';
import { notificationOf } from '../notification/notification-state.js';
import { either, isRestricted, markingText, type Marking } from '../release/label.js';
import { dropReview } from '../release/label-review.js';
import type { Progress } from '../unit/unit.js';
import type { DisclosedIncident } from './escalation-events.js';
import { runsOf, type EscalationWorld } from './escalation-state.js';

/** Says that the marking is another one than the log has stated last; else nothing. */
export function stateMarking(state: EscalationWorld, id: IncidentId): Draft[] {
  const incident = state.incidents[id];
  if (!incident) return [];
  const to = markingOfIncident(incident);
  const from = statedMarkingOf(incident);
  if (markingText(from) === markingText(to)) return [];
  // Read by whoever could read the incident until now, or can from now on.
  const label = either(to, from);
  // First, since nothing can be said of an incident to those who do not know it.
  const disclosed = isReadByMore(from, to)
    ? [
        draft('IncidentDisclosed', incident.class, {
          incident: id,
          label: to,
          disclosed: disclosureOf(state, incident),
        }),
      ]
    : [];
  return [...disclosed, draft('IncidentLabelChanged', incident.class, { incident: id, from, to, label })];
}

/** Of two that are not restricted, only the wall reads one and not the other. */
function isReadByMore(from: Marking, to: Marking): boolean {
  return isRestricted(from) || (to.tlp === 'TLP:CLEAR' && from.tlp !== 'TLP:CLEAR');
}

/** Kinds of timers that follow from the rules; all others are plans of the simulation. */
const KNOWN_TIMERS: ReadonlySet<TimerAction['kind']> = new Set([
  'delay',
  'deadline',
  'remind',
  'expire',
  'lapse',
  'close',
  'labelReview',
]);

/** What is written about an incident may be kept from some who read it. */
function isOfIncident(action: TimerAction): boolean {
  return action.kind !== 'labelReview' || action.of === 'alert';
}

function isTimerOf(state: EscalationWorld, action: TimerAction, incident: IncidentId): boolean {
  if ('incident' in action) return action.incident === incident;
  return 'notification' in action && state.notifications[action.notification]?.incident === incident;
}

function disclosureOf(
  state: EscalationWorld,
  { policyVersion: _controllers, policyClass: _whose, ...incident }: Incident,
): DisclosedIncident {
  const { id } = incident;
  const notifications = Object.values(state.notifications).filter((one) => one.incident === id);
  const timers = Object.values(state.timers.byKey)
    .filter(({ action }) => KNOWN_TIMERS.has(action.kind) && isTimerOf(state, action, id) && isOfIncident(action))
    .map(({ due, action }) => ({ due, action }));
  const alerts = Object.fromEntries(
    (state.members[id] ?? []).flatMap((alert) => {
      const entry = state.alerts[alert];
      return entry === undefined ? [] : [[alert, entry]];
    }),
  );
  const progress: Record<UnitId, Progress> = {};
  for (const unit of idsIn(state.units)) {
    const reached = state.units[unit]?.progress[id];
    if (reached !== undefined) progress[unit] = reached;
  }
  // A copy: what the event says stays as it was.
  const reviews = Object.values(state.labelReviews ?? {}).filter((one) => one.of === 'alert' && one.incident === id);
  return structuredClone({
    incident,
    notifications,
    chains: runsOf(state, id),
    alerts,
    timers,
    progress,
    ...(reviews.length > 0 && { reviews }),
  });
}

export function incidentDisclosed(state: EscalationWorld, { data }: EventOf<'IncidentDisclosed'>): void {
  const id = data.incident;
  if (state.incidents[id] !== undefined) return;
  const { incident, notifications, chains, alerts, timers, progress, reviews = [] } = structuredClone(data.disclosed);
  state.counters[incident.class] = Math.max(state.counters[incident.class], Number(id.replace(/^\D+/, '')));
  state.incidents[id] = { ...incident, ...referenceInForce(state, incident.class) };
  state.members[id] = idsIn(alerts);
  Object.assign(state.alerts, alerts);
  state.chains[id] = Object.fromEntries(chains.map((run) => [run.chain, run]));
  for (const notification of notifications) {
    const { unit } = notification;
    keepCount(state, unit, incident, () => {
      state.notifications[notification.id] = layOut(notification);
      const known = state.units[unit]?.questions;
      if (known) (known[id] ??= []).push(notification.id);
    });
  }
  for (const unit of idsIn(progress)) {
    const reached = progress[unit];
    const known = state.units[unit];
    if (known && (reached === 'enRoute' || reached === 'onScene')) known.progress[id] = reached;
  }
  for (const { due, action } of timers) setTimer(state.timers, due, action);
  for (const review of reviews) (state.labelReviews ??= {})[thingKey(review)] = review;
}

/** They forget it, as they would if it had ended. */
export function incidentWithheld(state: EscalationWorld, { data }: EventOf<'IncidentWithheld'>): void {
  if (state.incidents[data.incident] === undefined) return;
  const incident = incidentOf(state, data.incident);
  for (const { key, action } of Object.values(state.timers.byKey)) {
    if (isTimerOf(state, action, incident.id)) dropTimer(state.timers, key);
  }
  for (const id of idsIn(state.notifications)) {
    const { unit, incident: own } = notificationOf(state, id);
    if (own !== incident.id) continue;
    keepCount(state, unit, incident, () => {
      delete state.units[unit]?.questions[own];
      delete state.notifications[id];
    });
    delete state.units[unit]?.progress[own];
  }
  for (const alert of state.members[incident.id] ?? []) {
    dropReview(state, { of: 'alert', id: alert });
    delete state.alerts[alert];
  }
  forgetWithheld(state, incident.id);
  delete state.members[incident.id];
  delete state.chains[incident.id];
  delete state.incidents[incident.id];
}
