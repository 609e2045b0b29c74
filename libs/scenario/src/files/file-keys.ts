/** What a file of the format holds, by its keys. */
import { SHARED_PARTS } from '#contracts/scenario/scenario-shape.js';
import { scenarioFileShape } from '#contracts/scenario/scenario-shape.js';

/**
 * `parts`: what scenarios include. `policy`: a policy by itself under `policy`, as `tandem policy` writes and takes it;
 * `bare-policy`: its content at the top of the file.
 */
export type FileForm = 'scenario' | 'parts' | 'policy' | 'bare-policy';

/** Says nothing about the kind of file. */
const NEUTRAL: readonly string[] = ['tandem', '$schema', 'include'];
const PARTS: readonly string[] = SHARED_PARTS;
const OF_A_SCENARIO = Object.keys(scenarioFileShape.shape).filter(
  (key) => !NEUTRAL.includes(key) && !PARTS.includes(key),
);

/** A file that could be a scenario is one: what it lacks is then reported. */
export function formOf(fields: Readonly<Record<string, unknown>>): FileForm {
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
