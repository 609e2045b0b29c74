/**
 * The scenario as a stream shows it. Players see what the exercise is played with: sites, units, rules, and the part of the policy that
 * can concern them. They do not see what is going to happen (the script, the seed, how units behave) nor what is expected.
 */
import { SIDES, type Side, type Stream } from '../kernel/side.js';
import { knownPolicies, policyKnownTo } from '../policy/known-policy.js';
import { noticed, noticesLinksOf, showsAll } from '../release/shown.js';
import type { Policy } from '../policy/policy.js';
import type { Link, UnitDefinition } from '../unit/unit.js';
import type { Scenario } from './scenario.js';

/** A link in full for those who run the exercise; for a side, the state that it notices. */
export type ShownLink = Link | Pick<Link, 'status'>;

/** Without `behaviour`, `mode` and `answers` for players, and without the links of the other side. */
export type ShownUnitDefinition = Omit<UnitDefinition, 'behaviour' | 'mode' | 'link' | 'answers'> &
  Partial<Pick<UnitDefinition, 'behaviour' | 'mode' | 'answers'>> & { readonly link?: ShownLink };

/** Players see none of the optional parts but `startsAt` and the links of their own side. */
export type ShownScenario = Omit<Scenario, 'seed' | 'units' | 'links'> &
  Partial<Pick<Scenario, 'seed'>> & {
    readonly units: readonly ShownUnitDefinition[];
    readonly links?: Partial<Record<Side, ShownLink>>;
  };

/** Controllers and evaluators see the scenario itself. */
export function scenarioIn(stream: Stream, scenario: Scenario): ShownScenario {
  if (showsAll(stream)) return scenario;
  const { id, title, startsAt, durationMs, rules, sites, units, links, policy } = scenario;
  return {
    id,
    title,
    ...(startsAt !== undefined && { startsAt }),
    durationMs,
    rules,
    sites,
    units: units.map((unit) => unitFor(stream, unit)),
    ...(links !== undefined && { links: linksFor(stream, links) }),
    // That with which the exercise begins: what changes it is in the events of the stream.
    policy: policyKnownTo(stream, { policy }, knownPolicies([])).policy,
  };
}

function unitFor(stream: Stream, unit: UnitDefinition): ShownUnitDefinition {
  const { behaviour: _behaviour, mode: _mode, answers: _answers, link, ...known } = unit;
  if (link === undefined || !noticesLinksOf(unit.side, stream)) return known;
  return { ...known, link: noticed(link) };
}

function linksFor(stream: Stream, links: NonNullable<Scenario['links']>): Partial<Record<Side, ShownLink>> {
  const shown: Partial<Record<Side, ShownLink>> = {};
  for (const side of SIDES) {
    const link = links[side];
    if (link !== undefined && noticesLinksOf(side, stream)) shown[side] = noticed(link);
  }
  return shown;
}

/**
 * The scenario by which the lint looks at a policy for this reader. Players get no findings about what they do not see: the script, links,
 * and how fast units answer, which would show in findings about deadlines. For them every unit is one that a person plays.
 */
export function lintScenarioFor(stream: Stream, scenario: Scenario, policy: Policy): Scenario {
  if (showsAll(stream)) return { ...scenario, policy };
  const { injects: _script, expectations: _expected, links: _links, ...known } = scenario;
  return { ...known, policy, units: known.units.map(({ link: _link, ...unit }) => ({ ...unit, mode: 'played' })) };
}
