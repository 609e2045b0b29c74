/** What is expected, in one line, and until when where its author does not say it. */
import { useTranslation } from '../../language/use-translation.js';
import type { Deadline, Expectation } from '#domain/expectation/expectation.js';
import { ExpectationText } from '../../parts/expectation-text.js';
import { durationText, exerciseTimeText } from '../../parts/time-text.js';

export function ExpectationWords({ expectation }: { readonly expectation: Expectation }) {
  return (
    <>
      <ExpectationText expectation={expectation} />
      {expectation.title === undefined && <DeadlineWords deadline={expectation.deadline} />}
    </>
  );
}

function DeadlineWords({ deadline }: { readonly deadline: Deadline }) {
  const { t } = useTranslation('control');
  switch (deadline.kind) {
    case 'within':
      return (
        <span className="mute">
          {' '}
          {t('expect.within')} <bdi>{durationText(deadline.ms)}</bdi>
        </span>
      );
    case 'before':
      return (
        <span className="mute">
          {' '}
          {t('expect.before')} <bdi>{exerciseTimeText(deadline.at)}</bdi>
        </span>
      );
    default:
      return null;
  }
}
