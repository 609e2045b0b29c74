/** What the domain's check of a name leaves open: which one was most likely meant. */
import type { Scenario } from '#domain/scenario/scenario.js';
import { valueAt } from '../json/shape-guide.js';
import type { FieldProblem } from '../problem.js';
import { nearest } from './nearest.js';
import { parsePath } from './problem-path.js';

type Names = Pick<Scenario, 'sites' | 'units' | 'policy'>;

const KNOWN: Readonly<Record<string, (names: Names) => readonly string[]>> = {
  UNKNOWN_SITE: ({ sites }) => sites.map(({ id }) => id),
  UNKNOWN_UNIT: ({ units }) => units.map(({ id }) => id),
  UNKNOWN_GROUP: ({ policy }) => Object.keys(policy.groups),
  UNKNOWN_CHAIN: ({ policy }) => Object.keys(policy.chains),
};

/**
 * Adds it to the message. A search among all names for each problem: for those that are told, not for all there are.
 *
 * @param authored where the problems' paths lead
 */
export function withMeant(problems: readonly FieldProblem[], authored: unknown, names: Names): FieldProblem[] {
  return problems.map((problem) => {
    const known = KNOWN[problem.code]?.(names);
    const named = known && valueAt(authored, parsePath(problem.path));
    if (!known || typeof named !== 'string' || problem.message.includes(' Did you mean ')) return problem;
    const meant = nearest(named, known);
    return meant === undefined ? problem : { ...problem, message: `${problem.message} Did you mean "${meant}"?` };
  });
}
