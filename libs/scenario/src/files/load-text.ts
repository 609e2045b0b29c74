/** A scenario that comes as one text, YAML or JSON, and holds everything itself. */
import type { Scenario } from '#domain/exercise/scenario.js';
import type { FieldProblem } from '#contracts/problem.js';
import { InputError } from '#contracts/problem.js';
import { loadScenario, UnreadableFile } from './load-files.js';
import { MAX_FILE_BYTES } from '../yaml/parse-yaml.js';

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
      `The scenario has ${bytes} bytes; at most ${MAX_FILE_BYTES} (1 MiB) are read.`,
    );
  }
  const { scenario, problems } = loadScenario({ read: (path) => (path === NAME ? text : refuseFile(path)) }, NAME);
  if (scenario) return scenario;
  const errors = problems.filter(({ level }) => level !== 'warning');
  throw new InputError('INPUT_INVALID', errors.map(placed), first(errors.map(placed)));
}

function refuseFile(path: string): never {
  const message = `${path} cannot be included: a scenario that is sent as a text must hold everything; put the parts in their place.`;
  throw new UnreadableFile('INCLUDE_OUTSIDE', message);
}

function placed({ code, path, message, level, line, column }: FieldProblem): FieldProblem {
  return { code, path, message, level, line, column };
}

function first([problem]: readonly FieldProblem[]): string | undefined {
  return problem && `Line ${problem.line}, column ${problem.column}: ${problem.message}`;
}
