/** One expectation: met, missed with the reason, or open with the time that is left. With evidence, it opens the event that shows it. */
import { useTranslation } from '../language/use-translation.js';
import { useExerciseStore } from '../live/use-exercise.js';
import { Countdown } from '../parts/countdown.js';
import { ExpectationText } from '../parts/expectation-text.js';
import { clockText } from '../parts/time-text.js';
import { useWord } from '../parts/use-word.js';
import type { JudgedExpectation } from '../live/judged.js';
import { dueAt, isOpen } from './evaluation-log.js';
import styles from './evaluate.module.css';

const SIGNS = { met: '✓', missed: '✕', unjudged: '○', 'not-applicable': '–' } as const;

interface Props {
  readonly judged: JudgedExpectation;
  readonly onShow: (seq: number) => void;
}

export function ExpectationRow({ judged, onShow }: Props) {
  const { t } = useTranslation('evaluate');
  const word = useWord();
  const { expectation, verdict } = judged;
  const { judgement, reason } = verdict;
  const evidence = verdict.evidence.at(-1);
  const body = (
    <>
      <span className={styles['sign']} aria-hidden>
        {SIGNS[judgement]}
      </span>
      <span className={styles['what']}>
        <ExpectationText expectation={expectation} />
        <span className={styles['why']}>
          <span>{isOpen(judged) ? t('open') : word('judgement', judgement)}</span>
          {(judgement === 'missed' || judgement === 'not-applicable') && <span>{word('verdictReason', reason)}</span>}
          {expectation.weight !== 1 && (
            <span>
              {t('weight')} <bdi>{expectation.weight}</bdi>
            </span>
          )}
        </span>
      </span>
      <span className={styles['when']}>
        <When judged={judged} />
      </span>
    </>
  );
  if (evidence === undefined) {
    return (
      <div className={styles['expectation']} data-judgement={judgement}>
        {body}
      </div>
    );
  }
  return (
    <button
      type="button"
      className={styles['expectation']}
      data-judgement={judgement}
      title={t('showEvent', { seq: evidence })}
      onClick={() => onShow(evidence)}
    >
      {body}
    </button>
  );
}

function When({ judged }: Pick<Props, 'judged'>) {
  const { t } = useTranslation('evaluate');
  const { durationMs } = useExerciseStore().exercise;
  const { verdict } = judged;
  if (isOpen(judged)) {
    const due = dueAt(judged, durationMs);
    if (due === undefined) return <span className="mute">{t('notBegun')}</span>;
    return (
      <>
        <Countdown to={due} />
        <span className="mute">
          {t('by')} <bdi>{clockText(due)}</bdi>
        </span>
      </>
    );
  }
  return (
    <>
      {verdict.at !== undefined && <bdi>{clockText(verdict.at)}</bdi>}
      {verdict.deadline !== undefined && (
        <span className="mute">
          {t('by')} <bdi>{clockText(verdict.deadline)}</bdi>
        </span>
      )}
    </>
  );
}
