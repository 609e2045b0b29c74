/** The kind of a file, by its keys. */
import { scenarioFileSchema, SHARED_PARTS } from '#contracts/scenario/scenario-schema.js';

/**
 * `parts`: shared parts, which scenarios include. `policy`: only a policy, under the key `policy`, as `tandem policy` writes it.
 * `bare-policy`: the fields of a policy at the top of the file.
 */
export type FileKind = 'scenario' | 'parts' | 'policy' | 'bare-policy';

/** Keys of every kind. */
const NEUTRAL: readonly string[] = ['tandem', '$schema', 'include'];
const PARTS: readonly string[] = SHARED_PARTS;
const OF_A_SCENARIO = Object.keys(scenarioFileSchema.shape).filter(
  (key) => !NEUTRAL.includes(key) && !PARTS.includes(key),
);

/** When in doubt, a file is a scenario: the check then reports what is missing. */
export function fileKindOf(fields: Readonly<Record<string, unknown>>): FileKind {
  const keys = Object.keys(fields);
  if (keys.some((key) => OF_A_SCENARIO.includes(key) && !(key === 'id' && isBarePolicy(fields)))) return 'scenario';
  if (fields['tandem'] !== undefined) {
    return keys.some((key) => PARTS.includes(key) || key === 'include') ? 'parts' : 'scenario';
  }
  if (isBarePolicy(fields)) return 'bare-policy';
  return fields['policy'] !== undefined && keys.length === 1 ? 'policy' : 'scenario';
}

/** A policy has an id, as a scenario has. */
function isBarePolicy(fields: Readonly<Record<string, unknown>>): boolean {
  return fields['tandem'] === undefined && fields['route'] !== undefined && fields['chains'] !== undefined;
}
