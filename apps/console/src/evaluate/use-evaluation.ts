/** The log of the exercise as evaluators need it: loaded once, then kept by the events of the page. */
import { useQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import type { ExerciseStore } from '../live/exercise-store.js';
import { useExerciseStore } from '../live/use-exercise.js';
import { useNow } from '../live/use-now.js';
import { eventsAfter, loadLog } from '../replay/load-log.js';
import { EvaluationLog, lastPassed, type ObjectiveGroup, openDeadlines } from './evaluation-log.js';

/** However fast events come, verdicts are drawn anew no more often than this, ms. */
const EVERY_MS = 250;

export interface Evaluation {
  readonly log: EvaluationLog;
  /** Raised when the log has grown. */
  readonly version: number;
  readonly groups: readonly ObjectiveGroup[];
}

export function useEvaluation(): { readonly evaluation: Evaluation | undefined; readonly error: Error | null } {
  const store = useExerciseStore();
  const { id } = store.exercise;
  const { data: log, error } = useQuery({
    // Nothing that a person does makes it old: events do.
    queryKey: ['exercise', id, 'evaluation'],
    queryFn: async () => {
      const { scenario, events } = await loadLog(id);
      const loaded = new EvaluationLog(scenario);
      loaded.add(events);
      return loaded;
    },
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    structuralSharing: false,
  });
  const version = useGrowth(log, store);
  // By events alone first: what is open then has the deadlines at which it must be looked at again.
  const deadlines = useMemo(() => (log === undefined ? [] : openDeadlines(log.judge())), [log, version]);
  const passed = useNow(useCallback((now: number) => lastPassed(deadlines, now), [deadlines]));
  const evaluation = useMemo(
    () => (log === undefined ? undefined : { log, version, groups: log.judge(passed) }),
    [log, version, passed],
  );
  return { evaluation, error };
}

/** Adds the page's events to the log. @returns a number that is raised when it has grown */
function useGrowth(log: EvaluationLog | undefined, store: ExerciseStore): number {
  const [version, setVersion] = useState(0);
  useEffect(() => {
    if (log === undefined) return undefined;
    let isOver = false;
    let isLoading = false;
    let timer: number | undefined;
    const grow = () => {
      timer = undefined;
      const before = log.seq;
      const fresh = eventsSince(store, before);
      if (fresh === undefined) void fill();
      else log.add(fresh);
      if (log.seq !== before) setVersion(log.seq);
    };
    // The page came back after a long time, and what it has begins later than the log ends.
    const fill = async () => {
      if (isLoading) return;
      isLoading = true;
      try {
        log.add(await eventsAfter(store.exercise.id, log.seq));
        if (!isOver) setVersion(log.seq);
      } catch {
        // The next event tries again.
      } finally {
        isLoading = false;
      }
    };
    grow();
    const unsubscribe = store.subscribe(() => (timer ??= window.setTimeout(grow, EVERY_MS)));
    return () => {
      isOver = true;
      window.clearTimeout(timer);
      unsubscribe();
    };
  }, [log, store]);
  return version;
}

/** The events of the page after a number, oldest first; undefined when it does not have them all. */
function eventsSince({ fold }: ExerciseStore, seq: number) {
  if (fold.seq <= seq) return [];
  const first = fold.events[0]?.seq;
  return first === undefined || first > seq + 1 ? undefined : fold.events.slice(seq + 1 - first);
}
