/** The scenario that a command runs. */
import { dirname, join } from 'node:path';
import { UnreadableFile } from '#scenario/files/scenario-files.js';
import type { FilePlace } from '#scenario/files/merged-files.js';
import type { LoadedScenario } from '#scenario/files/load-scenario.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import { unusable } from '../failure.js';
import { harmless } from '../terminal/terminal-text.js';
import { fileKind, KIND_TEXT } from './file-kind.js';
import { nameOf } from './input-file.js';
import { loadScenarioBytes, loadScenarioFile } from './scenario-folder.js';
import { standardInput } from './standard-input.js';
import { UnusableFile } from './unusable-file.js';
import { problemLine } from '../validate/validate.js';

export interface LocatedScenario {
  readonly scenario: Scenario;
  /** As it was written, with what it includes put in its place. */
  readonly authored?: unknown;
  /** Where a part of it is written. @param path as problems write it: `expectations[2]` */
  readonly placeOf: (path: string) => FilePlace;
}

/** `-` is the standard input. @throws UnusableFile that lists every error with file, line and column */
export function scenarioInput(file: string): Scenario {
  return scenarioWithPlaces(file).scenario;
}

/** As it was written, with what it includes put in its place. @throws UnusableFile as above */
export function authoredScenario(file: string): unknown {
  return scenarioWithPlaces(file).authored;
}

/** A file of another kind is reported in one line: read as a scenario, each of its lines would be a fault. @throws UnusableFile */
export function scenarioWithPlaces(file: string): LocatedScenario {
  const kind = fileKind(file);
  if (kind === 'log' || kind === 'recording' || kind === 'side-export') {
    throw unusable(harmless(`A scenario is wanted here, and ${nameOf(file)} ${KIND_TEXT[kind]}`));
  }
  const { scenario, authored, problems, placeOf } = load(file);
  const inFolder = <T extends FilePlace>(place: T): T => ({ ...place, file: shownFile(file, place.file) });
  const errors = problems.filter(({ level }) => level !== 'warning').map(inFolder);
  if (scenario && errors.length === 0) return { scenario, authored, placeOf: (path) => inFolder(placeOf(path)) };
  throw new UnusableFile([`${nameOf(file)} cannot be used:`, ...errors.map(problemLine)].join('\n'), errors);
}

/** @param part relative to the scenario's folder */
function shownFile(file: string, part: string): string {
  return file === '-' ? part : join(dirname(file), part);
}

const STANDARD_INPUT = 'standard-input';

function load(file: string): LoadedScenario {
  try {
    return file === '-' ? loadScenarioBytes(standardInput(), STANDARD_INPUT) : loadScenarioFile(file);
  } catch (error) {
    if (error instanceof UnreadableFile) throw new UnusableFile(error.message);
    throw error;
  }
}
