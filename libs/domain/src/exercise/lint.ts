/** All that can be said of a scenario before it runs: the errors that keep it from loading, and warnings. */
import { Effort, EffortSpent } from '../kernel/effort.js';
import { SIDES } from '../kernel/side.js';
import { checkScenario } from './check-scenario.js';
import type { Finding, FindingCode } from '../kernel/finding.js';
import { warning } from '../kernel/finding.js';
import type { Scenario } from './scenario.js';
import { AddressedSides } from '../policy/addressed-sides.js';
import { lintChain, unmeetableCounts } from '../policy/lint-chain.js';
import { coveredSteps } from '../policy/lint-coverage.js';
import { lintCoordinates } from '../policy/lint-coordinates.js';
import { TargetUnits } from '../policy/lint-target.js';
import { lintRoutes } from '../policy/lint-routes.js';
import type { Policy } from '../policy/policy.js';

/** More findings than anybody reads. */
const MOST_FINDINGS = 2_000;

/** Units, sites, tests or targets that one check looks at: some tenths of a second at most. */
const MOST_STEPS = 5_000_000;

/** Errors first. Warnings are looked for only when there are none: they presume references that lead somewhere. */
export function lintScenario(scenario: Scenario): Finding[] {
  const errors = checkScenario(scenario);
  if (errors.length > 0) return errors;
  return first(MOST_FINDINGS, warningsOf(scenario));
}

function first(most: number, findings: Iterable<Finding>, isWanted = (_: Finding): boolean => true): Finding[] {
  const found: Finding[] = [];
  for (const finding of findings) {
    if (!isWanted(finding)) continue;
    found.push(finding);
    if (found.length === most) break;
  }
  return found;
}

function* warningsOf(scenario: Scenario): Generator<Finding> {
  const { policy, durationMs } = scenario;
  const targets = new TargetUnits(scenario);
  yield* policyWarnings(targets);
  yield* unusedGroups(scenario);
  yield* bounded('sites', (effort) => sitesWithoutUnit(targets, effort));
  yield* unitsWithoutJurisdiction(scenario);
  yield* lintCoordinates(scenario);
  const waits: readonly (readonly [string, number | undefined])[] = [
    ['closeAfter', policy.closeAfterMs],
    ['jointDecision.deadlockAfter', policy.jointDecision?.deadlockAfterMs],
    ['release.decideWithin', policy.release?.decideWithinMs],
    ['messages.answerWithin', policy.messages?.answerWithinMs],
  ];
  for (const [path, wait] of waits) {
    if (wait === undefined || wait <= durationMs) continue;
    const name = path.slice(path.lastIndexOf('.') + 1);
    yield warning('WAIT_BEYOND_EXERCISE', `policy.${path}`, `${name} is longer than the exercise.`);
  }
}

function* policyWarnings(targets: TargetUnits): Generator<Finding> {
  const chains = Object.entries(targets.scenario.policy.chains).map(
    ([id, chain]) => [chain, `policy.chains.${id}`] as const,
  );
  yield* bounded('policy.route', (effort) => lintRoutes(targets, effort));
  for (const [chain, path] of chains) yield* lintChain(targets, chain, path);
  yield* bounded('policy.chains', function* (effort) {
    for (const [chain, path] of chains) yield* unmeetableCounts(targets, chain, path, effort);
  });
  yield* bounded('policy.chains', function* (effort) {
    for (const [chain, path] of chains) yield* coveredSteps(targets, chain, path, effort);
  });
}

/** What a check finds; if it would have to look at too much, what it has found by then, and that it did not finish. */
function* bounded(path: string, check: (effort: Effort) => Iterable<Finding>): Generator<Finding> {
  try {
    yield* check(new Effort(MOST_STEPS));
  } catch (error) {
    if (!(error instanceof EffortSpent)) throw error;
    const message = `${path} is too large to be checked for all that may be unwise in it; a part of it was not looked at.`;
    yield warning('LINT_UNFINISHED', path, message);
  }
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
  return first(MOST_FINDINGS, policyWarnings(new TargetUnits(scenario)), ({ code }) => OF_THE_POLICY.has(code)).concat(
    unusedGroups(scenario),
  );
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

/** A site with nationals of a side, about which no unit of that side would ever be asked anything. @throws EffortSpent */
function* sitesWithoutUnit(targets: TargetUnits, effort: Effort): Generator<Finding> {
  const { sites } = targets.scenario;
  const addressed = new AddressedSides(targets, effort);
  for (const [index, site] of sites.entries()) {
    const present = SIDES.filter((side) => (site.nationals[side] ?? 0) > 0);
    if (present.length === 0) continue;
    const found = addressed.at(site);
    for (const side of present.filter((each) => !found.has(each))) {
      const message =
        `${site.nationals[side]} nationals of ${side} are at "${site.id}", but no chain that an alert there can ` +
        `reach addresses a unit of ${side} that may act there.`;
      yield warning('SITE_WITHOUT_UNIT', `sites[${index}]`, message);
    }
  }
}
