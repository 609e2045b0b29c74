/** The clock and all that moves it. */
import { Button } from '@mantine/core';
import { useTranslation } from '../../language/use-translation.js';
import { dueOf, timerKey } from '#domain/kernel/timers.js';
import { ExerciseClockText } from '../../app/exercise-clock-head.js';
import { useExercise } from '../../live/use-exercise.js';
import { exerciseTimeText } from '../../parts/time-text.js';
import { ActButton } from '../act-button.js';
import { useControl } from '../use-control.js';
import { EndExercise } from './end-exercise.js';
import { RunTo } from './run-to.js';
import { Speeds } from './speeds.js';
import { StartExercise } from './start-exercise.js';
import styles from './clock.module.css';

interface Props {
  readonly onImprovise: () => void;
  readonly onAnnounce: () => void;
  readonly onPolicy: () => void;
}

export function ClockBar({ onImprovise, onAnnounce, onPolicy }: Props) {
  const { t } = useTranslation('control');
  const status = useExercise((fold) => fold.state.status);
  return (
    <section className={styles['bar']} aria-label={t('clock.title')} data-status={status}>
      <div className={styles['times']}>
        <ExerciseClockText className={styles['time']} />
        <EndsAt />
      </div>
      {status === 'planned' && <StartExercise />}
      {(status === 'running' || status === 'paused') && <Running status={status} />}
      {status === 'ended' && <span className="mute">{t('clock.hasEnded')}</span>}
      <span className="grow" />
      <ActButton keys="i" onClick={onImprovise}>
        {t('improvise.open')}
      </ActButton>
      <ActButton onClick={onAnnounce}>{t('announce.open')}</ActButton>
      <Button size="compact-sm" onClick={onPolicy}>
        {t('policy.open')}
      </Button>
      {(status === 'running' || status === 'paused') && <EndExercise />}
    </section>
  );
}

function Running({ status }: { readonly status: 'running' | 'paused' }) {
  const { t } = useTranslation('control');
  const { act } = useControl();
  return (
    <>
      {status === 'running' ? (
        <ActButton keys="Space" onClick={() => act({ do: 'pause' })}>
          {t('clock.pause')}
        </ActButton>
      ) : (
        <ActButton keys="Space" className={styles['resume']} onClick={() => act({ do: 'resume' })}>
          ▶ {t('clock.resume')}
        </ActButton>
      )}
      <ActButton
        keys="."
        because={status === 'running' ? t('clock.stepNeedsPause') : undefined}
        onClick={() => act({ do: 'step' })}
      >
        {t('clock.step')}
      </ActButton>
      <Speeds />
      <RunTo />
    </>
  );
}

function EndsAt() {
  const { t } = useTranslation('control');
  const end = useExercise(
    (fold) => dueOf(fold.state.timers, timerKey({ kind: 'end' })) ?? fold.state.scenario.durationMs,
  );
  return (
    <span className={styles['endsAt']}>
      {t('clock.endsAt')}{' '}
      <b>
        <bdi>{exerciseTimeText(end)}</bdi>
      </b>
    </span>
  );
}
