/** What was expected: open with the time that is left, met, missed. */
import { useTranslation } from '../../language/use-translation.js';
import { useUrlState } from '../../app/use-url-state.js';
import { useExercise } from '../../live/use-exercise.js';
import { Countdown } from '../../parts/countdown.js';
import { PanelHead } from '../../parts/panel-head.js';
import { exerciseTimeText } from '../../parts/time-text.js';
import { NotServed } from '../not-served.js';
import { ExpectationWords } from './expectation-words.js';
import type { JudgedExpectation } from '../../live/judged.js';
import { useVerdicts } from './use-verdicts.js';
import styles from './expectations.module.css';

const SIGNS = { met: '✓', missed: '✕', unjudged: '○', 'not-applicable': '–' } as const;
/** What is open first, by the time that is left; then what was missed, what was met. */
const ORDER = { unjudged: 0, missed: 1, met: 2, 'not-applicable': 3 } as const;

export function ExpectationsPanel() {
  const { t } = useTranslation('control');
  const { judged, error } = useVerdicts();
  const count = (judgement: keyof typeof ORDER) =>
    judged.filter(({ verdict }) => verdict.judgement === judgement).length;
  const sorted = judged.toSorted(
    (a, b) =>
      ORDER[a.verdict.judgement] - ORDER[b.verdict.judgement] ||
      (a.verdict.deadline ?? Number.POSITIVE_INFINITY) - (b.verdict.deadline ?? Number.POSITIVE_INFINITY) ||
      0,
  );
  return (
    <section className={styles['panel']} aria-label={t('expectations.title')}>
      <PanelHead
        title={t('expectations.title')}
        note={t('expectations.counts', { met: count('met'), missed: count('missed'), open: count('unjudged') })}
      />
      {error != null && <NotServed error={error} what={t('expectations.title')} />}
      <ul className={styles['list']}>
        {sorted.map((one) => (
          <Row key={one.expectation.id} one={one} />
        ))}
        {error == null && judged.length === 0 && <li className="mute">{t('expectations.none')}</li>}
      </ul>
    </section>
  );
}

function Row({ one: { expectation, verdict } }: { readonly one: JudgedExpectation }) {
  const { t } = useTranslation('control');
  const [, select] = useUrlState('inject', { inHistory: true });
  const { judgement, at, deadline } = verdict;
  const end = useExercise((fold) => fold.state.scenario.durationMs);
  // One that counts to the end has the whole exercise for it.
  const until = expectation.deadline.kind === 'end' ? end : deadline;
  const inject =
    expectation.incident ?? (expectation.deadline.kind === 'within' ? expectation.deadline.inject : undefined);
  const words = <ExpectationWords expectation={expectation} />;
  return (
    <li data-judgement={judgement}>
      <span aria-hidden className={styles['sign']}>
        {SIGNS[judgement]}
      </span>
      <span className={styles['words']}>
        {inject === undefined ? (
          words
        ) : (
          <button type="button" onClick={() => select(inject)}>
            {words}
          </button>
        )}
      </span>
      <span className="nowrap">
        {judgement === 'unjudged' ? (
          until === undefined ? (
            <span className="mute">{t('expectations.notBegun')}</span>
          ) : (
            <>
              <Countdown to={until} /> <span className="mute">{t('expectations.left')}</span>
            </>
          )
        ) : (
          <>
            <span className={styles['judgement']}>{t(`expectations.${judgement}`)}</span>{' '}
            {at !== undefined && <bdi>{exerciseTimeText(at)}</bdi>}
          </>
        )}
      </span>
    </li>
  );
}
