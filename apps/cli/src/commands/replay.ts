/**
 * `tandem replay`: runs a scenario, or what was recorded of an exercise, in virtual time and judges it; needs neither API,
 * database nor Redis.
 */
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { formatExerciseTime, parseDuration, parseExerciseTime } from '#contracts/scenario/duration.js';
import { after, STARTEX, type ExerciseTime } from '#domain/kernel/exercise-time.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import type { ChainedEvent } from '#log/hash-chain.js';
import { EXIT, unusable } from '../failure.js';
import { english } from '#contracts/sentences/english.js';
import { EventPrinter } from '../terminal/event-printer.js';
import { ExerciseNames } from '../terminal/exercise-names.js';
import { paintFor } from '../terminal/paint.js';
import { harmless } from '../terminal/terminal-text.js';
import { fileKind } from '../files/file-kind.js';
import { EventFile } from '../files/event-file.js';
import { junitReport } from '../replay/junit-report.js';
import { OutputFile } from '../files/output-file.js';
import { ProgressBar } from '../terminal/progress-bar.js';
import { RecordedLog } from '../files/recorded-log.js';
import { openRecording, runnable, type Recording } from '../files/recording-file.js';
import { countVerdicts, reportJson, reportLines, type ReplayOf } from '../replay/replay-report.js';
import { reachedBy, replay, type Replayed, type ReplaySettings } from '../replay/replay-run.js';
import { scenarioInput } from '../files/scenario-input.js';
import { seedOf } from '../arguments/seed-argument.js';

interface ReplayOptions {
  readonly seed?: string;
  readonly until?: string;
  readonly out?: string;
  readonly junit?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly all?: boolean;
}

export function addReplay(program: Command): void {
  program
    .command('replay')
    .description(
      'run a scenario or a recording in virtual time and judge what came of it; exit code 0 when every expectation ' +
        'that applies is met, 1 when one is missed or the log is not the recorded one, 2 when the file cannot be used, 3 ' +
        'when none is missed but the run ended before all of them could be judged',
    )
    .argument('<file>', 'scenario, YAML or JSON; or a recording, as `tandem export` writes it')
    .option('--seed <text>', "for the random draws; absent: the scenario's")
    .option('--until <time>', 'stop at this exercise time, as T+00:10 or 1h30m; absent: run to ENDEX')
    .option('--out <file>', 'write the log, one event per line as JSON with its hash')
    .option('--junit <file>', 'write the verdicts as a JUnit report')
    .option('--json', 'the verdicts and the hash as JSON, no timeline')
    .option('--quiet', 'the verdicts and the hash, no timeline')
    .option('--all', 'every event in the timeline, the messages under way, too')
    .action(run);
}

function run(file: string, options: ReplayOptions): void {
  const limit = timeOf(options.until);
  mustBeApart(file, options);
  const recording = fileKind(file) === 'recording' ? openRecording(file) : undefined;
  const outcome = recording ? replayRecording(file, recording, limit, options) : replayScenario(file, limit, options);
  sayCut(limit, outcome);
  const text = options.json === true ? reportJson(outcome) : reportLines(outcome, paintFor(process.stdout)).join('\n');
  if (options.json !== true && options.quiet !== true) process.stdout.write('\n');
  process.stdout.write(`${text}\n`);
  process.exitCode = exitCodeOf(outcome);
  if (process.exitCode === EXIT.unjudged) sayUnjudged(outcome);
}

/** What is missed counts for more than what is not judged yet. */
function exitCodeOf({ replayed, compared }: ReplayOf): number {
  const { missed, unjudged } = countVerdicts(replayed.verdicts);
  if (missed > 0 || compared?.isSame === false) return EXIT.failed;
  return unjudged > 0 ? EXIT.unjudged : EXIT.done;
}

/** On the standard error, so that it is also read where the verdicts are not shown. */
function sayUnjudged({ replayed: { verdicts }, until }: ReplayOf): void {
  const { unjudged } = countVerdicts(verdicts);
  const which = unjudged === 1 ? '1 expectation was' : `${unjudged} expectations were`;
  process.stderr.write(`tandem: ${which} not judged: the run ended at ${formatExerciseTime(until)}\n`);
}

