/** A side gives up the policy of its own: new incidents of the side go by the common one again. */
import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { MOST_REASON } from '../parts/limits.js';
import { useTranslation } from '../language/use-translation.js';
import { useExerciseStore } from '../live/use-exercise.js';
import { ConfirmButton } from '../parts/confirm-button.js';
import { useAction } from '../parts/use-action.js';
import { PolicyOutcome } from './policy-outcome.js';
import { sendPolicy, type PolicyAct } from './send-policy.js';
import { useBlocked } from './use-blocked.js';
import styles from './policy.module.css';

export function DropOwnPolicy() {
  const { t } = useTranslation('policy');
  const { exercise } = useExerciseStore();
  const blocked = useBlocked();
  const [reason, setReason] = useState('');
  const action = useAction((act: PolicyAct, key) => sendPolicy(exercise.id, act, key));
  const drop = () => {
    const said = reason.trim();
    action.mutate({ do: 'drop', ...(said !== '' && { reason: said }) });
  };
  return (
    <>
      <div className={styles['tools']}>
        <TextInput
          className="grow"
          size="xs"
          dir="auto"
          maxLength={MOST_REASON}
          aria-label={t('dropReason')}
          placeholder={t('dropReason')}
          value={reason}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        <ConfirmButton
          label={t('drop')}
          question={t('dropMeans')}
          confirm={t('drop')}
          disabled={blocked !== undefined || action.isPending}
          onConfirm={drop}
        />
      </div>
      <PolicyOutcome action={action} />
    </>
  );
}
