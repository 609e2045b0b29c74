/** Headlines in the reader's language: an incident keeps the English one of its first alert; the alerts have all of them. */
import { useQuery } from '@tanstack/react-query';
import { createContext, use, useMemo } from 'react';
import { useTranslation } from '../language/use-translation.js';
import type { Alert } from '#domain/alert/alert.js';
import { useExercise, useExerciseStore } from './use-exercise.js';
import { api, dataOf } from '../session/api.js';

const MOST = 500;

interface AlertTexts {
  readonly incident?: string | undefined;
  readonly acceptedAt: number;
  readonly alert: unknown;
}

const HeadlineContext = createContext<ReadonlyMap<string, string>>(new Map());
export const HeadlineProvider = HeadlineContext.Provider;

/** By incident: of its first alert that has one in this language. Empty for English, which the incidents have. */
export function useLoadedHeadlines(): ReadonlyMap<string, string> {
  const { i18n } = useTranslation();
  const { language } = i18n;
  const { exercise } = useExerciseStore();
  const isWanted = language !== 'en';
  const { data } = useQuery({
    queryKey: ['headlines', exercise.id],
    enabled: isWanted,
    staleTime: Number.POSITIVE_INFINITY,
    queryFn: () =>
      dataOf(
        api.GET('/v1/exercises/{exercise}/alerts', {
          params: { path: { exercise: exercise.id }, query: { limit: MOST } },
        }),
      ),
  });
  const live = useExercise((fold) => [...fold.alerts.values()]);
  return useMemo(() => {
    if (!isWanted) return new Map<string, string>();
    return headlinesIn(language, [...(data?.items ?? []), ...live]);
  }, [isWanted, language, data, live]);
}

function headlinesIn(language: string, alerts: readonly AlertTexts[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { incident, alert } of alerts.toSorted((a, b) => a.acceptedAt - b.acceptedAt)) {
    if (incident === undefined || found.has(incident)) continue;
    const block = (alert as Alert).info?.find((one) => (one.language ?? 'en-US').split('-')[0] === language);
    const headline = block?.headline?.trim() || block?.event;
    if (headline) found.set(incident, headline);
  }
  return found;
}

/** The headline, and the language that it is in. */
export function useHeadline(incident: { readonly id: string; readonly headline: string }): readonly [string, string] {
  const { i18n } = useTranslation();
  const own = use(HeadlineContext).get(incident.id);
  return own === undefined ? [incident.headline, 'en'] : [own, i18n.language];
}
