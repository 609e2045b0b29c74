/** Whether what one sees is live, and how old it is. A lost connection is a bar over the page; an ended exercise looks different. */
import { useSyncExternalStore } from 'react';
import { useTranslation } from '../language/use-translation.js';
import { useExercise, useExerciseStore } from '../live/use-exercise.js';
import styles from './frame.module.css';

/** Whether actions are possible: they are not while the connection is lost. */
export function useIsLive(): boolean {
  return useExercise((_fold, store) => store.connection === 'live');
}

export function ConnectionChip() {
  const { t } = useTranslation('frame');
  const connection = useExercise((_fold, store) => store.connection);
  return (
    <span className={styles['chip']} data-connection={connection} data-testid="connection">
      <span aria-hidden>{connection === 'live' ? '●' : connection === 'lost' ? '✕' : '◌'}</span>{' '}
      <span role="status">{t(`connection.${connection}`)}</span>
    </span>
  );
}

/** @param isReplay the page looks back already, so it needs no hint */
export function ConnectionBar({ isReplay }: { readonly isReplay: boolean }) {
  const { t } = useTranslation('frame');
  const connection = useExercise((_fold, store) => store.connection);
  const status = useExercise((fold) => fold.state.status);
  if (status === 'ended') {
    return isReplay ? null : (
      <div className={styles['endedBar']} role="status">
        {t('ended')}
      </div>
    );
  }
  return connection === 'lost' ? <LostBar /> : null;
}

function LostBar() {
  const { t } = useTranslation('frame');
  const store = useExerciseStore();
  const seconds = useSyncExternalStore(everySecond, () =>
    Math.max(0, Math.floor((Date.now() - store.currentAt) / 1000)),
  );
  return (
    <div className={styles['lostBar']}>
      <b role="alert">{t('lost.title')}</b> <span>{t('lost.age', { seconds })}</span>
    </div>
  );
}

function everySecond(listener: () => void): () => void {
  const timer = window.setInterval(listener, 1_000);
  return () => window.clearInterval(timer);
}
