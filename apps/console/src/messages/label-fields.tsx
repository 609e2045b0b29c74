/** Who may know of the message, who of them reads it, and what the other side gets of it. */
import { MultiSelect, NativeSelect, Textarea } from '@mantine/core';
import { SEATED } from '#contracts/http/roles.js';
import { ROLE_TRAITS } from '#domain/kernel/role.js';
import { type ReleaseClass, type Side } from '#domain/kernel/side.js';
import { type Address, addressOf, sideAt } from '#domain/message/address.js';
import { defaultTlp, isRestricted, TEAR_LINE_TLPS, type TearLineTlp, type TlpLabel } from '#domain/release/label.js';
import { otherSide } from '#domain/release/tear-line.js';
import { useTranslation } from '../language/use-translation.js';
import { useExerciseStore } from '../live/use-exercise.js';
import { ReviewAt } from '../parts/review-at.js';
import { useWord } from '../parts/use-word.js';
import { useAddressText } from './address-name.js';
import { classesFor, LONGEST, type MessageDraft, tlpsFor } from './message-draft.js';
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
  const tlps = tlpsFor(chosen);
  const tlp = draft.tlp !== '' && tlps.includes(draft.tlp) ? draft.tlp : '';
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
        <NativeSelect
          size="xs"
          label="TLP"
          value={tlp}
          data={[
            {
              value: '',
              label: chosen === '' ? t('form.tlpOfClass') : t('form.tlpDefault', { tlp: defaultTlp(chosen) }),
            },
            ...tlps,
          ]}
          onChange={({ currentTarget }) => onChange({ tlp: currentTarget.value as TlpLabel | '' })}
        />
      </div>
      {tlp !== '' && isRestricted({ tlp }) && chosen !== '' && chosen !== 'JOINT' && (
        <Readers draft={draft} side={chosen} onChange={onChange} />
      )}
      {other !== undefined && (
        <div className={styles['pair']} data-wide>
          <Textarea
            label={t('form.tearLine', { side: other })}
            description={t(crosses ? 'form.tearLineNeeded' : 'form.tearLineMeans', { side: other })}
            maxLength={LONGEST.tearLine}
            minRows={2}
            dir="auto"
            value={draft.tearLine}
            onChange={({ currentTarget }) => onChange({ tearLine: currentTarget.value })}
          />
          <NativeSelect
            size="xs"
            label={t('form.tearLineTlp')}
            value={draft.tearLineTlp}
            data={[{ value: '', label: t('form.tlpDefault', { tlp: 'TLP:AMBER' }) }, ...TEAR_LINE_TLPS]}
            onChange={({ currentTarget }) => onChange({ tearLineTlp: currentTarget.value as TearLineTlp | '' })}
          />
        </div>
      )}
      {chosen !== '' && (
        <ReviewAt size="xs" value={draft.reviewAt ?? ''} onChange={(reviewAt) => onChange({ reviewAt })} />
      )}
    </>
  );
}

function Readers({ draft, side, onChange }: Pick<Props, 'draft' | 'onChange'> & { readonly side: Side }) {
  const { t } = useTranslation('messages');
  const word = useWord();
  const nameOf = useAddressText();
  const { scenario } = useExerciseStore().fold.state;
  const roles = SEATED.filter((role) => ROLE_TRAITS[role].side !== 'none');
  return (
    <MultiSelect
      size="xs"
      label={t('form.releasableTo')}
      searchable
      classNames={{ pill: styles['pill'] ?? '' }}
      value={[...draft.releasableTo]}
      data={[
        ...roles.map((role) => ({ value: `role:${role}`, label: word('role', role) })),
        ...scenario.units
          .filter((unit) => unit.side === side)
          .map(({ id }) => ({ value: addressOf(id), label: nameOf(addressOf(id)) })),
      ]}
      onChange={(releasableTo) => onChange({ releasableTo })}
    />
  );
}
