/** What a colleague would say of a script that loads: injects that never fire, expectations that cannot be met. */
import type { Alert } from '#domain/alert/alert.js';
import { explain, type ExplainWorld } from '#domain/escalation/explain.js';
import { matchRoutes } from '#domain/escalation/match-routes.js';
import { routingFacts } from '#domain/escalation/routing-facts.js';
import type { Expectation } from '#domain/expectation/expectation.js';
import type { Inject, InjectCondition } from '#domain/inject/inject.js';
import type { Scenario, Site } from '#domain/scenario/scenario.js';
import type { UnitDefinition } from '#domain/unit/unit.js';
import type { FieldProblem } from '../problem.js';
import { formatDuration, formatExerciseTime } from './duration.js';

type AlertInject = Extract<Inject, { kind: 'alert' }>;

/** The scenario has no errors. Warnings only. */
export function lintScript(scenario: Scenario): FieldProblem[] {
  const { injects = [], expectations = [] } = scenario;
  if (injects.length === 0 && expectations.length === 0) return [];
  const earliest = earliestTimes(injects, scenario.durationMs);
  const reach = new Reach(scenario);
  return [
    ...injects.flatMap((inject, index) => lintInject(scenario, inject, `injects[${index}]`, earliest)),
    ...expectations.flatMap((expectation, index) =>
      lintExpectation(scenario, expectation, `expectations[${index}]`, earliest, reach),
    ),
  ];
}

/**
 * When each inject fires at the earliest, ms; Infinity for one that never does. The least fixed point: times only fall from
 * round to round, and there are no more rounds than injects in the longest chain of conditions.
 */
function earliestTimes(injects: readonly Inject[], durationMs: number): ReadonlyMap<string, number> {
  const times = new Map<string, number>(injects.map(({ id }) => [id, Infinity]));
  for (let changed = true; changed;) {
    changed = false;
    for (const inject of injects) {
      const time = earliestOf(inject, times, durationMs);
      if (time < (times.get(inject.id) ?? Infinity)) {
        times.set(inject.id, time);
        changed = true;
      }
    }
  }
  return times;
}

function earliestOf(inject: Inject, times: ReadonlyMap<string, number>, durationMs: number): number {
  const time = inject.when === undefined ? inject.at : earliestHolding(inject.when, times) + (inject.delayMs ?? 0);
  // ENDEX comes before all that is due with it.
  return time < durationMs && time <= (inject.latestMs ?? Infinity) ? time : Infinity;
}

function earliestHolding(condition: InjectCondition, times: ReadonlyMap<string, number>): number {
  const timeOf = (id: string | undefined): number => (id === undefined ? 0 : (times.get(id) ?? Infinity));
  switch (condition.kind) {
    case 'all':
      return condition.of.reduce((latest, part) => Math.max(latest, earliestHolding(part, times)), 0);
    case 'any':
      return condition.of.reduce((first, part) => Math.min(first, earliestHolding(part, times)), Infinity);
    case 'not':
      return 0;
    case 'unacknowledged':
      return timeOf(condition.incident) + condition.forMs;
    case 'escalated':
    case 'resolved':
    case 'declined':
      return timeOf(condition.incident);
    case 'fired':
      return timeOf(condition.inject);
    default:
      return condition satisfies never;
  }
}

