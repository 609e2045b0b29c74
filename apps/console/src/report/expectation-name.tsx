/** What was expected, in the reader's language where its author gave it, or the rules have words for it. */
import { useExercise } from '../live/use-exercise.js';
import { ExpectationText } from '../parts/expectation-text.js';
import type { ReportFacts } from './report-facts.js';

interface Props {
  readonly id: string;
  readonly facts: ReportFacts;
}

export function ExpectationName({ id, facts }: Props) {
  const expectation = useExercise((fold) => fold.state.scenario.expectations?.find((one) => one.id === id));
  if (expectation !== undefined) return <ExpectationText expectation={expectation} />;
  return <bdi>{facts.report.expectations.find((one) => one.id === id)?.text ?? id}</bdi>;
}
