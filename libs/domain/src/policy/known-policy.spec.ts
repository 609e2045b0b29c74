/** What a reader knows of the policies. */
import type { Plain } from '../kernel/brand.js';
import { branded } from '../testing/branded.js';
import { chain, ask, pak, smallExercise, step } from '../testing/small-exercise.js';
import { knownPolicies, mayKnowPolicyOf, policyKnownTo, type PolicyEvent } from './known-policy.js';
import type { Policy } from './policy.js';

const police = pak('police');
const scenario = smallExercise({
  units: [police],
  chain: chain([step('any', [ask(police)])]),
  policy: {
    chains: { ours: chain([step('any', [ask(police, 'inform')])]) },
    route: {
      id: 'default',
      chain: 'standard',
      routes: [{ id: 'pak-only', match: { field: 'alert.class', equals: 'PAK' }, chain: 'ours' }],
    },
  },
});
const version = (number: number) => ({ ...scenario.policy, version: number }) as Policy;
const events = (list: readonly Plain<{ type: string; data: object }>[]) =>
  branded<PolicyEvent[]>(list.map((one, index) => ({ ...one, at: index * 1000 })) as never);
const AGREED = [
  { type: 'PolicyProposed', data: { proposal: 'POL-0001', side: 'PAK', policy: version(2), reason: 'r' } },
  { type: 'PolicyDeadlocked', data: { proposal: 'POL-0001', waitingFor: 'CHN' } },
  { type: 'PolicyApproved', data: { proposal: 'POL-0001', side: 'CHN', policy: 'p', version: 2, reason: 'yes' } },
];
const text = (policy: object) => JSON.stringify(policy);

describe('the policy as a reader knows it', () => {
  it("is, of the scenario's, what concerns the classes that the reader may know of, whatever class is asked for", () => {
    const of = (...parts: [stream: 'pak' | 'chn' | 'joint' | 'all', asked?: 'JOINT' | 'PAK', onlyOf?: boolean]) => {
      const [stream, asked, onlyOf] = parts;
      return text(policyKnownTo(stream, scenario, knownPolicies([]), asked, { onlyOf }).policy);
    };
    expect(of('all')).toContain('pak-only');
    expect(of('pak')).toContain('pak-only');
    expect(of('pak', 'JOINT', true)).not.toContain('pak-only');
    expect(of('pak', 'PAK', true)).toContain('ours');
    for (const stream of ['chn', 'joint'] as const) {
      expect(of(stream)).not.toContain('pak-only');
      expect(of(stream, 'PAK')).not.toMatch(/pak-only|ours/);
    }
    expect([mayKnowPolicyOf('chn', 'PAK'), mayKnowPolicyOf('chn', 'CHN'), mayKnowPolicyOf('all', 'PAK')]).toEqual([
      false,
      true,
      true,
    ]);
  });

  it('says how it came about, and what has become of each proposal', () => {
    const known = knownPolicies(events(AGREED));
    expect(policyKnownTo('chn', scenario, known)).toEqual({
      policy: version(2),
      origin: { by: 'both-sides', at: 2000, proposal: 'POL-0001', proposedBy: 'PAK', approvedBy: 'CHN', reason: 'r' },
    });
    expect(known.proposals).toEqual([
      expect.objectContaining({ id: 'POL-0001', status: 'approved', deadlocked: true, endedAt: 2000, answer: 'yes' }),
    ]);
    const rejected = [
      AGREED[0]!,
      { type: 'PolicyRejected', data: { proposal: 'POL-0001', side: 'CHN', reason: 'no' } },
    ];
    expect(knownPolicies(events(rejected)).proposals[0]).toMatchObject({ status: 'rejected', answer: 'no' });
    expect(policyKnownTo('chn', scenario, knownPolicies(events(rejected))).origin).toEqual({ by: 'scenario' });
  });

  it('is the one of the controllers for those who run the exercise, and never that of the wrong class', () => {
    const changed = { type: 'PolicyChanged', data: { policy: version(5), reason: 'stuck' } };
    const own = { type: 'OwnPolicyChanged', data: { side: 'PAK', policy: version(3) } };
    const known = knownPolicies(events([...AGREED, own, changed]));
    expect(policyKnownTo('all', scenario, known).origin).toEqual({ by: 'controller', at: 4000, reason: 'stuck' });
    expect(policyKnownTo('all', scenario, known, 'PAK').policy.version).toBe(3);
    expect(policyKnownTo('all', scenario, known, 'CHN').policy.version).toBe(5);
    expect(policyKnownTo('pak', scenario, knownPolicies(events([own])), 'PAK').origin).toEqual({ by: 'side', at: 0 });
    expect(policyKnownTo('pak', scenario, knownPolicies(events([own]))).policy.version).toBe(1);
  });

  it('is the common one again once the side has dropped its own', () => {
    const own = { type: 'OwnPolicyChanged', data: { side: 'PAK', policy: version(5) } };
    const drop = { type: 'OwnPolicyDropped', data: { side: 'PAK', policy: 'standard', version: 5, reason: 'r' } };
    const of = (...list: Parameters<typeof events>[0]) =>
      policyKnownTo('pak', scenario, knownPolicies(events(list)), 'PAK');
    expect(of(own)).toMatchObject({ policy: { version: 5 }, origin: { by: 'side' } });
    expect(of(own, drop)).toMatchObject({ policy: { version: 1 }, origin: { by: 'scenario' } });
    expect(of(own, drop, own)).toMatchObject({ policy: { version: 5 } });
  });
});
