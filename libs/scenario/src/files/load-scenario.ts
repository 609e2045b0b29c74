/** Loads a scenario from its files: all stages from text to lint findings, every problem with file, line and column. */
import type { Scenario } from '#domain/exercise/scenario.js';
import { checkSharedParts, isComplete } from '../check/check-shared-parts.js';
import { inspectScenario } from '../check/check-scenario.js';
import { fileKindOf, type FileKind } from './file-kind.js';
import { type FilePlace, type FileProblem, MergedFiles } from './merged-files.js';
import type { ScenarioFiles } from './scenario-files.js';

export interface LoadedScenario {
  /** Absent when there are errors. */
  readonly scenario?: Scenario | undefined;
  /** As its author wrote it, includes merged; absent when there are errors. */
  readonly authored?: unknown;
  readonly problems: readonly FileProblem[];
  /** All files that were read, the scenario's own file first. */
  readonly files: readonly string[];
  /** Where a value is written. @param path as in problems: `expectations[2]` */
  readonly placeOf: (path: string) => FilePlace;
}

/** @throws UnreadableFile when the scenario's own file cannot be read; an unreadable included file is a problem like others */
export function loadScenario(files: ScenarioFiles, path: string): LoadedScenario {
  return load(new MergedFiles(files, path, () => 'scenario'));
}

/** A file that was checked according to its kind. */
export interface CheckedFile {
  readonly kind: FileKind;
  /** Whether references may lead to other files, so that they were not checked. */
  readonly isPartial: boolean;
  readonly problems: readonly FileProblem[];
}

/** Checks a scenario, a file of shared parts or a policy. @throws UnreadableFile when the file itself cannot be read */
export function checkFile(files: ScenarioFiles, path: string): CheckedFile {
  const merged = new MergedFiles(files, path, fileKindOf);
  const { kind, value } = merged;
  if (kind === 'scenario') return { kind, isPartial: false, problems: load(merged).problems };
  return { kind, isPartial: !isComplete(value), problems: merged.withProblems(checkSharedParts(value, merged.unread)) };
}

function load(merged: MergedFiles): LoadedScenario {
  const isFaulty = merged.problems.length > 0;
  // Without a format version, nothing is known about the content.
  const isOfOurFormat = merged.value['tandem'] !== undefined;
  const { scenario, problems } =
    isFaulty && !isOfOurFormat ? { problems: [] } : inspectScenario(merged.value, merged.unread);
  const loaded = isFaulty ? undefined : scenario;
  return {
    scenario: loaded,
    authored: loaded && merged.value,
    problems: merged.withProblems(problems),
    files: merged.files,
    placeOf: (path) => merged.placeOf(path),
  };
}
