/** How units and links change. */
import type { EventOf } from '../kernel/event.js';
import { definitionOf, incidentOf, linkTo, notificationOf, unitOf } from '../engine/lookup.js';
import type { State } from '../engine/state.js';
import { dropTimer, setTimer, timerKey } from '../kernel/timers.js';
import { askedOfUnit } from '../incident/answers.js';
import { keptAnswers } from '../escalation/ask-unit.js';
import { dropMovements } from '../notification/evolve-notification.js';
import { stands } from '../notification/notification.js';
import { isResponse, PROGRESS } from './unit.js';

export function movementsPlanned(state: State, { data }: EventOf<'MovementsPlanned'>): void {
  const { incident, unit } = data;
  const reached = unitOf(state, unit).progress[incident] ?? 'acknowledged';
  let isAhead = reached === 'acknowledged';
  for (const progress of PROGRESS) {
    if (isAhead) setTimer(state.timers, data[progress], { kind: 'move', incident, unit, progress });
    isAhead ||= progress === reached;
  }
}

export function unitProgressed(state: State, { at, data }: EventOf<'UnitProgressed'>): void {
  const { incident, unit: id, progress } = data;
  const unit = unitOf(state, id);
  // A person may report a stage ahead of the simulation: what would have come before does not happen any more.
  for (const stage of PROGRESS.slice(0, PROGRESS.indexOf(progress) + 1)) {
    dropTimer(state.timers, timerKey({ kind: 'move', incident, unit: id, progress: stage }));
  }
  for (const notification of askedOfUnit(state, id, incident)) {
    if (!stands(notification)) continue;
    if (isResponse(notification.action) && !notification.underWay) {
      dropTimer(state.timers, timerKey({ kind: 'lapse', notification: notification.id }));
      notification.underWay = true;
    }
    if (progress === 'clear') notification.done = true;
  }
  if (progress === 'onScene') incidentOf(state, incident).figures.firstOnSceneAt ??= at;
  if (progress === 'clear') delete unit.progress[incident];
  else unit.progress[incident] = progress;
}

export function unitDutyChanged(state: State, { data }: EventOf<'UnitDutyChanged'>): void {
  unitOf(state, data.unit).duty = data.duty;
}

/** Whoever takes over a unit decides anew: what the simulation had planned for it is dropped. */
export function unitModeChanged(state: State, { data }: EventOf<'UnitModeChanged'>): void {
  const unit = unitOf(state, data.unit);
  unit.mode = data.mode;
  for (const [incident, notifications] of Object.entries(unit.questions)) {
    dropMovements(state, unit.id, incident);
    for (const notification of notifications) {
      dropTimer(state.timers, timerKey({ kind: 'answer', notification, answer: 'decline' }));
    }
  }
}

/** What was kept arrives as soon as the link is not down any more; then the unit is asked again what it could not be asked. */
export function linkChanged(state: State, { at, data }: EventOf<'LinkChanged'>): void {
  const ids = data.unit === undefined ? Object.keys(state.units) : [data.unit];
  const concerned = ids.filter((id) => data.side === undefined || definitionOf(state, id).side === data.side);
  const wereDown = concerned.filter((id) => isDown(state, id));
  if (data.unit !== undefined) unitOf(state, data.unit).link = data.link;
  if (data.side !== undefined) state.links[data.side] = data.link;
  for (const unit of wereDown) {
    if (isDown(state, unit)) continue;
    for (const notification of keptAnswers(state, unit)) {
      setTimer(state.timers, at, { kind: 'answerArrives', notification });
    }
    if (hasUndeliverable(state, unit)) setTimer(state.timers, at, { kind: 'linkBack', unit });
  }
}

function isDown(state: State, unit: string): boolean {
  return linkTo(state, unit, definitionOf(state, unit).side).status === 'down';
}

function hasUndeliverable(state: State, unit: string): boolean {
  const { questions } = unitOf(state, unit);
  return Object.values(questions).some((ids) => ids.some((id) => notificationOf(state, id).status === 'undeliverable'));
}

export function unitReachable(state: State, { data: { unit } }: EventOf<'UnitReachable'>): void {
  dropTimer(state.timers, timerKey({ kind: 'linkBack', unit }));
}
