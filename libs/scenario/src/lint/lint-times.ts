/** Times of a script that lie beyond the end of the exercise: each rests on one entry and the duration, and on nothing else. */
import type { FieldProblem } from '#contracts/problem.js';
import { formatExerciseTime, parseDuration, parseExerciseTime } from '#contracts/scenario/duration.js';
import type { ScenarioInput } from '#contracts/scenario/scenario-shape.js';
import type { ExpectationInput, InjectInput } from '#contracts/scenario/script-shape.js';

/** Warnings only; whatever else is wrong, if the times that their paths name and the duration were read, they hold. */
export function lintTimes({ duration, injects = [], expectations = [] }: ScenarioInput): FieldProblem[] {
  const durationMs = parseDuration(duration);
  if (durationMs === undefined) return [];
  return [
    ...injects.flatMap((inject, index) => ofInject(inject, `injects[${index}]`, durationMs)),
    ...expectations.flatMap((expectation, index) => ofExpectation(expectation, `expectations[${index}]`, durationMs)),
  ];
}

function ofInject({ id, at, when, latest, repeat }: InjectInput, path: string, durationMs: number): FieldProblem[] {
  const [fires, last] = [timeOf(when === undefined ? at : undefined), timeOf(latest)];
  const every = parseDuration(repeat?.every ?? '');
  return [
    ...(fires === undefined ? [] : lateInject({ id, at: fires }, path, durationMs)),
    ...(last === undefined ? [] : lateLatest(last, path, durationMs)),
    ...(fires === undefined || every === undefined
      ? []
      : lateRepeat({ id, last: fires + (repeat?.times ?? 0) * every }, path, durationMs)),
  ];
}

function ofExpectation({ before }: ExpectationInput, path: string, durationMs: number): FieldProblem[] {
  const until = timeOf(before);
  return until === undefined ? [] : lateBefore(until, path, durationMs);
}

function timeOf(text: string | undefined): number | undefined {
  return text === undefined ? undefined : parseExerciseTime(text);
}

/** ENDEX comes before what is due with it. */
export function lateInject({ id, at }: { id: string; at: number }, path: string, durationMs: number): FieldProblem[] {
  if (at < durationMs) return [];
  const message = `${id} is at ${formatExerciseTime(at)}, but the exercise ends at ${formatExerciseTime(durationMs)}.`;
  return [warning('UNREACHABLE_INJECT', `${path}.at`, message)];
}

export function lateLatest(latest: number, path: string, durationMs: number): FieldProblem[] {
  if (latest <= durationMs) return [];
  const message = `latest is ${formatExerciseTime(latest)}, but the exercise ends at ${formatExerciseTime(durationMs)}; leave it out.`;
  return [warning('WAIT_BEYOND_EXERCISE', `${path}.latest`, message)];
}

export function lateRepeat(
  { id, last }: { id: string; last: number },
  path: string,
  durationMs: number,
): FieldProblem[] {
  if (last < durationMs) return [];
  const message = `The last repeat of ${id} would be at ${formatExerciseTime(last)}, but the exercise ends at ${formatExerciseTime(durationMs)}.`;
  return [warning('WAIT_BEYOND_EXERCISE', `${path}.repeat`, message)];
}

export function lateBefore(before: number, path: string, durationMs: number): FieldProblem[] {
  if (before <= durationMs) return [];
  const message = `before is ${formatExerciseTime(before)}, but the exercise ends at ${formatExerciseTime(durationMs)}.`;
  return [warning('WAIT_BEYOND_EXERCISE', `${path}.before`, message)];
}

export function warning(code: string, path: string, message: string): FieldProblem {
  return { code, path, message, level: 'warning' };
}