/** @throws Failure when one file would be written over by another: a scenario is somebody's work. */
function mustBeApart(file: string, { out, junit }: ReplayOptions): void {
  const given = [file, out, junit].flatMap((name) => (name === undefined ? [] : [resolve(name)]));
  const named = given.filter((name) => !name.startsWith('/dev/'));
  if (new Set(named).size === named.length) return;
  throw unusable('The file that is read and those that are written (--out, --junit) must not be the same.');
}

/** That it stopped before the time that was asked for. On the standard error: what is piped on is as it was. */
function sayCut(limit: ExerciseTime | undefined, { until, compared }: ReplayOf): void {
  if (limit === undefined || limit <= until) return;
  const end = compared === undefined ? 'the exercise is over' : 'the recording ends';
  process.stderr.write(
    `tandem: --until ${formatExerciseTime(limit)}: ${end} at ${formatExerciseTime(until)}; it ran as far as that\n`,
  );
}

function replayScenario(file: string, until: ExerciseTime | undefined, options: ReplayOptions): ReplayOf {
  const scenario = scenarioInput(file);
  const seed = seedOf(options.seed) ?? scenario.seed;
  const settings = { scenario, seed, until };
  return { scenario, seed, until: reachedBy(settings), replayed: runAndWrite(settings, options) };
}

/** @throws Failure when the rules cannot make sense of what was recorded */
function replayRecording(
  file: string,
  recording: Recording,
  until: ExerciseTime | undefined,
  options: ReplayOptions,
): ReplayOf {
  if (options.seed !== undefined) throw unusable('--seed: a recording is replayed with the seed that it holds');
  const { scenario, seed } = recording.head;
  const settings = {
    scenario,
    seed,
    until,
    recorded: { commands: recording.commands(), until: recording.end.advancedTo },
  };
  const recordedLog = new RecordedLog(recording);
  const replayed = runnable(file, () => runAndWrite(settings, options, (chained) => recordedLog.add(chained)));
  const compared = recordedLog.compare(until !== undefined && until < recording.end.advancedTo ? until : undefined);
  return { scenario, seed, until: reachedBy(settings), replayed, compared };
}

/** Runs it; tells the timeline and writes the log as it comes, and the verdicts once they are known. */
function runAndWrite(
  settings: Omit<ReplaySettings, 'onEvents'>,
  options: ReplayOptions,
  onChained: (chained: readonly ChainedEvent[]) => void = () => undefined,
): Replayed {
  const { scenario } = settings;
  const from = performance.now();
  const show = options.json === true || options.quiet === true ? undefined : timeline(scenario, options.all);
  const bar = new ProgressBar(process.stderr);
  const out = options.out === undefined ? undefined : new EventFile(options.out);
  try {
    const replayed = replay({
      ...settings,
      onEvents(events, chained) {
        out?.write(chained);
        onChained(chained);
        show?.(events, chained);
        const at = events.at(-1)?.at ?? 0;
        if (show === undefined) bar.show(at / scenario.durationMs, formatExerciseTime(at));
      },
    });
    out?.finish();
    const seconds = (performance.now() - from) / 1000;
    if (options.junit !== undefined) writeWhole(options.junit, junitReport(scenario, replayed.verdicts, seconds));
    return replayed;
  } finally {
    bar.clear();
    out?.discard();
  }
}

function timeline(scenario: Scenario, all?: boolean): ReplaySettings['onEvents'] {
  const paint = paintFor(process.stdout);
  const print = (line: string): void => void process.stdout.write(`${line}\n`);
  print(`${paint('bold', 'EXERCISE')} ${harmless(english(scenario.title))} · in virtual time · nothing in it is real`);
  const names = new ExerciseNames(scenario.units, scenario.sites);
  const printer = new EventPrinter({ print, paint, columns: () => process.stdout.columns, names, showsIds: true, all });
  return (events) => printer.show(events.map((event) => ({ ...event, data: { ...event.data } })));
}

function writeWhole(path: string, text: string): void {
  const file = new OutputFile(path);
  try {
    file.write(text);
    file.finish();
  } finally {
    file.discard();
  }
}

function timeOf(text: string | undefined): ExerciseTime | undefined {
  if (text === undefined) return undefined;
  const time = parseExerciseTime(text) ?? parseDuration(text);
  if (time === undefined) throw unusable(`--until ${text}: give a time since STARTEX, as T+00:10, 1h30m or 90s`);
  return after(STARTEX, time);
}
