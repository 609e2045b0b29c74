/** `tandem explain`: which route an alert would take, why, and the plan; or what can be done about an incident. Nothing is stored. */
import type { Command } from 'commander';
import { parseCap } from '#contracts/cap/parse-cap.js';
import { parseJson } from '#contracts/json/strict-json.js';
import { parseDuration } from '#contracts/scenario/duration.js';
import { after, STARTEX, type ExerciseTime } from '#domain/kernel/exercise-time.js';
import type { Alert } from '#domain/alert/alert.js';
import type { Explanation } from '#domain/engine/explain.js';
import type { IncidentExplanation } from '#domain/engine/explain-incident.js';
import { path } from '../client/api-client.js';
import { connectApi, withConnection, type ConnectionOptions } from '../client/connection.js';
import { chooseExercise } from '../client/exercises.js';
import { unusable } from '../failure.js';
import { harmless } from '../terminal/terminal-text.js';
import { kindOfContent, KIND_TEXT } from '../files/file-kind.js';
import { explanationLines } from '../terminal/explanation-text.js';
import { incidentExplanationLines } from '../terminal/incident-explanation-text.js';
import { paintFor } from '../terminal/paint.js';
import { looksLikeXml, nameOf, naming, readInput } from '../files/input-file.js';

interface ExplainOptions extends ConnectionOptions {
  readonly exercise?: string;
  readonly at?: string;
  readonly incident?: string;
  readonly json?: boolean;
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
    .option('--exercise <id>', 'for an alert; absent: the latest that has not ended')
    .option('--at <duration>', 'at this exercise time, as 1h30m; absent: now')
    .option('--json', 'the explanation as JSON')
    .action(explain);
}

function explain(fileOrExercise: string, { incident, ...options }: ExplainOptions): Promise<void> {
  if (incident === undefined) return explainAlert(fileOrExercise, options);
  if (options.exercise !== undefined || options.at !== undefined) {
    throw unusable('--exercise and --at are for alerts: tandem explain EXERCISE --incident INC-0001');
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
  const api = await connectApi(options);
  const { id } = await chooseExercise(api, options.exercise);
  const answer = await api.send<Explanation>(path('exercises', id, 'explain'), { json: { alert, at } });
  const text =
    options.json === true
      ? JSON.stringify(answer, undefined, 2)
      : explanationLines(answer, paintFor(process.stdout)).join('\n');
  process.stdout.write(`${text}\n`);
}

/** What is no alert is told by what it is: that YAML is no JSON helps nobody who gave a scenario. */
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
