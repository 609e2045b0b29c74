/** The policy as its author writes it: as text, read back, and where in the text a problem is. */
import { LineCounter, parseDocument, stringify } from 'yaml';
import { toAuthored } from '#scenario/compile/to-authored.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import type { Policy } from '#domain/policy/policy.js';

export type Format = 'yaml' | 'json';

export function sourceOf(policy: unknown, format: Format): string {
  return format === 'yaml'
    ? stringify(policy, { lineWidth: 100, aliasDuplicateObjects: false })
    : `${JSON.stringify(policy, null, 2)}\n`;
}

/** The policy in force, in the form of an author. */
export function authoredPolicy(scenario: Scenario, policy: Policy): unknown {
  return toAuthored({ ...scenario, policy }).policy;
}

/** A whole scenario with that policy, as the API's lint wants it. */
export function scenarioWith(scenario: Scenario, policy: unknown): unknown {
  return { tandem: 1, ...toAuthored(scenario), policy };
}

export interface ReadSource {
  readonly policy: unknown;
  readonly faults: readonly { readonly line: number; readonly message: string }[];
  /** Of `policy.chains.joint.steps[1]`, from 1; undefined where there is no such place. */
  readonly lineOf: (path: string) => number | undefined;
}

/** YAML holds JSON, too. */
export function readSource(text: string): ReadSource {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const faults = document.errors.map(({ pos, message }) => ({
    line: lines.linePos(pos[0]).line,
    message: message.split('\n')[0] ?? '',
  }));
  const lineOf = (path: string): number | undefined => {
    const parts = path
      .replace(/^policy[.]?/, '')
      .split(/[.[\]]+/)
      .filter((part) => part !== '')
      .map((part) => (/^\d+$/.test(part) ? Number(part) : part));
    // What is missing has no place of its own: it is reported at what should hold it.
    for (let length = parts.length; length > 0; length -= 1) {
      const node = document.getIn(parts.slice(0, length), true) as { range?: readonly number[] } | undefined;
      if (node?.range?.[0] !== undefined) return lines.linePos(node.range[0]).line;
    }
    return 1;
  };
  return { policy: faults.length > 0 ? undefined : document.toJS(), faults, lineOf };
}
