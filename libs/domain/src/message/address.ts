/** Whom messages are from and to: a unit, the desk of a side, or exercise control. */
import { unitId, type UnitId } from '../kernel/ids.js';
import { SIDES, type Side } from '../kernel/side.js';
import { definitionOf } from '../unit/lookup-unit.js';
import type { UnitSlice } from '../unit/unit-state.js';

export type Address = `unit:${string}` | `desk:${Side}` | 'control';

export const CONTROL = 'control' satisfies Address;

export const deskOf = (side: Side): Address => `desk:${side}`;
export const addressOf = (unit: UnitId): Address => `unit:${unit}`;

const UNIT = 'unit:';

/** The unit that has this address; undefined: it is that of a desk or of control. */
export function unitAt(address: Address): UnitId | undefined {
  return address.startsWith(UNIT) ? unitId(address.slice(UNIT.length)) : undefined;
}

/** The side whose unit or desk it is; undefined: control. The unit must be one of the scenario. */
export function sideAt(state: Pick<UnitSlice, 'scenario'>, address: Address): Side | undefined {
  const unit = unitAt(address);
  return unit === undefined ? SIDES.find((side) => deskOf(side) === address) : definitionOf(state, unit).side;
}
