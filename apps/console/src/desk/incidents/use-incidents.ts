/** The incidents that the list shows, in the order in which they should stand. */
import { useInfiniteQuery } from '@tanstack/react-query';
import { createContext, use, useCallback, useMemo } from 'react';
import type { IncidentView } from '#domain/engine/read-models.js';
import { isOpen, unreachedIncidents, waitsFor } from '../../live/attention.js';
import type { ExerciseFold } from '../../live/exercise-fold.js';
import { useExercise, useExerciseStore } from '../../live/use-exercise.js';
import { useText } from '../../parts/use-text.js';
import { api, dataOf } from '../../session/api.js';
import { useViewer } from '../../session/use-session.js';
import { type IncidentFilter, matchesFilter } from './filter-incidents.js';
import { compareIncidents } from './sort-incidents.js';
import type { View } from './use-list-state.js';

const PAGE = 100;
const ENDED = 'resolved,closed,cancelled';

export interface EndedIncidents {
  readonly views: ReadonlyMap<string, IncidentView>;
  readonly hasMore: boolean;
  readonly isLoading: boolean;
  readonly more: () => void;
}

/** Incidents that have ended, by page from the API, once they are asked for: the page itself holds only the last ones. */
export function useEndedIncidents(isWanted: boolean): EndedIncidents {
  const { exercise } = useExerciseStore();
  const query = useInfiniteQuery({
    queryKey: ['ended-incidents', exercise.id],
    enabled: isWanted,
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam }) => {
      const params = {
        path: { exercise: exercise.id },
        query: { status: ENDED, limit: PAGE, ...(pageParam !== undefined && { cursor: pageParam }) },
      };
      return dataOf(api.GET('/v1/exercises/{exercise}/incidents', { params }));
    },
    getNextPageParam: ({ next }) => next,
  });
  const { data, hasNextPage, isFetching, fetchNextPage } = query;
  const views = useMemo(() => {
    const items = isWanted ? (data?.pages.flatMap((page) => page.items) ?? []) : [];
    return new Map(items.map((item) => [item.id, item as unknown as IncidentView]));
  }, [data, isWanted]);
  return { views, hasMore: isWanted && hasNextPage, isLoading: isFetching, more: () => void fetchNextPage() };
}

const EndedContext = createContext<ReadonlyMap<string, IncidentView>>(new Map());
export const EndedIncidentsProvider = EndedContext.Provider;

export function useEndedViews(): ReadonlyMap<string, IncidentView> {
  return use(EndedContext);
}

/** One incident of the list: as it stands now, or, if the page no longer holds it, as the API gave it. */
export function useIncidentView(id: string): IncidentView | undefined {
  const ended = use(EndedContext);
  return useExercise(
    useCallback((fold: ExerciseFold) => fold.incidents.get(id as never) ?? ended.get(id), [id, ended]),
  );
}

/** Ids in their order. */
export function useWantedIncidents(
  filter: IncidentFilter,
  view: View,
  ended: ReadonlyMap<string, IncidentView>,
): readonly string[] {
  const viewer = useViewer();
  const text = useText();
  const select = useCallback(
    (fold: ExerciseFold): readonly string[] => {
      const names = new Map(fold.state.scenario.sites.map((site) => [site.id, text(site.name)]));
      const unreached = filter.show === 'unreached' ? unreachedIncidents(fold, viewer) : new Set<string>();
      const facts = {
        waits: (incident: IncidentView) => waitsFor(fold, incident, viewer),
        isUnreached: ({ id }: IncidentView) => unreached.has(id),
        textOf: ({ id, headline, site = '', chains }: IncidentView) =>
          `${id} ${headline} ${site} ${names.get(site) ?? ''} ${chains.map(({ chain }) => chain).join(' ')}`,
      };
      // The board has a column for what is resolved and not closed yet.
      const shown = view === 'board' ? { ...filter, ended: true } : filter;
      const isHere = (incident: IncidentView) =>
        filter.ended || isOpen(incident) || incident.status === 'resolved' || filter.status !== undefined;
      const beyond = [...ended.values()].filter(({ id }) => !fold.incidents.has(id));
      return [...fold.incidents.values(), ...beyond]
        .filter((incident) => matchesFilter(incident, shown, facts) && isHere(incident))
        .sort(compareIncidents)
        .map(({ id }) => id);
    },
    [filter, view, ended, viewer, text],
  );
  return useExercise(select);
}
