/** How units and links change. */
import type { IncidentId, UnitId } from '../kernel/ids.js';
import type { EventOf } from '../kernel/event.js';
import { dropTimer, setTimer, timerKey } from '../kernel/timers.js';
import { definitionOf, linkTo, unitOf } from './lookup-unit.js';
import type { UnitWorld } from './unit-state.js';
import { PROGRESS } from './unit.js';

export function movementsPlanned(state: UnitWorld, { data }: EventOf<'MovementsPlanned'>): void {
  const { incident, unit } = data;
  const reached = unitOf(state, unit).progress[incident] ?? 'acknowledged';
  let isAhead = reached === 'acknowledged';
  for (const progress of PROGRESS) {
    if (isAhead) setTimer(state.timers, data[progress], { kind: 'move', incident, unit, progress });
    isAhead ||= progress === reached;
  }
}

export function unitProgressed(state: UnitWorld, { data }: EventOf<'UnitProgressed'>): void {
  const { incident, unit: id, progress } = data;
  const unit = unitOf(state, id);
  const reached = unit.progress[incident];
  // A person may report a stage ahead of the simulation: what would have come before does not happen any more.
  const first = reached === undefined ? 0 : PROGRESS.indexOf(reached) + 1;
  for (const stage of PROGRESS.slice(first, PROGRESS.indexOf(progress) + 1)) {
    dropTimer(state.timers, timerKey({ kind: 'move', incident, unit: id, progress: stage }));
  }
  if (progress === 'clear') delete unit.progress[incident];
  else unit.progress[incident] = progress;
}

export function dropMovements(state: UnitWorld, unit: UnitId, incident: IncidentId): void {
  for (const progress of PROGRESS) dropTimer(state.timers, timerKey({ kind: 'move', incident, unit, progress }));
}

export function unitDutyChanged(state: UnitWorld, { data }: EventOf<'UnitDutyChanged'>): void {
  unitOf(state, data.unit).duty = data.duty;
}

export function unitModeChanged(state: UnitWorld, { data }: EventOf<'UnitModeChanged'>): void {
  unitOf(state, data.unit).mode = data.mode;
}

export function linkChanged(state: UnitWorld, { data }: EventOf<'LinkChanged'>): void {
  if (data.unit !== undefined) unitOf(state, data.unit).link = data.link;
  if (data.side !== undefined) state.links[data.side] = data.link;
}

export function isLinkDown(state: UnitWorld, unit: UnitId): boolean {
  return linkTo(state, unit, definitionOf(state, unit).side).status === 'down';
}
