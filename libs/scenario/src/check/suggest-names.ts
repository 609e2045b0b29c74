/** What the domain's check of a name leaves open: which one was most likely meant. */
import type { Scenario } from '#domain/exercise/scenario.js';
import { valueAt } from '#contracts/json/shape-guide.js';
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

/** Names that are looked up; a scenario may hold a million. */
const MOST_NAMES = 100;

/**
 * Adds it to the messages.
 *
 * @param problems of the domain's check, which knows names, but not what is like them
 * @param authored where their paths lead
 */
export function withMeant(problems: readonly FieldProblem[], authored: unknown, names: Names): FieldProblem[] {
  let lookedUp = 0;
  return problems.map((problem) => {
    const known = KNOWN[problem.code];
    if (known === undefined || ++lookedUp > MOST_NAMES) return problem;
    const named = valueAt(authored, parsePath(problem.path));
    if (typeof named !== 'string') return problem;
    return { ...problem, message: problem.message + didYouMean(named, known(names)) };
  });
}
