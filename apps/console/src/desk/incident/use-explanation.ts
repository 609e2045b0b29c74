/** Where an incident stands and what this viewer may do: read again when something happened to it, not more than twice a second. */
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import type { IncidentExplanation } from '#domain/engine/explain-incident.js';
import { SIDES } from '#domain/kernel/side.js';
import type { ExerciseFold } from '../../live/exercise-fold.js';
import { useExercise, useExerciseStore } from '../../live/use-exercise.js';
import { api, ApiError, dataOf } from '../../session/api.js';

const EVERY_MS = 500;
/** After a failure. */
const AGAIN_MS = 1_500;

export interface Explained {
  readonly explanation: IncidentExplanation | undefined;
  /** It could not be read, and is being tried again. */
  readonly isFailing: boolean;
}

/** The last one that was read. What has become wrong meanwhile is refused by the rules, in words. */
export function useExplanation(incident: string, isOpen: boolean): Explained {
  const { exercise } = useExerciseStore();
  const change = useExercise(useCallback((fold: ExerciseFold) => changeOf(fold, incident), [incident]));
  const state = useThrottled(change);
  const last = useRef<IncidentExplanation | undefined>(undefined);
  const { data, failureCount } = useQuery({
    queryKey: ['explain', exercise.id, incident, state],
    enabled: isOpen,
    gcTime: 5_000,
    // What was refused for good is not asked for again.
    retry: (_count, error) => !(error instanceof ApiError && error.status < 500 && error.status !== 429),
    retryDelay: AGAIN_MS,
    queryFn: async () => {
      const params = { path: { exercise: exercise.id, incident } };
      return (await dataOf(
        api.GET('/v1/exercises/{exercise}/incidents/{incident}/explain', { params }),
      )) as unknown as IncidentExplanation;
    },
  });
  if (data !== undefined) last.current = data;
  const explanation = last.current?.incident === incident ? last.current : undefined;
  return { explanation, isFailing: explanation === undefined && failureCount > 0 };
}

/** Another text when the incident, a notification of it or a unit that it asks has changed. */
function changeOf({ state, notifications }: ExerciseFold, id: string): string {
  const incident = state.incidents[id as never];
  if (incident === undefined) return `${state.status} gone`;
  const answers = incident.asked.map((one) => {
    const view = notifications.get(one);
    const unit = view === undefined ? undefined : state.units[view.unit];
    return `${view?.status}${view?.lapsedAt ?? ''}${state.notifications[one]?.pending?.state ?? ''}${unit?.duty}${unit?.progress[incident.id] ?? ''}${state.notifications[one]?.done ?? ''}`;
  });
  const runs = Object.values(state.chains[incident.id] ?? {}).map(
    ({ status, step, round, entered }) => `${status}${step}.${round}${entered}`,
  );
  const { status, alertCount, commander, decisions = {} } = incident;
  const decided = SIDES.map((side) => `${decisions[side]?.decision}${decisions[side]?.at}`);
  return [state.status, status, incident.answers, alertCount, commander, ...decided, ...runs, ...answers].join(' ');
}

/** The value, at most every half second; the last one always comes. */
function useThrottled(value: string): string {
  const [shown, setShown] = useState(value);
  const changedAt = useRef(0);
  useEffect(() => {
    if (value === shown) return undefined;
    const wait = Math.max(0, changedAt.current + EVERY_MS - Date.now());
    const timer = window.setTimeout(() => {
      changedAt.current = Date.now();
      setShown(value);
    }, wait);
    return () => window.clearTimeout(timer);
  }, [value, shown]);
  return shown;
}
