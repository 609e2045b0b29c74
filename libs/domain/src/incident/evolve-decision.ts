/** What the sides have decided about an incident, written down. No rule in here. */
import { after } from '../kernel/exercise-time.js';
import type { EventOf } from '../kernel/event.js';
import { dropTimer, setTimer, timerKey } from '../kernel/timers.js';
import type { Incident } from './incident.js';
import { incidentOf, policyOf, type IncidentWorld } from './incident-state.js';

export function sideDecided(state: IncidentWorld, { at, data }: EventOf<'SideDecided'>): void {
  const incident = incidentOf(state, data.incident);
  const { decision, reason } = data;
  const decided = { decision, at, ...(reason !== undefined && { reason }) };
  incident.decisions = { ...incident.decisions, [data.side]: decided };
  awaitOther(state, incident, at);
}

export function sideDecisionWithdrawn(state: IncidentWorld, { at, data }: EventOf<'SideDecisionWithdrawn'>): void {
  const incident = incidentOf(state, data.incident);
  const { [data.side]: _withdrawn, ...others } = incident.decisions ?? {};
  incident.decisions = others;
  if (Object.keys(others).length === 0) delete incident.decisions;
  awaitOther(state, incident, at);
}

export function decisionDeadlocked(state: IncidentWorld, { data }: EventOf<'DecisionDeadlocked'>): void {
  dropTimer(state.timers, timerKey({ kind: 'deadlock', incident: data.incident }));
}

/** What was decided is done, or void. */
export function forgetDecisions(state: IncidentWorld, incident: Incident): void {
  delete incident.decisions;
  dropTimer(state.timers, timerKey({ kind: 'deadlock', incident: incident.id }));
}

/** From the moment from which one side alone has decided. */
function awaitOther(state: IncidentWorld, incident: Incident, at: EventOf<'SideDecided'>['at']): void {
  const { deadlockAfterMs } = policyOf(state, incident).jointDecision ?? {};
  const action = { kind: 'deadlock', incident: incident.id } as const;
  if (deadlockAfterMs !== undefined && Object.keys(incident.decisions ?? {}).length === 1) {
    setTimer(state.timers, after(at, deadlockAfterMs), action);
  } else dropTimer(state.timers, timerKey(action));
}
