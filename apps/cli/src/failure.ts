/** What ends a command: one clear line for a person, and an exit code for a program. */
import { ConfigError } from '#infra/config/config.js';
import { InputError } from '#contracts/problem.js';

export const EXIT = {
  done: 0,
  /** It could not be done: refused, unreachable, broken. */
  failed: 1,
  /** What was given cannot be used: arguments, settings, a file, a token. */
  unusable: 2,
  /** Nothing is missed, but the run ended before every expectation could be judged. */
  unjudged: 3,
  /** A simulation did not reach a threshold that was demanded of it. */
  threshold: 4,
  /** Stopped by force, as a shell says it: 128 + SIGINT. */
  forced: 130,
} as const;

export class Failure extends Error {
  constructor(
    message: string,
    readonly exitCode: number = EXIT.failed,
  ) {
    super(message);
    this.name = 'Failure';
  }
}

/** An input, setting or token that cannot be used. */
export function unusable(message: string): Failure {
  return new Failure(message, EXIT.unusable);
}

/** The exit code and the words for whatever was thrown; never a stack trace. */
export function explainFailure(error: unknown): { readonly exitCode: number; readonly message: string } {
  if (error instanceof Failure) return { exitCode: error.exitCode, message: error.message };
  if (error instanceof ConfigError) return { exitCode: EXIT.unusable, message: error.message };
  if (error instanceof InputError) return { exitCode: EXIT.unusable, message: listed(error) };
  return { exitCode: EXIT.failed, message: reasonOf(error) };
}

function listed({ message, problems }: InputError): string {
  const [first] = problems;
  if (first === undefined) return message;
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
  return `${first.path === '' ? '' : `${first.path}: `}${first.message}${more}`;
}

/** What an error says, with what lies beneath it: `fetch failed` alone tells nobody anything. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : reasonOf(error.cause);
  return cause === '' || error.message.includes(cause) ? error.message : `${error.message}: ${cause}`;
}
