/** How the script moves on: from its own events, and from those of the incidents and units that its conditions name. */
import { after, laterOf, type ExerciseTime } from '../kernel/exercise-time.js';
import { idsIn, type IncidentId } from '../kernel/ids.js';
import type { DomainEvent, EventOf } from '../kernel/event.js';
import { incidentOf } from '../incident/incident-state.js';
import type { ScriptWorld } from './script-state.js';
import { dropTimer, setTimer, timerKey } from '../kernel/timers.js';
import { silentSince } from '../incident/answers.js';
import { SIDES, type Side } from '../kernel/side.js';
import type { Inject } from './inject.js';
import { followKnowledge } from './known-things.js';
import { injectOf, injectStateOf, timesDeclined } from './lookup-inject.js';
import type { FollowedIncident, InjectState, Script } from './script.js';
import { scriptIndex, type Watch } from './script-index.js';

/** Changes the script by one event; the rest of the state holds the event already. */
export function evolveScript(state: ScriptWorld, event: DomainEvent): void {
  followKnowledge(state, event);
  switch (event.type) {
    case 'ExerciseStarted':
      return begin(state, event.at);
    case 'InjectScheduled':
      injectStateOf(state, event.data.inject).status = 'scheduled';
      return setTimer(state.timers, event.data.due, { kind: 'inject', inject: event.data.inject, conditional: true });
    case 'InjectDelayed':
      injectStateOf(state, event.data.inject).status = 'scheduled';
      // The trainer's time counts, be it after the last one that the script names.
      dropTimer(state.timers, timerKey({ kind: 'latest', inject: event.data.inject }));
      return setTimer(state.timers, event.data.due, { kind: 'inject', inject: event.data.inject });
    case 'InjectFired':
      return fired(state, event);
    case 'InjectSkipped':
      injectStateOf(state, event.data.inject).status = 'skipped';
      return dropInjectTimers(state, injectOf(state, event.data.inject));
    case 'AlertAccepted':
      return alertAccepted(state, event);
    case 'NotificationDeclined':
      return declined(state, event);
    case 'AcknowledgementOverdue':
      return dropTimer(state.timers, timerKey({ kind: 'overdue', ...event.data }));
    case 'StepStarted':
    case 'IncidentResolved':
    case 'IncidentClosed':
    case 'IncidentCancelled':
    case 'IncidentReopened':
    case 'JointAcknowledgementChanged':
      return followIncident(state, event);
    default:
  }
}

export function injectImprovised(state: ScriptWorld, { data: { inject } }: EventOf<'InjectImprovised'>): void {
  state.script.improvised = { ...state.script.improvised, [inject.id]: inject };
  state.script.injects[inject.id] = { status: 'waiting', fired: 0 };
  setTimer(state.timers, inject.at, { kind: 'inject', inject: inject.id });
}

function begin(state: ScriptWorld, at: ExerciseTime): void {
  for (const { id, at: due, latestMs } of state.scenario.injects ?? []) {
    if (due !== undefined) setTimer(state.timers, laterOf(at, due), { kind: 'inject', inject: id });
    // What comes at the last moment still counts: it is over one millisecond later.
    if (latestMs !== undefined) setTimer(state.timers, after(latestMs, 1), { kind: 'latest', inject: id });
  }
}

function fired(state: ScriptWorld, { at, data }: EventOf<'InjectFired'>): void {
  const inject = injectOf(state, data.inject);
  const standing = injectStateOf(state, data.inject);
  standing.fired++;
  const again = nextTime(inject, standing.fired, at);
  if (again === undefined) {
    standing.status = 'fired';
    return dropInjectTimers(state, inject);
  }
  standing.status = 'scheduled';
  setTimer(state.timers, again, { kind: 'inject', inject: inject.id });
}

/** When it fires again, having fired so often; undefined: no more. */
export function nextTime({ repeat, latestMs }: Inject, timesFired: number, at: ExerciseTime): ExerciseTime | undefined {
  if (!repeat || timesFired > repeat.times) return undefined;
  const next = after(at, repeat.everyMs);
  return latestMs !== undefined && next > latestMs ? undefined : next;
}

