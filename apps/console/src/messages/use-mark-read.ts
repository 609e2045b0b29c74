/** Marks the messages of an open thread as read, while the page is seen. */
import { useDocumentVisibility } from '@mantine/hooks';
import { useEffect, useRef, useState } from 'react';
import { useIsLive } from '../app/connection-state.js';
import { useExercise, useExerciseStore } from '../live/use-exercise.js';
import { useProblemText } from '../parts/problem.js';
import { api, ApiError, dataOf } from '../session/api.js';
import type { Thread } from './threads.js';

/** @returns why the latest could not be marked, in words */
export function useMarkRead({ id: thread, unread }: Thread): string | undefined {
  const { id: exercise } = useExerciseStore().exercise;
  const problemText = useProblemText();
  const isLive = useIsLive();
  const isSeen = useDocumentVisibility() === 'visible';
  const canMark = useExercise((fold) => fold.state.status === 'running' || fold.state.status === 'paused');
  const [refusal, setRefusal] = useState<{ readonly thread: string; readonly text: string }>();
  /** Those that were asked for: what comes of it comes as an event. */
  const asked = useRef(new Set<string>());
  const waiting = unread.join(' ');
  useEffect(() => {
    if (!isLive || !isSeen || !canMark || waiting === '') return;
    for (const message of waiting.split(' ')) {
      if (asked.current.has(message)) continue;
      asked.current.add(message);
      const params = { path: { exercise, message }, header: { 'Idempotency-Key': crypto.randomUUID() } };
      dataOf(api.POST('/v1/exercises/{exercise}/messages/{message}/read', { params, body: {} })).catch(
        (error: unknown) => {
          // What a rule refuses is refused again; what was lost on the way is tried again.
          if (!(error instanceof ApiError) || error.status >= 500) asked.current.delete(message);
          else setRefusal({ thread, text: problemText(error) });
        },
      );
    }
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- words are no reason to ask again
  }, [exercise, thread, waiting, isLive, isSeen, canMark]);
  return refusal?.thread === thread ? refusal.text : undefined;
}
