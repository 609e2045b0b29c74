/** The authored policy as text, and the line of each problem in that text. */
import { stringify } from 'yaml';
import { parsePath } from '#scenario/check/problem-path.js';
import { toAuthored } from '#scenario/compile/to-authored.js';
import { readDocument } from '#scenario/yaml/read-document.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import type { Policy } from '#domain/policy/policy.js';

export type Format = 'yaml' | 'json';

export function sourceOf(policy: unknown, format: Format): string {
  return format === 'yaml'
    ? stringify(policy, { lineWidth: 100, aliasDuplicateObjects: false })
    : `${JSON.stringify(policy, null, 2)}\n`;
}

/** The policy in force, as an author writes it. */
export function authoredPolicy(scenario: Scenario, policy: Policy): unknown {
  return toAuthored({ ...scenario, policy }).policy;
}

/** The authored scenario with that policy, for the API's lint. */
export function scenarioWith(scenario: Scenario, policy: unknown): unknown {
  return { tandem: 1, ...toAuthored(scenario), policy };
}

export interface ReadSource {
  /** Undefined when the text has faults. */
  readonly policy: unknown;
  readonly faults: readonly { readonly line: number; readonly message: string }[];
  /** The line, from 1, of a path such as `policy.chains.joint.steps[1]`; of a missing value, that of the value around it. */
  readonly lineOf: (path: string) => number;
}

/** Reads YAML or JSON, by the rules of scenario files. */
export function readSource(text: string): ReadSource {
  const { value, faults, positionOf } = readDocument(text);
  return {
    policy: faults.length > 0 ? undefined : value,
    faults,
    lineOf: (path) => positionOf(parsePath(path.replace(/^policy[.]?/, ''))).line,
  };
}