function lintInject(
  { durationMs }: Scenario,
  inject: Inject,
  path: string,
  earliest: ReadonlyMap<string, number>,
): FieldProblem[] {
  const end = formatExerciseTime(durationMs);
  const warnings: FieldProblem[] = [];
  if (inject.when === undefined && inject.at >= durationMs) {
    const message = `${inject.id} is at ${formatExerciseTime(inject.at)}, but the exercise ends at ${end}.`;
    warnings.push(warning('UNREACHABLE_INJECT', `${path}.at`, message));
  } else if (earliest.get(inject.id) === Infinity) {
    warnings.push(
      warning(
        'UNREACHABLE_INJECT',
        `${path}.when`,
        `${inject.id} never fires: ${whyNever(inject, earliest, durationMs)}.`,
      ),
    );
  } else if (inject.latestMs !== undefined && inject.latestMs > durationMs) {
    const message = `latest is ${formatExerciseTime(inject.latestMs)}, but the exercise ends at ${end}; leave it out.`;
    warnings.push(warning('WAIT_BEYOND_EXERCISE', `${path}.latest`, message));
  }
  if (inject.repeat !== undefined) {
    const first = earliest.get(inject.id) ?? Infinity;
    const last = first + inject.repeat.times * inject.repeat.everyMs;
    if (Number.isFinite(first) && last >= durationMs) {
      const message = `The last repeat of ${inject.id} would be at ${formatExerciseTime(last)}, but the exercise ends at ${end}.`;
      warnings.push(warning('WAIT_BEYOND_EXERCISE', `${path}.repeat`, message));
    }
  }
  return warnings;
}

function whyNever(inject: Inject, earliest: ReadonlyMap<string, number>, durationMs: number): string {
  if (inject.when === undefined) return 'its time is beyond the end';
  const holds = earliestHolding(inject.when, earliest);
  if (holds === Infinity) return 'its condition waits for an inject that never fires, or for itself';
  const time = formatExerciseTime(holds + (inject.delayMs ?? 0));
  const last = Math.min(durationMs, inject.latestMs ?? Infinity);
  const what = last === durationMs ? 'the exercise ends' : 'latest is';
  return `it cannot fire before ${time}, but ${what} ${last === durationMs ? 'at ' : ''}${formatExerciseTime(last)}`;
}

function lintExpectation(
  scenario: Scenario,
  expectation: Expectation,
  path: string,
  earliest: ReadonlyMap<string, number>,
  reach: Reach,
): FieldProblem[] {
  const { deadline, id } = expectation;
  const impossible = (where: string, message: string): FieldProblem[] => [
    warning('EXPECTATION_IMPOSSIBLE', `${path}.${where}`, `${id} cannot be met: ${message}`),
  ];
  const form = FORM_OF[expectation.kind];
  const { incident } = expectation;
  const start = incident === undefined ? 0 : (earliest.get(incident) ?? Infinity);
  // What must not happen is met by an inject that never fires; that it never fires has been said above.
  const wanted =
    expectation.kind !== 'nothing-sent' && !(expectation.kind === 'escalation' && (expectation.atLeast ?? 0) === 0);
  if (wanted && start === Infinity) return impossible(form, `the inject ${incident} never fires.`);
  if (deadline.kind === 'before') {
    if (wanted && deadline.at <= start) {
      return impossible(
        'before',
        `it counts until ${formatExerciseTime(deadline.at)}, but ${incident} fires at ${formatExerciseTime(start)} at the earliest.`,
      );
    }
    if (deadline.at > scenario.durationMs) {
      const message = `before is ${formatExerciseTime(deadline.at)}, but the exercise ends at ${formatExerciseTime(scenario.durationMs)}.`;
      return [warning('WAIT_BEYOND_EXERCISE', `${path}.before`, message)];
    }
  }
  if (deadline.kind === 'within') {
    const from = earliest.get(deadline.inject) ?? Infinity;
    if (from === Infinity) return impossible('within', `the inject ${deadline.inject} never fires.`);
    if (
      wanted &&
      from + deadline.ms < start &&
      scenario.injects?.find((inject) => inject.id === deadline.inject)?.when === undefined
    ) {
      const end = `${formatDuration(deadline.ms)} after ${deadline.inject}`;
      return impossible('within', `${end} comes before ${incident} fires at all.`);
    }
  }
  return reach.impossibility(expectation).flatMap((message) => impossible(form, message));
}

const FORM_OF: Readonly<Record<Expectation['kind'], string>> = {
  acknowledged: 'acknowledged',
  'joint-acknowledgement': 'jointAcknowledgement',
  notified: 'notified',
  escalation: 'escalation',
  resolved: 'resolved',
  'nothing-sent': 'nothingSent',
};

