/** The scenario that a command runs. */
import { dirname, join } from 'node:path';
import { UnreadableFile, type LoadedScenario } from '#contracts/scenario/scenario-files.js';
import type { Scenario } from '#domain/scenario/scenario.js';
import { unusable } from '../failure.js';
import { loadScenarioFile } from '../validate/scenario-folder.js';
import { problemLine } from '../validate/validate.js';

/** @throws Failure that lists every error with file, line and column */
export function scenarioInput(file: string): Scenario {
  const { scenario, problems } = load(file);
  const errors = problems.filter(({ level }) => level !== 'warning');
  if (scenario && errors.length === 0) return scenario;
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
