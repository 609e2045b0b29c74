/** The desk as this viewer has it, kept up to date by the page's own log. */
import { useCallback, useMemo } from 'react';
import type { ExerciseFold } from '../live/exercise-fold.js';
import { useExercise } from '../live/use-exercise.js';
import { useViewer } from '../session/use-session.js';
import { deskOf, type Desk } from './desk-model.js';

/** The state is changed in place: its text shows whether anything has changed. */
export function useDesk(): Desk {
  const { side } = useViewer();
  const text = useExercise(useCallback((fold: ExerciseFold) => JSON.stringify(deskOf(fold, side)), [side]));
  return useMemo(() => JSON.parse(text) as Desk, [text]);
}
