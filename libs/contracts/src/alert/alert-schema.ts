/**
 * The check of an alert at the edge: shape, guard, rules; and its normal form, the domain's `Alert`. The JSON and the XML form
 * both come through here, so that one rule is written once.
 */
import { z } from 'zod';
import type { Alert, ExerciseParameters } from '#domain/alert/alert.js';
import type { FieldProblem, InputCode } from '../problem.js';
import { InputError, shown } from '../problem.js';
import { ruleProblems } from './alert-rules.js';
import { findExcess } from './alert-excess.js';
import { alertShape, LIMITS } from './alert-shape.js';
import type { AlertInput, AreaInput, ExerciseInput, InfoInput } from './alert-shape.js';
import { toCapForm } from './cap-time.js';
import { dropLargeContent } from './deref-content.js';
import {
  exerciseNameValues,
  hasExerciseParameters,
  liftExerciseParameters,
  otherCodes,
  otherParameters,
} from './exercise-parameters.js';
import { MAX_PROBLEMS, schemaProblems } from '../json/schema-problems.js';
import { strayMarkings } from './stray-markings.js';

export interface ParseAlertOptions {
  /** The sender asked for an actual alert to be taken as an exercise message (`as=exercise`). */
  readonly asExercise: boolean;
  /** When the exercise ends, ms since 1970; with it, an alert that is valid for longer gets a warning. */
  readonly exerciseEndsMs?: number;
}

export interface ParsedAlert {
  readonly alert: Alert;
  /** Level `warning`, all of them. */
  readonly warnings: readonly FieldProblem[];
}

/**
 * Checks the JSON form of an alert.
 *
 * @throws InputError 422 with all problems (at most 50): ACTUAL_REFUSED or STATUS_REFUSED when the guard refuses it,
 *   ALERT_INVALID otherwise.
 */
export function parseAlert(json: unknown, options: ParseAlertOptions): ParsedAlert {
  const { alert, problems, warnings } = checkAlert(json, options);
  if (alert === undefined || problems.length > 0) throw alertError(problems);
  return { alert, warnings };
}

/** The error for these problems. A problem of the guard comes before schema faults. */
export function alertError(problems: readonly FieldProblem[]): InputError {
  const guard = problems.find(({ code }) => code === 'ACTUAL_REFUSED' || code === 'STATUS_REFUSED');
  const ordered = guard === undefined ? problems : [guard, ...problems.filter((problem) => problem !== guard)];
  return new InputError((guard?.code as InputCode | undefined) ?? 'ALERT_INVALID', ordered.slice(0, MAX_PROBLEMS));
}

export interface AlertCheck {
  /** Absent when there are problems. */
  readonly alert?: Alert;
  readonly problems: readonly FieldProblem[];
  readonly warnings: readonly FieldProblem[];
}

/** {@link parseAlert} without the throwing, for a caller that has found problems of its own. */
export function checkAlert(json: unknown, options: ParseAlertOptions, maxValues?: number): AlertCheck {
  const excess = findExcess(json, maxValues);
  if (excess !== undefined) return { problems: [excess], warnings: [] };
  const result = alertShape.safeParse(json);
  const shape = result.success ? [] : schemaProblems(result.error.issues, json, alertShape);
  if (!isRecord(json)) return { problems: shape, warnings: [] };
  // Where the shape is wrong the rules skip what is wrong, so they may read the rest as if it were right.
  const input = (result.success ? result.data : json) as AlertInput;
  const allTold = result.success || result.error.issues.length <= MAX_PROBLEMS;

  const found = [...shape, ...guardProblems(input.status, options)];
  if (allTold) found.push(...ruleProblems(input, shape, options));
  let exercise = input.exercise ?? {};
  if (result.success && hasExerciseParameters(input)) {
    const lifted = liftExerciseParameters(input);
    exercise = lifted.exercise;
    found.push(...lifted.problems);
  }
  if (result.success) found.push(...strayMarkings(input));
  const problems = found.filter(({ level }) => level !== 'warning');
  const warnings = found.filter(({ level }) => level === 'warning');
  if (problems.length > 0) return { problems, warnings };
  warnings.push(...dropLargeContent(input));
  const alert = normalAlert(input, exercise);
  const crowd = tooManyToEmit(alert);
  return crowd === undefined ? { alert, problems, warnings } : { problems: [crowd], warnings };
}

/**
 * The parameters of the exercise profile leave in the list of the first info block, or of the codes (emit-cap.ts). With them the
 * list must be no longer than one that is read.
 */
