/** Finds a smaller exercise that still shows a difference: leaves out one thing after the other, as long as it stays one. */
import { alertId, idsIn, type ChainId } from '#domain/kernel/ids.js';
import type { Chain, Policy, Step } from '#domain/policy/policy.js';
import type { Inject, InjectCondition } from '#domain/inject/inject.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import type { UnitDefinition } from '#domain/unit/unit.js';
import type { Case } from './deed.js';

export function shrink(found: Case, differs: (smaller: Case) => boolean): Case {
  let smallest = found;
  for (let goesOn = true; goesOn;) {
    goesOn = false;
    for (const candidate of smaller(smallest)) {
      if (!isWhole(candidate.scenario) || !differs(candidate)) continue;
      smallest = candidate;
      goesOn = true;
      break;
    }
  }
  return smallest;
}

/** Every step asks for somebody, and conditions name what there is. */
function isWhole({ units, policy, injects = [] }: Scenario): boolean {
  const chains = Object.values(policy.chains);
  const areAsking = chains.every(({ steps }) => steps.length > 0 && steps.every(({ targets }) => targets.length > 0));
  const names: string[] = [...units, ...injects].map(({ id }) => id);
  const isKnown = (when: InjectCondition): boolean => {
    switch (when.kind) {
      case 'all':
      case 'any':
        return when.of.every(isKnown);
      case 'not':
        return isKnown(when.of);
      case 'declined':
        return names.includes(when.unit) && (when.incident === undefined || names.includes(when.incident));
      case 'fired':
        return names.includes(when.inject);
      case 'knows':
        return names.includes(when.incident ?? when.tearLine);
      default:
        return names.includes(when.incident);
    }
  };
  const areKnown = injects.every((inject) => namedBy(inject).every((id) => names.includes(id)));
  return units.length > 0 && areAsking && areKnown && injects.every(({ when }) => when === undefined || isKnown(when));
}

/** The injects whose things another one writes of or releases. */
function namedBy(inject: Inject): string[] {
  if (inject.kind === 'send') return [inject.incident ?? []].flat();
  if (inject.kind !== 'release') return [];
  const { act: _act, ...release } = inject.release;
  const {
    incident = [],
    join = [],
    answers = [],
    of = [],
    tearLine = [],
  } = release as Record<string, string | undefined>;
  return [incident, join, answers, of, tearLine].flat();
}

/** The same with one thing less, the largest things first. */
function* smaller(one: Case): Generator<Case> {
  const { scenario, deeds } = one;
  const withScenario = (change: Partial<Scenario>): Case => ({ ...one, scenario: { ...scenario, ...change } });
  for (const unit of scenario.units) yield withoutUnit(one, unit.id);
  for (const name of idsIn(scenario.policy.chains)) {
    if (name !== scenario.policy.route.chain) yield withScenario({ policy: withoutChain(scenario.policy, name) });
  }
  for (const injects of eachLeftOut(scenario.injects ?? [])) yield withScenario({ injects });
  for (const [index, left] of eachLeftOut(deeds).entries())
    if (deeds[index]?.do !== 'start') yield { ...one, deeds: left };
  yield* simplerPolicies(scenario.policy, (policy) => withScenario({ policy }));
  for (const [index, unit] of scenario.units.entries()) {
    for (const simpler of simplerUnits(unit)) {
      yield withScenario({ units: scenario.units.map((other, n) => (n === index ? simpler : other)) });
    }
  }
  if (scenario.links) yield withScenario({ links: undefined });
  for (const [index, deed] of deeds.entries()) {
    if (deed.by) yield { ...one, deeds: deeds.map((other, n) => (n === index ? { ...deed, by: undefined } : other)) };
  }
  yield* simplerMessages(scenario, withScenario);
}

function eachLeftOut<T>(list: readonly T[]): T[][] {
  return list.map((_, index) => list.filter((_one, n) => n !== index));
}

function withoutUnit({ scenario, deeds }: Case, id: string): Case {
  const { policy } = scenario;
  const chains = mapChains(policy, (chain) => ({
    ...chain,
    steps: chain.steps.map((step) => ({
      ...step,
      targets: step.targets.filter((target) => !('unit' in target) || target.unit !== id),
    })),
  }));
  return {
    deeds: deeds.filter((deed) => !('unit' in deed) || deed.unit !== id),
    scenario: {
      ...scenario,
      units: scenario.units.filter((unit) => unit.id !== id),
      injects: scenario.injects?.filter((inject) => !('unit' in inject) || inject.unit !== id),
      policy: { ...policy, chains, groups: { all: (policy.groups['all'] ?? []).filter((unit) => unit !== id) } },
    },
  };
}

