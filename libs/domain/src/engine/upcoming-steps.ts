/**
 * What the chains of an incident do from now on if nobody acts: the engine itself runs them, on a state that holds this incident alone and
 * in which every unit is silent. It works on the state of a viewer, too, as it draws nothing.
 */
import { FOREVER, type ExerciseTime } from '../kernel/exercise-time.js';
import { idsIn, type ChainId, type IncidentId, type NotificationId, type UnitId } from '../kernel/ids.js';
import type { LoggedEvent } from '../kernel/event.js';
import { noTimers, setTimer, timerKey, type TimerAction, type Timers } from '../kernel/timers.js';
import { isAtWork, type ChainRun } from '../escalation/chain-run.js';
import { runsOf, settingsOf } from '../escalation/escalation-state.js';
import { policyOf } from '../incident/incident-state.js';
import type { Incident } from '../incident/incident.js';
import { countEngagements } from '../notification/engagement.js';
import { notificationOf } from '../notification/notification-state.js';
import type { Chain } from '../policy/policy.js';
import type { Link, UnitState } from '../unit/unit.js';
import { advance } from './engine.js';
import { open } from './open.js';
import type { ChainPlan } from './plan.js';
import { planOf } from './rehearse.js';
import type { State } from './state.js';

/**
 * One plan for each chain at work, with the steps that have yet to start. A step that waits for its delay is one of them. A chain of which
 * the state knows no steps has none: players do not know the chains of a changed policy. Acknowledgements do not lapse in it.
 *
 * @param at exercise time now, ms
 */
export function upcomingSteps(state: State, incident: IncidentId, at: ExerciseTime = state.time): ChainPlan[] {
  const known = state.incidents[incident];
  if (known?.status !== 'open') return [];
  const runs = runsOf(state, incident).filter((run) => isAtWork(run) && knowsSteps(state, known, run));
  if (runs.length === 0) return [];
  const silent = silentCopy(state, known, runs, at);
  const events: LoggedEvent[] = [];
  while (runsOf(silent, incident).some(isAtWork)) {
    const next = advance(silent, FOREVER, undefined, 1);
    if (next.length === 0) break;
    events.push(...next);
  }
  const { chains } = policyOf(state, known);
  return runs.map((run) => planOf(state, chains[run.chain] as Chain, run, events));
}

function knowsSteps(state: State, incident: Incident, run: ChainRun): boolean {
  return settingsOf(state, incident, run).steps !== undefined;
}

function silentCopy(state: State, incident: Incident, runs: readonly ChainRun[], at: ExerciseTime): State {
  const { injects: _, ...scenario } = state.scenario;
  const { id, asked, policyVersion } = incident;
  const policy = policyOf(state, incident);
  const chains = Object.fromEntries(
    idsIn(policy.chains).map((chain) => [chain, { ...(policy.chains[chain] as Chain), remindEveryMs: undefined }]),
  );
  const copy: State = {
    ...open(scenario, ''),
    status: 'running',
    time: at,
    links: { PAK: certain(state.links.PAK), CHN: certain(state.links.CHN) },
    units: Object.fromEntries(idsIn(state.units).map((unit) => [unit, silentUnit(state, unit, id)])),
    policies: { [policyVersion]: { ...policy, chains } },
    policyVersion,
    incidents: { [id]: copyOf(incident) },
    notifications: Object.fromEntries(asked.map((one) => [one, copyOf(notificationOf(state, one))])),
    chains: { [id]: Object.fromEntries(runs.map((run) => [run.chain, copyOf({ ...run, reminds: {} })])) },
    timers: timersOf(state.timers, id, runs, asked),
  };
  countEngagements(copy);
  return copy;
}

/** Nobody who is silent needs to be reached in time; who cannot be reached at all is asked in vain. */
function certain(link: Link): Link {
  return link.status === 'down' ? link : { status: 'up' };
}

function silentUnit(state: State, unit: UnitId, incident: IncidentId): UnitState {
  const { id, duty, link, questions, progress } = state.units[unit] as UnitState;
  const asked = questions[incident];
  const way = progress[incident];
  return {
    id,
    duty,
    mode: 'played',
    link: certain(link),
    questions: asked === undefined ? {} : { [incident]: [...asked] },
    places: {},
    progress: way === undefined ? {} : { [incident]: way },
  };
}

/** Of the timers, only those that silence lets run out: deadlines, delays, and the expiry of notifications. */
function timersOf(
  { byKey }: Timers,
  incident: IncidentId,
  runs: readonly { readonly chain: ChainId }[],
  asked: readonly NotificationId[],
): Timers {
  const actions: TimerAction[] = [
    ...runs.flatMap(({ chain }): TimerAction[] => [
      { kind: 'deadline', incident, chain },
      { kind: 'delay', incident, chain },
    ]),
    ...asked.map((notification): TimerAction => ({ kind: 'expire', notification })),
  ];
  const set = actions.map((action) => byKey[timerKey(action)]).filter((timer) => timer !== undefined);
  const timers = noTimers();
  for (const { due, action } of set.toSorted((a, b) => a.order - b.order)) setTimer(timers, due, action);
  return timers;
}

/** Of plain data. */
function copyOf<T>(value: T): T {
  return JSON.parse(JSON.stringify(value)) as T;
}
