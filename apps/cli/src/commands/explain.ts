/** `tandem explain`: which route an alert would take, why, and the plan that it would run. Nothing is stored. */
import type { Command } from 'commander';
import { parseCap } from '#contracts/cap/parse-cap.js';
import { parseJson } from '#contracts/json/strict-json.js';
import { parseDuration } from '#contracts/scenario/duration.js';
import type { Alert } from '#domain/alert/alert.js';
import type { Explanation } from '#domain/engine/explain.js';
import { path } from '../client/api-client.js';
import { connectApi, withConnection, type ConnectionOptions } from '../client/connection.js';
import { chooseExercise } from '../client/exercises.js';
import { unusable } from '../failure.js';
import { harmless } from '../feed/terminal-text.js';
import { kindOfContent, KIND_TEXT } from '../file-kind.js';
import { explanationLines } from '../feed/explanation-text.js';
import { paintFor } from '../feed/paint.js';
import { looksLikeXml, nameOf, naming, readInput } from '../input-file.js';

interface ExplainOptions extends ConnectionOptions {
  readonly exercise?: string;
  readonly at?: string;
  readonly json?: boolean;
}

export function addExplain(program: Command): void {
  withConnection(program.command('explain'))
    .description('which route an alert would take, why, and the whole plan it would run; nothing is stored')
    .argument('<file>', 'one alert, JSON or CAP 1.2 as XML; `-` is the standard input')
    .option('--exercise <id>', 'absent: the latest that has not ended')
    .option('--at <duration>', 'at this exercise time, as 1h30m; absent: now')
    .option('--json', 'the explanation as JSON')
    .action(explain);
}

async function explain(file: string, options: ExplainOptions): Promise<void> {
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

function timeOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const at = parseDuration(text);
  if (at === undefined) throw unusable(`--at ${text}: give a duration since STARTEX, as 1h30m or 90s`);
  return at;
}
