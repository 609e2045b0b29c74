/** In whose name people read and answer. Apart from the decisions, so that a page can ask without them. */
import type { Actor } from '../kernel/event.js';
import type { Side } from '../kernel/side.js';
import { isUnrestricted, unitsOf } from '../release/authority.js';
import type { UnitSlice } from '../unit/unit-state.js';
import { addressOf, CONTROL, sideAt, type Address } from './address.js';

type World = Pick<UnitSlice, 'scenario'>;

/** Controllers read as control, a liaison as its units, everybody else as the side's desk and units. */
export function speaksFor(state: World, actor: Actor, address: Address): boolean {
  if (isUnrestricted(actor)) return address === CONTROL;
  const own = unitsOf(actor);
  if (own !== undefined) return own.some((unit) => addressOf(unit) === address);
  return address !== CONTROL && sideAt(state, address) === sideOf(actor);
}

export function sideOf(actor: Actor): Side | undefined {
  return actor.kind === 'account' ? actor.side : undefined;
}
