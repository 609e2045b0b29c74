/** A refusal on its way to the client, with its code from the one table. */
import type { ProblemCode } from '#contracts/http/problem-codes.js';
import type { FieldProblem } from '#contracts/problem.js';

export interface ProblemDetails {
  readonly errors?: readonly FieldProblem[];
  readonly headers?: Readonly<Record<string, string>>;
}

export class Problem extends Error {
  constructor(
    readonly code: ProblemCode,
    /** What was wrong, with which value, and what would be right. */
    message: string,
    readonly details: ProblemDetails = {},
  ) {
    super(message);
    this.name = 'Problem';
  }
}

/** The same answer for what does not exist and what may not be seen. */
export function notFound(what: string, id: string): Problem {
  return new Problem('NOT_FOUND', `There is no ${what} ${JSON.stringify(id.slice(0, 80))} here.`);
}
