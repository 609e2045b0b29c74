/** `tandem replay`: runs a scenario in virtual time and judges it; needs neither API, database nor Redis. */
import type { Command } from 'commander';
import { formatExerciseTime, parseDuration, parseExerciseTime } from '#contracts/scenario/duration.js';
import type { Scenario } from '#domain/scenario/scenario.js';
import { EXIT, unusable } from '../failure.js';
import { english } from '../feed/english.js';
import { EventPrinter } from '../feed/event-printer.js';
import { paintFor } from '../feed/paint.js';
import { harmless } from '../feed/terminal-text.js';
import { EventFile } from '../replay/event-file.js';
import { junitReport } from '../replay/junit-report.js';
import { OutputFile } from '../replay/output-file.js';
import { ProgressBar } from '../replay/progress-bar.js';
import { countVerdicts, reportJson, reportLines } from '../replay/replay-report.js';
import { replay, type Replayed, type ReplaySettings } from '../replay/replay-run.js';
import { scenarioInput } from '../replay/scenario-input.js';

interface ReplayOptions {
  readonly seed?: string;
  readonly until?: string;
  readonly out?: string;
  readonly junit?: string;
  readonly json?: boolean;
  readonly quiet?: boolean;
  readonly all?: boolean;
}

const LONGEST_SEED = 200;

export function addReplay(program: Command): void {
  program
    .command('replay')
    .description(
      'run a scenario in virtual time and judge what came of it; exit code 0 when every expectation that could be ' +
        'judged is met, 1 when one is missed, 2 when the scenario cannot be used',
    )
    .argument('<file>', 'scenario, YAML or JSON')
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
  const scenario = scenarioInput(file);
  const seed = seedOf(options.seed) ?? scenario.seed;
  const until = Math.min(limit ?? scenario.durationMs, scenario.durationMs);
  const from = performance.now();
  const replayed = runAndWrite({ scenario, seed, until: limit }, options);
  const seconds = (performance.now() - from) / 1000;

  if (options.junit !== undefined) writeWhole(options.junit, junitReport(scenario, replayed.verdicts, seconds));
  const told = { scenario, seed, until, replayed };
  const text = options.json === true ? reportJson(told) : reportLines(told, paintFor(process.stdout)).join('\n');
  if (options.json !== true && options.quiet !== true) process.stdout.write('\n');
  process.stdout.write(`${text}\n`);
  if (countVerdicts(replayed.verdicts).missed > 0) process.exitCode = EXIT.failed;
}

/** Runs it; tells the timeline and writes the log as it comes. */
function runAndWrite(settings: Omit<ReplaySettings, 'onEvents'>, options: ReplayOptions): Replayed {
  const { scenario } = settings;
  const show = options.json === true || options.quiet === true ? undefined : timeline(scenario, options.all);
  const bar = new ProgressBar(process.stderr);
  const out = options.out === undefined ? undefined : new EventFile(options.out);
  try {
    const replayed = replay({
      ...settings,
      onEvents(events, chained) {
        out?.write(chained);
        show?.(events, chained);
        const at = events.at(-1)?.at ?? 0;
        if (show === undefined) bar.show(at / scenario.durationMs, formatExerciseTime(at));
      },
    });
    out?.finish();
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
  const printer = new EventPrinter({ print, paint, columns: () => process.stdout.columns, all });
  printer.knowSides(scenario.units);
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

function seedOf(text: string | undefined): string | undefined {
  if (text === undefined || (text !== '' && text.length <= LONGEST_SEED)) return text;
  throw unusable(`--seed: give a text of 1 to ${LONGEST_SEED} characters`);
}

function timeOf(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  const time = parseExerciseTime(text) ?? parseDuration(text);
  if (time === undefined) throw unusable(`--until ${text}: give a time since STARTEX, as T+00:10, 1h30m or 90s`);
  return time;
}
