/** Which units the policy can notify about the incidents of a script, and how long that takes at least, from the engine's plan. */
import type { Effort } from '#domain/kernel/effort.js';
import { STARTEX } from '#domain/kernel/exercise-time.js';
import type { Alert } from '#domain/alert/alert.js';
import { explain } from '#domain/engine/explain.js';
import { type ExplainWorld } from '#domain/engine/plan.js';
import { TargetUnits } from '#domain/policy/lint-target.js';
import { matchRoutes, type RouteMatch } from '#domain/policy/match-routes.js';
import { candidatesOf } from '#domain/policy/resolve-targets.js';
import { routingFacts } from '#domain/policy/routing-facts.js';
import type { Expectation, Party } from '#domain/expectation/expectation.js';
import { injectId } from '#domain/kernel/ids.js';
import { SIDES } from '#domain/kernel/side.js';
import { markingOf, markingText } from '#domain/release/label.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import { Knowledge } from './knowledge.js';
import { type AlertInject, RelatedAlerts } from './related-alerts.js';
import type { Site } from '#domain/unit/register.js';
import { leastSample } from '#domain/unit/behaviour.js';
import type { Action, UnitDefinition } from '#domain/unit/unit.js';

/** What the chains of an alert do if no unit answers. */
interface Plan {
  readonly asked: readonly { readonly unit: string; readonly action: Action }[];
  readonly steps: number;
}

/** For all alerts that may belong to an incident. */
interface Asked {
  readonly units: readonly UnitDefinition[];
  readonly responders: readonly UnitDefinition[];
  /** Steps that can start after the first. */
  readonly steps: number;
}

/** The shortest time that something takes, ms. */
interface LeastTime {
  readonly what: string;
  readonly ms: number;
}

export class Feasibility {
  private readonly alerts: readonly AlertInject[];
  /** Cached by class, site and routes, which determine a plan. */
  private readonly plans = new Map<string, Plan>();
  private readonly planOfAlert = new Map<AlertInject, Plan>();
  private readonly together = new Map<string, ReadonlySet<AlertInject>>();
  private readonly askedOf = new Map<ReadonlySet<AlertInject>, Asked>();
  private readonly related: RelatedAlerts;
  readonly knowledge: Knowledge;
  private readonly targets: TargetUnits;
  private targeted: ReadonlySet<UnitDefinition> | undefined;
  /** Units that an alert notifies at once, if all are on duty and can be reached. By class, site and routes. */
  private readonly askedAtOnce = new Map<string, ReadonlySet<string>>();
  private readonly world: ExplainWorld;
  private readonly sites: ReadonlyMap<string | undefined, Site>;

  /** @param effort what the plans may cost; with none left, the methods throw EffortSpent */
  constructor(
    private readonly scenario: Scenario,
    private readonly effort: Effort,
  ) {
    this.sites = new Map(scenario.sites.map((site) => [site.id, site]));
    // Duty may change before an alert, so all units count as on duty.
    const everybody = scenario.units.map((unit): [string, { duty: 'on' }] => [unit.id, { duty: 'on' }]);
    this.world = { scenario, units: Object.fromEntries(everybody) };
    this.alerts = (scenario.injects ?? []).filter((inject) => inject.kind === 'alert');
    this.related = new RelatedAlerts(this.alerts);
    this.knowledge = new Knowledge(scenario.injects ?? [], this.related, scenario.units);
    this.targets = new TargetUnits(scenario);
  }

  whyImpossible(expectation: Expectation): string[] {
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
      case 'knows': {
        const reason = this.knowledge.whyNotKnown(expectation.side, expectation);
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

  /** A unit at its capacity declines, too. */
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

  /** Undefined: no time at all, or unknown. */
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
      case 'knows':
        return undefined;
      default:
        return expectation satisfies never;
    }
  }

  /** The earliest time at which the incident opens, by this alert or by one whose incident it may join. */
  openingOf(incident: string, earliest: ReadonlyMap<string, number>): number {
    let first = Infinity;
    for (const { id } of this.togetherWith(incident)) first = Math.min(first, earliest.get(id) ?? Infinity);
    return first;
  }

