/** What a decision needs to know before it is sent. Reasons stay with one's own side, unless one says otherwise. */
import { NativeSelect, Textarea } from '@mantine/core';
import { TEAR_LINE_TLPS, type TearLineTlp } from '#domain/release/label.js';
import { otherThan } from '#domain/releasing/releasing-state.js';
import { MOST_REASON } from '../parts/limits.js';
import { LANGUAGE_NAMES, LANGUAGES, type Language } from '../language/languages.js';
import { useTranslation } from '../language/use-translation.js';
import { useExerciseStore } from '../live/use-exercise.js';
import { useFormDraft } from '../parts/use-form-draft.js';
import { useWord } from '../parts/use-word.js';
import { useViewer } from '../session/use-session.js';
import type { DeskItem } from './desk-model.js';
import { FormFrame } from '../parts/form-frame.js';
import { draftKey, type ReleaseAct } from './send-release.js';
import type { ItemAct } from './use-possible.js';

const MOST_TEXT = 2_000;

interface Fields {
  readonly reason: string;
  readonly texts: Readonly<Partial<Record<Language, string>>>;
  readonly tlp: TearLineTlp;
  readonly shareReason: boolean;
}

const EMPTY: Fields = { reason: '', texts: {}, tlp: 'TLP:AMBER', shareReason: false };

interface Props {
  readonly act: ItemAct;
  readonly item: DeskItem;
  readonly isBusy: boolean;
  readonly onSend: (act: ReleaseAct) => void;
  readonly onCancel: () => void;
}

export function ActForm({ act, item, isBusy, onSend, onCancel }: Props) {
  const { t } = useTranslation('releases');
  const { exercise } = useExerciseStore();
  const { role } = useViewer();
  const [fields, change] = useFormDraft<Fields>(draftKey(exercise.id, item.id, act), EMPTY);
  const isNeeded = act === 'decline' || (role === 'controller' && act !== 'withdraw');
  const filled = actOf(act, item.id, fields, isNeeded);
  const values = { side: otherThan(item.side) };
  return (
    <FormFrame
      title={t(`act.${act}`)}
      submit={t(`submit.${act}`)}
      onSubmit={filled === undefined ? undefined : () => onSend(filled)}
      isBusy={isBusy}
      onCancel={onCancel}
    >
      <p>{t(`means.${act}`, values)}</p>
      {act === 'tearLine' && <TearLineFields fields={fields} change={change} />}
      <Textarea
        label={t(isNeeded ? 'reason' : 'reasonOptional')}
        required={isNeeded}
        maxLength={MOST_REASON}
        value={fields.reason}
        onChange={({ currentTarget }) => change({ reason: currentTarget.value })}
      />
      {act === 'decline' && (
        <NativeSelect
          size="xs"
          label={t('otherReads.title', values)}
          value={fields.shareReason ? 'reason' : 'declined'}
          onChange={({ currentTarget }) => change({ shareReason: currentTarget.value === 'reason' })}
          data={(['declined', 'reason'] as const).map((value) => ({ value, label: t(`otherReads.${value}`) }))}
        />
      )}
    </FormFrame>
  );
}

/** One text is enough; who reads another language gets it marked. */
function TearLineFields({
  fields: { texts, tlp },
  change,
}: {
  readonly fields: Fields;
  readonly change: (part: Partial<Fields>) => void;
}) {
  const { t } = useTranslation('releases');
  const word = useWord();
  return (
    <>
      {LANGUAGES.map((language) => (
        <Textarea
          key={language}
          label={`${t('tearLineText')} · ${LANGUAGE_NAMES[language]}`}
          lang={language}
          dir="auto"
          minRows={2}
          maxLength={MOST_TEXT}
          value={texts[language] ?? ''}
          onChange={({ currentTarget }) => change({ texts: { ...texts, [language]: currentTarget.value } })}
        />
      ))}
      <NativeSelect
        size="xs"
        label={t('tearLineTlp')}
        value={tlp}
        onChange={({ currentTarget }) => change({ tlp: currentTarget.value as TearLineTlp })}
        data={TEAR_LINE_TLPS.map((value) => ({ value, label: word('tlp', value.replace('TLP:', '')) }))}
      />
    </>
  );
}

/** Undefined: something is missing yet. */
function actOf(act: ItemAct, release: string, fields: Fields, isNeeded: boolean): ReleaseAct | undefined {
  const reason = fields.reason.trim();
  if (isNeeded && reason === '') return undefined;
  const why = reason === '' ? {} : { reason };
  switch (act) {
    case 'approve':
      return { do: 'decide', release, body: { decision: 'approve', ...why } };
    case 'decline':
      return { do: 'decide', release, body: { decision: 'decline', ...why, shareReason: fields.shareReason } };
    case 'tearLine': {
      const text = Object.fromEntries(
        LANGUAGES.flatMap((language) => {
          const written = fields.texts[language]?.trim() ?? '';
          return written === '' ? [] : [[language, written]];
        }),
      );
      if (Object.keys(text).length === 0) return undefined;
      return { do: 'decide', release, body: { decision: 'tear-line', text, tlp: fields.tlp, ...why } };
    }
    case 'withdraw':
      return { do: 'withdraw', release, body: why };
    default:
      return act satisfies never;
  }
}
