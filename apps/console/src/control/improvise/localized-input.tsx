/** A text in up to three languages. English is the one that must be there. */
import { Textarea, TextInput } from '@mantine/core';
import { LANGUAGE_NAMES, LANGUAGES } from '../../language/languages.js';
import type { InputProps } from './field-input.js';
import type { JsonObject } from './form-value.js';
import styles from './improvise.module.css';

interface Props extends InputProps {
  readonly path: string;
  readonly problems: ReadonlyMap<string, string>;
  readonly isLong: boolean;
}

export function LocalizedInput({ label, isRequired, value, problem, onChange, isLong, path, problems }: Props) {
  const texts: JsonObject =
    typeof value === 'string'
      ? { en: value }
      : value !== null && typeof value === 'object' && !Array.isArray(value)
        ? (value as JsonObject)
        : {};
  const Input = isLong ? Textarea : TextInput;
  return (
    <fieldset className={styles['languages']}>
      <legend>
        {label}
        {isRequired && <span aria-hidden> *</span>}
      </legend>
      {problem !== undefined && <p className={styles['problem']}>{problem}</p>}
      {LANGUAGES.map((language) => (
        <Input
          key={language}
          size="xs"
          lang={language}
          dir={language === 'ur' ? 'rtl' : 'ltr'}
          aria-label={`${label}: ${LANGUAGE_NAMES[language]}`}
          placeholder={LANGUAGE_NAMES[language]}
          required={isRequired && language === 'en'}
          value={typeof texts[language] === 'string' ? texts[language] : ''}
          error={problems.get(`${path}.${language}`)}
          {...(isLong && { minRows: 1 })}
          onChange={(event: React.ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) =>
            onChange({ ...texts, [language]: event.currentTarget.value })
          }
        />
      ))}
    </fieldset>
  );
}
