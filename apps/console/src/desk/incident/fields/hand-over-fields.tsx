/** To whom an incident is handed over, and what the next one has to know. */
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../../../language/use-translation.js';
import { useExerciseStore } from '../../../live/use-exercise.js';
import { useDraft } from '../../../parts/use-draft.js';
import type { FieldsProps } from '../act-form.js';
import { AccountField } from '../command/account-field.js';

/** As the API has it. */
const MOST = 2_000;

export function HandOverFields({ incident, frame }: FieldsProps) {
  const { t } = useTranslation('coordination');
  const { exercise } = useExerciseStore();
  const [account, choose] = useState('');
  const [briefing, write] = useDraft(`${exercise.id}:${incident.id}:handOver`);
  return frame(
    <>
      <p>{t('command.handOverMeans')}</p>
      <AccountField value={account} onChange={choose} />
      <Textarea
        label={t('command.briefing')}
        description={t('command.briefingHow')}
        required
        rows={4}
        maxLength={MOST}
        value={briefing}
        onChange={({ currentTarget }) => write(currentTarget.value)}
      />
    </>,
    account.trim() === '' || briefing.trim() === ''
      ? undefined
      : { kind: 'handOver', account: account.trim(), briefing: briefing.trim() },
  );
}
