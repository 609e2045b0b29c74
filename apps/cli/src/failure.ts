/** How a command ends when it cannot do its work: one clear line for a person, and an exit code for a program. */
import { ConfigError } from '#infra/config/config.js';
import { DataDirectoryInUse } from '#infra/embedded/directory-owner.js';
import { InputError } from '#contracts/problem.js';

/** Every exit code of `tandem`. The reference of the command line is generated from this table. */
export const EXIT_CODES = {
  done: { code: 0, meaning: 'The command did what was asked, and the result is good.' },
  failed: {
    code: 1,
    meaning:
      'The result is negative: a check found errors, an expectation was missed, a log was changed, two logs differ, the ' +
      'API refused the request because of the state of the exercise (HTTP 409), or you answered no. `tandem start`: its ' +
      'port or data folder is in use, or a part of it keeps failing.',
  },
  unusable: {
    code: 2,
    meaning:
      'The input cannot be used: an argument, option, setting, file or token is missing or wrong, or the API rejected it ' +
      '(HTTP 4xx). The same command will fail again.',
  },
  unjudged: {
    code: 3,
    meaning: '`tandem replay`: no expectation was missed, but the run ended before all of them could be judged.',
  },
  threshold: { code: 4, meaning: '`tandem simulate`: a threshold of `--expect` was not reached.' },
  unavailable: {
    code: 5,
    meaning:
      'The result is unknown: the API or the database cannot be reached, is overloaded (HTTP 429) or failed (HTTP 5xx), ' +
      'or the program itself failed. Try again.',
  },
  forced: { code: 130, meaning: 'Stopped by force with a second Ctrl-C.' },
} as const satisfies Readonly<Record<string, { readonly code: number; readonly meaning: string }>>;

export const EXIT = Object.fromEntries(Object.entries(EXIT_CODES).map(([name, { code }]) => [name, code])) as {
  readonly [N in keyof typeof EXIT_CODES]: (typeof EXIT_CODES)[N]['code'];
};

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

/** The exit code and the message for any thrown value; never a stack trace. */
export function explainFailure(error: unknown): { readonly exitCode: number; readonly message: string } {
  if (error instanceof Failure) return { exitCode: error.exitCode, message: error.message };
  if (error instanceof ConfigError) return { exitCode: EXIT.unusable, message: error.message };
  if (error instanceof InputError) return { exitCode: EXIT.unusable, message: firstProblem(error) };
  if (error instanceof DataDirectoryInUse) return { exitCode: EXIT.failed, message: error.message };
  return { exitCode: EXIT.unavailable, message: reasonOf(error) };
}

function firstProblem({ message, problems }: InputError): string {
  const [first] = problems;
  if (first === undefined) return message;
  const more = problems.length > 1 ? ` (and ${problems.length - 1} more)` : '';
  return `${first.path === '' ? '' : `${first.path}: `}${first.message}${more}`;
}

/** The message of an error with that of its cause: `fetch failed` alone does not help. */
export function reasonOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return reasonOf(error.errors[0]);
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause === undefined ? '' : reasonOf(error.cause);
  return cause === '' || error.message.includes(cause) ? error.message : `${error.message}: ${cause}`;
}
