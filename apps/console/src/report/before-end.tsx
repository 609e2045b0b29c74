/** Before ENDEX: what the report waits for, and for controllers the way to end the exercise. */
import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../language/use-translation.js';
import { useIsLive } from '../app/connection-state.js';
import { isOpen } from '../live/attention.js';
import { useExercise, useExerciseStore } from '../live/use-exercise.js';
import { Countdown } from '../parts/countdown.js';
import { useProblemText } from '../parts/problem.js';
import { exerciseTimeText } from '../parts/time-text.js';
import { useAction } from '../parts/use-action.js';
import { useWord } from '../parts/use-word.js';
import { api, dataOf } from '../session/api.js';
import { useViewer } from '../session/use-session.js';
import styles from './report.module.css';

export function BeforeEnd() {
  const { t } = useTranslation('report');
  const { durationMs } = useExerciseStore().exercise;
  const word = useWord();
  const status = useExercise((fold) => fold.state.status);
  const open = useExercise((fold) => [...fold.incidents.values()].filter(isOpen).length);
  const isController = useViewer().role === 'controller';
  return (
    <article className={styles['before']}>
      <h2>{t('notYet')}</h2>
      <p>{t('waitsForEnd')}</p>
      <dl className={styles['facts']}>
        <dt>{t('state')}</dt>
        <dd>{word('exerciseStatus', status)}</dd>
        <dt>{t('endsAt')}</dt>
        <dd>
          <bdi>{exerciseTimeText(durationMs)}</bdi>
        </dd>
        {status !== 'planned' && (
          <>
            <dt>{t('left')}</dt>
            <dd>
              <Countdown to={durationMs} />
            </dd>
            <dt>{t('openIncidents')}</dt>
            <dd>
              <bdi>{open}</bdi>
            </dd>
          </>
        )}
      </dl>
      {isController && status !== 'planned' && <EndExercise open={open} />}
    </article>
  );
}

function EndExercise({ open }: { readonly open: number }) {
  const { t } = useTranslation('report');
  const { id: exercise } = useExerciseStore().exercise;
  const [isAsking, setAsking] = useState(false);
  const isLive = useIsLive();
  const problemText = useProblemText();
  const { mutate, isPending, error } = useAction((_: undefined, key) =>
    dataOf(
      api.POST('/v1/exercises/{exercise}/end', {
        params: { path: { exercise }, header: { 'Idempotency-Key': key } },
      }),
    ),
  );
  return (
    <>
      <Button color="red" disabled={!isLive} title={isLive ? undefined : t('notLive')} onClick={() => setAsking(true)}>
        {t('end')}
      </Button>
      <Modal opened={isAsking} onClose={() => setAsking(false)} title={t('endNow')}>
        <p>{t('endIsFinal')}</p>
        {open > 0 && <p>{t('stillOpen', { count: open })}</p>}
        {error !== null && (
          <p className={styles['refused']} role="alert">
            {problemText(error)}
          </p>
        )}
        <div className={styles['answers']}>
          <Button onClick={() => setAsking(false)} data-autofocus>
            {t('goOn')}
          </Button>
          <Button color="red" variant="filled" disabled={!isLive} loading={isPending} onClick={() => mutate(undefined)}>
            {t('end')}
          </Button>
        </div>
      </Modal>
    </>
  );
}
