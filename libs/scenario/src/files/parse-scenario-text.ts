/** A scenario in one text, YAML or JSON, without includes. */
import type { Scenario } from '#domain/exercise/scenario.js';
import type { FieldProblem } from '#contracts/problem.js';
import { InputError } from '#contracts/problem.js';
import { loadScenario } from './load-scenario.js';
import { UnreadableFile } from './scenario-files.js';
import { MAX_FILE_BYTES } from '../yaml/read-document.js';

const NAME = 'scenario';

/**
 * @throws InputError TOO_LARGE; 422 INPUT_INVALID with all problems, each with its line and column
 */
export function parseScenarioText(text: string): Scenario {
  const bytes = Buffer.byteLength(text);
  if (bytes > MAX_FILE_BYTES) {
    throw InputError.of(
      'TOO_LARGE',
      '',
      `The scenario has ${bytes} bytes; at most ${MAX_FILE_BYTES} (1 MiB) are allowed.`,
    );
  }
  const { scenario, problems } = loadScenario({ read: (path) => (path === NAME ? text : rejectInclude(path)) }, NAME);
  if (scenario) return scenario;
  const errors = problems
    .filter(({ level }) => level !== 'warning')
    .map(({ file: _, ...problem }): FieldProblem => problem);
  const [first] = errors;
  throw new InputError(
    'INPUT_INVALID',
    errors,
    first && `Line ${first.line}, column ${first.column}: ${first.message}`,
  );
}

function rejectInclude(path: string): never {
  const message = `${path} cannot be included: a scenario that is sent as text must be complete. Replace include by the contents of the file.`;
  throw new UnreadableFile('INCLUDE_OUTSIDE', message);
}
