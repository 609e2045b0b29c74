/**
 * `tandem replay`: runs scenarios, or recordings of exercises, in virtual time and judges them; needs neither API, database
 * nor Redis.
 */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { formatExerciseTime, parseDuration, parseExerciseTime } from '#contracts/scenario/duration.js';
import { after, STARTEX, type ExerciseTime } from '#domain/kernel/exercise-time.js';
import { EXIT, unusable } from '../failure.js';
import { repeatable } from '../arguments/list-argument.js';
import { seedOf } from '../arguments/seed-argument.js';
import { EventFile } from '../files/event-file.js';
import { filesNamed } from '../files/file-pattern.js';
import { openOutput, type Output } from '../files/output-file.js';
import { junitReport } from '../replay/junit-report.js';
import { junitOf, replayFile, shownName, type RunFile, type UnusedFile } from '../replay/replay-file.js';
import { countVerdicts, reportJson, reportLines } from '../replay/replay-report.js';
import { paintFor } from '../terminal/paint.js';
import { harmless } from '../terminal/terminal-text.js';

interface ReplayOptions {
  readonly seed?: string;
  readonly until?: string;
  readonly policy?: string;
  readonly without?: readonly string[];
  readonly out?: string;
  readonly junit?: string;
  readonly grep?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly all?: boolean;
}

export function addReplay(program: Command): void {
  program
    .command('replay')
    .description(
      'run scenarios or recordings in virtual time and judge them; exit code 0 when every expectation that applies is met, ' +
        '1 when one is missed or a log is not the recorded one, 2 when a file cannot be used, 3 when none is missed but a ' +
        'run ended before all of them could be judged',
    )
    .argument(
      '<files...>',
      'scenarios, YAML or JSON, or recordings of `tandem export`; patterns as *.yaml, in quotes, too; `-` is the standard input',
    )
    .option('--seed <text>', "for the random draws; absent: each scenario's own")
    .option('--policy <file>', "run the scenarios with the policy of this file instead of each scenario's own")
    .option('--without <inject>', 'run the scenarios without this inject; repeatable', repeatable)
    .option('--until <time>', 'stop at this exercise time, as T+00:10 or 1h30m; absent: run to ENDEX')
    .option('--grep <text>', 'only events whose line or type contains this text, in upper or lower case')
    .option('--out <file>', 'write the log of the one file, an event per line as JSON; `-` is the standard output')
    .option('--junit <file>', 'write the verdicts as a JUnit report; `-` is the standard output')
    .option('--json', 'the verdicts and the hash as JSON, without a timeline; a list for several files')
    .option('--quiet', 'the verdicts and the hash, without a timeline')
    .option('--all', 'every event in the timeline, including each message on its way')
    .action(run);
}

function run(names: readonly string[], options: ReplayOptions): void {
  const until = timeOf(options.until);
  seedOf(options.seed);
  const files = filesNamed(names);
  checkOptions(files, options);
  // Before the runs: that a file cannot be written is not to be learned after an hour.
  const junit = options.junit === undefined ? undefined : openOutput(options.junit);
  let log: EventFile | undefined;
  try {
    log = options.out === undefined ? undefined : new EventFile(options.out);
    runAll(files, options, { until, log, junit });
  } finally {
    log?.discard();
    junit?.discard();
  }
}

interface Outputs {
  readonly until: ExerciseTime | undefined;
  readonly log: EventFile | undefined;
  readonly junit: Output | undefined;
}

function runAll(files: readonly string[], options: ReplayOptions, { until, log, junit }: Outputs): void {
  // What goes to the standard output must not be mixed with the timeline and the report.
  const stream = options.out === '-' || options.junit === '-' ? process.stderr : process.stdout;
  const hasTimeline = options.json !== true && options.quiet !== true;
  const timeline = hasTimeline ? { stream, all: options.all, contains: options.grep } : undefined;
  const results = files.map((file) => {
    if (files.length > 1 && options.json !== true) stream.write(`${harmless(`== ${shownName(file)}`)}\n`);
    const result = replayFile(file, {
      seed: options.seed,
      until,
      policy: options.policy,
      without: options.without,
      log,
      timeline,
    });
    report(result, until, options, stream);
    return result;
  });
  if (results.some((result) => !('failure' in result))) log?.finish();
  junit?.write(junitReport(results.map((result) => junitOf(result, options.seed))));
  junit?.finish();
  if (options.json === true) writeJson(results, stream);
  else if (files.length > 1) stream.write(`${sumOf(results)}\n`);
  process.exitCode = exitCodeOf(results);
}

