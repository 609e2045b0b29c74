/** Whom the policy can ask about the incidents of a script at all, and how long that takes at least, by the engine's own plan. */
import { STARTEX } from '#domain/kernel/exercise-time.js';
import type { Alert } from '#domain/alert/alert.js';
import { explain } from '#domain/engine/explain.js';
import { type ExplainWorld } from '#domain/engine/plan.js';
import { matchRoutes } from '#domain/policy/match-routes.js';
import type { Target } from '#domain/policy/policy.js';
import { candidatesOf } from '#domain/policy/resolve-targets.js';
import { routingFacts } from '#domain/policy/routing-facts.js';
import type { Expectation, Party } from '#domain/expectation/expectation.js';
import type { Inject } from '#domain/inject/inject.js';
import { SIDES } from '#domain/kernel/side.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import type { Site } from '#domain/unit/register.js';
import type { Action, Distribution, UnitDefinition } from '#domain/unit/unit.js';

type AlertInject = Extract<Inject, { kind: 'alert' }>;

/** What the chains of an alert would do if nobody ever answered. */
interface Plan {
  readonly asked: readonly { readonly unit: string; readonly action: Action }[];
  readonly steps: number;
}

/** Of all alerts that may come to belong to an incident. */
interface Asked {
  readonly units: readonly UnitDefinition[];
  readonly responders: readonly UnitDefinition[];
  /** Steps that can start after the first. */
  readonly steps: number;
}

/** A time that something takes at least, ms. */
interface LeastTime {
  readonly what: string;
  readonly ms: number;
}

export class Reach {
  private readonly alerts: readonly AlertInject[];
  private readonly found = new Map<string, Asked>();
  /** By what decides a plan: alerts of one class and site that take the same routes are asked about once. */
  private readonly plans = new Map<string, Plan>();
  private readonly together = new Map<string, readonly AlertInject[]>();
  private readonly world: ExplainWorld;
  private readonly sites: ReadonlyMap<string | undefined, Site>;

  constructor(private readonly scenario: Scenario) {
    this.sites = new Map(scenario.sites.map((site) => [site.id, site]));
    // Off duty at the start may be on duty by then, and the other way round: here everybody is on duty.
    const everybody = scenario.units.map((unit): [string, { duty: 'on' }] => [unit.id, { duty: 'on' }]);
    this.world = { scenario, units: Object.fromEntries(everybody) };
    this.alerts = (scenario.injects ?? []).filter((inject) => inject.kind === 'alert');
  }

  impossibility(expectation: Expectation): string[] {
    switch (expectation.kind) {
      case 'acknowledged':
        return this.unreachable(expectation.incident, expectation.by);
      case 'notified':
        return this.unreachable(expectation.incident, expectation.party);
      case 'joint-acknowledgement':
        return SIDES.flatMap((side) => this.unreachable(expectation.incident, { side }));
      case 'escalation': {
        const reason = this.whyNotEscalated(expectation.incident, expectation.atLeast ?? 0);
        return reason === undefined ? [] : [`${reason}.`];
      }
      case 'resolved': {
        const isAlone = this.isSimulated(this.scenario.units) && this.of(expectation.incident).responders.length === 0;
        return isAlone
          ? [`no unit that can be asked about ${expectation.incident} is asked to respond or secure.`]
          : [];
      }
      case 'nothing-sent': {
        const { unit, incident } = expectation;
        if (incident === undefined || !this.isSurelySent(incident, unit)) return [];
        return [`the alert of ${incident} starts a chain whose first step asks ${unit} at once.`];
      }
      default:
        return expectation satisfies never;
    }
  }

  whyNotEscalated(incident: string, level: number): string | undefined {
    const { steps } = this.of(incident);
    return level > steps ? `at most ${steps} steps can start after the first, not ${level}` : undefined;
  }

