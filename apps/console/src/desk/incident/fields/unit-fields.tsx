/** A unit, and what it is asked for or how far it has come. */
import { NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../../../language/use-translation.js';
import type { Action, Progress } from '#domain/unit/unit.js';
import { useExerciseStore } from '../../../live/use-exercise.js';
import { useDraft } from '../../../parts/use-draft.js';
import { useText } from '../../../parts/use-text.js';
import { useWord } from '../../../parts/use-word.js';
import type { FieldsProps } from '../act-form.js';
import { MOST_REASON } from '../../../parts/limits.js';
import styles from '../incident.module.css';

export function UnitFields({ kind, incident, possible, frame }: FieldsProps & { readonly kind: 'progress' | 'ask' }) {
  const { t } = useTranslation('desk');
  const text = useText();
  const word = useWord();
  const { exercise, fold } = useExerciseStore();
  const [chosen, choose] = useState('');
  const [reason, write] = useDraft(`${exercise.id}:${incident.id}:ask`);
  const { acts } = possible;
  const units = [...new Set(acts.flatMap(({ unit }) => unit ?? []))];
  // What was chosen stays chosen: if it becomes impossible, no other unit takes its place unseen.
  const [chosenUnit, chooseUnit] = useState<string | undefined>(units[0]);
  const unit = units.find((one) => one === chosenUnit);
  const options = acts
    .filter((act) => act.unit === unit)
    .flatMap(({ action, progress }) => (kind === 'ask' ? action : progress) ?? []);
  const option = options.find((one) => one === chosen) ?? options[0];
  const name = (id: string) => text(fold.state.scenario.units.find((one) => one.id === id)?.name) || id;
  const isWhole = unit !== undefined && option !== undefined;
  return frame(
    <>
      <div className={styles['formLine']}>
        <NativeSelect
          size="xs"
          label={t('act.whichUnit')}
          value={unit ?? ''}
          onChange={({ currentTarget }) => chooseUnit(currentTarget.value)}
          data={[
            ...(unit === undefined ? [{ value: '', label: t('act.choose') }] : []),
            ...units.map((one) => ({ value: one, label: name(one) })),
          ]}
        />
        <NativeSelect
          size="xs"
          label={t(kind === 'ask' ? 'act.forWhat' : 'act.howFar')}
          value={option ?? ''}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
          data={options.map((one) => ({ value: one, label: word(kind === 'ask' ? 'action' : 'progress', one) }))}
        />
      </div>
      {kind === 'ask' && (
        <Textarea
          label={t('act.reason')}
          required
          maxLength={MOST_REASON}
          value={reason}
          onChange={({ currentTarget }) => write(currentTarget.value)}
        />
      )}
    </>,
    !isWhole
      ? undefined
      : kind === 'progress'
        ? { kind, unit, progress: option as Progress }
        : reason.trim() === ''
          ? undefined
          : { kind, unit, action: option as Action, reason: reason.trim() },
  );
}
