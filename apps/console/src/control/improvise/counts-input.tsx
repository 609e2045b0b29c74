/** Head counts by a key: those that are usual, each with a number. */
import { NumberInput } from '@mantine/core';
import { useTranslation } from '../../language/use-translation.js';
import type { InputProps } from './field-input.js';
import { objectOf } from './form-value.js';
import styles from './improvise.module.css';

export function CountsInput({
  label,
  value,
  problem,
  onChange,
  suggested,
}: InputProps & { readonly suggested: readonly string[] }) {
  const { t, i18n } = useTranslation('control');
  const counts = objectOf(value);
  const keys = [...new Set([...suggested, ...Object.keys(counts)])];
  return (
    <fieldset className={styles['counts']}>
      <legend>{label}</legend>
      {problem !== undefined && <p className={styles['problem']}>{problem}</p>}
      {keys.map((key) => (
        <NumberInput
          key={key}
          size="xs"
          label={i18n.exists(`control:option.${key}`) ? t(`option.${key}`) : key}
          min={0}
          allowDecimal={false}
          value={typeof counts[key] === 'number' ? counts[key] : ''}
          onChange={(next) => onChange({ ...counts, [key]: next === '' ? undefined : Number(next) })}
        />
      ))}
    </fieldset>
  );
}
