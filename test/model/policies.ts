/** Which policy is in force for whom: the common one, the one on which both sides have agreed, and the own one of each side. */
import type { Command } from '#domain/kernel/command.js';
import type { Actor } from '#domain/kernel/event.js';
import type { ReleaseClass, Side } from '#domain/kernel/side.js';
import type { Policy } from '#domain/policy/policy.js';
import { sideOf } from './people.js';
import type { Proposal } from './sides.js';
import { RANK } from './due.js';
import { later, record, type World } from './world.js';

/** An incident of one side goes by that side's own policy, a joint one by what both have agreed on; otherwise by the common one. */
export function policyInForce(world: World, owner: ReleaseClass): Policy {
  const { own, agreed, policy } = world;
  const special = owner === 'JOINT' ? agreed : own[owner];
  return special?.isInForce ? special.policy : policy;
}

type AboutPolicy = Extract<
  Command,
  {
    type:
      | 'ChangePolicy'
      | 'ProposePolicy'
      | 'ApprovePolicy'
      | 'RejectPolicy'
      | 'WithdrawPolicy'
      | 'ChangeOwnPolicy'
      | 'DropOwnPolicy';
  }
>;

export function aboutPolicy(world: World, command: AboutPolicy, by: Actor): string | undefined {
  const side = sideOf(by) ?? 'PAK';
  switch (command.type) {
    case 'ChangePolicy':
      return changeAlone(world, command.data);
    case 'ChangeOwnPolicy':
      return changeOwn(world, command.data.policy, side);
    case 'DropOwnPolicy':
      return dropOwn(world, side);
    case 'ProposePolicy':
      return propose(world, command.data.policy, side);
    default:
  }
  const proposal = world.proposals.find(({ id }) => id === command.data.proposal);
  if (!proposal) return 'UNKNOWN_PROPOSAL';
  if (!proposal.isOpen) return 'PROPOSAL_ENDED';
  if (command.type === 'WithdrawPolicy') {
    if (proposal.side !== side) return 'NOT_YOUR_SIDE';
    return end(world, proposal, `is withdrawn by ${side}`);
  }
  if (proposal.side === side) return 'PROPOSER_CANNOT_APPROVE';
  if (command.type === 'RejectPolicy') return end(world, proposal, `is rejected by ${side}`);
  if (isNoNewer(proposal.policy, world.agreed?.policy ?? world.scenario.policy)) return 'POLICY_NOT_NEWER';
  world.agreed = { policy: proposal.policy, isInForce: true };
  return end(world, proposal, `is approved by ${side}`);
}

const isNoNewer = ({ version }: Policy, than: Policy): boolean =>
  !Number.isSafeInteger(version) || version <= than.version;

/** For the incidents to come; the others keep theirs. It takes the place of what both sides have agreed on, then with a reason. */
function changeAlone(world: World, { policy, reason }: { policy: Policy; reason?: string }): string | undefined {
  if (world.agreed?.isInForce && !reason?.trim()) return 'REASON_REQUIRED';
  if (isNoNewer(policy, world.policy)) return 'POLICY_NOT_NEWER';
  world.policy = policy;
  if (world.agreed) world.agreed.isInForce = false;
  record(world, `policy version ${policy.version} is in force`);
  return undefined;
}

function changeOwn(world: World, policy: Policy, side: Side): string | undefined {
  if (isNoNewer(policy, world.own[side]?.policy ?? world.scenario.policy)) return 'POLICY_NOT_NEWER';
  world.own[side] = { policy, isInForce: true };
  record(world, `policy version ${policy.version} is in force for ${side}`);
  return undefined;
}

/** The next version still follows the one that was dropped. */
function dropOwn(world: World, side: Side): string | undefined {
  const own = world.own[side];
  if (!own?.isInForce) return 'NO_OWN_POLICY';
  own.isInForce = false;
  record(world, `the own policy of ${side} is dropped`);
  return undefined;
}

/** The other side is to answer it. When it has not in the time that the policy in force gives, that is a deadlock. */
function propose(world: World, policy: Policy, side: Side): string | undefined {
  if (world.proposals.some((one) => one.isOpen && one.side === side)) return 'PROPOSAL_WAITING';
  if (isNoNewer(policy, world.agreed?.policy ?? world.scenario.policy)) return 'POLICY_NOT_NEWER';
  const id = `POL-${String(world.proposals.length + 1).padStart(4, '0')}`;
  const proposal: Proposal = { id, side, policy, isOpen: true };
  world.proposals.push(proposal);
  record(world, `${id} is proposed by ${side}`);
  const patience = policyInForce(world, 'JOINT').jointDecision?.deadlockAfterMs;
  if (patience !== undefined) {
    later(world, patience, RANK.step, () => {
      if (proposal.isOpen) record(world, `${id} is deadlocked`);
    });
  }
  return undefined;
}

function end(world: World, proposal: Proposal, how: string): undefined {
  proposal.isOpen = false;
  record(world, `${proposal.id} ${how}`);
}
