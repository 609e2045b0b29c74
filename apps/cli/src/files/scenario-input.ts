/** The scenario that a command runs. */
import { dirname, join } from 'node:path';
import { UnreadableFile, type LoadedScenario } from '#scenario/files/load-files.js';
import type { Scenario } from '#domain/exercise/scenario.js';
import { unusable } from '../failure.js';
import { harmless } from '../terminal/terminal-text.js';
import { fileKind, KIND_TEXT } from './file-kind.js';
import { loadScenarioFile } from './scenario-folder.js';
import { problemLine } from '../validate/validate.js';

/** @throws Failure that lists every error with file, line and column */
export function scenarioInput(file: string): Scenario {
  return faultless(file).scenario;
}

/** As it was written, what it includes put in its place. @throws Failure as above */
export function authoredScenario(file: string): unknown {
  return faultless(file).authored;
}

/** What is no scenario at all is told in one line: read as one, it would be wrong in each of its own. */
function faultless(file: string): { readonly scenario: Scenario; readonly authored?: unknown } {
  const kind = fileKind(file);
  if (kind === 'log' || kind === 'recording') {
    throw unusable(harmless(`A scenario is wanted here, and ${file} ${KIND_TEXT[kind]}`));
  }
  const { scenario, authored, problems } = load(file);
  const errors = problems.filter(({ level }) => level !== 'warning');
  if (scenario && errors.length === 0) return { scenario, authored };
  const lines = errors.map((problem) => problemLine({ ...problem, file: join(dirname(file), problem.file) }));
  throw unusable([`${file} cannot be used:`, ...lines].join('\n'));
}

function load(file: string): LoadedScenario {
  try {
    return loadScenarioFile(file);
  } catch (error) {
    if (error instanceof UnreadableFile) throw unusable(error.message);
    throw error;
  }
}
