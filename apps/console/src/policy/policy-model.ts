/** The proposals of both sides, by whom they wait for. */
import type { Side } from '#domain/kernel/side.js';
import type { KnownProposal } from '#domain/policy/known-policy.js';

export interface ProposalGroups {
  /** Those that the other side has proposed to the viewer's. Of a viewer without a side: all that wait. */
  readonly waiting: readonly KnownProposal[];
  /** Those of the viewer's side that the other side has not answered. */
  readonly asked: readonly KnownProposal[];
  readonly ended: readonly KnownProposal[];
}

/** @param proposals latest first, as they stay */
export function proposalGroups(proposals: readonly KnownProposal[], side: Side | undefined): ProposalGroups {
  const open = proposals.filter(({ status }) => status === 'waiting');
  return {
    waiting: open.filter((one) => one.side !== side),
    asked: open.filter((one) => one.side === side),
    ended: proposals.filter(({ status }) => status !== 'waiting'),
  };
}
