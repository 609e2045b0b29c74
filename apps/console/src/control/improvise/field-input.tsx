/** The input for one field of the schema, with its problem in words. */
import { useState } from 'react';
import { Chip, Group, NumberInput, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useTranslation } from '../../language/use-translation.js';
import { useWord } from '../../parts/use-word.js';
import { CountsInput } from './counts-input.js';
import { objectOf, type Json } from './form-value.js';
import { LocalizedInput } from './localized-input.js';
import { ReferenceInput } from './reference-input.js';
import type { Field, NamedField } from './schema.js';
import styles from './improvise.module.css';

export interface InputProps {
  readonly label: string;
  readonly isRequired: boolean;
  readonly value: Json | undefined;
  readonly problem: string | undefined;
  readonly onChange: (value: Json | undefined) => void;
}

interface Props {
  readonly named: NamedField;
  /** Where it is in what is sent: `alert.headline`. */
  readonly path: string;
  readonly value: Json | undefined;
  readonly problems: ReadonlyMap<string, string>;
  readonly onChange: (value: Json | undefined) => void;
}

/** So many choices stand beside each other; more of them are a list. */
const FEW = 6;

export function FieldInput({ named: { name, field, isRequired }, path, value, problems, onChange }: Props) {
  const { t, i18n } = useTranslation('control');
  const label = i18n.exists(`control:field.${name}`) ? t(`field.${name}`) : name;
  const problem = problems.get(path);
  const input: InputProps = { label, isRequired, value, problem, onChange };
  const text = typeof value === 'string' ? value : '';
  switch (field.kind) {
    case 'group':
      return (
        <GroupInput
          label={label}
          fields={field.fields}
          path={path}
          value={value}
          problems={problems}
          onChange={onChange}
        />
      );
    case 'variants':
      return (
        <VariantsInput field={field} label={label} path={path} value={value} problems={problems} onChange={onChange} />
      );
    case 'localized':
      return <LocalizedInput {...input} problems={problems} path={path} isLong={LONG.has(name)} />;
    case 'counts':
      return <CountsInput {...input} suggested={SUGGESTED[name] ?? []} />;
    case 'choice':
      return <ChoiceInput {...input} name={name} options={field.options} />;
    case 'choices':
      return <ChoicesInput {...input} options={field.options} />;
    case 'list':
      return <ListInput {...input} />;
    case 'reference':
      return <ReferenceInput {...input} to={field.to} />;
    case 'number':
      return (
        <NumberInput
          size="xs"
          label={label}
          required={isRequired}
          min={field.min ?? 0}
          max={field.max ?? Number.MAX_SAFE_INTEGER}
          step={field.isWhole ? 1 : 0.1}
          value={typeof value === 'number' ? value : ''}
          error={problem}
          onChange={(next) => onChange(next === '' ? undefined : Number(next))}
        />
      );
    case 'time':
    case 'duration':
    case 'text':
      return (
        <TextInput
          label={label}
          required={isRequired}
          value={text}
          placeholder={field.kind === 'time' ? 'T+00:30' : field.kind === 'duration' ? '20s' : ''}
          dir={field.kind === 'text' ? 'auto' : 'ltr'}
          error={problem}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      );
    default:
      return field satisfies never;
  }
}

const LONG: ReadonlySet<string> = new Set(['description', 'instruction', 'text', 'note', 'tearLine']);
const SUGGESTED: Readonly<Record<string, readonly string[]>> = {
  nationals: ['PAK', 'CHN'],
  casualties: ['killed', 'injured', 'missing'],
};

interface GroupProps extends Omit<Props, 'named'> {
  readonly label: string;
  readonly fields: readonly NamedField[];
}

