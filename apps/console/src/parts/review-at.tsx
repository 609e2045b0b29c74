/** When a label is to be looked at again, as a form asks for it. */
import { TextInput } from '@mantine/core';
import { useTranslation } from '../language/use-translation.js';
import { useExerciseStore } from '../live/use-exercise.js';
import { storyOffset } from './story-time.js';

interface Props {
  /** A local time of the story, `2026-04-22T08:00`; empty: no review. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly size?: 'xs' | 'sm';
  readonly disabled?: boolean;
}

export function ReviewAt({ value, onChange, size = 'sm', disabled = false }: Props) {
  const { t } = useTranslation('frame');
  const { startsAt } = useExerciseStore().fold.state.scenario;
  return (
    <TextInput
      type="datetime-local"
      size={size}
      label={t('reviewAt')}
      description={t('reviewAtMeans', { offset: storyOffset(startsAt) })}
      disabled={disabled}
      value={value}
      onChange={({ currentTarget }) => onChange(currentTarget.value)}
    />
  );
}
