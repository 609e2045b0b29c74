/** Times of a script beyond the end of the exercise. Each finding depends on one entry and the duration only. */
import type { FieldProblem } from '#contracts/problem.js';
import { formatExerciseTime, parseDuration, parseExerciseTime } from '#contracts/scenario/duration.js';
import type { AuthoredScenario } from '#contracts/scenario/scenario-schema.js';
import type { AuthoredInject } from '#contracts/scenario/script-schema.js';

/** Warnings only. They hold whatever else is wrong, if the duration and the times at their paths were read. */
export function lintTimes({ duration, injects = [], expectations = [] }: AuthoredScenario): FieldProblem[] {
  const durationMs = parseDuration(duration);
  if (durationMs === undefined) return [];
  return [
    ...injects.flatMap((inject, index) => lintInject(inject, `injects[${index}]`, durationMs)),
    ...expectations.flatMap(({ before }, index) =>
      lateBefore(parseExerciseTime(before ?? ''), `expectations[${index}]`, durationMs),
    ),
  ];
}

function lintInject({ id, at, when, latest, repeat }: AuthoredInject, path: string, durationMs: number) {
  const fires = parseExerciseTime((when === undefined ? at : undefined) ?? '');
  const every = parseDuration(repeat?.every ?? '');
  const isTimed = fires !== undefined && every !== undefined;
  return [
    ...(fires === undefined ? [] : lateInject({ id, at: fires }, path, durationMs)),
    ...lateLatest(parseExerciseTime(latest ?? ''), path, durationMs),
    ...(isTimed ? lateRepeat({ id, last: fires + (repeat?.times ?? 0) * every }, path, durationMs) : []),
  ];
}

/** ENDEX comes before an inject that is due at the same time. */
export function lateInject({ id, at }: { id: string; at: number }, path: string, durationMs: number): FieldProblem[] {
  if (at < durationMs) return [];
  return [
    warning('UNREACHABLE_INJECT', `${path}.at`, `${id} is at ${formatExerciseTime(at)}, ${butEnds(durationMs)}.`),
  ];
}

export function lateLatest(latest: number | undefined, path: string, durationMs: number): FieldProblem[] {
  if (latest === undefined || latest <= durationMs) return [];
  const message = `latest is ${formatExerciseTime(latest)}, ${butEnds(durationMs)}. Remove latest.`;
  return [warning('WAIT_BEYOND_EXERCISE', `${path}.latest`, message)];
}

export function lateRepeat({ id, last }: { id: string; last: number }, path: string, durationMs: number) {
  if (last < durationMs) return [];
  const message = `The last repeat of ${id} would be at ${formatExerciseTime(last)}, ${butEnds(durationMs)}.`;
  return [warning('WAIT_BEYOND_EXERCISE', `${path}.repeat`, message)];
}

export function lateBefore(before: number | undefined, path: string, durationMs: number): FieldProblem[] {
  if (before === undefined || before <= durationMs) return [];
  const message = `before is ${formatExerciseTime(before)}, ${butEnds(durationMs)}.`;
  return [warning('WAIT_BEYOND_EXERCISE', `${path}.before`, message)];
}

export function butEnds(durationMs: number): string {
  return `but the exercise ends at ${formatExerciseTime(durationMs)}`;
}

export function warning(code: string, path: string, message: string): FieldProblem {
  return { code, path, message, level: 'warning' };
}
