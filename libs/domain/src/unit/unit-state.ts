/** The units and links of an exercise. */
import type { UnitId } from '../kernel/ids.js';
import type { ClockState } from '../kernel/clock-state.js';
import type { Side } from '../kernel/side.js';
import type { Register } from './register.js';
import type { Link, UnitState } from './unit.js';

export interface UnitSlice {
  /** Pinned at the opening; not part of a snapshot. */
  readonly scenario: Register;
  links: Record<Side, Link>;
  units: Record<UnitId, UnitState>;
}

export type UnitWorld = ClockState & UnitSlice;
