import { branded } from '#domain/testing/branded.js';
import type { KnownProposal } from '#domain/policy/known-policy.js';
import type { Policy } from '#domain/policy/policy.js';
import { proposalGroups } from './policy-model.js';

const of = (id: string, side: 'PAK' | 'CHN', status: KnownProposal['status']) =>
  branded<KnownProposal>({ id, side, status, policy: {} as Policy, reason: 'r', proposedAt: 0 });

const PROPOSALS = [
  of('POL-0004', 'PAK', 'waiting'),
  of('POL-0003', 'CHN', 'waiting'),
  of('POL-0002', 'CHN', 'rejected'),
  of('POL-0001', 'PAK', 'approved'),
];
const ids = (proposals: readonly KnownProposal[]) => proposals.map(({ id }) => id);

describe('the proposals', () => {
  it('wait for the side that has not made them', () => {
    const { waiting, asked, ended } = proposalGroups(PROPOSALS, 'PAK');
    expect([ids(waiting), ids(asked), ids(ended)]).toEqual([['POL-0003'], ['POL-0004'], ['POL-0002', 'POL-0001']]);
  });

  it('all wait for one or the other side, for who has none', () => {
    const { waiting, asked } = proposalGroups(PROPOSALS, undefined);
    expect([ids(waiting), ids(asked)]).toEqual([['POL-0004', 'POL-0003'], []]);
  });
});