  /** A unit with no place left declines, too. */
  whyNotDeclined(id: string, incident: string | undefined): string | undefined {
    const unit = this.scenario.units.find((each) => each.id === id);
    if (!unit) return undefined;
    const isAsked = incident === undefined ? this.isTargeted(unit) : this.of(incident).units.includes(unit);
    if (!isAsked)
      return `no chain ${incident === undefined ? '' : `that the alert of ${incident} can start `}asks ${id}`;
    const messages = this.alerts.reduce((sum, alert) => sum + alert.messages.length, 0);
    const isNeverFull = messages <= unit.capacity || unit.authority.every((action) => action === 'inform');
    if (!this.isSimulated([unit]) || unit.behaviour.declineChance > 0 || !isNeverFull) return undefined;
    return `${id} is simulated, has no declineChance, and is never full`;
  }

  /** Undefined: no time at all, or it cannot be told. */
  leastTime(expectation: Expectation): LeastTime | undefined {
    switch (expectation.kind) {
      case 'acknowledged': {
        const { by, incident } = expectation;
        return { what: `the answer of ${by.unit ?? by.side}`, ms: this.shortestAnswer(incident, by) };
      }
      case 'joint-acknowledgement': {
        const answers = SIDES.map((side) => this.shortestAnswer(expectation.incident, { side }));
        return { what: 'the answer of both sides', ms: Math.max(...answers) };
      }
      case 'resolved': {
        const { responders } = this.of(expectation.incident);
        if (!this.isSimulated(this.scenario.units)) return undefined;
        return { what: 'a response, from its answer to clear,', ms: Math.min(...responders.map(shortestResponse)) };
      }
      case 'notified':
      case 'escalation':
      case 'nothing-sent':
        return undefined;
      default:
        return expectation satisfies never;
    }
  }

  /** The earliest time at which the incident opens: by this alert, or by one that it may join. */
  openingOf(incident: string, earliest: ReadonlyMap<string, number>): number {
    return Math.min(...this.togetherWith(incident).map(({ id }) => earliest.get(id) ?? Infinity));
  }

  /** The alert at a time of its own that a Cancel or an Update at another references, so that it is about its incident. */
  openerOf(incident: string): { readonly id: string; readonly at: number } | undefined {
    const own = this.alerts.find(({ id }) => id === incident);
    const references = new Set(own?.messages[0].references);
    const opener = this.alerts.find(({ messages }) => messages.some(({ alertId }) => references.has(alertId)));
    return opener?.at === undefined || own?.at === undefined ? undefined : { id: opener.id, at: opener.at };
  }

  private shortestAnswer(incident: string, { unit, side }: Party): number {
    const asked = this.of(incident).units.filter((each) => each.id === unit || each.side === side);
    return Math.min(...asked.map((each) => (this.isSimulated([each]) ? least(each.behaviour.acknowledge) : 0)));
  }

  private isSimulated(units: readonly UnitDefinition[]): boolean {
    return units.every(({ mode }) => mode === 'simulated');
  }

  private isTargeted(unit: UnitDefinition): boolean {
    const targets = Object.values(this.scenario.policy.chains).flatMap(({ steps }) =>
      steps.flatMap((step) => step.targets),
    );
    return targets.some((target) => unit.authority.includes(target.action) && this.means(target, unit));
  }

  private means(target: Target, unit: UnitDefinition): boolean {
    if ('kind' in target) return target.kind === unit.kind;
    const candidates = candidatesOf(this.world, target, undefined);
    return 'units' in candidates && candidates.units.includes(unit);
  }

  /** Whether the alert surely opens an incident of its own, and its first step asks the unit over a link that is up. */
  private isSurelySent(incident: string, id: string): boolean {
    const [own, ...others] = this.togetherWith(incident);
    const unit = this.scenario.units.find((each) => each.id === id);
    if (!own || !unit || others.length > 0 || own.messages[0].alert.msgType !== 'Alert') return false;
    const isChanged = (this.scenario.injects ?? []).some(
      (inject) =>
        (inject.kind === 'duty' && inject.unit === id) ||
        (inject.kind === 'link' && (inject.unit === id || inject.side === unit.side)),
    );
    if (isChanged) return false;
    const { plans } = explain(
      { scenario: this.scenario, units: {} },
      this.scenario.policy,
      routingFacts(own.messages[0].alert),
      STARTEX,
    );
    return plans.some(
      ({ steps: [first] }) =>
        first?.startsAt === 0 && first.addressees.some((addressee) => addressee.unit === id && !addressee.cutOff),
    );
  }

