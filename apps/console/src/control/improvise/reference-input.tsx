/** Names a unit, a site or an alert of the script. */
import { Select } from '@mantine/core';
import { useExerciseStore } from '../../live/use-exercise.js';
import { useText } from '../../parts/use-text.js';
import { useScript } from '../script/use-script.js';
import type { InputProps } from './field-input.js';

export function ReferenceInput({
  label,
  isRequired,
  value,
  problem,
  onChange,
  to,
}: InputProps & { readonly to: 'unit' | 'site' | 'inject' }) {
  const text = useText();
  const { scenario } = useExerciseStore().fold.state;
  const script = useScript();
  const data =
    to === 'inject'
      ? script.filter(({ inject }) => inject.kind === 'alert').map(({ id }) => ({ value: id, label: id }))
      : (to === 'unit' ? scenario.units : scenario.sites).map(({ id, name }) => ({
          value: id,
          label: text(name) || id,
        }));
  return (
    <Select
      size="xs"
      label={label}
      required={isRequired}
      searchable
      clearable
      value={typeof value === 'string' ? value : null}
      data={data}
      error={problem}
      onChange={(next) => onChange(next ?? undefined)}
    />
  );
}