  /** The timed alert that this timed Cancel or Update references, which opens the incident. */
  openerOf(incident: string): { readonly id: string; readonly at: number } | undefined {
    const own = this.alerts.find(({ id }) => id === incident);
    const references = new Set(own?.messages[0].references);
    const opener = this.alerts.find(({ messages }) => messages.some(({ alertId }) => references.has(alertId)));
    return opener?.at === undefined || own?.at === undefined ? undefined : { id: opener.id, at: opener.at };
  }

  private shortestAnswer(incident: string, { unit, side }: Party): number {
    const asked = this.of(incident).units.filter((each) => each.id === unit || each.side === side);
    return Math.min(...asked.map((each) => (this.isSimulated([each]) ? leastSample(each.behaviour.acknowledge) : 0)));
  }

  private isSimulated(units: readonly UnitDefinition[]): boolean {
    return units.every(({ mode }) => mode === 'simulated');
  }

  private isTargeted(unit: UnitDefinition): boolean {
    this.targeted ??= this.findTargeted();
    return this.targeted.has(unit);
  }

  /** Units that some step can ask for an action that they have authority for. */
  private findTargeted(): ReadonlySet<UnitDefinition> {
    const { policy, units } = this.scenario;
    const all = Object.values(policy.chains).flatMap(({ steps }) => steps.flatMap((step) => step.targets));
    const targets = new Map(all.map((target) => [JSON.stringify(target), target]));
    const found = new Set<UnitDefinition>();
    for (const target of targets.values()) {
      const candidates = 'kind' in target ? { units } : candidatesOf(this.world, target, undefined);
      const meant = 'units' in candidates ? candidates.units : [];
      this.effort.spend(meant.length);
      for (const unit of meant) {
        const isMeant = !('kind' in target) || target.kind === unit.kind;
        if (isMeant && unit.authority.includes(target.action)) found.add(unit);
      }
    }
    return found;
  }

  /** Whether the alert certainly opens an incident, and its first step notifies the unit over a link that is up. */
  private isSurelySent(incident: string, id: string): boolean {
    const together = this.togetherWith(incident);
    const [own] = together;
    const unit = this.scenario.units.find((each) => each.id === id);
    if (!own || !unit || together.size > 1 || own.messages[0].alert.msgType !== 'Alert') return false;
    const isChanged = (this.scenario.injects ?? []).some(
      (inject) =>
        (inject.kind === 'duty' && inject.unit === id) ||
        (inject.kind === 'link' && (inject.unit === id || inject.side === unit.side)),
    );
    if (isChanged) return false;
    return this.asksAtOnce(own.messages[0].alert).has(id);
  }

  private asksAtOnce(alert: Alert): ReadonlySet<string> {
    const { facts, key, matches, label } = this.routesOf(alert);
    let asked = this.askedAtOnce.get(key);
    if (!asked) {
      this.spendOnPlan(matches);
      const { plans } = explain({ scenario: this.scenario, units: {} }, this.scenario.policy, facts, STARTEX, label);
      const first = plans.flatMap(({ steps }) => (steps[0]?.startsAt === 0 ? steps[0].addressees : []));
      asked = new Set(first.filter(({ cutOff }) => !cutOff).map(({ unit }) => unit));
      this.askedAtOnce.set(key, asked);
    }
    return asked;
  }

  private unreachable(incident: string, { unit, side }: Party): string[] {
    const asked = this.of(incident).units;
    if (asked.some((each) => each.id === unit || each.side === side)) return [];
    const of = side ?? this.scenario.units.find(({ id }) => id === unit)?.side;
    const reason = of && this.knowledge.whyNotKnown(of, { incident: injectId(incident) });
    if (reason !== undefined) return [`${of} cannot know of it: ${reason}.`];
    if (side !== undefined) return [`no chain that the alert of ${incident} can start asks any unit of ${side}.`];
    const all = asked.map(({ id }) => id).join(', ');
    return [
      `no chain that the alert of ${incident} can start asks ${unit}; it can ask ${all === '' ? 'no unit' : all}.`,
    ];
  }