  private unreachable(incident: string, { unit, side }: Party): string[] {
    const asked = this.of(incident).units;
    if (asked.some((each) => each.id === unit || each.side === side)) return [];
    if (side !== undefined) return [`no chain that the alert of ${incident} can start asks any unit of ${side}.`];
    const all = asked.map(({ id }) => id).join(', ');
    return [
      `no chain that the alert of ${incident} can start asks ${unit}; it can ask ${all === '' ? 'nobody' : all}.`,
    ];
  }

  private of(incident: string): Asked {
    let found = this.found.get(incident);
    if (!found) {
      found = this.ask(incident);
      this.found.set(incident, found);
    }
    return found;
  }

  private ask(incident: string): Asked {
    const [asked, responders] = [new Set<string>(), new Set<string>()];
    let steps = 0;
    for (const { messages } of this.togetherWith(incident)) {
      const plan = this.planOf(messages[0].alert);
      for (const { unit, action } of plan.asked) {
        asked.add(unit);
        if (action === 'respond' || action === 'secure') responders.add(unit);
      }
      // Each of its messages may open a resolved incident again, whose chains then start anew.
      steps += plan.steps * messages.length;
    }
    const { units } = this.scenario;
    return {
      units: units.filter(({ id }) => asked.has(id)),
      responders: units.filter(({ id }) => responders.has(id)),
      steps: Math.max(steps - 1, 0),
    };
  }

  private planOf(alert: Alert): Plan {
    const facts = routingFacts(alert);
    const { policy } = this.scenario;
    const site = this.sites.get(facts.site);
    const key = JSON.stringify([facts.class, site?.id, matchRoutes(policy, facts, site)]);
    let plan = this.plans.get(key);
    if (!plan) {
      const { plans } = explain(this.world, policy, facts, STARTEX);
      const steps = plans.flatMap((each) => each.steps);
      plan = {
        asked: steps.flatMap(({ addressees }) => addressees),
        steps: plans.reduce((sum, each) => sum + Math.max(each.steps.length, 1), 0),
      };
      this.plans.set(key, plan);
    }
    return plan;
  }

  /** The alerts that may come to belong to the incident: its own, those of the same site, those that refer to one of these. */
  private togetherWith(incident: string): readonly AlertInject[] {
    const found = this.together.get(incident) ?? this.findTogether(incident);
    this.together.set(incident, found);
    return found;
  }

  private findTogether(incident: string): readonly AlertInject[] {
    const own = this.alerts.find(({ id }) => id === incident);
    if (!own) return [];
    const { site } = own.messages[0].alert.exercise;
    const together = new Set([own]);
    for (let size = 0; size < together.size;) {
      size = together.size;
      const held = [...together].flatMap(({ messages }) => messages);
      const [ids, referenced] = [
        new Set(held.map(({ alertId }) => alertId)),
        new Set(held.flatMap(({ references }) => references)),
      ];
      for (const inject of this.alerts) {
        const isReferenced = inject.messages.some(({ alertId }) => referenced.has(alertId));
        const isOfSite = site !== undefined && inject.messages[0].alert.exercise.site === site;
        if (isReferenced || isOfSite || inject.messages[0].references.some((id) => ids.has(id))) together.add(inject);
      }
    }
    return [...together];
  }
}

/** From asked to clear. */
function shortestResponse({ behaviour: { acknowledge, enRoute, onScene, clear } }: UnitDefinition): number {
  return [acknowledge, enRoute, onScene, clear].reduce((sum, time) => sum + least(time), 0);
}

/** What a draw gives at least, ms. */
function least(distribution: Distribution): number {
  switch (distribution.kind) {
    case 'fixed':
      return distribution.ms;
    case 'uniform':
      return distribution.minMs;
    case 'lognormal':
      return 0;
    default:
      return distribution satisfies never;
  }
}
