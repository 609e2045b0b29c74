/**
 * The scenario as a stream shows it. Players see what the exercise is played with: sites, units, rules, and the part of the policy that
 * can concern them. They do not see what is going to happen (the script, the seed, how units behave) nor what is expected.
 */
import { RELEASE_CLASSES, SIDES, type ReleaseClass, type Side, type Stream } from '../kernel/side.js';
import { policyFor } from '../policy/policy-for.js';
import { audiencesOf } from '../release/release.js';
import { noticed, noticesLinksOf, showsAll } from '../release/shown.js';
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
    policy: policyFor(classesOf(stream), policy),
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

/** The classes of the incidents that stand in a stream. */
function classesOf(stream: Stream): readonly ReleaseClass[] {
  const audiences = audiencesOf(stream);
  return RELEASE_CLASSES.filter((one) => audiences.includes(one));
}
