/** Asks the releasing desk of the other side, about a tear line or about anything else. */
import { NativeSelect, Textarea } from '@mantine/core';
import { SIDES, type Side } from '#domain/kernel/side.js';
import { otherThan } from '#domain/releasing/releasing-state.js';
import { useTranslation } from '../language/use-translation.js';
import { useExerciseStore } from '../live/use-exercise.js';
import type { Action } from '../parts/use-action.js';
import { forgetDraft } from '../parts/use-draft.js';
import { useFormDraft } from '../parts/use-form-draft.js';
import { useText } from '../parts/use-text.js';
import { useViewer } from '../session/use-session.js';
import { FormFrame } from '../parts/form-frame.js';
import type { ReleaseAct } from './send-release.js';
import { TearLineText, useTearLines } from './tear-line-text.js';

const MOST_TEXT = 2_000;
const EMPTY = { text: '', tearLine: '', from: 'PAK' as Side };

interface Props {
  readonly action: Action<ReleaseAct>;
  readonly onSent: () => void;
  readonly onCancel: () => void;
}

export function RequestForm({ action, onSent, onCancel }: Props) {
  const { t } = useTranslation('releases');
  const authored = useText();
  const { exercise } = useExerciseStore();
  const { account, side } = useViewer();
  const key = `${exercise.id}:release:request`;
  const [{ text, tearLine, from }, change] = useFormDraft(key, EMPTY);
  const asks = side ?? from;
  const tearLines = useTearLines().filter(({ id }) => id.startsWith(`TL-${asks}-`));
  const about = tearLines.find(({ id }) => id === tearLine)?.id;
  const written = text.trim();
  const body = { text: written, ...(about !== undefined && { tearLine: about }), ...(side === undefined && { from }) };
  const send = () =>
    action.mutate(
      { do: 'request', body },
      {
        onSuccess: () => {
          forgetDraft(account, key);
          onSent();
        },
      },
    );
  return (
    <FormFrame
      title={t('ask.title')}
      submit={t('ask.submit')}
      onSubmit={written === '' ? undefined : send}
      isBusy={action.isPending}
      onCancel={onCancel}
    >
      <h2>{t('ask.title')}</h2>
      <p>{t('ask.means', { side: otherThan(asks) })}</p>
      {side === undefined && (
        <NativeSelect
          size="xs"
          label={t('ask.from')}
          value={from}
          onChange={({ currentTarget }) =>
            change({ from: currentTarget.value === 'CHN' ? 'CHN' : 'PAK', tearLine: '' })
          }
          data={[...SIDES]}
        />
      )}
      <Textarea
        label={t('ask.text')}
        required
        maxLength={MOST_TEXT}
        value={text}
        onChange={({ currentTarget }) => change({ text: currentTarget.value })}
      />
      <NativeSelect
        size="xs"
        label={t('ask.tearLine')}
        value={about ?? ''}
        onChange={({ currentTarget }) => change({ tearLine: currentTarget.value })}
        data={[
          { value: '', label: t('ask.noTearLine') },
          ...tearLines.map(({ id, text: line }) => ({ value: id, label: `${id} · ${authored(line).slice(0, 80)}` })),
        ]}
      />
      {about !== undefined && <TearLineText id={about} title={t('aboutTearLine')} />}
    </FormFrame>
  );
}
