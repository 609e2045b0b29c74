/** The errors that keep a scenario from loading. What merely looks unwise is for the lint. */
import { checkPolicy } from '../policy/check-policy.js';
import { contradicts } from '../release/label.js';
import type { Behaviour, Distribution, Link, PreparedAnswer, UnitDefinition } from '../unit/unit.js';
import { CHN_UNIT_KINDS, isResponse, PAK_UNIT_KINDS } from '../unit/unit.js';
import type { Finding } from '../kernel/finding.js';
import { error } from '../kernel/finding.js';
import type { Scenario } from './scenario.js';
import { registerIndex } from '../unit/register-index.js';
import { ascending, chance, duplicates, duration } from '../kernel/value-checks.js';

/** All errors, in the order of the authored form; none means that the engine can run it. */
export function checkScenario(scenario: Scenario): Finding[] {
  const { sites, units, links } = scenario;
  return [
    ...duration(scenario.durationMs, 1, 'duration'),
    ...duplicates(sites, 'sites'),
    ...duplicates(units, 'units'),
    ...units.flatMap((unit, index) => checkUnit(scenario, unit, `units[${index}]`)),
    ...Object.entries(links ?? {}).flatMap(([side, link]) => checkLink(link, `links.${side}`)),
    ...checkPolicy(scenario),
  ];
}

function checkUnit(scenario: Scenario, unit: UnitDefinition, path: string): Finding[] {
  return [
    ...checkKind(unit, path),
    ...checkAuthority(scenario, unit, path),
    ...(unit.jurisdiction.sites ?? []).flatMap((site, index) =>
      registerIndex(scenario).sites.has(site)
        ? []
        : [error('UNKNOWN_SITE', `${path}.jurisdiction.sites[${index}]`, `The scenario has no site "${site}".`)],
    ),
    ...checkCapacity(unit, path),
    ...checkBehaviour(unit.behaviour, `${path}.behaviour`),
    ...(unit.link ? checkLink(unit.link, `${path}.link`) : []),
    ...(unit.answers ?? []).flatMap((answer, index) =>
      checkAnswer(scenario, unit, answer, `${path}.answers[${index}]`),
    ),
  ];
}

/** A unit answers in its own side's class or a joint one; a joint answer is kept from nobody. */
function checkAnswer(
  scenario: Scenario,
  { id, side }: UnitDefinition,
  answer: PreparedAnswer,
  path: string,
): Finding[] {
  const { about, afterMs, release } = answer;
  const { site } = about ?? {};
  const findings = duration(afterMs, 0, `${path}.after`);
  if (site !== undefined && !registerIndex(scenario).sites.has(site)) {
    findings.push(error('UNKNOWN_SITE', `${path}.about.site`, `The scenario has no site "${site}".`));
  }
  if (release === undefined) return findings;
  if (release.class !== 'JOINT' && release.class !== side) {
    const message = `${id} is ${side} and answers in class ${release.class}; use JOINT or ${side}.`;
    findings.push(error('CLASS_NOT_ALLOWED', `${path}.release.class`, message));
  }
  if (contradicts(release.class, release.tlp)) {
    const message = `It is of class JOINT and labelled ${release.tlp}, which keeps it within one side; use another label or ${side}.`;
    findings.push(error('LABEL_CONTRADICTION', `${path}.release.tlp`, message));
  }
  if (release.class === 'JOINT' && release.tearLine !== undefined) {
    const message = `It is of class JOINT, which both sides read as it is; leave tearLine out, or answer in class ${side}.`;
    findings.push(error('LABEL_CONTRADICTION', `${path}.release.tearLine`, message));
  }
  return findings;
}

function checkKind({ id, kind, side }: UnitDefinition, path: string): Finding[] {
  const kinds: readonly string[] = side === 'PAK' ? PAK_UNIT_KINDS : CHN_UNIT_KINDS;
  if (kinds.includes(kind)) return [];
  return [
    error('KIND_OF_OTHER_SIDE', `${path}.kind`, `${id} is ${side}, but ${kind} is not; one of ${kinds.join(', ')} is.`),
  ];
}

function checkAuthority({ rules }: Scenario, unit: UnitDefinition, path: string): Finding[] {
  if (rules.foreignResponders === 'permitted' || unit.side !== 'CHN') return [];
  return unit.authority
    .filter(isResponse)
    .map((action) =>
      error(
        'SOVEREIGNTY_RULE',
        `${path}.authority`,
        `${unit.id} is CHN and may ${action}, but foreign responders are prohibited; take ${action} from it, or say foreignResponders: permitted.`,
      ),
    );
}

function checkCapacity({ id, capacity }: UnitDefinition, path: string): Finding[] {
  if (Number.isSafeInteger(capacity) && capacity >= 1) return [];
  return [error('CAPACITY_OUT_OF_RANGE', `${path}.capacity`, `${id} has capacity ${capacity}; at least 1 is needed.`)];
}

function checkBehaviour(behaviour: Behaviour, path: string): Finding[] {
  const { declineChance, silentChance } = behaviour;
  const chances = [...chance(declineChance, `${path}.declineChance`), ...chance(silentChance, `${path}.silentChance`)];
  if (chances.length === 0 && declineChance + silentChance > 1) {
    const message = `To decline (${declineChance}) and to stay silent (${silentChance}) are together above 1.`;
    chances.push(error('CHANCE_OUT_OF_RANGE', path, message));
  }
  const times = (['acknowledge', 'enRoute', 'onScene', 'clear'] as const).flatMap((name) =>
    checkDistribution(behaviour[name], `${path}.${name}`),
  );
  return [...chances, ...times];
}

function checkLink(link: Link, path: string): Finding[] {
  if (link.status !== 'degraded') return [];
  return [...chance(link.loss, `${path}.loss`), ...duration(link.latencyMs, 0, `${path}.latency`)];
}

function checkDistribution(distribution: Distribution, path: string): Finding[] {
  switch (distribution.kind) {
    case 'fixed':
      return duration(distribution.ms, 0, `${path}.time`);
    case 'uniform':
      return ascending(distribution.minMs, distribution.maxMs, 0, path, ['min', 'max']);
    case 'lognormal':
      return ascending(distribution.medianMs, distribution.p95Ms, 1, path, ['median', 'p95']);
    default:
      return distribution satisfies never;
  }
}
