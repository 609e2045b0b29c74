/** `tandem alert`: sends alerts from files, and reads alerts, through the API. */
import type { Command } from 'commander';
import type { z } from 'zod';
import type { alertView, SubmitAnswer } from '#contracts/http/alerts.js';
import type { FieldProblem } from '#contracts/problem.js';
import { formatExerciseTime } from '#contracts/scenario/duration.js';
import { ApiRefusal, path, type ApiClient } from '../client/api-client.js';
import { connectExercise, withExercise, type ExerciseOptions } from '../client/connection.js';
import { everyPage } from '../client/every-page.js';
import { EXIT } from '../failure.js';
import { readersText } from '../terminal/incident-text.js';
import { printResult, withJson, type JsonOption } from '../terminal/output.js';
import { factsText, tableText } from '../terminal/table.js';
import { harmless } from '../terminal/terminal-text.js';
import { looksLikeXml, nameOf, readInput } from '../files/input-file.js';

interface SendOptions extends ExerciseOptions {
  readonly asExercise?: boolean;
  readonly lenient?: boolean;
}

interface ListOptions extends ExerciseOptions, JsonOption {
  readonly incident?: string;
  readonly status?: string;
  readonly severity?: string;
  readonly sender?: string;
  readonly sort?: string;
}

type AlertView = z.infer<typeof alertView>;

export function addAlert(program: Command): void {
  const alert = program.command('alert').description('send alerts from files; list and show alerts');
  // The default, because `tandem alert FILE` sent alerts before there were other commands.
  withExercise(alert.command('send', { isDefault: true }))
    .description('send alerts: JSON (one, or an array), CAP 1.2 as XML, or NDJSON (a file named .ndjson or .jsonl)')
    .argument('<file...>', 'files with alerts; `-` is the standard input')
    .option('--as-exercise', 'accept alerts with the status Actual as exercise messages')
    .option('--lenient', 'XML: convert CAP 1.1, and times with Z or fractions, with a warning for each change')
    .action(send);
  withJson(withExercise(alert.command('list')))
    .description('list alerts, latest first')
    .option('--incident <id>', 'only those of this incident')
    .option('--status <status>', 'only these: active, superseded, cancelled, recorded; separate with commas')
    .option('--severity <severity>', 'only these: Extreme, Severe, Moderate, Minor, Unknown; separate with commas')
    .option('--sender <sender>', 'only those of this sender')
    .option('--sort <field>', 'at, severity or id; with a leading - in descending order')
    .action(list);
  withJson(withExercise(alert.command('show')))
    .description('show an alert')
    .argument('<alert>', 'its id, such as ALT-…')
    .action(show);
}

async function list({ json, incident, status, severity, sender, sort, ...options }: ListOptions): Promise<void> {
  const { api, exercise } = await connectExercise(options);
  const query = { incident, status, severity, sender, sort };
  const alerts = await everyPage<AlertView>(api, path('exercises', exercise, 'alerts'), query);
  printResult({ json }, alerts, (items) =>
    tableText([
      ['ALERT', 'STATUS', 'INCIDENT', 'AT', 'TYPE', 'SEVERITY', 'EVENT', 'SENDER'],
      ...items.map(({ id, status: state, incident: of, acceptedAt, alert }) => [
        id,
        state,
        of,
        formatExerciseTime(acceptedAt),
        alert.msgType,
        alert.info?.[0]?.severity ?? '',
        alert.info?.[0]?.event ?? '',
        alert.sender,
      ]),
    ]),
  );
}

async function show(id: string, { json, ...options }: ExerciseOptions & JsonOption): Promise<void> {
  const { api, exercise } = await connectExercise(options);
  const found = await api.send<AlertView>(path('exercises', exercise, 'alerts', id));
  printResult({ json }, found, alertText);
}

function alertText({ id, status, incident, audience, acceptedAt, alert }: AlertView): string {
  const [info] = alert.info ?? [];
  return factsText([
    ['Alert', id],
    ['Status', status],
    ['Incident', incident],
    ['Accepted', formatExerciseTime(acceptedAt)],
    ['Visible to', readersText(audience)],
    ['Identifier', alert.identifier],
    ['Sender', alert.sender],
    ['Type', alert.msgType],
    ['Site', alert.exercise.site],
    ['Event', info?.event],
    ['Category', info?.category.join(', ')],
    ['Severity', info?.severity],
    ['Urgency', info?.urgency],
    ['Certainty', info?.certainty],
    ['Headline', info?.headline],
    ['Description', info?.description],
    ['Instruction', info?.instruction],
  ]);
}

/** Large files take longer than other requests. */
const TIMEOUT_MS = 120_000;

async function send(files: readonly string[], { asExercise, lenient, ...options }: SendOptions): Promise<void> {
  const { api, exercise } = await connectExercise(options);
  const query = new URLSearchParams();
  if (asExercise === true) query.set('as', 'exercise');
  if (lenient === true) query.set('lenient', 'true');
  const target = `${path('exercises', exercise, 'alerts')}?${query.toString()}`.replace(/\?$/, '');
  for (const file of files) await sendFile(api, target, file);
}

/** Valid alerts of a file are stored although others are rejected; a rejected one makes the exit code 2, and the next file is sent. */
async function sendFile(api: ApiClient, target: string, file: string): Promise<void> {
  const bytes = await readInput(file);
  try {
    const answer = await api.send<SubmitAnswer>(target, {
      body: { bytes, contentType: contentTypeOf(file, bytes) },
      timeoutMs: TIMEOUT_MS,
    });
    process.stdout.write(answer.accepted.map((id) => `${id}\n`).join(''));
    process.stdout.write(answer.repeated.map((id) => `${id} (already known)\n`).join(''));
    for (const warning of answer.warnings ?? []) printProblem(file, warning.line, warning);
    if (answer.moreWarnings !== undefined) {
      process.stderr.write(`${nameOf(file)}: ${answer.moreWarnings} more warnings\n`);
    }
    for (const { line, problems } of answer.rejected) for (const problem of problems) printProblem(file, line, problem);
    if (answer.stoppedAtLine !== undefined) {
      process.stderr.write(`${nameOf(file)}: lines from ${answer.stoppedAtLine} on were not read\n`);
    }
    if (answer.rejected.length > 0 || answer.stoppedAtLine !== undefined) process.exitCode = EXIT.unusable;
  } catch (error) {
    if (!(error instanceof ApiRefusal) || error.exitCode !== EXIT.unusable || error.problems.length === 0) throw error;
    for (const problem of error.problems) printProblem(file, undefined, problem);
    process.exitCode = EXIT.unusable;
  }
}

function printProblem(file: string, line: number | undefined, problem: FieldProblem): void {
  const where = `${nameOf(file)}${line === undefined ? '' : `:${line}`}`;
  const level = problem.level === 'warning' ? 'warning: ' : '';
  const place = problem.message.startsWith(problem.path) ? '' : `${problem.path}: `;
  process.stderr.write(harmless(`${where}: ${level}${place}${problem.message} (${problem.code})`) + '\n');
}

function contentTypeOf(file: string, bytes: Buffer): string {
  if (/\.(ndjson|jsonl)$/i.test(file)) return 'application/x-ndjson';
  if (looksLikeXml(bytes)) return 'application/cap+xml';
  // NDJSON on the standard input: one object in each line.
  return file === '-' && /^\s*\{.*\}\s*\n\s*\{/.test(bytes.subarray(0, 262_144).toString('utf8'))
    ? 'application/x-ndjson'
    : 'application/json';
}
