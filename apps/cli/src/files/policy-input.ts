/** A policy from a file, put in the place of a scenario's own. */
import { parsePolicy } from '#scenario/files/parse-policy.js';
import { UnreadableFile } from '#scenario/files/scenario-files.js';
import { readDocument } from '#scenario/yaml/read-document.js';
import { checkPolicy } from '#domain/policy/check-policy.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import { explainFailure, unusable } from '../failure.js';
import { harmless } from '../terminal/terminal-text.js';
import { scenarioInput } from './scenario-input.js';
import { readScenarioPart } from './scenario-folder.js';

/**
 * The scenario with the policy of a file: one that holds a policy by itself, or under `policy` as a part of a scenario does; or
 * a scenario that includes its policy.
 * @throws Failure when it cannot be read, or does not fit the scenario
 */
export function withPolicy(scenario: Scenario, file: string): Scenario {
  const { value, faults } = readDocument(textOf(file));
  if (faults.length > 0) {
    const lines = faults.map(({ line, column, message }) => harmless(`${file}:${line}:${column}: ${message}`));
    throw unusable([`${harmless(file)} cannot be used:`, ...lines].join('\n'));
  }
  if (isObject(value) && 'include' in value) return withPolicyOf(scenario, file);
  try {
    return {
      ...scenario,
      policy: parsePolicy(isObject(value) && 'policy' in value ? value.policy : value, scenario).policy,
    };
  } catch (error) {
    throw unusable(
      `${harmless(file)} holds no policy that fits ${harmless(scenario.id)}: ${explainFailure(error).message}`,
    );
  }
}

function withPolicyOf(scenario: Scenario, file: string): Scenario {
  const changed = { ...scenario, policy: scenarioInput(file).policy };
  const [fault] = checkPolicy(changed);
  if (fault)
    throw unusable(harmless(`${file} holds no policy that fits ${scenario.id}: ${fault.path}: ${fault.message}`));
  return changed;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function textOf(file: string): string {
  try {
    return readScenarioPart(file);
  } catch (error) {
    if (error instanceof UnreadableFile) throw unusable(error.message);
    throw error;
  }
}
