/** Which route an alert would take, and what would follow, before it is sent. Nothing is stored. */
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from '../language/use-translation.js';
import type { Explanation } from '#domain/engine/explain.js';
import { storyTimeMs } from '#domain/kernel/story-time.js';
import { useExerciseStore } from '../live/use-exercise.js';
import { useProblemText } from '../parts/problem.js';
import { api, ApiError, dataOf } from '../session/api.js';
import { alertToExplain, type Json, type JsonObject } from '../control/improvise/form-value.js';
import { ExplanationView } from './explanation-view.js';

const WAIT_MS = 400;

export function ExplainPreview({ content }: { readonly content: Json | undefined }) {
  const { t } = useTranslation('policy');
  const store = useExerciseStore();
  const problemText = useProblemText();
  const [settled] = useDebouncedValue(JSON.stringify(content ?? {}), WAIT_MS);
  const { startsAt } = store.fold.state.scenario;
  const { data, error } = useQuery({
    queryKey: ['explain', store.exercise.id, settled],
    queryFn: async (): Promise<Explanation | null> => {
      const now = storyTimeMs(startsAt === undefined ? {} : { startsAt }, store.clock.now());
      const alert = alertToExplain(
        JSON.parse(settled) as JsonObject,
        `${new Date(now).toISOString().slice(0, 19)}-00:00`,
      );
      if (alert === undefined) return null;
      const params = { path: { exercise: store.exercise.id } };
      return (await dataOf(
        api.POST('/v1/exercises/{exercise}/explain', { params, body: { alert } as never }),
      )) as unknown as Explanation;
    },
    placeholderData: keepPreviousData,
    staleTime: 5_000,
  });
  return (
    <>
      <h3 style={{ margin: '0 0 4px', fontSize: 13 }}>{t('explain.title')}</h3>
      {error !== null && (
        <p role="alert" style={{ color: 'var(--late)' }}>
          {error instanceof ApiError && error.problem.errors?.[0] !== undefined
            ? error.problem.errors[0].message
            : problemText(error)}
        </p>
      )}
      {data === null && <p className="mute">{t('explain.incomplete')}</p>}
      {data != null && <ExplanationView explanation={data} />}
    </>
  );
}
