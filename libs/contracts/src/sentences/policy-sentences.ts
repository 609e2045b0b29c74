/** What the events of the policy say. */
import type { PolicyEvents } from '#domain/policy/policy-events.js';
import { value } from './sentence.js';
import { sentence, type Sentences } from './sentence-of.js';

export const policySentences: Sentences<PolicyEvents> = {
  PolicyChanged: ({ data: { policy } }, say) =>
    sentence(say, 'PolicyChanged', { policy: value(policy.id), version: value(policy.version) }, 'bold'),
};
