/** What is expected: the author's title, or what is expected in words of ours. */
import { expectationParts } from '#contracts/sentences/verdict-parts.js';
import type { Expectation } from '#domain/expectation/expectation.js';
import { useSay } from '../language/say.js';
import { AuthoredText } from './authored-text.js';
import { Parts } from './event-sentence.js';

export function ExpectationText({ expectation }: { readonly expectation: Expectation }) {
  const say = useSay();
  if (expectation.title !== undefined) return <AuthoredText text={expectation.title} />;
  return (
    <span>
      <Parts parts={expectationParts(expectation, say)} />
    </span>
  );
}