function dropInjectTimers(state: ScriptWorld, { id: inject, latestMs }: Inject): void {
  dropTimer(state.timers, timerKey({ kind: 'inject', inject }));
  if (latestMs !== undefined) dropTimer(state.timers, timerKey({ kind: 'latest', inject }));
}

function alertAccepted(state: ScriptWorld, { data }: EventOf<'AlertAccepted'>): void {
  const { byAlert, watches } = scriptIndex(state.scenario);
  const inject = byAlert.get(data.alertId);
  const { incident, tearLine } = data;
  if (inject !== undefined && tearLine !== undefined) {
    Object.assign(injectStateOf(state, inject), { shared: true, tearLine });
  }
  if (inject === undefined || incident === undefined) return;
  const { figures, status } = incidentOf(state, incident);
  const followed = (state.script.incidents[incident] ??= {
    escalations: figures.escalations,
    watches: [],
  });
  const added = watches.get(inject) ?? [];
  followed.watches = [...followed.watches, ...added];
  for (const side of SIDES) watch(state, incident, followed, side);
  const standing = injectStateOf(state, inject);
  if (standing.incident !== undefined) return;
  standing.incident = incident;
  if (status !== 'resolved') return;
  // One that was superseded or cancelled on arrival opens nothing again.
  if (state.alerts[data.alertId]?.active) standing.before = pastOf(state.script, incident, followed);
  else standing.resolved = true;
}

function pastOf(script: Script, incident: IncidentId, { escalations }: FollowedIncident): InjectState['before'] {
  const declined = idsIn(script.declined).map((unit) => [unit, timesDeclined(script, unit, incident)]);
  return { escalations, declined: Object.fromEntries(declined) };
}

function declined(state: ScriptWorld, { data }: EventOf<'NotificationDeclined'>): void {
  if (!scriptIndex(state.scenario).watchedUnits.has(data.unit)) return;
  (state.script.declined[data.unit] ??= []).push(data.incident);
}

function followIncident(
  state: ScriptWorld,
  event: EventOf<
    | 'StepStarted'
    | 'IncidentResolved'
    | 'IncidentClosed'
    | 'IncidentCancelled'
    | 'IncidentReopened'
    | 'JointAcknowledgementChanged'
  >,
): void {
  const { incident: id } = event.data;
  const followed = state.script.incidents[id];
  if (!followed) return;
  switch (event.type) {
    case 'StepStarted':
      if (event.data.reason !== 'start') followed.escalations++;
      return;
    case 'IncidentResolved':
      for (const inject of scriptIndex(state.scenario).resolutionsAsked) {
        const standing = injectStateOf(state, inject);
        if (standing.incident === id) standing.resolved = true;
      }
      return unwatch(state, id, followed.watches);
    case 'IncidentClosed':
    case 'IncidentCancelled':
      return unwatch(state, id, followed.watches);
    case 'IncidentReopened':
      for (const side of SIDES) watch(state, id, followed, side);
      return;
    case 'JointAcknowledgementChanged': {
      const { side, acknowledged } = event.data;
      if (!acknowledged.includes(side)) return watch(state, id, followed, side);
      return unwatch(
        state,
        id,
        followed.watches.filter((one) => one.side === side),
      );
    }
    default:
      return event satisfies never;
  }
}

/** Sets when the silence of a side comes to be as long as conditions ask. */
function watch(state: ScriptWorld, id: IncidentId, { watches }: FollowedIncident, side: Side): void {
  const since = silentSince(state, incidentOf(state, id), side);
  if (since === undefined) return;
  for (const { side: watched, forMs } of watches) {
    const due = after(since, forMs);
    // What is past is seen in the state as it is; only a time to come needs a timer.
    if (watched !== side || due < state.time) continue;
    setTimer(state.timers, due, { kind: 'overdue', incident: id, side, forMs });
  }
}

function unwatch(state: ScriptWorld, incident: IncidentId, watches: readonly Watch[]): void {
  for (const { side, forMs } of watches) {
    dropTimer(state.timers, timerKey({ kind: 'overdue', incident, side, forMs }));
  }
}
