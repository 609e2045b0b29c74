/** A fresh exercise, and the plain form in which a state is kept. */
import { idsIn } from '../kernel/ids.js';
import { STARTEX } from '../kernel/exercise-time.js';
import type { Severity } from '../alert/alert.js';
import type { AlertEntry } from '../incident/incident-state.js';
import { newScript } from '../inject/script.js';
import { countEngagements } from '../notification/engagement.js';
import { layOut } from '../notification/notification.js';
import type { Scenario } from '../exercise/scenario.js';
import { notificationOf } from '../notification/notification-state.js';
import type { State } from './state.js';
import { noReleases } from '../releasing/releasing-state.js';
import { noTimers } from '../kernel/timers.js';

export function open(scenario: Scenario, seed: string): State {
  return {
    scenario,
    seed,
    status: 'planned',
    speed: 1,
    generation: 0,
    seqs: { all: 0, joint: 0, pak: 0, chn: 0 },
    time: STARTEX,
    counters: { JOINT: 0, PAK: 0, CHN: 0 },
    policies: { [scenario.policy.version]: scenario.policy },
    policyVersion: scenario.policy.version,
    links: { PAK: scenario.links?.PAK ?? { status: 'up' }, CHN: scenario.links?.CHN ?? { status: 'up' } },
    units: Object.fromEntries(
      scenario.units.map(({ id, duty, mode, link }) => [
        id,
        { id, duty, mode, link: link ?? { status: 'up' }, questions: {}, places: {}, progress: {} },
      ]),
    ),
    incidents: {},
    notifications: {},
    answersGiven: 0,
    alerts: {},
    members: {},
    correlation: {},
    awaited: {},
    senders: {},
    tearLines: { PAK: 0, CHN: 0 },
    releasing: noReleases(),
    chains: {},
    script: newScript(scenario),
    timers: noTimers(),
  };
}

/**
 * Everything but the scenario, which is pinned and kept once, and the counts of places taken, which follow from the answers. Of the alerts, which are many, only those are
 * written that are not what most are: active members of their incident, as grave as that.
 */
export function serialise(state: State): string {
  const alerts: State['alerts'] = {};
  // In the order of the members, which a state that was read back has, too.
  for (const id of Object.values(state.members).flat()) {
    const alert = state.alerts[id];
    if (alert && !isUsual(alert, state.incidents[alert.incident]?.severity)) alerts[id] = alert;
  }
  const units = Object.fromEntries(Object.values(state.units).map((unit) => [unit.id, { ...unit, places: undefined }]));
  return JSON.stringify({ ...state, scenario: undefined, units, alerts });
}

/** As most are. */
function isUsual(entry: AlertEntry, ofIncident: Severity | undefined): boolean {
  const { active, severity, marking, tearLine, owner, originator } = entry;
  const says = [marking, tearLine, owner, originator];
  return active && severity === ofIncident && says.every((one) => one === undefined);
}

/**
 * @param plain what `serialise` wrote, or that parsed; parsed, it becomes a part of the state
 * @throws SyntaxError when the text is not what `serialise` wrote
 */
export function deserialise(scenario: Scenario, plain: string | Omit<State, 'scenario'>): State {
  const parsed = typeof plain === 'string' ? (JSON.parse(plain) as Omit<State, 'scenario'>) : plain;
  const state = { ...parsed, scenario };
  for (const id of idsIn(state.notifications)) state.notifications[id] = layOut(notificationOf(state, id));
  countEngagements(state);
  for (const incident of idsIn(state.members)) {
    const severity = state.incidents[incident]?.severity;
    for (const id of state.members[incident] ?? []) {
      const kept: Omit<AlertEntry, 'incident'> = state.alerts[id] ?? { active: true, severity };
      const { active, severity: own, supersededBy, marking, tearLine, owner, originator } = kept;
      state.alerts[id] = { incident, active, severity: own, marking, tearLine, owner, originator, supersededBy };
    }
  }
  return state;
}
