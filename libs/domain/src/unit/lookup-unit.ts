/** Look-ups of units, sites and links. */
import type { UnitId } from '../kernel/ids.js';
import { present } from '../kernel/present.js';
import type { Side } from '../kernel/side.js';
import { worseLink } from './behaviour.js';
import type { Site } from './register.js';
import { registerIndex } from './register-index.js';
import type { UnitSlice } from './unit-state.js';
import type { Link, UnitDefinition, UnitState } from './unit.js';

export function unitOf(state: Pick<UnitSlice, 'units'>, id: UnitId): UnitState {
  return present(state.units[id], 'unit', id);
}

export function definitionOf(state: Pick<UnitSlice, 'scenario'>, unit: UnitId): UnitDefinition {
  return present(registerIndex(state.scenario).units.get(unit), 'unit', unit);
}

export function siteOf(state: Pick<UnitSlice, 'scenario'>, id: string | undefined): Site | undefined {
  return id === undefined ? undefined : registerIndex(state.scenario).sites.get(id);
}

/** A message to a unit goes over its own link and its side's: the worse one counts. */
export function linkTo(state: UnitSlice, unit: UnitId, side: Side): Link {
  return worseLink(unitOf(state, unit).link, state.links[side]);
}
