/** Duty, mode and links, which people and the script set. */
import type { Actor } from '#domain/kernel/event.js';
import type { Side } from '#domain/kernel/side.js';
import type { Link, UnitMode } from '#domain/unit/unit.js';
import { isOfOtherSide } from './people.js';
import { changeLinks, updatePlans } from './questions.js';
import { updateMovements } from './units.js';
import { planReplies } from './posting.js';
import { RANK } from './due.js';
import { later, record, touchAll, unitOf, type World } from './world.js';

/** Setting what is so already changes nothing. */
export function setDuty(world: World, id: string, duty: 'on' | 'off', actor?: Actor): string | undefined {
  const refusal = whyNotSet(world, id, actor);
  if (refusal) return refusal;
  const unit = unitOf(world, id);
  if (unit.duty === duty) return undefined;
  unit.duty = duty;
  record(world, `${id} is ${duty} duty`);
  // A step that waits for its delay asks who is on duty.
  touchAll(world);
  updatePlans(world, id);
  planReplies(world, id);
  return undefined;
}

export function setMode(world: World, id: string, mode: UnitMode, actor: Actor): string | undefined {
  const refusal = whyNotSet(world, id, actor);
  if (refusal) return refusal;
  const unit = unitOf(world, id);
  if (unit.mode === mode) return undefined;
  unit.mode = mode;
  record(world, `${id} is ${mode}`);
  updatePlans(world, id);
  updateMovements(world, id);
  planReplies(world, id);
  return undefined;
}

interface LinkChange {
  readonly unit?: string;
  readonly side?: Side;
  readonly link: Link;
}

export function setLink(world: World, { unit, side, link }: LinkChange, actor?: Actor): string | undefined {
  const refusal = unit === undefined ? undefined : whyNotSet(world, unit, actor);
  if (refusal) return refusal;
  if (side && isOfOtherSide(actor, side)) return 'NOT_YOUR_SIDE';
  record(world, `the link of ${unit ?? side} is ${link.status}`);
  const touched = world.units.filter(({ definition }) => definition.id === unit || definition.side === side);
  const ids = touched.map(({ definition }) => definition.id);
  changeLinks(world, ids, () => {
    if (unit !== undefined) unitOf(world, unit).link = link;
    if (side) world.sideLinks[side] = link;
  });
  // Requests that have waited arrive with all else that the link lets through.
  for (const one of ids) later(world, 0, RANK.arrival, () => planReplies(world, one));
  return undefined;
}

function whyNotSet(world: World, id: string, actor: Actor | undefined): string | undefined {
  const unit = world.units.find(({ definition }) => definition.id === id);
  if (!unit) return 'UNKNOWN_UNIT';
  return isOfOtherSide(actor, unit.definition.side) ? 'NOT_YOUR_SIDE' : undefined;
}
