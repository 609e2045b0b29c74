/** Steps that notify no unit about an alert of the script, because none of their targets has jurisdiction at its site. */
import type { ChainId } from '#domain/kernel/ids.js';
import { matchRoutes } from '#domain/policy/match-routes.js';
import type { Step, Target } from '#domain/policy/policy.js';
import { routingFacts } from '#domain/policy/routing-facts.js';
import { describeTarget } from '#domain/policy/lint-target.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import { registerIndex, type RegisterIndex } from '#domain/unit/register-index.js';
import type { UnitDefinition } from '#domain/unit/unit.js';
import type { FieldProblem } from '#contracts/problem.js';
import { warning } from './lint-times.js';

type KindTarget = Extract<Target, { kind: unknown }>;

/** Sites that a message lists; it counts the others. */
const MOST_NAMED = 5;

/** Presumes a scenario without errors. One warning for each step, with the sites at which it finds no unit. */
export function lintJurisdiction(scenario: Scenario): FieldProblem[] {
  return [...sitesByChain(scenario)].flatMap(([id, sites]) =>
    (scenario.policy.chains[id]?.steps ?? []).flatMap((step, index) =>
      lintStep(scenario, step, [...sites], `policy.chains.${id}.steps[${index}].targets`),
    ),
  );
}

function lintStep(scenario: Scenario, { id, targets }: Step, sites: readonly string[], path: string): FieldProblem[] {
  const index = registerIndex(scenario);
  const kinds = targets.filter((target) => 'kind' in target);
  if (kinds.length < targets.length) return [];
  const without = sites.filter((site) => kinds.every((target) => unitsAt(index, target, site).length === 0));
  if (without.length === 0) return [];
  const meant = kinds.map((target) => [target, scenario.units.filter((unit) => isMeant(target, unit))] as const);
  // The lint of the policy reports targets without any unit or site.
  if (!meant.some(([, units]) => units.some((unit) => index.coversAnySite(unit)))) return [];
  const named = without.slice(0, MOST_NAMED).join(', ');
  const more = without.length > MOST_NAMED ? ` and ${without.length - MOST_NAMED} more` : '';
  const who = meant.map(([target, units]) => describeTarget(target, units)).join(', ');
  const message =
    `"${id}" notifies no unit about alerts at ${named}${more}: no unit of ${who} has jurisdiction there. ` +
    'Extend the jurisdiction of one, or choose other targets.';
  return [warning('NO_JURISDICTION', path, message)];
}

function unitsAt(index: RegisterIndex, { kind, side }: KindTarget, id: string): readonly UnitDefinition[] {
  const site = index.sites.get(id);
  return site === undefined ? [] : index.unitsOfKindCovering(site, kind, side);
}

function isMeant({ kind, side }: KindTarget, unit: UnitDefinition): boolean {
  return unit.kind === kind && (side === undefined || unit.side === side);
}

/** The sites of the alerts that start each chain. */
function sitesByChain(scenario: Scenario): ReadonlyMap<ChainId, ReadonlySet<string>> {
  const found = new Map<ChainId, Set<string>>();
  const seen = new Set<string>();
  const { sites } = registerIndex(scenario);
  for (const inject of scenario.injects ?? []) {
    if (inject.kind !== 'alert') continue;
    const facts = routingFacts(inject.messages[0].alert);
    const key = JSON.stringify(facts);
    if (facts.site === undefined || seen.has(key)) continue;
    seen.add(key);
    for (const { chain } of matchRoutes(scenario.policy, facts, sites.get(facts.site))) {
      const held = found.get(chain) ?? new Set<string>();
      found.set(chain, held.add(facts.site));
    }
  }
  return found;
}
