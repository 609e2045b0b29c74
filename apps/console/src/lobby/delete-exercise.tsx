/** Deletes an exercise with everything that belongs to it, once its name or its id was typed. */
import { Button, Group, Modal, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from '../language/use-translation.js';
import { useProblemText } from '../parts/problem.js';
import { useAction } from '../parts/use-action.js';
import { useText } from '../parts/use-text.js';
import { api, dataOf } from '../session/api.js';
import type { ListedExercise } from './use-exercises.js';
import styles from './lobby.module.css';

interface Props {
  readonly exercise: ListedExercise;
  /** Of the button, for who only hears it. */
  readonly label: string;
}

export function DeleteExercise({ exercise, label }: Props) {
  const { t } = useTranslation('lobby');
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button size="compact-sm" aria-label={label} onClick={() => setOpen(true)}>
        {t('delete')}
      </Button>
      {isOpen && <DeleteDialog exercise={exercise} onClose={() => setOpen(false)} />}
    </>
  );
}

function DeleteDialog({ exercise, onClose }: { readonly exercise: ListedExercise; readonly onClose: () => void }) {
  const { t } = useTranslation('lobby');
  const problemText = useProblemText();
  const { id } = exercise;
  const name = useText()(exercise.title);
  const [typed, setTyped] = useState('');
  const action = useAction(async (_: undefined) => {
    await dataOf(api.DELETE('/v1/exercises/{exercise}', { params: { path: { exercise: id } } }));
    onClose();
  });
  const isMeant = [id, name].some((one) => isSame(one, typed));
  return (
    <Modal
      opened
      onClose={onClose}
      title={t('deleteTitle')}
      closeButtonProps={{ 'aria-label': t('frame:close') }}
      data-testid="delete-exercise"
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (isMeant) action.mutate(undefined);
        }}
      >
        <p>
          <b>
            <bdi>{name}</bdi>
          </b>{' '}
          <bdi className="mute">{id}</bdi>
        </p>
        <p>{t('deleteWarning')}</p>
        <TextInput
          size="xs"
          label={t('deleteType')}
          value={typed}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
        />
        {action.isError && (
          <p role="alert" className={styles['failure']}>
            {problemText(action.error)}
          </p>
        )}
        <Group justify="flex-end" mt="md">
          <Button onClick={onClose}>{t('frame:cancel')}</Button>
          <Button type="submit" color="red" variant="filled" disabled={!isMeant} loading={action.isPending}>
            {t('delete')}
          </Button>
        </Group>
      </form>
    </Modal>
  );
}

/** Spaces and capitals make no difference. */
function isSame(one: string, other: string): boolean {
  const plain = (text: string) => text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
  return plain(one) !== '' && plain(one) === plain(other);
}
