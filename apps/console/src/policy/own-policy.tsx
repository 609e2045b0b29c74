/** The policy for incidents of the viewer's side alone: seen, and dropped if the side has one of its own. */
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../language/use-translation.js';
import { useIsLive } from '../app/connection-state.js';
import type { Side } from '#domain/kernel/side.js';
import { useExercise, useExerciseStore } from '../live/use-exercise.js';
import { ConfirmButton } from '../parts/confirm-button.js';
import { useProblemText } from '../parts/problem.js';
import { useAction } from '../parts/use-action.js';
import { api, dataOf } from '../session/api.js';
import { NotServed } from '../control/not-served.js';
import { PolicyOrigin } from './policy-origin.js';
import { PolicyView } from './policy-view.js';
import { usePolicy } from './use-policy.js';
import styles from './policy.module.css';

export function OwnPolicy({ side }: { readonly side: Side }) {
  const { t } = useTranslation('policy');
  const { data: policy, error } = usePolicy(side);
  if (error !== null) return <NotServed error={error} what={t('title')} />;
  if (policy === undefined) return <p className="mute">{t('frame:loading')}</p>;
  return (
    <>
      <PolicyOrigin origin={policy.origin} />
      {policy.origin.by === 'side' ? <DropPolicy /> : <p className="mute">{t('noOwn')}</p>}
      <PolicyView policy={policy} />
    </>
  );
}

function DropPolicy() {
  const { t } = useTranslation('policy');
  const text = useProblemText();
  const { exercise } = useExerciseStore();
  const isLive = useIsLive();
  const hasEnded = useExercise((fold) => fold.state.status === 'ended');
  const [reason, setReason] = useState('');
  const { mutate, isPending, error } = useAction((said: string, key) =>
    dataOf(
      api.POST('/v1/exercises/{exercise}/policy/own/drop', {
        params: { path: { exercise: exercise.id }, header: { 'Idempotency-Key': key } },
        body: said === '' ? {} : { reason: said },
      }),
    ),
  );
  return (
    <div className={styles['tools']}>
      <TextInput
        className="grow"
        size="xs"
        dir="auto"
        maxLength={500}
        aria-label={t('dropReason')}
        placeholder={t('dropReason')}
        value={reason}
        onChange={(event) => setReason(event.currentTarget.value)}
      />
      <ConfirmButton
        label={t('drop')}
        question={t('dropMeans')}
        confirm={t('drop')}
        disabled={!isLive || hasEnded || isPending}
        onConfirm={() => mutate(reason.trim())}
      />
      {error !== null && (
        <p role="alert" className={styles['problem']}>
          {text(error)}
        </p>
      )}
    </div>
  );
}
