/** `tandem alert`: posts alerts from files. */
import type { Command } from 'commander';
import type { SubmitAnswer } from '#contracts/http/alerts.js';
import type { FieldProblem } from '#contracts/problem.js';
import { ApiRefusal, path, type ApiClient } from '../client/api-client.js';
import { connectApi, withConnection, type ConnectionOptions } from '../client/connection.js';
import { chooseExercise } from '../client/exercises.js';
import { EXIT } from '../failure.js';
import { harmless } from '../terminal/terminal-text.js';
import { looksLikeXml, nameOf, readInput } from '../files/input-file.js';

interface AlertOptions extends ConnectionOptions {
  readonly exercise?: string;
  readonly asExercise?: boolean;
  readonly lenient?: boolean;
}

export function addAlert(program: Command): void {
  withConnection(program.command('alert'))
    .description('post alerts: JSON (one, or an array), CAP 1.2 as XML, or NDJSON (a file named .ndjson or .jsonl)')
    .argument('<file...>', '`-` is the standard input')
    .option('--exercise <id>', 'absent: the latest that has not ended')
    .option('--as-exercise', 'take alerts of status Actual as exercise messages')
    .option('--lenient', 'of XML: convert CAP 1.1, and times with Z or fractions, with a warning for each change')
    .action(post);
}

/** Long files take their time. */
const TIMEOUT_MS = 120_000;

async function post(files: readonly string[], options: AlertOptions): Promise<void> {
  const api = await connectApi(options);
  const exercise = options.exercise ?? (await chooseExercise(api, undefined)).id;
  const query = new URLSearchParams();
  if (options.asExercise === true) query.set('as', 'exercise');
  if (options.lenient === true) query.set('lenient', 'true');
  const target = `${path('exercises', exercise, 'alerts')}?${query.toString()}`.replace(/\?$/, '');
  for (const file of files) await postFile(api, target, file);
}

/** The good alerts of many count; a file with others makes the exit code 2, and the next file is still posted. */
async function postFile(api: ApiClient, target: string, file: string): Promise<void> {
  const bytes = await readInput(file);
  try {
    const answer = await api.send<SubmitAnswer>(target, {
      body: { bytes, contentType: contentTypeOf(file, bytes) },
      timeoutMs: TIMEOUT_MS,
    });
    process.stdout.write(answer.accepted.map((id) => `${id}\n`).join(''));
    process.stdout.write(answer.repeated.map((id) => `${id} (known before)\n`).join(''));
    for (const warning of answer.warnings ?? []) complain(file, warning.line, warning);
    if (answer.moreWarnings !== undefined) {
      process.stderr.write(`${nameOf(file)}: and ${answer.moreWarnings} more warnings\n`);
    }
    for (const { line, problems } of answer.rejected) for (const problem of problems) complain(file, line, problem);
    if (answer.stoppedAtLine !== undefined) {
      process.stderr.write(`${nameOf(file)}: nothing was read from line ${answer.stoppedAtLine} on\n`);
    }
    if (answer.rejected.length > 0 || answer.stoppedAtLine !== undefined) process.exitCode = EXIT.unusable;
  } catch (error) {
    if (!(error instanceof ApiRefusal) || error.exitCode !== EXIT.unusable || error.problems.length === 0) throw error;
    for (const problem of error.problems) complain(file, undefined, problem);
    process.exitCode = EXIT.unusable;
  }
}

function complain(file: string, line: number | undefined, problem: FieldProblem): void {
  const where = `${nameOf(file)}${line === undefined ? '' : `:${line}`}`;
  const level = problem.level === 'warning' ? 'warning: ' : '';
  const place = problem.message.startsWith(problem.path) ? '' : `${problem.path}: `;
  process.stderr.write(harmless(`${where}: ${level}${place}${problem.message} (${problem.code})`) + '\n');
}

function contentTypeOf(file: string, bytes: Buffer): string {
  if (/\.(ndjson|jsonl)$/i.test(file)) return 'application/x-ndjson';
  if (looksLikeXml(bytes)) return 'application/cap+xml';
  // JSON that a program streams has one object in each line, and so more than one in all.
  return file === '-' && /^\s*\{.*\}\s*\n\s*\{/.test(bytes.subarray(0, 262_144).toString('utf8'))
    ? 'application/x-ndjson'
    : 'application/json';
}