/** What the chains of an alert would do if nobody ever answered. */
interface Plan {
  readonly asked: ReadonlySet<string>;
  readonly steps: number;
}

/** Whom the policy can ask about an incident at all, told by the engine's own plan. */
class Reach {
  private readonly alerts: readonly AlertInject[];
  private readonly found = new Map<string, { readonly units: ReadonlySet<UnitDefinition>; readonly steps: number }>();

  /** By what decides a plan: alerts of one class and site that take the same routes are asked about once. */
  private readonly plans = new Map<string, Plan>();
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
        return [
          ...this.unreachable(expectation.incident, { side: 'PAK' }),
          ...this.unreachable(expectation.incident, { side: 'CHN' }),
        ];
      case 'escalation': {
        const { steps } = this.of(expectation.incident);
        const { atLeast = 0 } = expectation;
        return atLeast > steps ? [`at most ${steps} steps can start after the first, not ${atLeast}.`] : [];
      }
      case 'resolved':
      case 'nothing-sent':
        return [];
      default:
        return expectation satisfies never;
    }
  }

  private unreachable(incident: string, { unit, side }: { readonly unit?: string; readonly side?: string }): string[] {
    const asked = [...this.of(incident).units];
    if (asked.some((each) => each.id === unit || each.side === side)) return [];
    if (side !== undefined) return [`no chain that the alert of ${incident} can start asks any unit of ${side}.`];
    const all = asked.map(({ id }) => id).join(', ');
    return [
      `no chain that the alert of ${incident} can start asks ${unit}; it can ask ${all === '' ? 'nobody' : all}.`,
    ];
  }

  private of(incident: string): { readonly units: ReadonlySet<UnitDefinition>; readonly steps: number } {
    let found = this.found.get(incident);
    if (!found) {
      found = this.ask(incident);
      this.found.set(incident, found);
    }
    return found;
  }

  private ask(incident: string): { readonly units: ReadonlySet<UnitDefinition>; readonly steps: number } {
    const asked = new Set<string>();
    let steps = 0;
    for (const { messages } of this.togetherWith(incident)) {
      const plan = this.planOf(messages[0].alert);
      for (const unit of plan.asked) asked.add(unit);
      steps += plan.steps;
    }
    return { units: new Set(this.scenario.units.filter(({ id }) => asked.has(id))), steps: Math.max(steps - 1, 0) };
  }

  private planOf(alert: Alert): Plan {
    const facts = routingFacts(alert);
    const { policy } = this.scenario;
    const site = this.sites.get(facts.site);
    const key = JSON.stringify([facts.class, site?.id, matchRoutes(policy, facts, site)]);
    let plan = this.plans.get(key);
    if (!plan) {
      const { plans } = explain(this.world, policy, facts, 0);
      const steps = plans.flatMap((each) => each.steps);
      plan = {
        asked: new Set(steps.flatMap(({ addressees }) => addressees.map(({ unit }) => unit))),
        steps: plans.reduce((sum, each) => sum + Math.max(each.steps.length, 1), 0),
      };
      this.plans.set(key, plan);
    }
    return plan;
  }

  /** The alerts that may come to belong to the incident: its own, those of the same site, and those that refer to it. */
  private togetherWith(incident: string): AlertInject[] {
    const own = this.alerts.find(({ id }) => id === incident);
    if (!own) return [];
    const ids = new Set(own.messages.map(({ alertId }) => alertId));
    const { site } = own.messages[0].alert.exercise;
    return this.alerts.filter(
      (inject) =>
        inject === own ||
        (site !== undefined && inject.messages[0].alert.exercise.site === site) ||
        inject.messages[0].references.some((reference) => ids.has(reference)),
    );
  }
}

function warning(code: string, path: string, message: string): FieldProblem {
  return { code, path, message, level: 'warning' };
}
