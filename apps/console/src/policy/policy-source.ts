/** The authored policy as text, and the line of each problem in that text. */
import { stringify } from 'yaml';
import { parsePath } from '#scenario/check/problem-path.js';
import { toAuthored, toAuthoredPolicy } from '#scenario/compile/to-authored.js';
import { readDocument } from '#scenario/yaml/read-document.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import type { ShownScenario } from '#domain/exercise/shown-scenario.js';
import type { Policy } from '#domain/policy/policy.js';
import type { Behaviour, Distribution } from '#domain/unit/unit.js';

export type Format = 'yaml' | 'json';

export function sourceOf(policy: unknown, format: Format): string {
  return format === 'yaml'
    ? stringify(policy, { lineWidth: 100, aliasDuplicateObjects: false })
    : `${JSON.stringify(policy, null, 2)}\n`;
}

/** As an author writes it. */
export function policyText(policy: Policy, format: Format): string {
  return sourceOf(toAuthoredPolicy(policy), format);
}

/** With its chains and groups in the order of another policy, so that the two can be compared line by line. */
export function inOrderOf(other: Policy, policy: Policy): Policy {
  return {
    ...policy,
    chains: ordered(policy.chains, Object.keys(other.chains)),
    groups: ordered(policy.groups, Object.keys(other.groups)),
  };
}

/** What the order does not name comes last, as it stood. */
function ordered<T extends object>(record: T, order: readonly string[]): T {
  const names = new Set([...order.filter((name) => Object.hasOwn(record, name)), ...Object.keys(record)]);
  return Object.fromEntries([...names].map((name) => [name, record[name as keyof T]])) as T;
}

const AT_ONCE: Distribution = { kind: 'fixed', ms: 0 };
/** Of a unit whose behaviour the viewer does not see. A person plays it, for the lint. */
const UNSEEN: Behaviour = {
  acknowledge: AT_ONCE,
  declineChance: 0,
  silentChance: 0,
  enRoute: AT_ONCE,
  onScene: AT_ONCE,
  clear: AT_ONCE,
};

/** The authored scenario with that policy, as far as the viewer knows it, for the API's lint. */
export function scenarioWith(scenario: ShownScenario, policy: unknown): unknown {
  return { tandem: 1, ...toAuthored(isWhole(scenario) ? scenario : withoutUnseen(scenario)), policy };
}

function isWhole(scenario: ShownScenario): scenario is Scenario {
  return scenario.units.every(({ behaviour }) => behaviour !== undefined);
}

function withoutUnseen({ links: _links, units, ...known }: ShownScenario): Scenario {
  const played = units.map(({ link: _link, ...unit }) => ({ ...unit, behaviour: UNSEEN, mode: 'played' as const }));
  return { ...known, units: played } as unknown as Scenario;
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
