/** Whose addresses there are. */
import type { Side } from '#domain/kernel/side.js';
import type { World } from './world.js';

export function sideAt(world: World, address: string): Side | undefined {
  if (address === 'desk:PAK') return 'PAK';
  if (address === 'desk:CHN') return 'CHN';
  return address.startsWith('unit:') ? sideOfUnit(world, address.slice('unit:'.length)) : undefined;
}

export function sideOfUnit(world: World, id: string): Side | undefined {
  return world.units.find(({ definition }) => definition.id === id)?.definition.side;
}
