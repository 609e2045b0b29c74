/** Warnings about a script without errors: injects that never fire, expectations that cannot be met. */
import { Effort, EffortSpent } from '#domain/kernel/effort.js';
import type { Expectation } from '#domain/expectation/expectation.js';
import type { Inject } from '#domain/inject/inject.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import type { FieldProblem } from '#contracts/problem.js';
import { formatDuration, formatExerciseTime } from '#contracts/scenario/duration.js';
import { earliestHolding, earliestTimes, whyNever } from './earliest.js';
import { Feasibility } from './feasibility.js';
import { butEnds, lateBefore, lateInject, lateLatest, lateRepeat, warning } from './lint-times.js';

/** Presumes a scenario without errors. */
export function lintScript(scenario: Scenario): FieldProblem[] {
  const found: FieldProblem[] = [];
  try {
    for (const finding of findingsOf(scenario)) found.push(finding);
  } catch (error) {
    if (!(error instanceof EffortSpent)) throw error;
    const message =
      'The script and the policy are too large to be checked against each other; a part of the script was not checked.';
    found.push(warning('LINT_UNFINISHED', 'injects', message));
  }
  return found;
}

/** Bounds the units, alerts and questions that are checked: some tenths of a second at most. */
const MOST_STEPS = 2_000_000;

function* findingsOf(scenario: Scenario): Generator<FieldProblem> {
  const { injects = [], expectations = [] } = scenario;
  if (injects.length === 0 && expectations.length === 0) return;
  const lint = new ScriptLint(scenario);
  for (const [index, inject] of injects.entries()) yield* lint.inject(inject, `injects[${index}]`);
  for (const [index, expectation] of expectations.entries()) {
    yield* lint.expectation(expectation, `expectations[${index}]`);
  }
}

class ScriptLint {
  private readonly durationMs: number;
  private readonly injects: readonly Inject[];
  private readonly feasibility: Feasibility;
  /** By inject, ms; Infinity: never. */
  private readonly earliest: ReadonlyMap<string, number>;

  constructor(scenario: Scenario) {
    this.durationMs = scenario.durationMs;
    this.injects = scenario.injects ?? [];
    this.feasibility = new Feasibility(scenario, new Effort(MOST_STEPS));
    this.earliest = earliestTimes(this.injects, this.durationMs, this.feasibility);
  }

  inject(inject: Inject, path: string): FieldProblem[] {
    const { durationMs } = this;
    const warnings: FieldProblem[] = [];
    if (inject.when === undefined && inject.at >= durationMs) {
      warnings.push(...lateInject(inject, path, durationMs));
    } else if (this.firesAt(inject.id) === Infinity) {
      const message = `${inject.id} never fires: ${this.whyItNeverFires(inject)}.`;
      warnings.push(warning('UNREACHABLE_INJECT', `${path}.when`, message));
    } else {
      warnings.push(...lateLatest(inject.latestMs, path, durationMs));
    }
    const first = this.firesAt(inject.id);
    if (inject.repeat === undefined || first === Infinity) return warnings;
    const last = first + inject.repeat.times * inject.repeat.everyMs;
    return [...warnings, ...lateRepeat({ id: inject.id, last }, path, durationMs)];
  }

  private firesAt(id: string): number {
    return this.earliest.get(id) ?? Infinity;
  }

  private whyItNeverFires(inject: Inject): string {
    if (inject.when === undefined) return 'its time is beyond the end';
    const reason = whyNever(inject.when, this.feasibility);
    if (reason !== undefined) return reason;
    const holds = earliestHolding(inject.when, this.earliest, this.feasibility);
    if (holds === Infinity) return 'its condition waits for an inject that never fires, or for itself';
    const cannot = `it cannot fire before ${formatExerciseTime(holds + (inject.delayMs ?? 0))}`;
    const { latestMs = Infinity } = inject;
    return `${cannot}, ${latestMs < this.durationMs ? `but latest is ${formatExerciseTime(latestMs)}` : butEnds(this.durationMs)}`;
  }

