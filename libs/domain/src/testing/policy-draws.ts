/** What is drawn of policies in random exercises. */
import type { Plain } from '../kernel/brand.js';
import type { Command } from '../kernel/command.js';
import type { Actor } from '../kernel/event.js';
import { SIDES } from '../kernel/side.js';
import type { State } from '../engine/state.js';
import type { Policy } from '../policy/policy.js';
import { referenceInForce } from '../policy/policy-state.js';
import type { Draw } from './arbitraries.js';
import { personOf } from './deeds.js';
import { SECOND } from './small-exercise.js';

const CHAINS = ['standard', 'grave', 'wide'];

/** What commanders do about the policy: they answer or withdraw what waits, and else propose one or change their own. */
export function twoKeys(state: State, drawn: Draw): { command: Plain<Command>; actor: Actor } {
  const side = SIDES[drawn.other % 2] ?? 'PAK';
  const actor = personOf(side, 'commander');
  const waiting = Object.entries(state.policyProposals?.waiting ?? {});
  const proposal = drawn.garbage ? 'POL-0099' : waiting[0]?.[0];
  const policy = nextPolicy(state, drawn, drawn.pick % 7);
  if (proposal === undefined) {
    const hasOwn = referenceInForce(state, side).policyClass !== undefined;
    if (hasOwn ? drawn.pick % 2 === 1 : drawn.pick % 8 === 4) {
      return { actor, command: { type: 'DropOwnPolicy', data: {} } };
    }
    return drawn.pick % 4 === 0
      ? { actor, command: { type: 'ChangeOwnPolicy', data: { policy } } }
      : { actor, command: { type: 'ProposePolicy', data: { policy, reason: 'r' } } };
  }
  const owner = waiting[0]?.[1].side ?? side;
  const other = personOf(owner === 'PAK' ? 'CHN' : 'PAK', 'commander');
  const types = ['WithdrawPolicy', 'RejectPolicy', 'ApprovePolicy', 'ApprovePolicy'] as const;
  const type = types[drawn.pick % types.length] ?? 'ApprovePolicy';
  const data = { proposal, reason: 'r' };
  return { actor: type === 'WithdrawPolicy' ? personOf(owner, 'commander') : other, command: { type, data } };
}

/** The one in force with another default and other times, or one that nobody may have. */
export function nextPolicy(
  { policies, policyVersion, scenario }: State,
  { other, pick, garbage }: Draw,
  ahead = 0,
): Plain<Policy> {
  const current = policies[policyVersion] ?? scenario.policy;
  const version = policyVersion + ahead + (other % 5 === 0 ? 0 : 1);
  const chain = garbage ? 'constructor' : CHAINS[other % 3];
  const chains = Object.entries(current.chains).map(([id, { expireAfterMs, ...settings }]) => {
    return [id, { ...settings, expireAfterMs: expireAfterMs + (pick % 3) * SECOND }] as const;
  });
  return { ...current, version, route: { ...current.route, chain }, chains: Object.fromEntries(chains) };
}
