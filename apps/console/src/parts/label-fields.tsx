/** Which TLP label something has, who reads it, what the other side gets of it, and when the label is to be looked at again. */
import { MultiSelect, NativeSelect, Textarea } from '@mantine/core';
import { SEATED } from '#contracts/http/roles.js';
import { ROLE_TRAITS } from '#domain/kernel/role.js';
import type { ReleaseClass, Side } from '#domain/kernel/side.js';
import { addressOf } from '#domain/message/address.js';
import { defaultTlp, isRestricted, TEAR_LINE_TLPS, type TearLineTlp, type TlpLabel } from '#domain/release/label.js';
import { otherSide } from '#domain/release/tear-line.js';
import { useTranslation } from '../language/use-translation.js';
import { useExerciseStore } from '../live/use-exercise.js';
import { type LabelDraft, MOST_TEAR_LINE, tlpsFor } from './label-draft.js';
import { ReviewAt } from './review-at.js';
import { useText } from './use-text.js';
import { useWord } from './use-word.js';
import styles from './label-fields.module.css';

interface Props {
  /** The class of its readers. */
  readonly of: ReleaseClass;
  readonly draft: LabelDraft;
  readonly onChange: (change: Partial<LabelDraft>) => void;
}

/** All of it, for what has no other choices beside it. @public loaded when it is first opened */
export function LabelFields(props: Props) {
  return (
    <>
      <TlpField {...props} />
      <ReadersAndTearLine {...props} />
    </>
  );
}

export function TlpField({ of, draft, onChange }: Omit<Props, 'of'> & { readonly of: ReleaseClass | '' }) {
  const { t } = useTranslation('labels');
  const tlps = tlpsFor(of);
  return (
    <NativeSelect
      size="xs"
      label={t('tlp')}
      value={chosenTlp(of, draft)}
      data={[{ value: '', label: of === '' ? t('tlpOfClass') : t('tlpDefault', { tlp: defaultTlp(of) }) }, ...tlps]}
      onChange={({ currentTarget }) => onChange({ tlp: currentTarget.value as TlpLabel | '' })}
    />
  );
}

/** Who of its class reads it, if not all; the tear line; the review. @param crosses the other side is to get it */
export function ReadersAndTearLine({ of, draft, crosses = false, onChange }: Props & { readonly crosses?: boolean }) {
  const { t } = useTranslation('labels');
  const other = otherSide(of);
  const tlp = chosenTlp(of, draft);
  return (
    <>
      {tlp !== '' && isRestricted({ tlp }) && of !== 'JOINT' && <Readers draft={draft} side={of} onChange={onChange} />}
      {other !== undefined && (
        <div className={styles['pair']}>
          <Textarea
            label={t('tearLine', { side: other })}
            description={t(crosses ? 'tearLineNeeded' : 'tearLineMeans', { side: other })}
            maxLength={MOST_TEAR_LINE}
            minRows={2}
            dir="auto"
            value={draft.tearLine}
            onChange={({ currentTarget }) => onChange({ tearLine: currentTarget.value })}
          />
          <NativeSelect
            size="xs"
            label={t('tearLineTlp')}
            value={draft.tearLineTlp}
            data={[{ value: '', label: t('tlpDefault', { tlp: 'TLP:AMBER' }) }, ...TEAR_LINE_TLPS]}
            onChange={({ currentTarget }) => onChange({ tearLineTlp: currentTarget.value as TearLineTlp | '' })}
          />
        </div>
      )}
      <ReviewAt size="xs" value={draft.reviewAt ?? ''} onChange={(reviewAt) => onChange({ reviewAt })} />
    </>
  );
}

/** What was chosen for another class may not go with this one. */
function chosenTlp(of: ReleaseClass | '', { tlp }: LabelDraft): TlpLabel | '' {
  return tlp !== '' && tlpsFor(of).includes(tlp) ? tlp : '';
}

function Readers({ draft, side, onChange }: Pick<Props, 'draft' | 'onChange'> & { readonly side: Side }) {
  const { t } = useTranslation('labels');
  const word = useWord();
  const text = useText();
  const { scenario } = useExerciseStore().fold.state;
  const roles = SEATED.filter((role) => ROLE_TRAITS[role].side !== 'none');
  return (
    <MultiSelect
      size="xs"
      label={t('furtherReaders')}
      searchable
      classNames={{ pill: styles['pill'] ?? '' }}
      value={[...draft.releasableTo]}
      data={[
        ...roles.map((role) => ({ value: `role:${role}`, label: word('role', role) })),
        ...scenario.units
          .filter((unit) => unit.side === side)
          .map(({ id, name }) => ({ value: addressOf(id), label: text(name) || id })),
      ]}
      onChange={(releasableTo) => onChange({ releasableTo })}
    />
  );
}
