/** All that can be said of a scenario before it runs: the errors that keep it from loading, and warnings. */
import { chainId, type ChainId } from '../kernel/ids.js';
import type { Side } from '../kernel/side.js';
import { SIDES } from '../kernel/side.js';
import { checkScenario } from './check-scenario.js';
import type { Finding, FindingCode } from '../kernel/finding.js';
import { warning } from '../kernel/finding.js';
import type { Scenario } from './scenario.js';
import type { Site } from '../unit/register.js';
import { lintChain } from '../policy/lint-chain.js';
import { lintCoordinates } from '../policy/lint-coordinates.js';
import { mayBeAsked, TargetUnits } from '../policy/lint-target.js';
import { chainsReachableFrom, lintRoutes } from '../policy/lint-routes.js';
import type { Policy, PolicyScenario, Target } from '../policy/policy.js';
import { candidatesOf } from '../policy/resolve-targets.js';

/** Errors first. Warnings are looked for only when there are none: they presume references that lead somewhere. */
export function lintScenario(scenario: Scenario): Finding[] {
  const errors = checkScenario(scenario);
  if (errors.length > 0) return errors;
  const { policy, durationMs } = scenario;
  const targets = new TargetUnits(scenario);
  return [
    ...lintRoutes(targets),
    ...Object.entries(policy.chains).flatMap(([id, chain]) => lintChain(targets, chain, `policy.chains.${id}`)),
    ...unusedGroups(scenario),
    ...sitesWithoutUnit(targets),
    ...unitsWithoutJurisdiction(scenario),
    ...lintCoordinates(scenario),
    ...(policy.closeAfterMs !== undefined && policy.closeAfterMs > durationMs
      ? [warning('WAIT_BEYOND_EXERCISE', 'policy.closeAfter', 'closeAfter is longer than the exercise.')]
      : []),
  ];
}

/** What holds of a policy whatever the sites and units are. */
const OF_THE_POLICY: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'UNREACHABLE_ROUTE',
  'UNUSED_CHAIN',
  'REMINDER_AFTER_EXPIRY',
  'EXPIRY_BEFORE_DEADLINE',
]);

const NOTHING_AROUND: Omit<Scenario, 'policy'> = {
  id: '',
  title: {},
  seed: '',
  durationMs: Infinity,
  rules: { foreignResponders: 'prohibited' },
  sites: [],
  units: [],
};

/** Warnings about a policy without a scenario around it; presumes that its own references lead somewhere. */
export function lintPolicyAlone(policy: Policy): Finding[] {
  const scenario = { ...NOTHING_AROUND, policy };
  const targets = new TargetUnits(scenario);
  return [
    ...lintRoutes(targets),
    ...Object.entries(policy.chains).flatMap(([id, chain]) => lintChain(targets, chain, `policy.chains.${id}`)),
  ]
    .filter(({ code }) => OF_THE_POLICY.has(code))
    .concat(unusedGroups(scenario));
}

function unusedGroups({ policy }: Scenario): Finding[] {
  const targets = Object.values(policy.chains).flatMap(({ steps }) => steps.flatMap((step) => step.targets));
  const used = new Set(targets.map((target) => ('group' in target ? target.group : undefined)));
  return Object.keys(policy.groups)
    .filter((group) => !used.has(group))
    .map((group) => warning('UNUSED_GROUP', `policy.groups.${group}`, `No step addresses the group "${group}".`));
}

/** A unit that covers no place at all, of a kind that some step addresses: the step finds it at no site. */
function unitsWithoutJurisdiction({ units, policy }: Scenario): Finding[] {
  const targets = Object.values(policy.chains).flatMap(({ steps }) => steps.flatMap((step) => step.targets));
  const kinds = new Set(targets.map((target) => ('kind' in target ? target.kind : undefined)));
  return units.flatMap(({ id, kind, jurisdiction }, index) => {
    const { sites = [], provinces = [], consularDistricts = [] } = jurisdiction;
    if (!kinds.has(kind) || sites.length + provinces.length + consularDistricts.length > 0) return [];
    const message =
      `"${id}" has no jurisdiction, so a step that addresses kind:${kind} never finds it. ` +
      'Give it sites, provinces or consular districts.';
    return [warning('UNIT_WITHOUT_JURISDICTION', `units[${index}].jurisdiction`, message)];
  });
}

/** A site with nationals of a side, about which no unit of that side would ever be asked anything. */
function sitesWithoutUnit(targetUnits: TargetUnits): Finding[] {
  const { scenario } = targetUnits;
  const targets = targetsByChain(targetUnits);
  return scenario.sites.flatMap((site, index) => {
    const present = SIDES.filter((side) => (site.nationals[side] ?? 0) > 0);
    if (present.length === 0) return [];
    const missing = missingSides(scenario, targets, site, present);
    return missing.map((side) => {
      const message =
        `${site.nationals[side]} nationals of ${side} are at "${site.id}", but no chain that an alert there can ` +
        `reach addresses a unit of ${side} that may act there.`;
      return warning('SITE_WITHOUT_UNIT', `sites[${index}]`, message);
    });
  });
}

/** The targets of a chain, each kind and each set of named units once. */
interface ChainTargets {
  /** Sides that a unit, a side or a group target addresses, wherever the incident is. */
  readonly everywhere: ReadonlySet<Side>;
  readonly kinds: readonly Extract<Target, { kind: unknown }>[];
}

function targetsByChain(targetUnits: TargetUnits): ReadonlyMap<ChainId, ChainTargets> {
  return new Map(
    Object.entries(targetUnits.scenario.policy.chains).map(([id, { steps }]) => {
      const everywhere = new Set<Side>();
      const kinds = new Map<string, Extract<Target, { kind: unknown }>>();
      for (const target of steps.flatMap((step) => step.targets)) {
        if ('kind' in target) kinds.set(`${target.kind} ${target.side} ${target.action}`, target);
        else for (const side of targetUnits.ableSidesOf(target)) everywhere.add(side);
      }
      return [chainId(id), { everywhere, kinds: [...kinds.values()] }];
    }),
  );
}

/** Of the sides present, those that no chain within reach of the site addresses. */
function missingSides(
  scenario: PolicyScenario,
  targets: ReadonlyMap<ChainId, ChainTargets>,
  site: Site,
  present: readonly Side[],
): readonly Side[] {
  const missing = new Set(present);
  for (const chain of chainsReachableFrom(scenario.policy, site)) {
    const { everywhere, kinds } = targets.get(chain) ?? { everywhere: [], kinds: [] };
    for (const side of everywhere) missing.delete(side);
    for (const target of kinds) {
      if (missing.size === 0) return [];
      const candidates = candidatesOf({ scenario }, target, site.id);
      if (!('units' in candidates)) continue;
      for (const unit of candidates.units) if (mayBeAsked(scenario, unit, target)) missing.delete(unit.side);
    }
  }
  return [...missing];
}
