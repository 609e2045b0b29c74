/** Who is in charge of an incident. The incident commander decides for both sides. */
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

/** One side proposes an account, the other confirms the same one. */
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
  record(world, `${incident.id} is commanded by ${account}`);
  return undefined;
}
