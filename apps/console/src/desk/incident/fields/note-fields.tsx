/** A note for the own side, or for everybody who may know of the incident. It cannot be changed afterwards. */
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../../../language/use-translation.js';
import { useExerciseStore } from '../../../live/use-exercise.js';
import { useDraft } from '../../../parts/use-draft.js';
import type { FieldsProps } from '../act-form.js';
import { ReadersField } from './readers-field.js';
import { useWrittenLabel, WrittenLabelFields } from './written-label.js';

const MOST = 2_000;

export function NoteFields({ incident, frame }: FieldsProps) {
  const { t } = useTranslation('desk');
  const { exercise } = useExerciseStore();
  const [text, write] = useDraft(`${exercise.id}:${incident.id}:note`);
  const [shared, share] = useState(false);
  const written = useWrittenLabel(incident, 'note', shared);
  const { label } = written;
  return frame(
    <>
      <Textarea
        label={t('note.text')}
        required
        maxLength={MOST}
        value={text}
        onChange={({ currentTarget }) => write(currentTarget.value)}
      />
      <ReadersField shared={shared} onShare={share} />
      <WrittenLabelFields of={written} />
    </>,
    text.trim() === '' ? undefined : { kind: 'note', text: text.trim(), shared, ...(label && { label }) },
  );
}
