/** Expectations as they stood, and what evaluators had put on record, at the moment that is shown. */
import { useMemo } from 'react';
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
        {judged.map(({ expectation, verdict }) => {
          const decided =
            verdict.judgement === 'met' ? (verdict.at ?? verdict.deadline) : (verdict.deadline ?? verdict.at);
          const isDecided = decided !== undefined && decided <= time && verdict.judgement !== 'unjudged';
          const state = isDecided ? verdict.judgement : 'open';
          return (
            <li key={expectation.id} className={styles['expectation']} data-state={state}>
              <span aria-hidden>{SIGNS[state]}</span>
              <button
                type="button"
                disabled={decided === undefined}
                onClick={() => decided !== undefined && onSeek(decided)}
              >
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
        })}
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
