/** The escalation policy. */
import type { PolicyEvents } from '#domain/policy/policy-events.js';
import { policyView } from '../policy/policy-schema.js';
import type { EventSpecs } from './event-spec.js';

export const policyEvents = {
  PolicyChanged: {
    description: 'Another policy is in force for incidents to come. For controllers only.',
    data: { policy: policyView },
    isCourse: true,
  },
} satisfies EventSpecs<PolicyEvents>;
