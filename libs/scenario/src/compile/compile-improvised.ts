/** Checks and compiles an inject that a trainer improvises during a run, by the same rules as injects of the script. */
import type { ExerciseTime } from '#domain/kernel/exercise-time.js';
import type { ImprovisedInject, Inject } from '#domain/inject/inject.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import type { FieldProblem } from '#contracts/problem.js';
import { InputError } from '#contracts/problem.js';
import { checkScript, widening, type EarlierInjects } from '../check/check-script.js';
import { didYouMean } from '#contracts/json/nearest.js';
import { scriptContext } from './script-alerts.js';
import { compileInject } from './compile-script.js';
import type { AuthoredImprovisedInject, AuthoredInject } from '#contracts/scenario/script-schema.js';

/** The run that the inject must fit. */
export interface RunningScript {
  readonly scenario: Scenario;
  /** Earlier improvised injects. */
  readonly improvised: readonly Inject[];
  /** Exercise time now, ms: it determines the sent time of an alert. */
  readonly now: ExerciseTime;
}

/**
 * @param id for an inject without one
 * @throws InputError 422 INPUT_INVALID with all problems, by their paths in the body
 */
export function compileImprovised(
  input: AuthoredImprovisedInject,
  id: string,
  script: RunningScript,
): ImprovisedInject {
  const { scenario, now } = script;
  const authored: AuthoredInject = { ...input, id: input.id ?? id, at: input.at ?? 'T+00:00' };
  const alerts = alertsOf([...(scenario.injects ?? []), ...script.improvised]);
  const earlier = earlierOf([...(scenario.injects ?? []), ...script.improvised]);
  const problems = [...checkReference(input, alerts), ...checkContent(authored, scenario, earlier)];
  const errors = problems.filter(({ level }) => level !== 'warning');
  if (errors.length > 0) throw new InputError('INPUT_INVALID', errors);
  const times = input.at === undefined ? new Map([[authored.id, now]]) : new Map<string, number>();
  const compiled = { ...scriptContext(scenario, [authored]), times, compiled: alerts };
  const {
    at,
    when: _when,
    delayMs: _delay,
    latestMs: _latest,
    repeat: _repeat,
    ...inject
  } = compileInject(authored, compiled);
  return input.at === undefined ? inject : { ...inject, at };
}

function earlierOf(injects: readonly Inject[]): EarlierInjects {
  const idsOf = (fits: (inject: Inject) => boolean): string[] => injects.filter(fits).map(({ id }) => id);
  return {
    all: idsOf(() => true),
    alerts: idsOf(({ kind }) => kind === 'alert'),
    requests: idsOf((inject) => inject.kind === 'release' && inject.release.act === 'request'),
    messages: idsOf(({ kind }) => kind === 'alert' || kind === 'message' || kind === 'send'),
  };
}

type Alerts = ReadonlyMap<string, Extract<Inject, { kind: 'alert' }>['messages']>;

function alertsOf(injects: readonly Inject[]): Alerts {
  return new Map(injects.flatMap((inject) => (inject.kind === 'alert' ? [[inject.id, inject.messages] as const] : [])));
}

function checkReference({ alert }: AuthoredImprovisedInject, alerts: Alerts): FieldProblem[] {
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

/** Checks it as a script with one inject, without its reference, which `checkReference` checks. */
function checkContent(
  authored: AuthoredInject,
  { id, seed, startsAt, units, sites }: Scenario,
  earlier: EarlierInjects,
): FieldProblem[] {
  const { alert } = authored;
  const alone = alert ? { ...authored, alert: { ...alert, updates: undefined, cancels: undefined } } : authored;
  return checkScript({ id, seed, startsAt, units, sites, injects: [alone] }, earlier).map((problem) => ({
    ...problem,
    path: problem.path.replace('injects[0].', ''),
    message: problem.message.replaceAll('injects[0].', ''),
  }));
}
