/** Acts that need no more than a reason, or nothing. */
import { NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../../../language/use-translation.js';
import { useExerciseStore } from '../../../live/use-exercise.js';
import { useDraft } from '../../../parts/use-draft.js';
import type { FieldsProps } from '../act-form.js';

/** As the API has it. */
export const MOST_REASON = 1_000;

export function ReasonFields({
  kind,
  incident,
  possible,
  frame,
}: FieldsProps & { readonly kind: 'resolve' | 'close' | 'override' }) {
  const { t } = useTranslation('desk');
  const { exercise } = useExerciseStore();
  const [draft, write] = useDraft(`${exercise.id}:${incident.id}:${kind}`);
  const [chosen, choose] = useState('');
  const reason = draft.trim();
  if (kind === 'close') return frame(<p>{t('act.closeMeans')}</p>, { kind });
  const sides = possible.acts.flatMap(({ side }) => side ?? []);
  const side = sides.find((one) => one === chosen) ?? sides[0];
  const isNeeded = kind === 'override';
  return frame(
    <>
      <p>{t(kind === 'override' ? 'act.overrideMeans' : 'act.resolveMeans')}</p>
      {kind === 'override' && (
        <NativeSelect
          size="xs"
          label={t('act.whichSide')}
          value={side ?? ''}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
          data={sides}
        />
      )}
      <Textarea
        label={t(isNeeded ? 'act.reason' : 'act.reasonOptional')}
        required={isNeeded}
        maxLength={MOST_REASON}
        value={draft}
        onChange={({ currentTarget }) => write(currentTarget.value)}
      />
    </>,
    kind === 'resolve' ? { kind, reason } : side === undefined || reason === '' ? undefined : { kind, side, reason },
  );
}
