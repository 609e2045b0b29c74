/** What a colleague would say of a script that loads: injects that never fire, expectations that cannot be met. */
import { Effort, EffortSpent } from '#domain/kernel/effort.js';
import type { Expectation } from '#domain/expectation/expectation.js';
import type { Inject } from '#domain/inject/inject.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import type { FieldProblem } from '#contracts/problem.js';
import { formatDuration, formatExerciseTime } from '#contracts/scenario/duration.js';
import { earliestHolding, earliestTimes, whyNever } from './earliest.js';
import { lateBefore, lateInject, lateLatest, lateRepeat, warning } from './lint-times.js';
import { Reach } from './reach.js';

/** The scenario has no errors. Warnings only. */
export function lintScript(scenario: Scenario): FieldProblem[] {
  const found: FieldProblem[] = [];
  try {
    for (const finding of findingsOf(scenario)) found.push(finding);
  } catch (error) {
    if (!(error instanceof EffortSpent)) throw error;
    const message =
      'The script and the policy are too large to be checked against each other; a part of the script was not looked at.';
    found.push(warning('LINT_UNFINISHED', 'injects', message));
  }
  return found;
}

/** Units, alerts and questions that are looked at: some tenths of a second at most. */
const MOST_STEPS = 2_000_000;

function* findingsOf(scenario: Scenario): Generator<FieldProblem> {
  const { injects = [], expectations = [] } = scenario;
  if (injects.length === 0 && expectations.length === 0) return;
  const reach = new Reach(scenario, new Effort(MOST_STEPS));
  const earliest = earliestTimes(injects, scenario.durationMs, reach);
  for (const [index, inject] of injects.entries()) {
    yield* lintInject(scenario, inject, `injects[${index}]`, earliest, reach);
  }
  for (const [index, expectation] of expectations.entries()) {
    yield* lintExpectation(scenario, expectation, `expectations[${index}]`, earliest, reach);
  }
}

function lintInject(
  { durationMs }: Scenario,
  inject: Inject,
  path: string,
  earliest: ReadonlyMap<string, number>,
  reach: Reach,
): FieldProblem[] {
  const warnings: FieldProblem[] = [];
  if (inject.when === undefined && inject.at >= durationMs) {
    warnings.push(...lateInject(inject, path, durationMs));
  } else if (earliest.get(inject.id) === Infinity) {
    warnings.push(
      warning(
        'UNREACHABLE_INJECT',
        `${path}.when`,
        `${inject.id} never fires: ${whyItNeverFires(inject, earliest, durationMs, reach)}.`,
      ),
    );
  } else if (inject.latestMs !== undefined) {
    warnings.push(...lateLatest(inject.latestMs, path, durationMs));
  }
  if (inject.repeat !== undefined) {
    const first = earliest.get(inject.id) ?? Infinity;
    const last = first + inject.repeat.times * inject.repeat.everyMs;
    if (Number.isFinite(first)) warnings.push(...lateRepeat({ id: inject.id, last }, path, durationMs));
  }
  return warnings;
}

function whyItNeverFires(
  inject: Inject,
  earliest: ReadonlyMap<string, number>,
  durationMs: number,
  reach: Reach,
): string {
  if (inject.when === undefined) return 'its time is beyond the end';
  const reason = whyNever(inject.when, reach);
  if (reason !== undefined) return reason;
  const holds = earliestHolding(inject.when, earliest, reach);
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
    const late = lateBefore(deadline.at, path, scenario.durationMs);
    if (late.length > 0) return late;
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
  const reasons = reach.impossibility(expectation);
  if (reasons.length > 0) return reasons.flatMap((message) => impossible(form, message));
  const slow = whyTooSlow(scenario, expectation, earliest, reach);
  if (slow !== undefined) return impossible(deadline.kind === 'end' ? form : deadline.kind, slow);
  return lintDeadline(scenario, expectation, path, earliest, reach);
}

/** Simulated units take their time: the least of it counts. */
function whyTooSlow(
  scenario: Scenario,
  expectation: Expectation,
  earliest: ReadonlyMap<string, number>,
  reach: Reach,
): string | undefined {
  const least = reach.leastTime(expectation);
  if (least === undefined || least.ms === 0 || expectation.incident === undefined) return undefined;
  const opening = reach.openingOf(expectation.incident, earliest);
  const last = lastMoment(scenario, expectation, opening);
  if (last === undefined || opening + least.ms <= last) return undefined;
  return `${least.what} takes ${formatDuration(least.ms)} at least.`;
}

/** The latest exercise time at which it can still be met, if the incident opens at `opening`; undefined: it cannot be told. */
function lastMoment(scenario: Scenario, { deadline, incident }: Expectation, opening: number): number | undefined {
  switch (deadline.kind) {
    case 'before':
      return deadline.at - 1;
    case 'end':
      return scenario.durationMs - 1;
    case 'within': {
      if (deadline.of === 'incident') return deadline.inject === incident ? opening + deadline.ms : undefined;
      const inject = scenario.injects?.find(({ id }) => id === deadline.inject);
      return inject?.at === undefined ? undefined : inject.at + deadline.ms;
    }
    default:
      return deadline satisfies never;
  }
}

/** A time that is over too late, or too early, to mean what it says. */
function lintDeadline(
  { durationMs }: Scenario,
  { id, deadline }: Expectation,
  path: string,
  earliest: ReadonlyMap<string, number>,
  reach: Reach,
): FieldProblem[] {
  if (deadline.kind !== 'within') return [];
  const [fires, ofIncident] = [earliest.get(deadline.inject) ?? Infinity, deadline.of === 'incident'];
  const last = (ofIncident ? reach.openingOf(deadline.inject, earliest) : fires) + deadline.ms;
  if (last > durationMs) {
    const message = `within ends at ${formatExerciseTime(last)} at the earliest, but the exercise ends at ${formatExerciseTime(durationMs)}.`;
    return [warning('WAIT_BEYOND_EXERCISE', `${path}.within`, message)];
  }
  const opener = ofIncident ? reach.openerOf(deadline.inject) : undefined;
  if (opener === undefined || opener.at + deadline.ms >= fires) return [];
  const message =
    `${id} counts from the opening of the incident by ${opener.id}, and is over at ` +
    `${formatExerciseTime(opener.at + deadline.ms)}, before ${deadline.inject} fires; say { time, inject: ${deadline.inject} }.`;
  return [warning('DEADLINE_BEFORE_INJECT', `${path}.within`, message)];
}

const FORM_OF: Readonly<Record<Expectation['kind'], string>> = {
  acknowledged: 'acknowledged',
  'joint-acknowledgement': 'jointAcknowledgement',
  notified: 'notified',
  escalation: 'escalation',
  resolved: 'resolved',
  'nothing-sent': 'nothingSent',
};