  private of(incident: string): Asked {
    const together = this.togetherWith(incident);
    let found = this.askedOf.get(together);
    if (!found) {
      found = this.ask(together);
      this.askedOf.set(together, found);
    }
    return found;
  }

  private ask(together: ReadonlySet<AlertInject>): Asked {
    const [asked, responders] = [new Set<string>(), new Set<string>()];
    let steps = 0;
    for (const inject of together) {
      const { messages } = inject;
      const plan = this.planOf(inject);
      const released = this.releasedPlan(inject);
      this.effort.spend(1 + plan.asked.length);
      for (const { unit, action } of [...plan.asked, ...(released?.asked ?? [])]) {
        asked.add(unit);
        if (action === 'respond' || action === 'secure') responders.add(unit);
      }
      // Each message may reopen a resolved incident, whose chains then start again.
      steps += (plan.steps + (released?.steps ?? 0)) * messages.length;
    }
    const { units } = this.scenario;
    return {
      units: units.filter(({ id }) => asked.has(id)),
      responders: units.filter(({ id }) => responders.has(id)),
      steps: Math.max(steps - 1, 0),
    };
  }

  private planOf(inject: AlertInject): Plan {
    const known = this.planOfAlert.get(inject);
    if (known) return known;
    const plan = this.planOfMessage(inject.messages[0].alert);
    this.planOfAlert.set(inject, plan);
    return plan;
  }

  /** What the chains do once both sides know of it; undefined: that does not come about. */
  private releasedPlan({ id, messages }: AlertInject): Plan | undefined {
    const { alert } = messages[0];
    if (alert.exercise.releasability.class === 'JOINT' || !this.knowledge.mayBeReleased(id)) return undefined;
    return this.planOfMessage({ ...alert, exercise: { ...alert.exercise, releasability: { class: 'JOINT' } } });
  }

  private planOfMessage(alert: Alert): Plan {
    const { policy } = this.scenario;
    const { facts, key, matches, label } = this.routesOf(alert);
    let plan = this.plans.get(key);
    if (!plan) {
      this.spendOnPlan(matches);
      const { plans } = explain(this.world, policy, facts, STARTEX, label);
      const steps = plans.flatMap((each) => each.steps);
      plan = {
        asked: steps.flatMap(({ addressees }) => addressees),
        steps: plans.reduce((sum, each) => sum + Math.max(each.steps.length, 1), 0),
      };
      this.plans.set(key, plan);
    }
    return plan;
  }

  private routesOf(alert: Alert) {
    const facts = routingFacts(alert);
    const site = this.sites.get(facts.site);
    this.effort.spend(1);
    const matches = matchRoutes(this.scenario.policy, facts, site);
    const label = alert.exercise.releasability;
    const marking = markingText(markingOf(label));
    return { facts, matches, label, key: JSON.stringify([facts.class, marking, site?.id, matches]) };
  }

  /** A plan opens an exercise and notifies each unit of each step once in each round. */
  private spendOnPlan(matches: readonly RouteMatch[]): void {
    const { policy, units } = this.scenario;
    let cost = units.length;
    for (const { chain } of matches) {
      const { steps = [], repeat = 0 } = policy.chains[chain] ?? {};
      const asked = steps.flatMap((step) => step.targets).reduce((sum, each) => sum + this.targets.of(each).length, 0);
      cost += (repeat + 1) * (steps.length + asked) * STEPS_FOR_A_QUESTION;
    }
    this.effort.spend(cost);
  }

  /** The alerts that may belong to the incident, its own included. */
  private togetherWith(incident: string): ReadonlySet<AlertInject> {
    const found = this.together.get(incident) ?? this.related.to(incident);
    this.together.set(incident, found);
    return found;
  }
}

/** The cost of one notification (sent, delivered, expired), in steps of the lint. */
const STEPS_FOR_A_QUESTION = 10;

/** From notified to clear. */
function shortestResponse({ behaviour: { acknowledge, enRoute, onScene, clear } }: UnitDefinition): number {
  return [acknowledge, enRoute, onScene, clear].reduce((sum, time) => sum + leastSample(time), 0);
}
