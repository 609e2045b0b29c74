/** An inject that a trainer makes up during a run: checked and compiled like those of the script. */
import type { ExerciseTime } from '#domain/kernel/exercise-time.js';
import type { ImprovisedInject, Inject } from '#domain/inject/inject.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import type { FieldProblem } from '#contracts/problem.js';
import { InputError } from '#contracts/problem.js';
import { checkScript, widening } from '../check/check-script.js';
import { didYouMean } from '#contracts/json/nearest.js';
import { scriptOf } from './script-alerts.js';
import { toInject } from './compile-script.js';
import type { ImprovisedInput, InjectInput } from '#contracts/scenario/script-shape.js';

/** What it has to fit. */
export interface RunningScript {
  readonly scenario: Scenario;
  /** Those that were improvised before. */
  readonly improvised: readonly Inject[];
  /** Exercise time now, ms: the sent time of its alert follows from it. */
  readonly now: ExerciseTime;
}

/**
 * @param id for one that names none
 * @throws InputError 422 INPUT_INVALID with all problems, by their paths in the input
 */
export function compileImprovised(input: ImprovisedInput, id: string, script: RunningScript): ImprovisedInject {
  const { scenario, now } = script;
  const authored: InjectInput = { ...input, id: input.id ?? id, at: input.at ?? 'T+00:00' };
  const alerts = alertsOf([...(scenario.injects ?? []), ...script.improvised]);
  const problems = [...checkReference(input, alerts), ...checkContent(authored, scenario)];
  const errors = problems.filter(({ level }) => level !== 'warning');
  if (errors.length > 0) throw new InputError('INPUT_INVALID', errors);
  const times = input.at === undefined ? new Map([[authored.id, now]]) : new Map<string, number>();
  const compiled = { ...scriptOf(scenario, [authored]), times, compiled: alerts };
  const {
    at,
    when: _when,
    delayMs: _delay,
    latestMs: _latest,
    repeat: _repeat,
    ...inject
  } = toInject(authored, compiled);
  return input.at === undefined ? inject : { ...inject, at };
}

type Alerts = ReadonlyMap<string, Extract<Inject, { kind: 'alert' }>['messages']>;

function alertsOf(injects: readonly Inject[]): Alerts {
  return new Map(injects.flatMap((inject) => (inject.kind === 'alert' ? [[inject.id, inject.messages] as const] : [])));
}

function checkReference({ alert }: ImprovisedInput, alerts: Alerts): FieldProblem[] {
  const named = alert?.updates ?? alert?.cancels;
  if (named === undefined) return [];
  const path = `alert.${alert?.updates === undefined ? 'cancels' : 'updates'}`;
  const messages = alerts.get(named);
  if (messages) {
    const owner = messages[0].alert.exercise.releasability.class;
    return widening(alert?.releasability?.class ?? 'JOINT', owner, named, path);
  }
  const hint = didYouMean(named, [...alerts.keys()]);
  return [{ code: 'UNKNOWN_INJECT', path, message: `There is no alert inject "${named}" in this exercise.${hint}` }];
}

/** As a script of this one inject; what it references is another's. */
function checkContent(authored: InjectInput, { id, seed, startsAt, units, sites }: Scenario): FieldProblem[] {
  const { alert } = authored;
  const alone = alert ? { ...authored, alert: { ...alert, updates: undefined, cancels: undefined } } : authored;
  return checkScript({ id, seed, startsAt, units, sites, injects: [alone] }).map((problem) => ({
    ...problem,
    path: problem.path.replace('injects[0].', ''),
    message: problem.message.replaceAll('injects[0].', ''),
  }));
}
