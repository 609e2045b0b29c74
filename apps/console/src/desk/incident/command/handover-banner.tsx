/** Over the page of the person to whom an incident was offered: which one, from whom, and the briefing, until it is read and confirmed. */
import { useQuery } from '@tanstack/react-query';
import { Button } from '@mantine/core';
import { Link } from 'wouter';
import { useCallback } from 'react';
import { useTranslation } from '../../../language/use-translation.js';
import type { EventView } from '#contracts/http/events.js';
import { useIsLive } from '../../../app/connection-state.js';
import type { ExerciseFold } from '../../../live/exercise-fold.js';
import { useExercise, useExerciseStore } from '../../../live/use-exercise.js';
import { useAction } from '../../../parts/use-action.js';
import { useProblemText } from '../../../parts/problem.js';
import { api, dataOf } from '../../../session/api.js';
import { useViewer } from '../../../session/use-session.js';
import { sendAct } from '../send-act.js';
import { HandoverText } from './handover-text.js';
import styles from './command.module.css';

export function HandoverBanner({ incident }: { readonly incident: string }) {
  const { t } = useTranslation('coordination');
  const { t: frame } = useTranslation('frame');
  const { exercise } = useExerciseStore();
  const isLive = useIsLive();
  const problem = useProblemText();
  const offer = useOffer(incident);
  const action = useAction((_: undefined, key) => sendAct(exercise.id, incident, { kind: 'confirmHandover' }, key));
  return (
    <section className={styles['banner']} aria-label={t('handover.title', { incident })} data-testid="handover">
      <div role="alert">
        <h2>{t('handover.title', { incident })}</h2>
      </div>
      {offer !== undefined && <HandoverText event={offer} />}
      <div className={styles['bannerActs']}>
        <Button
          variant="filled"
          // Nobody confirms what is not shown yet.
          disabled={offer === undefined || !isLive}
          aria-busy={action.isPending}
          onClick={() => action.mutate(undefined)}
        >
          {t('handover.confirm')}
        </Button>
        <Link href={`/x/${exercise.id}/desk?incident=${incident}`}>{t('handover.show')}</Link>
        {!isLive && <span className="mute">{frame('act.offline')}</span>}
        {action.error !== null && <span role="alert">{problem(action.error)}</span>}
      </div>
    </section>
  );
}

/** The latest offer to the viewer, from this page's log or the API's. */
function useOffer(incident: string): EventView | undefined {
  const { exercise } = useExerciseStore();
  const { account } = useViewer();
  const isOffer = useCallback(
    ({ type, data }: EventView) =>
      type === 'HandoverOffered' && data['incident'] === incident && data['to'] === account,
    [incident, account],
  );
  const here = useExercise(useCallback((fold: ExerciseFold) => fold.events.findLast(isOffer), [isOffer]));
  const { data } = useQuery({
    queryKey: ['exercise', exercise.id, 'handover', incident],
    enabled: here === undefined,
    retry: 2,
    queryFn: async () => {
      const query = { incident, type: 'HandoverOffered', before: Number.MAX_SAFE_INTEGER, limit: 100 };
      const page = await dataOf(
        api.GET('/v1/exercises/{exercise}/events', { params: { path: { exercise: exercise.id }, query } }),
      );
      return page.events as unknown as readonly EventView[];
    },
  });
  return here ?? data?.findLast(isOffer);
}
