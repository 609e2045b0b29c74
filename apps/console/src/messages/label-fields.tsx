/** Who may know of the message, who of them reads it, and what the other side gets of it. */
import { NativeSelect } from '@mantine/core';
import type { ReleaseClass } from '#domain/kernel/side.js';
import { type Address, sideAt } from '#domain/message/address.js';
import { otherSide } from '#domain/release/tear-line.js';
import { useTranslation } from '../language/use-translation.js';
import { useExerciseStore } from '../live/use-exercise.js';
import { ReadersAndTearLine, TlpField } from '../parts/label-fields.js';
import { classesFor, type MessageDraft } from './message-draft.js';
import styles from './messages.module.css';

interface Props {
  readonly draft: MessageDraft;
  /** In whose name it is sent. */
  readonly from: Address | undefined;
  readonly onChange: (change: Partial<MessageDraft>) => void;
}

export function LabelFields({ draft, from, onChange }: Props) {
  const { t } = useTranslation('messages');
  const { state } = useExerciseStore().fold;
  const { class: chosen, to } = draft;
  const side = from === undefined ? undefined : sideAt(state, from);
  const other = chosen === '' ? undefined : otherSide(chosen);
  const crosses = other !== undefined && to.some((address) => sideAt(state, address) === other);
  return (
    <>
      <div className={styles['pair']}>
        <NativeSelect
          size="xs"
          label={t('form.class')}
          required
          value={chosen}
          data={[
            { value: '', label: t('form.choose') },
            ...classesFor(side).map((value) => ({ value, label: t(`class.${value}`) })),
          ]}
          onChange={({ currentTarget }) => onChange({ class: currentTarget.value as ReleaseClass | '' })}
        />
        <TlpField of={chosen} draft={draft} onChange={onChange} />
      </div>
      {chosen !== '' && <ReadersAndTearLine of={chosen} draft={draft} crosses={crosses} onChange={onChange} />}
    </>
  );
}
