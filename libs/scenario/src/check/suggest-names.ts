/** Adds the most similar known name to the domain's problems with unknown names. */
import type { Scenario } from '#domain/exercise/scenario.js';
import { valueAt } from '#contracts/json/schema-guide.js';
import type { FieldProblem } from '#contracts/problem.js';
import { didYouMean } from '#contracts/json/nearest.js';
import { parsePath } from './problem-path.js';

type Names = Pick<Scenario, 'sites' | 'units' | 'policy'>;

const KNOWN: Readonly<Record<string, (names: Names) => readonly string[]>> = {
  UNKNOWN_SITE: ({ sites }) => sites.map(({ id }) => id),
  UNKNOWN_UNIT: ({ units }) => units.map(({ id }) => id),
  UNKNOWN_GROUP: ({ policy }) => Object.keys(policy.groups),
  UNKNOWN_CHAIN: ({ policy }) => Object.keys(policy.chains),
};

/** Names that are looked up at most; a scenario may have a million. */
const MOST_NAMES = 100;

/** @param authored the value that the paths of the problems refer to */
export function suggestNames(problems: readonly FieldProblem[], authored: unknown, names: Names): FieldProblem[] {
  let lookedUp = 0;
  return problems.map((problem) => {
    const known = KNOWN[problem.code];
    if (known === undefined || ++lookedUp > MOST_NAMES) return problem;
    const named = valueAt(authored, parsePath(problem.path));
    if (typeof named !== 'string') return problem;
    return { ...problem, message: problem.message + didYouMean(named, known(names)) };
  });
}