  expectation(expectation: Expectation, path: string): FieldProblem[] {
    const { deadline, id, incident } = expectation;
    const impossible = (where: string, message: string): FieldProblem[] => [
      warning('EXPECTATION_IMPOSSIBLE', `${path}.${where}`, `${id} cannot be met: ${message}`),
    ];
    const key = KEY_OF[expectation.kind];
    const start = incident === undefined ? 0 : this.firesAt(incident);
    // An inject that never fires meets an expectation that something does not happen; the finding on the inject is enough.
    const mustHappen =
      expectation.kind !== 'nothing-sent' && !(expectation.kind === 'escalation' && (expectation.atLeast ?? 0) === 0);
    if (mustHappen && start === Infinity) return impossible(key, `the inject ${incident} never fires.`);
    if (deadline.kind === 'before') {
      if (mustHappen && deadline.at <= start) {
        const [until, fires] = [formatExerciseTime(deadline.at), formatExerciseTime(start)];
        return impossible('before', `it counts until ${until}, but ${incident} fires at ${fires} at the earliest.`);
      }
      const late = lateBefore(deadline.at, path, this.durationMs);
      if (late.length > 0) return late;
    }
    if (deadline.kind === 'within') {
      const from = this.firesAt(deadline.inject);
      if (from === Infinity) return impossible('within', `the inject ${deadline.inject} never fires.`);
      if (mustHappen && from + deadline.ms < start && this.timeOf(deadline.inject) !== undefined) {
        const end = `${formatDuration(deadline.ms)} after ${deadline.inject}`;
        return impossible('within', `${end} comes before ${incident} fires at all.`);
      }
    }
    const reasons = this.feasibility.whyImpossible(expectation);
    if (reasons.length > 0) return reasons.flatMap((message) => impossible(key, message));
    const late = this.whyKnownTooLate(expectation);
    if (late !== undefined) return impossible(deadline.kind === 'end' ? key : deadline.kind, late);
    const slow = this.whyTooSlow(expectation);
    if (slow !== undefined) return impossible(deadline.kind === 'end' ? key : deadline.kind, slow);
    return this.deadline(expectation, path);
  }

  /** The time of an inject that does not wait for a condition. */
  private timeOf(inject: string): number | undefined {
    return this.injects.find(({ id }) => id === inject)?.at;
  }

  /** Compares the deadline with the earliest time at which the side can know. */
  private whyKnownTooLate(expectation: Expectation): string | undefined {
    if (expectation.kind !== 'knows') return undefined;
    const { side, incident, tearLine, deadline } = expectation;
    const bringers = this.feasibility.knowledge.bringers(side, expectation);
    const [first] = bringers.toSorted((a, b) => this.firesAt(a) - this.firesAt(b));
    if (first === undefined || first === (incident ?? tearLine)) return undefined;
    const opening = this.feasibility.openingOf(incident ?? tearLine, this.earliest);
    const last =
      deadline.kind === 'within' && deadline.inject === incident && deadline.of === 'incident'
        ? opening + deadline.ms
        : this.lastMoment(expectation, opening);
    if (last === undefined || this.firesAt(first) <= last) return undefined;
    return `${first}, which lets ${side} know, fires at ${formatExerciseTime(this.firesAt(first))} at the earliest.`;
  }

  /** Compares the deadline with the least time that simulated units take. */
  private whyTooSlow(expectation: Expectation): string | undefined {
    const least = this.feasibility.leastTime(expectation);
    if (least === undefined || least.ms === 0 || expectation.incident === undefined) return undefined;
    const opening = this.feasibility.openingOf(expectation.incident, this.earliest);
    const last = this.lastMoment(expectation, opening);
    if (last === undefined || opening + least.ms <= last) return undefined;
    return `${least.what} takes ${formatDuration(least.ms)} at least.`;
  }

  /** The latest exercise time to meet it if the incident opens at `opening`; undefined: unknown. */
  private lastMoment({ deadline, incident }: Expectation, opening: number): number | undefined {
    switch (deadline.kind) {
      case 'before':
        return deadline.at - 1;
      case 'end':
        return this.durationMs - 1;
      case 'within': {
        if (deadline.of === 'incident') return deadline.inject === incident ? opening + deadline.ms : undefined;
        const at = this.timeOf(deadline.inject);
        return at === undefined ? undefined : at + deadline.ms;
      }
      default:
        return deadline satisfies never;
    }
  }

  /** A deadline after the end of the exercise, or before the alert that it names. */
  private deadline({ id, deadline }: Expectation, path: string): FieldProblem[] {
    if (deadline.kind !== 'within') return [];
    const [fires, ofIncident] = [this.firesAt(deadline.inject), deadline.of === 'incident'];
    const last = (ofIncident ? this.feasibility.openingOf(deadline.inject, this.earliest) : fires) + deadline.ms;
    if (last > this.durationMs) {
      const message = `within ends at ${formatExerciseTime(last)} at the earliest, ${butEnds(this.durationMs)}.`;
      return [warning('WAIT_BEYOND_EXERCISE', `${path}.within`, message)];
    }
    const opener = ofIncident ? this.feasibility.openerOf(deadline.inject) : undefined;
    if (opener === undefined || opener.at + deadline.ms >= fires) return [];
    const message =
      `${id} counts from the opening of the incident by ${opener.id} and ends at ` +
      `${formatExerciseTime(opener.at + deadline.ms)}, before ${deadline.inject} fires. Use { time, inject: ${deadline.inject} }.`;
    return [warning('DEADLINE_BEFORE_INJECT', `${path}.within`, message)];
  }
}

/** The key of the outcome in a scenario file. */
const KEY_OF: Readonly<Record<Expectation['kind'], string>> = {
  acknowledged: 'acknowledged',
  'joint-acknowledgement': 'jointAcknowledgement',
  notified: 'notified',
  escalation: 'escalation',
  resolved: 'resolved',
  'nothing-sent': 'nothingSent',
  knows: 'knows',
};
