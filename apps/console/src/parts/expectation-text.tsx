/** What is expected: the author's title, or what is expected in words of ours. */
import { expectationText } from '#contracts/scenario/verdict-text.js';
import type { Expectation } from '#domain/expectation/expectation.js';
import { AuthoredText } from './authored-text.js';

export function ExpectationText({ expectation }: { readonly expectation: Expectation }) {
  if (expectation.title !== undefined) return <AuthoredText text={expectation.title} />;
  return <bdi>{expectationText(expectation)}</bdi>;
}
