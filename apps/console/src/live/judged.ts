/** Expectations with the verdicts that the domain reaches on them. */
import type { Scenario } from '#domain/exercise/scenario.js';
import type { Expectation, Verdict } from '#domain/expectation/expectation.js';

export interface JudgedExpectation {
  readonly expectation: Expectation;
  readonly verdict: Verdict;
}

/** @param verdicts as the domain gives them: one for each expectation of the scenario, in its order */
export function withVerdicts(
  { expectations = [] }: Pick<Scenario, 'expectations'>,
  verdicts: readonly Verdict[],
): readonly JudgedExpectation[] {
  return expectations.flatMap((expectation, index) => {
    const verdict = verdicts[index];
    return verdict === undefined ? [] : [{ expectation, verdict }];
  });
}
