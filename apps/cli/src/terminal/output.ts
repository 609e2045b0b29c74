/** The result of a command: JSON for programs, or text for people. */
import type { Command } from 'commander';

export interface JsonOption {
  readonly json?: boolean;
}

/** Adds `--json`. */
export function withJson(command: Command): Command {
  return command.option('--json', 'print JSON, in the form of the API');
}

/** Prints the value as JSON with `--json`, otherwise its text. */
export function printResult<T>({ json }: JsonOption, value: T, textOf: (value: T) => string): void {
  process.stdout.write(json === true ? `${JSON.stringify(value, undefined, 2)}\n` : textOf(value));
}
