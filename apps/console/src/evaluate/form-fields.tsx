/** Fields that several forms of evaluators have. */
import { NativeSelect, Textarea, type TextareaProps } from '@mantine/core';
import { type KeyboardEvent, useMemo } from 'react';
import { useTranslation } from '../language/use-translation.js';
import { objectivesOf } from '#domain/evaluation/decide-evaluation.js';
import { CAPABILITY_ELEMENTS, type CapabilityElement } from '#domain/evaluation/evaluation.js';
import { useExercise } from '../live/use-exercise.js';
import { useWord } from '../parts/use-word.js';

/** The longest that the API takes, by field. */
export const LONGEST = { text: 4_000, reason: 1_000, action: 2_000, name: 200 } as const;

/** Escape leaves the field, so that the keys of the page act again. */
function leave(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Escape') return;
  event.preventDefault();
  event.currentTarget.blur();
}

export function LongText(props: TextareaProps) {
  return <Textarea dir="auto" maxRows={10} onKeyDown={leave} {...props} />;
}

interface ChoiceProps {
  readonly value: string;
  readonly onChange: (value: string) => void;
}

export function ObjectiveChoice({ value, onChange }: ChoiceProps) {
  const { t } = useTranslation('evaluate');
  const scenario = useExercise((fold) => fold.state.scenario);
  const objectives = useMemo(() => objectivesOf(scenario), [scenario]);
  return (
    <NativeSelect
      size="xs"
      label={t('objective')}
      value={value}
      data={[{ value: '', label: t('none') }, ...objectives.map((one) => ({ value: one, label: one }))]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}

interface ElementProps {
  readonly value: CapabilityElement | '';
  readonly isRequired?: boolean;
  readonly onChange: (value: CapabilityElement | '') => void;
}

export function ElementChoice({ value, isRequired = false, onChange }: ElementProps) {
  const { t } = useTranslation('evaluate');
  const word = useWord();
  const none = { value: '', label: isRequired ? t('choose') : t('none') };
  return (
    <NativeSelect
      size="xs"
      label={t('capabilityElement')}
      required={isRequired}
      value={value}
      data={[none, ...CAPABILITY_ELEMENTS.map((one) => ({ value: one, label: word('capabilityElement', one) }))]}
      onChange={(event) => onChange(event.currentTarget.value as CapabilityElement | '')}
    />
  );
}

export function IncidentChoice({ value, onChange }: ChoiceProps) {
  const { t } = useTranslation('evaluate');
  const incidents = useExercise((fold) =>
    [...fold.incidents.values()].map(({ id, headline }) => `${id} ${headline.slice(0, 60)}`),
  );
  const known = incidents.map((label) => ({ value: label.split(' ', 1)[0] ?? '', label }));
  const gone = value !== '' && known.every((one) => one.value !== value) ? [{ value, label: value }] : [];
  return (
    <NativeSelect
      size="xs"
      label={t('incident')}
      value={value}
      data={[{ value: '', label: t('none') }, ...gone, ...known]}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
