/** What the events of the policy say. */
import type { PolicyEvents } from '#domain/policy/policy-events.js';
import type { Policy } from '#domain/policy/policy.js';
import { authored, side, value } from './sentence.js';
import { sentence, yes, type Sentences } from './sentence-of.js';

export const policySentences: Sentences<PolicyEvents> = {
  PolicyChanged: ({ data }, say) =>
    sentence(say, 'PolicyChanged', { ...named(data.policy), ...because(data.reason) }, 'bold'),
  PolicyProposed: ({ data }, say) => {
    const { policy, proposal, reason } = data;
    const values = { ...named(policy), side: side(data.side), proposal: value(proposal), reason: authored(reason) };
    return sentence(say, 'PolicyProposed', values, 'warn');
  },
  PolicyApproved: ({ data }, say) => {
    const { policy, version } = data;
    return sentence(say, 'PolicyApproved', { ...named({ id: policy, version }), ...answer(data) }, 'bold');
  },
  PolicyRejected: ({ data }, say) => sentence(say, 'PolicyRejected', answer(data), 'warn'),
  PolicyWithdrawn: ({ data }, say) => sentence(say, 'PolicyWithdrawn', answer(data)),
  PolicyDeadlocked: ({ data }, say) =>
    sentence(say, 'PolicyDeadlocked', { side: side(data.waitingFor), proposal: value(data.proposal) }, 'bad'),
  OwnPolicyChanged: ({ data }, say) => {
    const values = { ...named(data.policy), side: side(data.side), ...because(data.reason) };
    return sentence(say, 'OwnPolicyChanged', values, 'bold');
  },
  OwnPolicyDropped: ({ data }, say) => {
    const { policy, version } = data;
    const values = { ...named({ id: policy, version }), side: side(data.side), ...because(data.reason) };
    return sentence(say, 'OwnPolicyDropped', values, 'bold');
  },
};

function named({ id, version }: Pick<Policy, 'id' | 'version'>) {
  return { policy: value(id), version: value(version) };
}

function answer(data: PolicyEvents['PolicyRejected'] | PolicyEvents['PolicyWithdrawn']) {
  return { side: side(data.side), proposal: value(data.proposal), ...because(data.reason) };
}

function because(reason: string | undefined) {
  return { stated: yes(reason !== undefined), reason: authored(reason ?? '') };
}
