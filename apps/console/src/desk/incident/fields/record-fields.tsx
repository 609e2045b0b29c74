/** An entry of the decision log: what could be done, what was decided and why. It cannot be changed afterwards. */
import { Textarea } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../../../language/use-translation.js';
import { useExerciseStore } from '../../../live/use-exercise.js';
import { useDraft } from '../../../parts/use-draft.js';
import type { FieldsProps } from '../act-form.js';
import { ReadersField } from './readers-field.js';
import { useWrittenLabel, WrittenLabelFields } from './written-label.js';
import { MOST_REASON } from '../../../parts/limits.js';

/** As the API has them. */
const MOST_OPTIONS = 20;

export function RecordFields({ incident, frame }: FieldsProps) {
  const { t } = useTranslation('coordination');
  const { exercise } = useExerciseStore();
  const draft = `${exercise.id}:${incident.id}:record`;
  const [text, writeOptions] = useDraft(`${draft}.options`);
  const [decision, writeDecision] = useDraft(`${draft}.decision`);
  const [reason, writeReason] = useDraft(`${draft}.reason`);
  const [shared, share] = useState(false);
  const written = useWrittenLabel(incident, 'record', shared);
  const { label } = written;
  const options = linesOf(text);
  const isTooMany = options.length > MOST_OPTIONS;
  const isWhole = options.length > 0 && !isTooMany && decision.trim() !== '' && reason.trim() !== '';
  return frame(
    <>
      <Textarea
        label={t('record.options')}
        description={t('record.optionsHow')}
        error={isTooMany ? t('record.tooMany', { most: MOST_OPTIONS }) : undefined}
        required
        rows={3}
        value={text}
        onChange={({ currentTarget }) => writeOptions(currentTarget.value)}
      />
      <Textarea
        label={t('record.decision')}
        description={t('record.decisionHow')}
        required
        rows={2}
        maxLength={MOST_REASON}
        value={decision}
        onChange={({ currentTarget }) => writeDecision(currentTarget.value)}
      />
      <Textarea
        label={t('record.reason')}
        required
        rows={2}
        maxLength={MOST_REASON}
        value={reason}
        onChange={({ currentTarget }) => writeReason(currentTarget.value)}
      />
      <ReadersField shared={shared} onShare={share} />
      <WrittenLabelFields of={written} />
    </>,
    isWhole
      ? { kind: 'record', options, decision: decision.trim(), reason: reason.trim(), shared, ...(label && { label }) }
      : undefined,
  );
}

/** One option on each line. */
function linesOf(text: string): readonly string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
