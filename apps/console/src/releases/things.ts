/** What of an incident of one side could be released, as one chooses from it. */
import { useCallback, useMemo } from 'react';
import { headlinesOf } from '#domain/alert/headline.js';
import type { IncidentId } from '#domain/kernel/ids.js';
import type { LocalizedText } from '#domain/kernel/localized-text.js';
import type { Side } from '#domain/kernel/side.js';
import type { State } from '#domain/engine/state.js';
import { releasableThings } from '#domain/releasing/carry-over.js';
import type { ExerciseFold } from '../live/exercise-fold.js';
import { useExercise } from '../live/use-exercise.js';

export type Thing =
  | { readonly kind: 'alert'; readonly id: string; readonly text: LocalizedText; readonly tlp?: string }
  | {
      readonly kind: 'answer';
      readonly id: string;
      readonly unit: string;
      readonly side: Side;
      readonly action: string;
    }
  | { readonly kind: 'note'; readonly id: string; readonly text: string };

export function thingsOf(state: State, id: string): readonly Thing[] {
  const incident = state.incidents[id as IncidentId];
  if (incident === undefined || incident.class === 'JOINT') return [];
  const { alerts, notifications, notes } = releasableThings(state, incident);
  const kept = state.releasing.releasable[incident.id];
  return [
    ...alerts.flatMap((one): Thing[] => {
      const alert = kept?.alerts[one]?.alert;
      if (alert === undefined) return [];
      const { tlp } = alert.exercise.releasability;
      return [{ kind: 'alert', id: one, text: headlinesOf(alert), ...(tlp && { tlp }) }];
    }),
    ...notifications.flatMap((one): Thing[] => {
      const found = state.notifications[one];
      if (found === undefined) return [];
      return [{ kind: 'answer', id: one, unit: found.unit, side: found.side, action: found.action }];
    }),
    ...notes.map((one): Thing => ({ kind: 'note', id: one, text: kept?.notes[one]?.text ?? '' })),
  ];
}

/** The state is changed in place: its text shows whether anything has changed. */
export function useThings(incident: string): readonly Thing[] {
  const text = useExercise(
    useCallback(({ state }: ExerciseFold) => JSON.stringify(thingsOf(state, incident)), [incident]),
  );
  return useMemo(() => JSON.parse(text) as readonly Thing[], [text]);
}
