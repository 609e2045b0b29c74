/** Says once, politely, what has begun to wait for us. It never says how much time is left. */
import { useCallback, useEffect, useRef, useState } from 'react';
import { useTranslation } from '../language/use-translation.js';
import { waitsFor } from '../live/attention.js';
import type { ExerciseFold } from '../live/exercise-fold.js';
import { useExercise, useExerciseStore } from '../live/use-exercise.js';
import { useViewer } from '../session/use-session.js';
import styles from './desk.module.css';

/** A screen reader needs time for a sentence; what comes meanwhile is said with the next one. */
const PAUSE_MS = 4_000;

export function WaitingAnnouncer() {
  const { t } = useTranslation('desk');
  const viewer = useViewer();
  const store = useExerciseStore();
  const waiting = useExercise(
    useCallback(
      (fold: ExerciseFold) =>
        [...fold.incidents.values()].filter((one) => waitsFor(fold, one, viewer)).map(({ id }) => id),
      [viewer],
    ),
  );
  const known = useRef<ReadonlySet<string> | undefined>(undefined);
  const news = useRef<string[]>([]);
  const [said, say] = useState('');
  useEffect(() => {
    const before = known.current;
    known.current = new Set(waiting);
    // What waits when the page opens stands in the header.
    if (before === undefined) return;
    news.current.push(...waiting.filter((id) => !before.has(id)));
  }, [waiting]);
  useEffect(() => {
    const timer = window.setInterval(() => {
      const ids = news.current.splice(0).filter((id) => known.current?.has(id));
      const [first] = ids;
      if (first === undefined) return;
      const headline = store.fold.incidents.get(first as never)?.headline ?? '';
      say(ids.length === 1 ? t('announce.one', { id: first, headline }) : t('announce.several', { count: ids.length }));
    }, PAUSE_MS);
    return () => window.clearInterval(timer);
  }, [store, t]);
  return (
    <p className={styles['spoken']} role="status" aria-live="polite">
      {said}
    </p>
  );
}
