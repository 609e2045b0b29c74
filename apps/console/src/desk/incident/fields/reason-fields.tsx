/** Acts that need no more than a reason, or nothing. */
import { NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../../../language/use-translation.js';
import type { Side } from '#domain/kernel/side.js';
import { useExerciseStore } from '../../../live/use-exercise.js';
import { useDraft } from '../../../parts/use-draft.js';
import type { FieldsProps } from '../act-form.js';
import type { Act } from '../send-act.js';

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
  const sides = possible.acts.flatMap(({ side }) => side ?? []);
  const side = sides.find((one) => one === chosen) ?? sides[0];
  const isNeeded = kind === 'override' || possible.acts.some(({ needs }) => needs.includes('reason'));
  // Controllers decide for both sides, and have to say why.
  const waits = kind !== 'override' && incident.class === 'JOINT' && !isNeeded;
  return frame(
    <>
      <p>{t(`act.${kind}Means`)}</p>
      {waits && <p>{t('act.forYourSide')}</p>}
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
    actOf(kind, { side, reason, isNeeded }),
  );
}

interface Filled {
  readonly side: Side | undefined;
  readonly reason: string;
  readonly isNeeded: boolean;
}

/** Undefined: something is missing yet. */
function actOf(kind: 'resolve' | 'close' | 'override', { side, reason, isNeeded }: Filled): Act | undefined {
  if (isNeeded && reason === '') return undefined;
  if (kind !== 'override') return { kind, reason };
  return side === undefined ? undefined : { kind, side, reason };
}