function tooManyToEmit(alert: Alert): FieldProblem | undefined {
  const carried = exerciseNameValues(alert.exercise).length;
  const [first] = alert.info ?? [];
  const [path, own, most] = first
    ? ['info[0].parameter', first.parameter?.length ?? 0, LIMITS.pairs]
    : ['code', alert.code?.length ?? 0, LIMITS.codes];
  if (carried + own <= most) return undefined;
  const message = `${path} has ${own} entries, and the exercise profile adds ${carried} to them; at most ${most} are taken.`;
  return { code: 'TOO_MANY', path, message };
}

function isRecord(json: unknown): json is Record<string, unknown> {
  return typeof json === 'object' && json !== null && !Array.isArray(json);
}

/** Nothing in here reaches the real world, and nothing of the real world gets in here unmarked. */
function guardProblems(status: unknown, { asExercise }: ParseAlertOptions): FieldProblem[] {
  const path = 'status';
  switch (status) {
    case 'Actual': {
      if (!asExercise) {
        const message =
          'status is Actual; only Exercise and Test are taken, or say as=exercise to have it taken as one.';
        return [{ code: 'ACTUAL_REFUSED', path, message }];
      }
      const message = 'status was Actual; the alert is kept as an exercise message, with its original status noted.';
      return [{ code: 'TAKEN_AS_EXERCISE', path, message, level: 'warning' }];
    }
    case 'System':
    case 'Draft':
      return [
        { code: 'STATUS_REFUSED', path, message: `status is ${shown(status)}; only Exercise and Test are taken.` },
      ];
    default:
      return [];
  }
}

/**
 * The normal form: times as CAP writes them, exercise parameters in their one home, no empty lists (XML has none), one
 * zero. Changes `input` in place, which the shape check has just made: this is the hot path, and copies cost more than the check.
 */
function normalAlert(input: AlertInput, exercise: ExerciseInput): Alert {
  input.sent = toCapForm(input.sent);
  input.references?.forEach(normaliseReference);
  input.info?.forEach(normaliseInfo);
  if (input.info?.length === 0) delete input.info;
  dropEmpty(input, ['references', 'incidents']);
  if (input.code !== undefined) replace(input, 'code', otherCodes(input.code));
  const status = input.status === 'Test' ? 'Test' : 'Exercise';
  const alert: Alert = { ...input, status, exercise: normalExercise(exercise) };
  return input.status === 'Actual' ? { ...alert, originalStatus: 'Actual' } : alert;
}

function normaliseReference(reference: { sent: string }): void {
  reference.sent = toCapForm(reference.sent);
}

function normaliseInfo(info: InfoInput): void {
  if (info.effective !== undefined) info.effective = toCapForm(info.effective);
  if (info.onset !== undefined) info.onset = toCapForm(info.onset);
  if (info.expires !== undefined) info.expires = toCapForm(info.expires);
  if (info.parameter !== undefined) replace(info, 'parameter', otherParameters(info.parameter));
  info.area?.forEach(normaliseArea);
  dropEmpty(info, ['responseType', 'eventCode', 'resource', 'area']);
}

function normaliseArea(area: AreaInput): void {
  if (area.altitude !== undefined) area.altitude += 0;
  if (area.ceiling !== undefined) area.ceiling += 0;
  dropEmpty(area, ['polygon', 'circle', 'geocode']);
}

function normalExercise(exercise: ExerciseInput): ExerciseParameters {
  const releasability = exercise.releasability ?? {};
  dropEmptyMaps(exercise, ['nationals', 'casualties']);
  dropEmptyMaps(releasability, ['tearLine']);
  dropEmpty(releasability, ['releasableTo']);
  return { ...exercise, releasability: { ...releasability, class: releasability.class ?? 'JOINT' } };
}

function replace<T, K extends keyof T>(fields: T, key: K, value: T[K] | undefined): void {
  if (value === undefined) delete fields[key];
  else fields[key] = value;
}

function dropEmpty<K extends string>(fields: Partial<Record<K, unknown[]>>, keys: readonly K[]): void {
  for (const key of keys) {
    if (fields[key]?.length === 0) delete fields[key];
  }
}

function dropEmptyMaps<K extends string>(fields: Partial<Record<K, object>>, keys: readonly K[]): void {
  for (const key of keys) {
    const map = fields[key];
    if (map !== undefined && Object.keys(map).length === 0) delete fields[key];
  }
}

/** JSON Schema (2020-12) of what {@link parseAlert} takes, for OpenAPI; parts under their ids in `$defs`. */
export function alertJsonSchema(): Record<string, unknown> {
  return z.toJSONSchema(alertShape, { target: 'draft-2020-12', io: 'input' });
}