function mapChains(policy: Policy, change: (chain: Chain, name: string) => Chain): Policy['chains'] {
  return Object.fromEntries(Object.entries(policy.chains).map(([name, chain]) => [name, change(chain, name)]));
}

function withoutChain(policy: Policy, name: ChainId): Policy {
  const { [name]: _left, ...chains } = policy.chains;
  const routes = policy.route.routes?.filter((route) => route.chain !== name);
  return { ...policy, chains, route: { ...policy.route, routes: routes?.length ? routes : undefined } };
}

function* simplerPolicies(policy: Policy, make: (policy: Policy) => Case): Generator<Case> {
  for (const routes of eachLeftOut(policy.route.routes ?? [])) {
    yield make({ ...policy, route: { ...policy.route, routes: routes.length > 0 ? routes : undefined } });
  }
  if (policy.jointDecision !== undefined) yield make({ ...policy, jointDecision: undefined });
  if (policy.closeAfterMs !== undefined) yield make({ ...policy, closeAfterMs: undefined });
  for (const [name, chain] of Object.entries(policy.chains)) {
    for (const simpler of simplerChains(chain)) {
      yield make({ ...policy, chains: { ...policy.chains, [name]: simpler } });
    }
  }
}

function* simplerChains(chain: Chain): Generator<Chain> {
  for (const steps of eachLeftOut(chain.steps)) yield { ...chain, steps };
  if (chain.repeat > 0) yield { ...chain, repeat: chain.repeat - 1 };
  for (const field of ['remindEveryMs', 'ackExpiresMs', 'onRaise'] as const) {
    if (chain[field] !== undefined) yield { ...chain, [field]: undefined };
  }
  const long = 60 * 30_000;
  if (chain.expireAfterMs < long) yield { ...chain, expireAfterMs: long };
  for (const [index, step] of chain.steps.entries()) {
    for (const simpler of simplerSteps(step)) {
      yield { ...chain, steps: chain.steps.map((other, n) => (n === index ? simpler : other)) };
    }
  }
}

function* simplerSteps(step: Step): Generator<Step> {
  for (const targets of eachLeftOut(step.targets)) yield { ...step, targets };
  if (step.delayMs !== undefined) yield { ...step, delayMs: undefined };
}

function* simplerUnits(unit: UnitDefinition): Generator<UnitDefinition> {
  if (unit.link) yield { ...unit, link: undefined };
  if (unit.duty === 'off') yield { ...unit, duty: 'on' };
  if (unit.capacity < 2) yield { ...unit, capacity: 2 };
  if (unit.mode === 'simulated') yield { ...unit, mode: 'played' };
  const late = { kind: 'fixed', ms: 60 * 30_000 } as const;
  const { behaviour } = unit;
  const { acknowledge, silentChance, declineChance } = behaviour;
  if (acknowledge.kind !== 'fixed') {
    yield { ...unit, behaviour: { ...behaviour, acknowledge: { kind: 'fixed', ms: 30_000 } } };
  }
  if ((silentChance > 0 && silentChance < 1) || (declineChance > 0 && declineChance < 1)) {
    yield { ...unit, behaviour: { ...behaviour, silentChance: 0, declineChance: 0 } };
  }
  if (behaviour.enRoute.kind !== 'fixed' || behaviour.enRoute.ms < late.ms) {
    yield { ...unit, behaviour: { ...behaviour, enRoute: late } };
  }
}

function* simplerMessages(scenario: Scenario, make: (change: Partial<Scenario>) => Case): Generator<Case> {
  const injects = scenario.injects ?? [];
  for (const [index, inject] of injects.entries()) {
    if (inject.kind !== 'alert') continue;
    const [message] = inject.messages;
    const { exercise } = message.alert;
    const changes = [
      ...(exercise.nationals ? [{ ...exercise, nationals: undefined }] : []),
      ...(exercise.casualties ? [{ ...exercise, casualties: undefined }] : []),
    ];
    const others = changes.map((changed) => ({ ...message, alert: { ...message.alert, exercise: changed } }));
    const fewer = eachLeftOut(message.references).map((references) => ({
      ...message,
      references,
      alert: {
        ...message.alert,
        references: message.alert.references?.filter(({ identifier }) => references.includes(alertId(identifier))),
      },
    }));
    for (const simpler of [...others, ...fewer]) {
      yield make({ injects: injects.map((other, n) => (n === index ? { ...inject, messages: [simpler] } : other)) });
    }
  }
}
