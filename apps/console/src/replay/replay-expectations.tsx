/** Expectations as they stood, and what evaluators had put on record, at the moment that is shown. */
import { memo, useMemo } from 'react';
import { useTranslation } from '../language/use-translation.js';
import { ExpectationText } from '../parts/expectation-text.js';
import { PanelHead } from '../parts/panel-head.js';
import { clockText } from '../parts/time-text.js';
import type { LoadedLog } from './load-log.js';
import type { JudgedExpectation } from '../live/judged.js';
import styles from './replay.module.css';

interface Props {
  readonly loaded: LoadedLog;
  readonly judged: readonly JudgedExpectation[];
  readonly time: number;
  readonly onSeek: (time: number) => void;
}

const SIGNS = { met: '✓', missed: '✕', open: '○', 'not-applicable': '–' } as const;

export function ReplayExpectations({ loaded, judged, time, onSeek }: Props) {
  const { t } = useTranslation('replay');
  const observations = useMemo(() => loaded.events.filter(({ type }) => type === 'ObservationRecorded'), [loaded]);
  const seen = observations.filter(({ at }) => at <= time);
  return (
    <section className={styles['column']}>
      <PanelHead title={t('expectations')} />
      <ul className={styles['list']}>
        {judged.map((one) => (
          <Expected key={one.expectation.id} judged={one} isDecided={isDecidedAt(one, time)} onSeek={onSeek} />
        ))}
        {judged.length === 0 && <li className={styles['none']}>{t('noExpectations')}</li>}
        {seen.map((event) => (
          <li key={event.seq} className={styles['expectation']} data-state="observed">
            <span aria-hidden>✎</span>
            <button type="button" onClick={() => onSeek(event.at)}>
              <bdi>{clockText(event.at)}</bdi>
            </button>
            <span dir="auto">{(event.data as { text: string }).text}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** When it was decided, exercise time, ms; undefined: never. */
function decidedAt({ verdict }: JudgedExpectation): number | undefined {
  return verdict.judgement === 'met' ? (verdict.at ?? verdict.deadline) : (verdict.deadline ?? verdict.at);
}

function isDecidedAt(judged: JudgedExpectation, time: number): boolean {
  const decided = decidedAt(judged);
  return decided !== undefined && decided <= time;
}

interface ExpectedProps extends Pick<Props, 'onSeek'> {
  readonly judged: JudgedExpectation;
  readonly isDecided: boolean;
}

/** Stays as it is until it is decided. */
const Expected = memo(function Expected({ judged, isDecided, onSeek }: ExpectedProps) {
  const { t } = useTranslation('replay');
  const { expectation, verdict } = judged;
  const decided = decidedAt(judged);
  const state = isDecided && verdict.judgement !== 'unjudged' ? verdict.judgement : 'open';
  return (
    <li className={styles['expectation']} data-state={state}>
      <span aria-hidden>{SIGNS[state]}</span>
      <button type="button" disabled={decided === undefined} onClick={() => decided !== undefined && onSeek(decided)}>
        <bdi>{decided === undefined ? '' : clockText(decided)}</bdi>
      </button>
      <span>
        <ExpectationText expectation={expectation} />
        <span className="mute">
          {' · '}
          {t(`judgement.${state}`)}
        </span>
      </span>
    </li>
  );
});
