/** Whom an observation is released to. */
import { NativeSelect } from '@mantine/core';
import { useTranslation } from '../language/use-translation.js';
import { RELEASE_CLASSES, type ReleaseClass } from '#domain/kernel/side.js';
import { defaultTlp, type TlpLabel } from '#domain/release/label.js';
import { useWord } from '../parts/use-word.js';
import { tlpsOf } from './drafts.js';

interface ReleaseProps {
  /** Blank: nobody but those who run the exercise. A draft of an older page has none. */
  readonly value: ReleaseClass | '' | undefined;
  readonly onChange: (value: ReleaseClass | '') => void;
}

export function ReleaseChoice({ value = '', onChange }: ReleaseProps) {
  const { t } = useTranslation('evaluate');
  const word = useWord();
  return (
    <NativeSelect
      size="xs"
      label={t('releasedTo')}
      value={value}
      data={[
        { value: '', label: t('controlOnly') },
        ...RELEASE_CLASSES.map((one) => ({ value: one, label: word('audience', one) })),
      ]}
      onChange={(event) => onChange(event.currentTarget.value as ReleaseClass | '')}
    />
  );
}

interface TlpProps {
  readonly of: ReleaseClass | '' | undefined;
  readonly value: TlpLabel | '' | undefined;
  readonly onChange: (value: TlpLabel | '') => void;
}

export function TlpChoice({ of = '', value = '', onChange }: TlpProps) {
  const { t } = useTranslation('evaluate');
  const usual = of === '' ? t('none') : defaultTlp(of);
  return (
    <NativeSelect
      size="xs"
      label={t('tlp')}
      disabled={of === ''}
      value={value}
      data={[{ value: '', label: usual }, ...(of === '' ? [] : tlpsOf(of)).filter((one) => one !== usual)]}
      onChange={(event) => onChange(event.currentTarget.value as TlpLabel | '')}
    />
  );
}
