/** Before ENDEX: what the report lacks yet, and for controllers the way to end the exercise. */
import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { mayGive } from '#domain/release/permissions.js';
import { useTranslation } from '../language/use-translation.js';
import { useIsLive } from '../app/connection-state.js';
import { isOpen } from '../live/attention.js';
import { useExercise, useExerciseStore } from '../live/use-exercise.js';
import { Countdown } from '../parts/countdown.js';
import { useProblemText } from '../parts/problem.js';
import { useAction } from '../parts/use-action.js';
import { api, dataOf } from '../session/api.js';
import { useViewer } from '../session/use-session.js';
import styles from './report.module.css';

/** Nothing has happened yet that could be reported. */
export function BeforeStart() {
  const { t } = useTranslation('report');
  return (
    <article className={styles['before']}>
      <h2>{t('notYet')}</h2>
      <p>{t('waitsForStart')}</p>
    </article>
  );
}

interface Props {
  /** Events since the report was made. */
  readonly behind: number;
  readonly onRefresh: () => void;
}

export function BeforeEnd({ behind, onRefresh }: Props) {
  const { t } = useTranslation('report');
  const { durationMs } = useExerciseStore().exercise;
  const open = useExercise((fold) => [...fold.incidents.values()].filter(isOpen).length);
  const mayEnd = mayGive(useViewer().role, 'EndExercise');
  return (
    <aside className={styles['interim']} aria-label={t('interim')}>
      <b>{t('interim')}</b>
      <span>
        {t('left')} <Countdown to={durationMs} />
      </span>
      <span>
        {t('openIncidents')} <bdi>{open}</bdi>
      </span>
      <span className="grow" />
      <Button onClick={onRefresh} disabled={behind === 0}>
        {t('refresh', { count: behind })}
      </Button>
      {mayEnd && <EndExercise open={open} />}
    </aside>
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
