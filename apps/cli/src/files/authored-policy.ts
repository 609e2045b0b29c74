/** A policy as an author writes it, to be edited and given back. */
import { stringify } from 'yaml';
import { toAuthoredPolicy } from '#scenario/compile/to-authored.js';
import type { Policy } from '#domain/policy/policy.js';

/** A part of a scenario file: `policy:` in YAML. */
export function authoredPolicyText(policy: Policy): string {
  // No anchors and no tags: scenario files have none.
  return stringify(
    { policy: toAuthoredPolicy(policy) },
    { version: '1.2', schema: 'core', aliasDuplicateObjects: false, lineWidth: 0 },
  );
}
