/** `tandem explain`: which route an alert would take, why, and the plan; or what can be done about an incident. Nothing is stored. */
import type { Command } from 'commander';
import { parseAlert } from '#contracts/alert/alert-schema.js';
import { parseCap } from '#contracts/cap/parse-cap.js';
import { parseJson } from '#contracts/json/strict-json.js';
import { parseDuration } from '#contracts/scenario/duration.js';
import { after, STARTEX, type ExerciseTime } from '#domain/kernel/exercise-time.js';
import type { Alert } from '#domain/alert/alert.js';
import { checkAlert } from '#domain/intake/check-alert.js';
import { routingFacts } from '#domain/policy/routing-facts.js';
import type { Link } from '#domain/unit/unit.js';

import { explain as explainRoute, type Explanation } from '#domain/engine/explain.js';
import type { IncidentExplanation } from '#domain/engine/explain-incident.js';
import { path } from '../client/api-client.js';
import { connectApi, WHICH_EXERCISE, withConnection, type ConnectionOptions } from '../client/connection.js';
import { chooseExercise } from '../client/exercises.js';
import { unusable } from '../failure.js';
import { harmless } from '../terminal/terminal-text.js';
import { kindOfContent, KIND_TEXT } from '../files/file-kind.js';
import { explanationLines } from '../terminal/explanation-text.js';
import { incidentExplanationLines } from '../terminal/incident-explanation-text.js';
import { paintFor } from '../terminal/paint.js';
import { withPolicy } from '../files/policy-input.js';
import { scenarioInput } from '../files/scenario-input.js';
import { looksLikeXml, nameOf, naming, readInput } from '../files/input-file.js';

interface ExplainOptions extends ConnectionOptions {
  readonly exercise?: string;
  readonly at?: string;
  readonly incident?: string;
  readonly json?: boolean;
  readonly scenario?: string;
  readonly policy?: string;
}

export function addExplain(program: Command): void {
  withConnection(program.command('explain'))
    .description(
      'which route an alert would take, why, and the whole plan it would run; or, with --incident, where an incident stands ' +
        'and what can be done about it; nothing is stored',
    )
    .argument(
      '<file>',
      'one alert, JSON or CAP 1.2 as XML; `-` is the standard input; with --incident: id of an exercise',
    )
    .option('--incident <id>', 'of the exercise, as INC-0001')
    .option('--exercise <id>', `for an alert: ${WHICH_EXERCISE}`)
    .option('--at <duration>', 'at this exercise time, as 1h30m; absent: now')
    .option('--scenario <file>', 'for an alert: in this scenario at its start, without an API; --at: T+00:00 if absent')
    .option('--policy <file>', "with --scenario: the policy of this file instead of the scenario's own")
    .option('--json', 'the explanation as JSON')
    .action(explain);
}

function explain(fileOrExercise: string, { incident, ...options }: ExplainOptions): Promise<void> {
  if (incident === undefined) return explainAlert(fileOrExercise, options);
  const { exercise, at, scenario, policy } = options;
  if ([exercise, at, scenario, policy].some((option) => option !== undefined)) {
    throw unusable(
      '--exercise, --at, --scenario and --policy are for alerts: tandem explain EXERCISE --incident INC-0001',
    );
  }
  return explainIncident(fileOrExercise, incident, options);
}

async function explainIncident(exercise: string, incident: string, options: ExplainOptions): Promise<void> {
  const api = await connectApi(options);
  const route = path('exercises', exercise, 'incidents', incident, 'explain');
  const answer = await api.send<IncidentExplanation>(route);
  const text =
    options.json === true
      ? JSON.stringify(answer, undefined, 2)
      : incidentExplanationLines(answer, paintFor(process.stdout), exercise).join('\n');
  process.stdout.write(`${text}\n`);
}

async function explainAlert(file: string, options: ExplainOptions): Promise<void> {
  const bytes = await readInput(file);
  refuseOthers(file, bytes);
  const alert = naming(file, looksLikeXml(bytes) ? fromXml : parseJson, bytes);
  const at = timeOf(options.at);
  const answer =
    options.scenario === undefined
      ? await ask(alert, at, options)
      : naming(file, () => explainHere(alert, at, options), bytes);
  const text =
    options.json === true
      ? JSON.stringify(answer, undefined, 2)
      : explanationLines(answer, paintFor(process.stdout)).join('\n');
  process.stdout.write(`${text}\n`);
}

async function ask(alert: unknown, at: ExerciseTime | undefined, options: ExplainOptions): Promise<Explanation> {
  if (options.policy !== undefined) throw unusable('--policy needs --scenario; a running exercise has its own policy');
  const api = await connectApi(options);
  const { id } = await chooseExercise(api, options.exercise);
  return api.send<Explanation>(path('exercises', id, 'explain'), { json: { alert, at } });
}

/** In a scenario from a file, with the duties and links that it begins with. @throws Failure */
function explainHere(
  value: unknown,
  at: ExerciseTime = STARTEX,
  { exercise, scenario: file = '', policy }: ExplainOptions,
): Explanation {
  if (exercise !== undefined) throw unusable('Use either --exercise or --scenario.');
  const { alert } = parseAlert(value, { asExercise: true });
  const own = scenarioInput(file);
  const scenario = policy === undefined ? own : withPolicy(own, policy);
  checkAlert(scenario, alert, { kind: 'account', id: 'explain', role: 'controller' });
  const up: Link = { status: 'up' };
  const units = Object.fromEntries(scenario.units.map(({ id, duty, link }) => [id, { duty, link: link ?? up }]));
  const links = { PAK: scenario.links?.PAK ?? up, CHN: scenario.links?.CHN ?? up };
  return explainRoute({ scenario, units, links }, scenario.policy, routingFacts(alert), at);
}

/** A file of another kind is reported as such: "not JSON" would not help a user who gave a scenario. */
function refuseOthers(file: string, bytes: Buffer): void {
  const kind = kindOfContent(bytes);
  const wanted = 'An alert is wanted here, as JSON or as CAP 1.2 in XML';
  if (kind !== 'other') throw unusable(harmless(`${wanted}; ${nameOf(file)} ${KIND_TEXT[kind]}`));
  const isEither = looksLikeXml(bytes) || /^\uFEFF?\s*[{[]/.test(bytes.subarray(0, 1000).toString('utf8'));
  if (!isEither) throw unusable(harmless(`${wanted}; ${nameOf(file)} is neither`));
}

/** In the JSON form, which is what the route takes; the guard is asked there. */
function fromXml(bytes: Buffer): Alert {
  return parseCap(bytes, { asExercise: true }).alert;
}

function timeOf(text: string | undefined): ExerciseTime | undefined {
  if (text === undefined) return undefined;
  const at = parseDuration(text);
  if (at === undefined) throw unusable(`--at ${text}: give a duration since STARTEX, as 1h30m or 90s`);
  return after(STARTEX, at);
}
