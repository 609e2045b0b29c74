/** A generated exercise as short text. Times are seconds. */
import type { Chain, Requirement, Route, Step, Target } from '#domain/policy/policy.js';
import type { Inject, InjectAlert } from '#domain/inject/inject.js';
import type { Behaviour, Distribution, Link, UnitDefinition } from '#domain/unit/unit.js';
import type { Case } from './deed.js';

export function describeCase({ scenario, deeds }: Case): string {
  const { policy, rules, links } = scenario;
  return [
    'units:',
    ...scenario.units.map((unit) => `  ${describeUnit(unit)}`),
    ...Object.entries(links ?? {}).map(([side, link]) => `link of ${side}: ${describeLink(link)}`),
    ...(rules.foreignResponders === 'permitted' ? ['foreign responders: permitted'] : []),
    `correlation window ${seconds(policy.correlationWindowMs)}${optional('close after', policy.closeAfterMs)}${optional('deadlock after', policy.jointDecision?.deadlockAfterMs)}`,
    `route: ${describeRoute(policy.route)}`,
    ...Object.entries(policy.chains).flatMap(([name, chain]) => describeChain(name, chain)),
    'injects:',
    ...(scenario.injects ?? []).map((inject) => `  ${describeInject(inject)}`),
    'people:',
    ...deeds.map(
      ({ at, by, ...deed }) =>
        `  at ${seconds(at)}${by ? ` by ${by}` : ''}: ${deed.do === 'alert' ? describeMessage(deed.message) : words(deed)}`,
    ),
  ].join('\n');
}

const seconds = (ms: number): string => `${ms / 1000}`;
const optional = (word: string, ms: number | undefined): string => (ms === undefined ? '' : `, ${word} ${seconds(ms)}`);

function words(value: object): string {
  return Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .map(([key, part]) =>
      key === 'do'
        ? part
        : `${key} ${key === 'link' ? describeLink(part as Link) : typeof part === 'object' ? JSON.stringify(part) : part}`,
    )
    .join(' ');
}

function describeLink(link: Link): string {
  if (link.status !== 'degraded') return link.status;
  const loses = link.loss > 0 ? `, loses ${link.loss}` : '';
  return link.loss === 1 ? 'degraded (loses all)' : `degraded (${seconds(link.latencyMs)} late${loses})`;
}

function time(of: Distribution): string {
  switch (of.kind) {
    case 'fixed':
      return seconds(of.ms);
    case 'uniform':
      return `${seconds(of.minMs)} to ${seconds(of.maxMs)}`;
    default:
      return `about ${seconds(of.medianMs)}`;
  }
}

function describeTemper({ silentChance, declineChance }: Behaviour): string {
  if (silentChance === 1) return 'silent';
  if (declineChance === 1) return 'declines';
  return silentChance > 0 || declineChance > 0 ? 'acknowledges, declines or stays silent' : 'acknowledges';
}

function describeUnit(unit: UnitDefinition): string {
  const { behaviour, jurisdiction, link } = unit;
  const moves = `en route ${time(behaviour.enRoute)}, on scene ${time(behaviour.onScene)}, clear ${time(behaviour.clear)}`;
  const how =
    unit.mode === 'simulated'
      ? `simulated: ${describeTemper(behaviour)} after ${time(behaviour.acknowledge)}, ${moves}`
      : unit.mode;
  const rest = `${unit.duty === 'off' ? ', off duty' : ''}${link ? `, link ${describeLink(link)}` : ''}`;
  const sites = (jurisdiction.sites ?? []).join('+');
  return `${unit.id} ${unit.kind} at ${sites}, may ${unit.authority.join('+')}, capacity ${unit.capacity}, ${how}${rest}`;
}

function describeRoute(route: Route): string {
  const match = route.match ? `if ${JSON.stringify(route.match)} ` : '';
  const children = (route.routes ?? []).map(describeRoute).join('; ');
  return `${match}${route.chain}${route.continue ? ' and continue' : ''}${children ? ` [${children}]` : ''}`;
}

function describeChain(name: string, chain: Chain): string[] {
  const parts = [
    `repeat ${chain.repeat}, expire after ${seconds(chain.expireAfterMs)}`,
    optional('remind every', chain.remindEveryMs),
    optional('ack expires', chain.ackExpiresMs),
    chain.onRaise ? `, on raise ${chain.onRaise}` : '',
  ];
  return [`chain ${name}: ${parts.join('')}`, ...chain.steps.map((step) => `  ${describeStep(step)}`)];
}

function describeStep(step: Step): string {
  const targets = step.targets.map(describeTarget).join(', ');
  return `${describeRequirement(step.requirement)} of ${targets} within ${seconds(step.ackWithinMs)}${optional('delay', step.delayMs)}`;
}

function describeRequirement(requirement: Requirement): string {
  return typeof requirement === 'string' ? requirement : `${requirement.count}`;
}

function describeTarget({ action, ...whom }: Target): string {
  return `${Object.entries(whom)
    .map(([key, value]) => (key === 'unit' ? value : `${key} ${value}`))
    .join(' ')}:${action}`;
}

function describeInject(inject: Inject): string {
  const when = inject.when
    ? `when ${JSON.stringify(inject.when)}${optional('delay', inject.delayMs)}${optional('latest', inject.latestMs)}`
    : `at ${seconds(inject.at)}`;
  const again = inject.repeat ? ` and ${inject.repeat.times} times every ${seconds(inject.repeat.everyMs)}` : '';
  const at = `${when}${again}: `;
  if (inject.kind === 'duty') return `${at}${inject.unit} ${inject.duty} duty`;
  if (inject.kind === 'link') return `${at}link of ${inject.unit ?? inject.side} ${describeLink(inject.link)}`;
  if (inject.kind !== 'alert') return `${at}${inject.kind}`;
  return `${at}${describeMessage(inject.messages[0])}`;
}

function describeMessage({ alertId, alert, references }: InjectAlert): string {
  const { exercise, info, incidents } = alert;
  const [block] = info ?? [];
  const counts = Object.entries({ ...exercise.nationals, ...exercise.casualties }).map(([what, n]) => ` ${what}=${n}`);
  const about = references.length > 0 ? ` of ${references.join('+')}` : '';
  const named = incidents ? ` names ${incidents.join('+')}` : '';
  const facts = `${block?.severity} ${block?.category.join('+')} site ${exercise.site ?? 'none'}${counts.join('')}`;
  return `${alert.msgType} ${alertId}${about}${named} (${exercise.releasability.class}): ${facts}`;
}
