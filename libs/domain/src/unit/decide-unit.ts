/** What people may do with units and links, also before STARTEX. */
import type { UnitId } from '../kernel/ids.js';
import type { TimedCommand } from '../kernel/command.js';
import { DomainError } from '../kernel/domain-error.js';
import { draft, type Actor, type Draft } from '../kernel/event.js';
import { definitionOf } from './lookup-unit.js';
import { mustActFor } from '../release/authority.js';
import type { UnitEvents } from './unit-events.js';
import type { UnitWorld } from './unit-state.js';

type Of<T extends TimedCommand['type']> = Extract<TimedCommand, { type: T }>;

function mustNotHaveEnded({ status }: UnitWorld): void {
  if (status === 'ended') throw new DomainError('EXERCISE_ENDED', 'the exercise has ended; that is final');
}

/** Setting what is already so is no change, and no event. @throws DomainError EXERCISE_ENDED, UNKNOWN_UNIT, NOT_YOUR_SIDE */
export function setDuty(state: UnitWorld, { data, actor }: Of<'SetDuty'>): Draft[] {
  mustNotHaveEnded(state);
  if (unitFor(state, data.unit, actor).duty === data.duty) return [];
  return [draft('UnitDutyChanged', 'JOINT', { ...data }, actor)];
}

/** @throws DomainError EXERCISE_ENDED, UNKNOWN_UNIT, NOT_YOUR_SIDE */
export function setMode(state: UnitWorld, { data, actor }: Of<'SetMode'>): Draft[] {
  mustNotHaveEnded(state);
  if (unitFor(state, data.unit, actor).mode === data.mode) return [];
  return [draft('UnitModeChanged', 'CONTROL', { ...data }, actor)];
}

/** @throws DomainError EXERCISE_ENDED, UNKNOWN_UNIT, NOT_YOUR_SIDE */
export function setLink(state: UnitWorld, { data, actor }: Of<'SetLink'>): Draft[] {
  mustNotHaveEnded(state);
  if (data.unit !== undefined) unitFor(state, data.unit, actor);
  if (data.side !== undefined) mustActFor(actor, data.side, `the link of ${data.side} is its own`);
  return [linkChange(state, { ...data }, actor)];
}

/** A side notices the state of its own links, and nothing of the other's. Without a unit or a side, nothing changes. */
export function linkChange(state: Pick<UnitWorld, 'scenario'>, data: UnitEvents['LinkChanged'], actor?: Actor): Draft {
  const side = data.unit === undefined ? data.side : definitionOf(state, data.unit).side;
  return draft('LinkChanged', side ?? 'CONTROL', data, actor);
}

function unitFor(state: UnitWorld, id: UnitId, actor: Actor) {
  const unit = Object.hasOwn(state.units, id) ? state.units[id] : undefined;
  if (!unit) throw new DomainError('UNKNOWN_UNIT', `there is no unit "${id}" in the scenario`);
  const { side } = definitionOf(state, id);
  mustActFor(actor, side, `${id} is of ${side}`);
  return unit;
}
