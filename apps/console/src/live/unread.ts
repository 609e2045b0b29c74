/** Which messages the viewer has yet to read, and in whose name the viewer can answer. The rules themselves are the domain's. */
import type { Actor } from '#domain/kernel/event.js';
import { type Address, CONTROL, deskOf, sideAt, unitAt } from '#domain/message/address.js';
import type { MessageView } from '#domain/message/message-list.js';
import { speaksFor } from '#domain/message/speaks-for.js';
import { unitsOf } from '#domain/release/authority.js';
import { mayGive } from '#domain/release/permissions.js';
import type { UnitSlice } from '#domain/unit/unit-state.js';
import type { SessionView } from '#contracts/http/sessions.js';

export type Viewer = Pick<SessionView, 'account' | 'role' | 'side' | 'units'>;
type World = Pick<UnitSlice, 'scenario'>;

function actorOf({ account: id, role, side, units }: Viewer): Actor {
  return { kind: 'account', id, role, side, units } as Actor;
}

/**
 * Whether the message waits to be read by the viewer. What a side's desk and its own units write to each other's units is not for those
 * at the desk, although they may read it in the name of a unit.
 */
export function isUnread(state: World, viewer: Viewer, { from, to, readBy, actor }: MessageView): boolean {
  if (!mayGive(viewer.role, 'MarkMessageRead')) return false;
  if (actor.kind === 'account' && actor.id === viewer.account) return false;
  const self = actorOf(viewer);
  return to.some((address) => {
    if (!speaksFor(state, self, address) || readBy.some(({ by }) => by === address)) return false;
    const isOwn = unitAt(address) === undefined || unitsOf(self) !== undefined;
    return isOwn || sideAt(state, from) !== viewer.side;
  });
}

/**
 * In whose name the viewer can answer the request, those who have not answered yet first. A controller can answer as any unit that was
 * asked, or whose side's desk was.
 */
export function answerersOf(state: World, viewer: Viewer, { kind, to, request }: MessageView): readonly Address[] {
  if (kind !== 'request' || !mayGive(viewer.role, 'SendMessage')) return [];
  const self = actorOf(viewer);
  const isController = viewer.role === 'controller';
  const asked = to.filter((address) => (isController ? !isDesk(address) : speaksFor(state, self, address)));
  const units = isController
    ? state.scenario.units
        .filter(({ side }) => to.includes(deskOf(side)))
        .map(({ id }): Address => `unit:${id}`)
        .filter((address) => !to.includes(address))
    : [];
  const hasAnswered = (address: Address) => request?.answers.some(({ by }) => by === address) ?? false;
  return [...asked, ...units].toSorted((a, b) => Number(hasAnswered(a)) - Number(hasAnswered(b)));
}

/** In whose name the viewer writes, the usual one first. */
export function sendersOf(state: World, viewer: Viewer): readonly Address[] {
  if (!mayGive(viewer.role, 'SendMessage')) return [];
  const self = actorOf(viewer);
  const units = state.scenario.units.map(({ id }): Address => `unit:${id}`);
  if (viewer.role === 'controller') return [CONTROL, ...units];
  const own = units.filter((address) => speaksFor(state, self, address));
  const desk = viewer.side === undefined ? undefined : deskOf(viewer.side);
  return desk !== undefined && speaksFor(state, self, desk) ? [desk, ...own] : own;
}

function isDesk(address: Address): boolean {
  return address !== CONTROL && unitAt(address) === undefined;
}
