/** Changes the label of a thing, or confirms it: its TLP label, who is named by it, and when it is to be looked at again. */
import { Button, Group, Modal, MultiSelect, NativeSelect, Textarea } from '@mantine/core';
import { useState } from 'react';
import type { ApiShapes } from '#contracts/client/create-api-client.js';
import { SEATED } from '#contracts/http/roles.js';
import { ROLE_TRAITS } from '#domain/kernel/role.js';
import { contradicts, defaultTlp, isRestricted, TLP_LABELS, type TlpLabel } from '#domain/release/label.js';
import { useIsLive } from '../app/connection-state.js';
import { useTranslation } from '../language/use-translation.js';
import { useExerciseStore } from '../live/use-exercise.js';
import { api, dataOf } from '../session/api.js';
import { useViewer } from '../session/use-session.js';
import { LabelMark } from './label-mark.js';
import type { LabelledView } from './labelled.js';
import { ReviewAt } from './review-at.js';
import { storyOffset, storyTime } from './story-time.js';
import { useProblemText } from './problem.js';
import { useAction } from './use-action.js';
import { useText } from './use-text.js';
import { useWord } from './use-word.js';

const LONGEST_REASON = 1_000;

interface Props {
  readonly thing: LabelledView;
  readonly name: string;
  readonly onClose: () => void;
}

export function LabelDialog({ thing, name: called, onClose }: Props) {
  const { t } = useTranslation('labels');
  const word = useWord();
  const problem = useProblemText();
  const isLive = useIsLive();
  const { role } = useViewer();
  const { exercise, fold } = useExerciseStore();
  const { of, id, class: releaseClass, marking } = thing;
  const usual = defaultTlp(releaseClass);
  const [tlp, chooseTlp] = useState<TlpLabel>(marking.tlp);
  const [named, name] = useState<readonly string[]>(marking.to ?? []);
  const [reviewAt, review] = useState('');
  const [reason, write] = useState('');
  const action = useAction((body: ApiShapes['ChangeLabel'], key) =>
    dataOf(
      api.POST('/v1/exercises/{exercise}/labels', {
        params: { path: { exercise: exercise.id }, header: { 'Idempotency-Key': key } },
        body,
      }),
    ),
  );
  const needsReason = role === 'controller';
  const offset = storyOffset(fold.state.scenario.startsAt);
  const body: ApiShapes['ChangeLabel'] = {
    of,
    id,
    ...(tlp !== usual && { tlp }),
    ...(isRestricted({ tlp }) && { releasableTo: [...named] }),
    ...(reviewAt !== '' && { reviewAt: storyTime(reviewAt, offset) }),
    ...(reason.trim() !== '' && { reason: reason.trim() }),
  };
  const isReady = isLive && !action.isPending && (!needsReason || reason.trim() !== '');
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('title', { kind: word('labelledKind', of), name: called })}
      closeButtonProps={{ 'aria-label': t('frame:close') }}
    >
      <form
        aria-label={t('title', { kind: word('labelledKind', of), name: called })}
        onSubmit={(event) => {
          event.preventDefault();
          if (isReady) action.mutate(body, { onSuccess: onClose });
        }}
      >
        <p>
          {t('now')} <LabelMark of={releaseClass} label={marking} />
        </p>
        <NativeSelect
          label={t('tlp')}
          value={tlp}
          data={TLP_LABELS.filter((one) => !contradicts(releaseClass, one)).map((one) => ({
            value: one,
            label: one === usual ? t('usual', { tlp: one }) : one,
          }))}
          onChange={({ currentTarget }) => {
            const chosen = currentTarget.value as TlpLabel;
            chooseTlp(chosen);
            // Who restricts it reads on, unless they take themselves off the list.
            if (chosen === 'TLP:RED' && named.length === 0 && !needsReason) name([`role:${role}`]);
          }}
        />
        {isRestricted({ tlp }) && <Recipients thing={thing} value={named} onChange={name} />}
        <ReviewAt value={reviewAt} onChange={review} />
        <Textarea
          label={t('reason')}
          required={needsReason}
          maxLength={LONGEST_REASON}
          dir="auto"
          value={reason}
          onChange={({ currentTarget }) => write(currentTarget.value)}
        />
        <p className="mute">{t('means')}</p>
        {action.error !== null && <p role="alert">{problem(action.error)}</p>}
        {!isLive && <p>{t('frame:act.offline')}</p>}
        <Group justify="flex-end" mt="md">
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" variant="filled" disabled={!isReady}>
            {t('submit')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

interface RecipientsProps {
  readonly thing: LabelledView;
  readonly value: readonly string[];
  readonly onChange: (names: readonly string[]) => void;
}

function Recipients({ thing: { class: side }, value, onChange }: RecipientsProps) {
  const { t } = useTranslation('labels');
  const word = useWord();
  const text = useText();
  const { units } = useExerciseStore().fold.state.scenario;
  const known = [
    ...SEATED.filter((role) => ROLE_TRAITS[role].side !== 'none').map((role) => ({
      value: `role:${role}`,
      label: word('role', role),
    })),
    ...units
      .filter((unit) => unit.side === side)
      .map((unit) => ({ value: `unit:${unit.id}`, label: text(unit.name) || unit.id })),
  ];
  // Accounts that the label names already stay as they are.
  const others = value.filter((one) => !known.some((option) => option.value === one));
  return (
    <MultiSelect
      label={t('releasableTo')}
      searchable
      comboboxProps={{ withinPortal: false }}
      value={[...value]}
      data={[...known, ...others.map((one) => ({ value: one, label: one }))]}
      onChange={onChange}
    />
  );
}
