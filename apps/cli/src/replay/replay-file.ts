/** One file of `tandem replay`: a scenario or a recording, run in virtual time. */
import { formatExerciseTime } from '#contracts/scenario/duration.js';
import { english } from '#contracts/sentences/english.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import type { ExerciseTime } from '#domain/kernel/exercise-time.js';
import type { ChainedEvent } from '#log/hash-chain.js';
import { seedOf } from '../arguments/seed-argument.js';
import { Failure, unusable } from '../failure.js';
import type { EventFile } from '../files/event-file.js';
import { fileKind, KIND_TEXT } from '../files/file-kind.js';
import { nameOf } from '../files/input-file.js';
import { withPolicy } from '../files/policy-input.js';
import { withoutInjects } from '../files/without-injects.js';
import { comparisonText, RecordedLog } from '../files/recorded-log.js';
import { openRecording, runnable } from '../files/recording-file.js';
import { scenarioWithPlaces } from '../files/scenario-input.js';
import { UnusableFile } from '../files/unusable-file.js';
import { EventPrinter } from '../terminal/event-printer.js';
import { ExerciseNames } from '../terminal/exercise-names.js';
import { paintFor } from '../terminal/paint.js';
import { ProgressBar } from '../terminal/progress-bar.js';
import { harmless } from '../terminal/terminal-text.js';
import type { JunitFile, JunitPlace } from './junit-report.js';
import type { ReplayOf } from './replay-report.js';
import { reachedBy, replay, type Replayed, type ReplaySettings } from './replay-run.js';

export interface ReplayFileSettings {
  readonly seed?: string;
  /** Exercise time, ms, at which it stops. */
  readonly until?: ExerciseTime;
  /** File whose policy takes the place of the scenario's. */
  readonly policy?: string;
  /** Injects that never fire. */
  readonly without?: readonly string[];
  /** Where the log goes. */
  readonly log?: EventFile;
  /** Absent: no timeline. */
  readonly timeline?: TimelineSettings;
}

export interface TimelineSettings {
  readonly stream: NodeJS.WriteStream;
  readonly all?: boolean;
  /** Only events whose line or type contains this text. */
  readonly contains?: string;
}

export interface RunFile extends ReplayOf {
  readonly file: string;
  /** Of wall time that the run took. */
  readonly seconds: number;
  readonly placeOf?: (index: number) => JunitPlace;
}

/** A file that could not be run, and why. */
export interface UnusedFile {
  readonly file: string;
  readonly failure: Failure;
}

/** Faults of the file itself are part of the result: other files are run all the same. */
export function replayFile(file: string, settings: ReplayFileSettings): RunFile | UnusedFile {
  const from = performance.now();
  try {
    const kind = fileKind(file);
    if (kind === 'side-export') throw unusable(harmless(`${nameOf(file)} ${KIND_TEXT[kind]}`));
    const run = kind === 'recording' ? replayRecording(file, settings) : replayScenario(file, settings);
    return { file, seconds: (performance.now() - from) / 1000, ...run };
  } catch (error) {
    if (error instanceof Failure) return { file, failure: error };
    throw error;
  }
}

export function junitOf(result: RunFile | UnusedFile, seed: string | undefined): JunitFile {
  const file = shownName(result.file);
  if ('failure' in result) {
    const { failure } = result;
    const places = failure instanceof UnusableFile ? failure.places : [];
    return { file, message: failure.message, places, seed };
  }
  const { scenario, seed: used, seconds, placeOf, compared, replayed } = result;
  const { hash, verdicts, events } = replayed;
  const divergence = compared?.isSame === false ? comparisonText(compared, events) : undefined;
  return { file, scenario, seed: used, hash, verdicts, seconds, placeOf, divergence };
}

export function shownName(file: string): string {
  return file === '-' ? 'standard input' : file;
}

function replayScenario(file: string, settings: ReplayFileSettings): ReplayOf & Pick<RunFile, 'placeOf'> {
  const { scenario: authored, placeOf } = scenarioWithPlaces(file);
  const played = settings.without === undefined ? authored : withoutInjects(authored, settings.without);
  const scenario = settings.policy === undefined ? played : withPolicy(played, settings.policy);
  const seed = seedOf(settings.seed) ?? scenario.seed;
  const run = { scenario, seed, until: settings.until };
  const replayed = runAndWrite(run, settings);
  return { scenario, seed, until: reachedBy(run), replayed, placeOf: (index) => placeOf(`expectations[${index}]`) };
}

/** @throws Failure when the rules cannot make sense of what was recorded */
function replayRecording(file: string, settings: ReplayFileSettings): ReplayOf {
  const { until } = settings;
  if (settings.seed !== undefined) throw unusable(`${nameOf(file)}: --seed: a recording has its own seed`);
  if (settings.policy !== undefined) throw unusable(`${nameOf(file)}: --policy: a recording has its own policy`);
  if (settings.without !== undefined) throw unusable(`${nameOf(file)}: --without: a recording has happened as it is`);
  const recording = openRecording(file);
  const { scenario, seed } = recording.head;
  const run = {
    scenario,
    seed,
    until,
    recorded: { commands: recording.commands(), until: recording.end.advancedTo },
  };
  const recordedLog = new RecordedLog(recording);
  const replayed = runnable(file, () => runAndWrite(run, settings, (chained) => recordedLog.add(chained)));
  const compared = recordedLog.compare(until !== undefined && until < recording.end.advancedTo ? until : undefined);
  return { scenario, seed, until: reachedBy(run), replayed, compared };
}

/** Shows the timeline and writes the log as they come. */
function runAndWrite(
  run: Omit<ReplaySettings, 'onEvents'>,
  { log, timeline }: ReplayFileSettings,
  onChained: (chained: readonly ChainedEvent[]) => void = () => undefined,
): Replayed {
  const { scenario } = run;
  const show = timeline && timelineOf(scenario, timeline);
  const bar = new ProgressBar(process.stderr);
  try {
    return replay({
      ...run,
      onEvents(events, chained) {
        log?.write(chained);
        onChained(chained);
        show?.(events, chained);
        const at = events.at(-1)?.at ?? 0;
        if (show === undefined) bar.show(at / scenario.durationMs, formatExerciseTime(at));
      },
    });
  } finally {
    bar.clear();
  }
}

function timelineOf(scenario: Scenario, { stream, all, contains }: TimelineSettings): ReplaySettings['onEvents'] {
  const paint = paintFor(stream);
  const print = (line: string): void => void stream.write(`${line}\n`);
  print(`${paint('bold', 'EXERCISE')} ${harmless(english(scenario.title))} · in virtual time · nothing in it is real`);
  const names = new ExerciseNames(scenario.units, scenario.sites);
  // A search includes details.
  const isWhole = all === true || contains !== undefined;
  const printer = new EventPrinter({
    print,
    paint,
    columns: () => stream.columns,
    names,
    showsIds: true,
    all: isWhole,
    contains,
  });
  return (events) => printer.show(events.map((event) => ({ ...event, data: { ...event.data } })));
}