function GroupInput({ label, fields, path, value, problems, onChange }: GroupProps) {
  const parts = objectOf(value);
  return (
    <fieldset className={styles['group']}>
      <legend>{label}</legend>
      {problems.has(path) && <p className={styles['problem']}>{problems.get(path)}</p>}
      {fields.map((named) => (
        <FieldInput
          key={named.name}
          named={named}
          path={`${path}.${named.name}`}
          value={parts[named.name]}
          problems={problems}
          onChange={(next) => onChange({ ...parts, [named.name]: next })}
        />
      ))}
    </fieldset>
  );
}

interface VariantsProps extends Omit<GroupProps, 'fields'> {
  readonly field: Extract<Field, { kind: 'variants' }>;
}

function VariantsInput({ field: { tag, variants }, label, ...more }: VariantsProps) {
  const { t, i18n } = useTranslation('control');
  const parts = objectOf(more.value);
  const names = Object.keys(variants);
  const chosen = typeof parts[tag] === 'string' ? parts[tag] : '';
  return (
    <>
      <SegmentedControl
        size="xs"
        aria-label={label}
        value={chosen}
        onChange={(next) => more.onChange({ ...parts, [tag]: next })}
        data={names.map((one) => ({ value: one, label: i18n.exists(`control:link.${one}`) ? t(`link.${one}`) : one }))}
      />
      {(variants[chosen]?.length ?? 0) > 0 && <GroupInput {...more} label={label} fields={variants[chosen] ?? []} />}
    </>
  );
}

function ChoiceInput({
  label,
  isRequired,
  value,
  problem,
  onChange,
  options,
  name,
}: InputProps & { readonly options: readonly string[]; readonly name: string }) {
  const word = useOptionWord();
  const data = options.map((one) => ({ value: one, label: word(name, one) }));
  const chosen = typeof value === 'string' ? value : '';
  if (options.length > FEW) {
    return (
      <Select
        size="xs"
        label={label}
        required={isRequired}
        value={chosen}
        data={data}
        error={problem}
        clearable={!isRequired}
        onChange={(next) => onChange(next ?? undefined)}
      />
    );
  }
  return (
    <div className={styles['field']} role="group" aria-label={label}>
      <span>{label}</span>
      <SegmentedControl size="xs" value={chosen} data={data} onChange={onChange} />
      {problem !== undefined && <span className={styles['problem']}>{problem}</span>}
    </div>
  );
}

/** A value of the schema in the reader's language, where it has a word. */
function useOptionWord(): (name: string, value: string) => string {
  const { t, i18n } = useTranslation('control');
  const word = useWord();
  return (name, value) => {
    if (name === 'severity') return word('severity', value);
    const key = value.replaceAll(':', '-');
    return i18n.exists(`control:option.${key}`) ? t(`option.${key}`) : value;
  };
}

/** Several texts, with spaces between. */
function ListInput({ label, isRequired, value, problem, onChange }: InputProps) {
  const [text, setText] = useState(Array.isArray(value) ? value.join(' ') : '');
  return (
    <TextInput
      label={label}
      required={isRequired}
      value={text}
      placeholder="unit:… role:…"
      dir="ltr"
      error={problem}
      onChange={({ currentTarget }) => {
        setText(currentTarget.value);
        const names = currentTarget.value.split(/\s+/).filter((name) => name !== '');
        onChange(names.length === 0 ? undefined : names);
      }}
    />
  );
}

function ChoicesInput({
  label,
  value,
  problem,
  onChange,
  options,
}: InputProps & { readonly options: readonly string[] }) {
  const word = useOptionWord();
  const chosen = Array.isArray(value) ? (value as string[]) : typeof value === 'string' ? [value] : [];
  return (
    <div className={styles['field']} role="group" aria-label={label}>
      <span>{label}</span>
      <Chip.Group multiple value={chosen} onChange={onChange}>
        <Group gap={4}>
          {options.map((one) => (
            <Chip key={one} size="xs" value={one}>
              {word('', one)}
            </Chip>
          ))}
        </Group>
      </Chip.Group>
      {problem !== undefined && <span className={styles['problem']}>{problem}</span>}
    </div>
  );
}