function report(
  result: RunFile | UnusedFile,
  until: ExerciseTime | undefined,
  { json, quiet }: ReplayOptions,
  stream: NodeJS.WriteStream,
): void {
  if ('failure' in result) {
    process.stderr.write(`tandem: ${result.failure.message}\n`);
    return;
  }
  reportEarlyEnd(until, result);
  if (json !== true) {
    if (quiet !== true) stream.write('\n');
    stream.write(`${reportLines(result, paintFor(stream)).join('\n')}\n`);
  }
  if (resultCode(result) === EXIT.unjudged) reportUnjudged(result);
}

/** One object for one file, a list for several. */
function writeJson(results: readonly (RunFile | UnusedFile)[], stream: NodeJS.WriteStream): void {
  const texts = results.map((result) =>
    'failure' in result
      ? JSON.stringify({ marking: 'EXERCISE', file: result.file, error: result.failure.message }, undefined, 2)
      : reportJson(result),
  );
  const [only, ...others] = results;
  if (others.length > 0) stream.write(`[\n${texts.join(',\n')}\n]\n`);
  else if (only !== undefined && !('failure' in only)) stream.write(`${texts.join('')}\n`);
}

/** A file that cannot be used counts for more than an expectation that is missed, and that for more than one not judged. */
function exitCodeOf(results: readonly (RunFile | UnusedFile)[]): number {
  const codes = results.map(resultCode);
  return [EXIT.unusable, EXIT.failed, EXIT.unjudged].find((code) => codes.includes(code)) ?? EXIT.done;
}

function resultCode(result: RunFile | UnusedFile): number {
  if ('failure' in result) return result.failure.exitCode;
  const { missed, unjudged } = countVerdicts(result.replayed.verdicts);
  if (missed > 0 || result.compared?.isSame === false) return EXIT.failed;
  return unjudged > 0 ? EXIT.unjudged : EXIT.done;
}

function sumOf(results: readonly (RunFile | UnusedFile)[]): string {
  const codes = results.map(resultCode);
  const count = (code: number): number => codes.filter((one) => one === code).length;
  return [
    `${results.length} files: ${count(EXIT.done)} with every expectation met`,
    `${count(EXIT.failed)} with one missed or another log`,
    `${count(EXIT.unjudged)} not judged to the end`,
    `${count(EXIT.unusable)} unusable`,
  ].join(', ');
}

/** On the standard error, so that it is also read where the verdicts are not shown. */
function reportUnjudged({ replayed: { verdicts }, until }: RunFile): void {
  const { unjudged } = countVerdicts(verdicts);
  const which = unjudged === 1 ? '1 expectation was' : `${unjudged} expectations were`;
  process.stderr.write(`tandem: ${which} not judged: the run ended at ${formatExerciseTime(until)}\n`);
}

/** That the run stopped before the time that was asked for. On the standard error: what is piped on is as it was. */
function reportEarlyEnd(limit: ExerciseTime | undefined, { until, compared }: RunFile): void {
  if (limit === undefined || limit <= until) return;
  const end = compared === undefined ? 'the exercise is over' : 'the recording ends';
  process.stderr.write(
    `tandem: --until ${formatExerciseTime(limit)}: ${end} at ${formatExerciseTime(until)}; it ran as far as that\n`,
  );
}

/** @throws Failure when the options do not go together, or one file would be written over by another: a scenario is somebody's work */
function checkOptions(files: readonly string[], { out, junit, grep, json, quiet, policy }: ReplayOptions): void {
  if (grep !== undefined && (json === true || quiet === true)) {
    throw unusable('--grep selects lines of the timeline; leave out --json and --quiet');
  }
  if (out === '-' && junit === '-') throw unusable('Only one of --out and --junit can be the standard output.');
  if (out !== undefined && files.length > 1) {
    throw unusable(`--out holds the log of one file; ${files.length} files are given`);
  }
  const given = [...files, policy, out, junit].filter((name) => name !== undefined && name !== '-');
  const named = given.map((name) => resolve(name ?? '')).filter((name) => !name.startsWith('/dev/'));
  if (new Set(named).size === named.length) return;
  throw unusable('The files that are read and those that are written (--out, --junit) must not be the same.');
}

function timeOf(text: string | undefined): ExerciseTime | undefined {
  if (text === undefined) return undefined;
  const time = parseExerciseTime(text) ?? parseDuration(text);
  if (time === undefined) throw unusable(`--until ${text}: give a time since STARTEX, as T+00:10, 1h30m or 90s`);
  return after(STARTEX, time);
}
