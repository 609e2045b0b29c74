/** How units and links change. */
import type { EventOf } from '../engine/event.js';
import { incidentOf, unitOf } from '../engine/lookup.js';
import type { State } from '../engine/state.js';
import { dropTimer, setTimer, timerKey } from '../engine/timers.js';
import { disengage, dropLapses } from '../incident/evolve-incident.js';
import { PROGRESS } from './unit.js';

export function movementsPlanned(state: State, { data }: EventOf<'MovementsPlanned'>): void {
  const { incident, unit } = data;
  const reached = unitOf(state, unit).engagements[incident]?.progress ?? 'acknowledged';
  let isAhead = reached === 'acknowledged';
  for (const progress of PROGRESS) {
    if (isAhead) setTimer(state.timers, data[progress], { kind: 'move', incident, unit, progress });
    isAhead ||= progress === reached;
  }
}

export function unitProgressed(state: State, { at, data }: EventOf<'UnitProgressed'>): void {
  const { incident, unit, progress } = data;
  const engagement = unitOf(state, unit).engagements[incident];
  if (!engagement) return;
  // A person may report a stage ahead of the simulation: what lies before it does not happen any more.
  for (const stage of PROGRESS.slice(0, PROGRESS.indexOf(progress) + 1)) {
    dropTimer(state.timers, timerKey({ kind: 'move', incident, unit, progress: stage }));
  }
  if (engagement.progress === 'acknowledged') dropLapses(state, unit, incident);
  engagement.progress = progress;
  if (progress === 'onScene') incidentOf(state, incident).figures.firstOnSceneAt ??= at;
  if (progress === 'clear') disengage(state, unit, incident);
}

export function unitDutyChanged(state: State, { data }: EventOf<'UnitDutyChanged'>): void {
  unitOf(state, data.unit).duty = data.duty;
}

/** Whoever takes over a unit decides anew: what the simulation had planned for it is dropped. */
export function unitModeChanged(state: State, { data }: EventOf<'UnitModeChanged'>): void {
  const unit = unitOf(state, data.unit);
  unit.mode = data.mode;
  for (const incident of Object.keys(unit.engagements)) {
    for (const progress of PROGRESS) {
      dropTimer(state.timers, timerKey({ kind: 'move', incident, unit: unit.id, progress }));
    }
  }
  for (const notification of Object.values(state.notifications)) {
    if (notification.unit !== unit.id) continue;
    dropTimer(state.timers, timerKey({ kind: 'answer', notification: notification.id, answer: 'decline' }));
  }
}

export function linkChanged(state: State, { data }: EventOf<'LinkChanged'>): void {
  if (data.unit !== undefined) unitOf(state, data.unit).link = data.link;
  if (data.side !== undefined) state.links[data.side] = data.link;
}
