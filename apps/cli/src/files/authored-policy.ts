/** A policy as an author writes it, to be edited and given back. */
import { stringify } from 'yaml';
import { toAuthored } from '#scenario/compile/to-authored.js';
import type { AuthoredScenario } from '#contracts/scenario/scenario-schema.js';
import type { Policy } from '#domain/policy/policy.js';
import type { Scenario } from '#domain/exercise/scenario.js';

/** `toAuthored` takes a whole scenario, so the policy is put into an empty one. */
const AROUND: Omit<Scenario, 'policy'> = {
  id: 'around',
  title: {},
  seed: 'around',
  durationMs: 0,
  startsAt: '',
  rules: { foreignResponders: 'prohibited' },
  sites: [],
  units: [],
};

/** The form of scenario files, with durations as `2m`. Compiled again, it gives the same policy. */
export function authoredPolicy(policy: Policy): AuthoredScenario['policy'] {
  return toAuthored({ ...AROUND, policy }).policy;
}

/** A part of a scenario file: `policy:` in YAML. */
export function authoredPolicyText(policy: Policy): string {
  // No anchors and no tags: scenario files have none.
  return stringify(
    { policy: authoredPolicy(policy) },
    { version: '1.2', schema: 'core', aliasDuplicateObjects: false, lineWidth: 0 },
  );
}
