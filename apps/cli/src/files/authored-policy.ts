/** A policy as an author writes it, to be edited and given back. */
import { stringify } from 'yaml';
import { toAuthored } from '#scenario/compile/to-authored.js';
import type { Policy } from '#domain/policy/policy.js';
import type { Scenario } from '#domain/exercise/scenario.js';

/** The authored form is written of whole scenarios; around a policy stands an empty one. */
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

/** A part of a scenario file: `policy:` in YAML, with durations as `2m`. Read again, it gives the same policy. */
export function authoredPolicy(policy: Policy): string {
  // No anchors and no tags: scenario files hold none.
  return stringify(
    { policy: toAuthored({ ...AROUND, policy }).policy },
    { version: '1.2', schema: 'core', aliasDuplicateObjects: false, lineWidth: 0 },
  );
}
