/** Who is in charge of an incident: its commander, who decides for both sides, and within each side the account that it is assigned to. */
import type { Command } from '#domain/kernel/command.js';
import type { Actor } from '#domain/kernel/event.js';
import { sideOf } from './people.js';
import { record, type Incident, type World } from './world.js';

/** Whoever both sides have chosen; until then, the commanders of the side that the policy names. */
export function isCommander({ class: owner, commander, policy }: Incident, by: Actor): boolean {
  if (by.kind !== 'account' || owner !== 'JOINT') return false;
  if (commander !== undefined) return commander === by.id;
  return by.role === 'commander' && by.side === policy.command?.lead;
}

type Choosing = Extract<Command, { type: 'ProposeCommander' | 'ConfirmCommander' }>;

/** One side proposes an account, the other confirms the same one. What the former commander has offered is void. */
export function choose(world: World, incident: Incident, { type, data }: Choosing, by: Actor): string | undefined {
  const side = sideOf(by);
  const { account } = data;
  if (incident.class !== 'JOINT') return 'NOT_JOINT';
  if (incident.commander === account) return 'ALREADY_IN_COMMAND';
  if (side === undefined) return 'NOT_PERMITTED';
  if (type === 'ProposeCommander') {
    incident.candidates[side] = account;
    record(world, `${incident.id} ${side} proposes ${account}`);
    return undefined;
  }
  if (incident.candidates[side === 'PAK' ? 'CHN' : 'PAK'] !== account) return 'NOTHING_PROPOSED';
  incident.commander = account;
  incident.candidates = {};
  incident.offers = incident.offers.filter(({ of }) => of !== 'command');
  record(world, `${incident.id} is commanded by ${account}`);
  return undefined;
}

type Charging = Extract<Command, { type: 'AssignIncident' | 'HandOver' | 'ConfirmHandover' }>;

/** Who is in charge stays so until another one has confirmed it. Only the own side knows of an assignment. */
export function charge(world: World, incident: Incident, { type, data }: Charging, by: Actor): string | undefined {
  const side = sideOf(by);
  if (by.kind !== 'account' || side === undefined) return 'NOT_PERMITTED';
  const { id } = incident;
  switch (type) {
    case 'AssignIncident':
      incident.assigned[side] = data.account;
      incident.offers = incident.offers.filter((one) => one.of !== 'assignment' || one.side !== side);
      record(world, `${id} is assigned to ${data.account}, for ${side}`);
      return undefined;
    case 'HandOver': {
      const of = isCommander(incident, by) ? 'command' : 'assignment';
      if (of === 'assignment' && incident.assigned[side] !== by.id) return 'NOT_IN_CHARGE';
      incident.offers.push({ of, side, from: by.id, to: data.to });
      record(world, `${id} ${of} is offered by ${by.id} to ${data.to}, for ${of === 'command' ? 'JOINT' : side}`);
      return undefined;
    }
    case 'ConfirmHandover': {
      // Of all that was offered by whoever has the command, or the assignment, the last counts.
      const last = incident.offers.filter(
        (one, index) =>
          !incident.offers.slice(index + 1).some(({ of, side: own }) => of === one.of && own === one.side),
      );
      const offer = last.findLast((one) => one.to === by.id && one.side === side);
      if (!offer) return 'NOTHING_TO_CONFIRM';
      const { of, from, to } = offer;
      if (of === 'command') incident.commander = to;
      else incident.assigned[side] = to;
      incident.offers = incident.offers.filter((one) => one.of !== of || one.side !== side);
      record(world, `${id} ${of} passes from ${from} to ${to}, for ${of === 'command' ? 'JOINT' : side}`);
      return undefined;
    }
    default:
      return undefined;
  }
}
