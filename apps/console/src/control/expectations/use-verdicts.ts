/** Each expectation as it stands now, judged by the domain from the whole log: what came before the page is read once, the rest is live. */
import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import type { EventView } from '#contracts/http/events.js';
import { judgeObserved } from '#domain/evaluation/judge.js';
import { LogObserver, OBSERVED_TYPES } from '#domain/evaluation/observe-log.js';
import { exerciseTime } from '#domain/kernel/exercise-time.js';
import type { LoggedEvent } from '#domain/kernel/event.js';
import type { ExerciseStore } from '../../live/exercise-store.js';
import { type JudgedExpectation, withVerdicts } from '../../live/judged.js';
import { useExercise, useExerciseStore } from '../../live/use-exercise.js';
import { useNow } from '../../live/use-now.js';
import { api, dataOf } from '../../session/api.js';

const PAGE = 1_000;
const OBSERVED: ReadonlySet<string> = new Set(OBSERVED_TYPES);

/** A log that is observed as far as it has been read. */
interface Observed {
  readonly observer: LogObserver;
  /** Number of the last event that was looked at. */
  seq: number;
}

async function observePast({ exercise, fold }: ExerciseStore): Promise<Observed> {
  const observed: Observed = { observer: new LogObserver(fold.state.scenario), seq: 0 };
  for (let more = true; more;) {
    const query = { after: observed.seq, limit: PAGE, type: OBSERVED_TYPES.join(',') };
    const page = await dataOf(
      api.GET('/v1/exercises/{exercise}/events', { params: { path: { exercise: exercise.id }, query } }),
    );
    for (const event of page.events) observed.observer.add(event as unknown as LoggedEvent);
    observed.seq = page.last;
    more = page.more;
  }
  return observed;
}

/** Takes up the events that have come since. */
function catchUp(observed: Observed, events: readonly EventView[]): void {
  const from = events.findLastIndex(({ seq }) => seq <= observed.seq) + 1;
  for (const event of events.slice(from)) {
    if (OBSERVED.has(event.type)) observed.observer.add(event as unknown as LoggedEvent);
    observed.seq = event.seq;
  }
}

const NONE: readonly JudgedExpectation[] = [];

export function useVerdicts(): { readonly judged: readonly JudgedExpectation[]; readonly error: unknown } {
  const store = useExerciseStore();
  const { data: observed, error } = useQuery({
    queryKey: ['verdicts', store.exercise.id, store.stream],
    queryFn: () => observePast(store),
    structuralSharing: false,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
  const seq = useExercise((fold) => fold.seq);
  const second = useNow(useCallback((now: number) => Math.floor(now / 1000), []));
  const judged = useMemo(() => {
    const { scenario } = store.fold.state;
    if (observed === undefined) return NONE;
    catchUp(observed, store.fold.events);
    const verdicts = judgeObserved(scenario, observed.observer.observed(exerciseTime(Math.max(0, second * 1000))));
    return withVerdicts(scenario, verdicts);
    // `seq` says that the events have changed, in place.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [store, observed, seq, second]);
  return { judged, error: observed === undefined ? error : undefined };
}
